package cn.bidui.endure;

import cn.bidui.endure.SequenceModel.Paper;
import cn.bidui.endure.TinyCounty.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Carries out events in the program and in the model, and holds every night against the other. */
final class SequencePlay {

  /** What can happen. */
  enum What {
    CHANGE,
    DROP,
    DROP_TO_HOLD,
    DROP_AGAIN,
    SAVE_AGAIN,
    DROP_HALF,
    DROP_NONSENSE,
    RUN,
    RUN_AGAIN,
    RUN_LATE,
    KILLED,
    WHAT_IF,
    ANSWER,
    UNDO,
    WITHDRAW,
    RELEASE,
    CORRECT,
    REBUILD
  }

  /** One event; what the numbers choose among depends on it. */
  record Event(What what, int one, int other) {
    @Override
    public String toString() {
      return what + "(" + one + "," + other + ")";
    }
  }

  private static final LocalDate FIRST = LocalDate.of(2025, 11, 3);
  private static final String BY = "王老师";

  private final Desk desk;
  private final TinyCounty county = new TinyCounty();
  private final SequenceModel model = new SequenceModel();
  private final TreeMap<Kind, Paper> last = new TreeMap<>();
  private LocalDate today = FIRST;
  private int dropped;
  private int nights;
  private int deaths;

  private SequencePlay(Desk desk) {
    this.desk = desk;
  }

  /** What happened in a sequence: nights that were compared, and kills that hit. */
  record Played(int nights, int deaths) {}

  /** A work folder after its first night, in which any sequence may begin, and what that said. */
  record Begun(Path home, Desk.Said said) {}

  /** Lives through the first night, which all sequences have in common. */
  static Begun begin(Desk desk) throws IOException {
    Desk.bidui("init", desk.home.toString());
    SequencePlay play = new SequencePlay(desk);
    play.first();
    return new Begun(desk.home, desk.says(line(FIRST)));
  }

  /**
   * Lives through the first night and {@code events}.
   *
   * @throws AssertionError if program and model differ
   */
  static Played play(List<Event> events, Desk desk) throws IOException {
    Desk.bidui("init", desk.home.toString());
    SequencePlay play = new SequencePlay(desk);
    play.first();
    play.night();
    return play.all(events);
  }

  /** The same, the first night being over. */
  static Played play(List<Event> events, Desk desk, Begun begun) throws IOException {
    SequencePlay play = new SequencePlay(desk);
    Files.createDirectories(desk.home.resolve("inbox"));
    play.first();
    Folders.delete(desk.home);
    Folders.copy(begun.home(), desk.home);
    play.night(begun::said);
    return play.all(events);
  }

  private void first() throws IOException {
    for (Kind kind : Kind.values()) {
      drop(kind, false, 0);
    }
  }

  private Played all(List<Event> events) throws IOException {
    for (Event event : events) {
      live(event);
    }
    today = today.plusDays(1);
    night();
    return new Played(nights, deaths);
  }

  private void live(Event event) throws IOException {
    int one = event.one();
    int other = event.other();
    switch (event.what()) {
      case CHANGE -> county.change(one % TinyCounty.CHILDREN, other);
      case DROP -> drop(kind(one), false, other);
      case DROP_TO_HOLD -> drop(kind(one), true, other);
      case DROP_AGAIN -> again(kind(one), false);
      case SAVE_AGAIN -> again(kind(one), true);
      case DROP_HALF -> half(kind(one));
      case DROP_NONSENSE -> {
        String text = "学校名称,年级\n一小," + dropped + "年级\n";
        put(Paper.noList("补报_" + number() + ".csv", text), bytes(text), other);
      }
      case ANSWER -> answer(one, other);
      case UNDO -> undo(one);
      case WITHDRAW -> withdraw(kind(one), other);
      case CORRECT -> correct();
      default -> run(event);
    }
  }

  private void run(Event event) throws IOException {
    switch (event.what()) {
      case RUN_AGAIN -> {}
      case RUN_LATE -> today = today.plusDays(2 + event.one() % 3);
      case WHAT_IF -> {
        whatIf(1 + event.one() % 3);
        return;
      }
      case REBUILD -> {
        rebuild();
        return;
      }
      case RELEASE -> {
        release(event.one());
        return;
      }
      default -> today = today.plusDays(1);
    }
    if (event.what() == What.KILLED) {
      killed(event);
    }
    night();
  }

  private static Kind kind(int number) {
    return Kind.values()[number % Kind.values().length];
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  // --- files -----------------------------------------------------------------------------------

  private String number() {
    return String.format(java.util.Locale.ROOT, "%03d", ++dropped);
  }

  private String name(Kind kind) {
    return kind.title + "_" + today.toString().replace("-", "") + "_" + number() + ".csv";
  }

  /** Copying tools set a file's time to anything. */
  private void put(Paper paper, byte[] content, int time) throws IOException {
    Path file = desk.home.resolve("inbox").resolve(paper.name);
    Files.write(file, content);
    if (time % 4 == 1) {
      Files.setLastModifiedTime(file, FileTime.fromMillis(0));
    } else if (time % 4 == 2) {
      Files.setLastModifiedTime(file, FileTime.fromMillis(4_102_444_800_000L));
    }
    model.inbox.put(paper.name, paper);
  }

  private Paper drop(Kind kind, boolean wrong, int time) throws IOException {
    TinyCounty.Written list = county.write(kind, dropped + 1);
    String text = list.text() + (wrong ? "合计 45 人\n" : "");
    TinyCounty.Written written = new TinyCounty.Written(text, list.rows());
    Paper paper = Paper.list(name(kind), kind, written, today, wrong);
    put(paper, bytes(text), time);
    last.put(kind, paper);
    return paper;
  }

  /** The last list once more under another name, as long as it counts for anything. */
  private void again(Kind kind, boolean other) throws IOException {
    Paper first = last.get(kind);
    boolean counts =
        !first.half
            && (model.inbox.containsValue(first)
                || model.waiting().contains(first)
                || model.current(kind).filter(first::equals).isPresent());
    if (counts) {
      String text = other ? first.text.replace("\n", "\r\n") : first.text;
      Paper copy = Paper.again((other ? "重存_" : "重发_") + number() + "_" + first.name, first, text);
      put(copy, bytes(text), 0);
    }
  }

  /** A copy that has reserved its length and is half done: it is finished after the next run. */
  private void half(Kind kind) throws IOException {
    Paper paper = drop(kind, false, 0);
    byte[] content = bytes(paper.text);
    byte[] half = new byte[content.length];
    System.arraycopy(content, 0, half, 0, content.length / 2);
    put(paper, half, 0);
    paper.half = true;
  }

  private void finishCopies() throws IOException {
    for (Paper paper : model.inbox.values()) {
      if (paper.half) {
        paper.half = false;
        Files.write(desk.home.resolve("inbox").resolve(paper.name), bytes(paper.text));
      }
    }
  }

  private void withdraw(Kind kind, int which) {
    List<Paper> held = model.waiting();
    Optional<Paper> back =
        which % 2 == 0 && !held.isEmpty()
            ? Optional.of(held.get(which % held.size()))
            : model.current(kind).filter(list -> model.taken(kind) > 1);
    if (back.isPresent()) {
      desk.does("withdraw", back.get().name, "--by", BY);
      back.get().withdrawn = true;
    }
  }

  private void correct() throws IOException {
    Optional<Paper> list = model.current(Kind.AID).filter(aid -> aid.readable() < aid.rows.size());
    if (list.isPresent() && !model.corrected(list.get()) && list.get().of == null) {
      Paper base = list.get();
      TinyCounty.Row row = base.rows.stream().filter(TinyCounty.Row::broken).findFirst().get();
      String name = base.name.replace(".csv", "__未通过.xlsx");
      List<TinyCounty.Row> right = new ArrayList<>();
      right.add(new TinyCounty.Row(row.child(), TinyCounty.STANDARD, false));
      base.rows.stream().filter(TinyCounty.Row::broken).skip(1).forEach(right::add);
      byte[] content = desk.corrected(base.name, "实发金额", TinyCounty.STANDARD);
      put(Paper.correction(name, base, right), content, 0);
    }
  }

  // --- people ----------------------------------------------------------------------------------

  private void answer(int which, int how) {
    List<String> open =
        model.shown().entrySet().stream()
            .filter(entry -> entry.getValue().open())
            .map(java.util.Map.Entry::getKey)
            .toList();
    if (open.isEmpty()) {
      return;
    }
    String about = open.get(which % open.size());
    LocalDate until = how % 3 == 1 ? today.plusDays(how % 5) : null;
    String outcome = how % 3 == 1 ? "B5" : how % 3 == 2 ? "F1" : "F3";
    List<String> words = new ArrayList<>(List.of("answer", desk.id(about), outcome, "--by", BY));
    words.addAll(List.of("--as-of", today.toString()));
    if (until != null) {
      words.addAll(List.of("--until", until.toString()));
    }
    desk.does(words.toArray(String[]::new));
    model.answers(about, outcome, until, today);
  }

  private void undo(int which) {
    List<String> answered = model.answered();
    if (!answered.isEmpty()) {
      String about = answered.get(which % answered.size());
      desk.does("undo", desk.id(about), "--by", BY, "--as-of", today.toString());
      model.takesBack(about);
    }
  }

  // --- runs ------------------------------------------------------------------------------------

  private static String[] line(LocalDate asOf) {
    return new String[] {"run", "--quiet", "--as-of", asOf.toString()};
  }

  /** A run that dies, perhaps twice. */
  private void killed(Event event) throws IOException {
    finishCopies();
    for (int kill = 0; kill <= event.other() % 2; kill++) {
      deaths += desk.dies((event.one() + 7 * kill) % 90, line(today)) ? 1 : 0;
    }
  }

  private void night() throws IOException {
    night(line(today));
  }

  private void night(String[] line) throws IOException {
    night(() -> desk.says(line));
  }

  private void night(Supplier<Desk.Said> run) throws IOException {
    SortedMap<String, String> expected = model.night(today);
    Desk.Said said = run.get();
    if (!Files.exists(desk.home.resolve("reports").resolve(today.toString()))) {
      throw new AssertionError(today + " ended with " + said.exit() + ": " + said.words());
    }
    SortedMap<String, String> found = desk.night(today);
    found.put("exit", "" + said.exit());
    compare(expected, found);
    finishCopies();
    nights++;
  }

  private void compare(SortedMap<String, String> expected, SortedMap<String, String> found) {
    TreeSet<String> measures = new TreeSet<>(expected.keySet());
    measures.addAll(found.keySet());
    for (String measure : measures) {
      String wanted = expected.getOrDefault(measure, "nothing");
      String there = found.getOrDefault(measure, "nothing");
      if (!wanted.equals(there)) {
        throw new AssertionError(today + ", " + measure + ": " + wanted + " expected, " + there);
      }
    }
  }

  private void release(int which) throws IOException {
    List<Paper> held = model.waiting();
    if (!held.isEmpty()) {
      Paper paper = held.get(which % held.size());
      model.releases(paper.text);
      today = today.plusDays(1);
      List<String> line = new ArrayList<>(List.of(line(today)));
      line.addAll(List.of("--accept", paper.name, "--by", BY));
      night(line.toArray(String[]::new));
    }
  }

  private void whatIf(int days) throws IOException {
    SortedMap<String, String> before = digests();
    desk.says(line(today.minusDays(days)));
    if (!digests().equals(before)) {
      throw new AssertionError("a what-if before " + today + " has changed something");
    }
  }

  private void rebuild() throws IOException {
    SortedMap<String, String> before = digests();
    desk.does("rebuild");
    if (!digests().equals(before)) {
      throw new AssertionError("a rebuild after " + today + " has changed something");
    }
  }

  /** What neither a what-if nor a rebuild may change. */
  private SortedMap<String, String> digests() throws IOException {
    SortedMap<String, String> digests = new TreeMap<>();
    for (String part : List.of("inbox", "feedback", "reports", "journal")) {
      Path folder = desk.home.resolve(part);
      try (java.util.stream.Stream<Path> walk = Files.walk(folder)) {
        for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
          if (!List.of("epoch", "lease.lock").contains(file.getFileName().toString())) {
            digests.put(file.toString(), "" + java.util.Arrays.hashCode(Files.readAllBytes(file)));
          }
        }
      }
    }
    return digests;
  }
}

package cn.bidui.endure;

import cn.bidui.endure.TinyCounty.Kind;
import cn.bidui.endure.TinyCounty.Row;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What any sequence of events in the tiny county must come to, reckoned a second time from the
 * contract alone: which file is in use, held or known already, and what each finding is tonight.
 */
final class SequenceModel {

  /** A file that was dropped. */
  static final class Paper {
    final String name;
    final @Nullable Kind kind;
    final String text;
    final List<Row> rows;
    final LocalDate date;
    final boolean wrongTotal;

    /** The list that it only repeats, or of which it corrects rows. */
    final @Nullable Paper of;

    final boolean corrects;
    boolean half;
    int receipt;
    String verdict = "";
    boolean released;
    boolean withdrawn;

    private Paper(
        String name,
        @Nullable Kind kind,
        String text,
        List<Row> rows,
        LocalDate date,
        boolean wrongTotal,
        @Nullable Paper of,
        boolean corrects) {
      this.name = name;
      this.kind = kind;
      this.text = text;
      this.rows = rows;
      this.date = date;
      this.wrongTotal = wrongTotal;
      this.of = of;
      this.corrects = corrects;
    }

    static Paper list(
        String name, Kind kind, TinyCounty.Written list, LocalDate date, boolean bad) {
      return new Paper(name, kind, list.text(), list.rows(), date, bad, null, false);
    }

    /** The same content as {@code first}, or the same rows as another program writes them. */
    static Paper again(String name, Paper first, String text) {
      boolean bad = first.wrongTotal;
      return new Paper(name, first.kind, text, first.rows, first.date, bad, first, false);
    }

    static Paper correction(String name, Paper base, List<Row> rows) {
      return new Paper(name, base.kind, "", rows, base.date, false, base, true);
    }

    static Paper noList(String name, String text) {
      return new Paper(name, null, text, List.of(), LocalDate.MIN, false, null, false);
    }

    boolean list() {
      return kind != null && !corrects;
    }

    /** The list that this one, and others, repeat. */
    Paper first() {
      return of == null || corrects ? this : of.first();
    }

    int readable() {
      return (int) rows.stream().filter(row -> !row.broken()).count();
    }

    private boolean taken() {
      return !withdrawn && (verdict.startsWith("accepted") || (verdict.equals("held") && released));
    }
  }

  /** A finding on one night; {@code facts} are what an answer rests on. */
  record Entry(String state, LocalDate first, LocalDate last, String facts) {
    boolean open() {
      return List.of("new", "persisting", "reopened").contains(state);
    }
  }

  private record Night(LocalDate asOf, SortedMap<String, Entry> entries, Paper roll) {}

  private record Answer(
      String about, String outcome, @Nullable LocalDate until, String facts, LocalDate day) {
    boolean closes() {
      return !outcome.equals("F1");
    }
  }

  private static final Comparator<Paper> AGE =
      Comparator.comparing((Paper paper) -> paper.date).thenComparingInt(paper -> paper.receipt);

  /** What lies in the inbox, by name. */
  final SortedMap<String, Paper> inbox = new TreeMap<>();

  private final List<Paper> papers = new ArrayList<>();

  /** Contents that a person released: whoever sends one again is not asked again. */
  private final Set<String> released = new HashSet<>();

  private final List<Object> log = new ArrayList<>();
  private final Map<LocalDate, Integer> publishedAt = new HashMap<>();
  private int receipts;

  // --- files -----------------------------------------------------------------------------------

  /** The list in use, if there is one. */
  Optional<Paper> current(Kind kind) {
    return papers.stream().filter(p -> p.list() && p.kind == kind && p.taken()).max(AGE);
  }

  /** How many lists of a kind were taken and not taken back. */
  int taken(Kind kind) {
    return (int) papers.stream().filter(p -> p.list() && p.kind == kind && p.taken()).count();
  }

  /** Held, and nobody has ended that. */
  List<Paper> waiting() {
    return papers.stream().filter(this::waits).toList();
  }

  /** A person releases a content, under whatever names it waits. */
  void releases(String text) {
    released.add(text);
    waiting().stream().filter(paper -> paper.text.equals(text)).forEach(p -> p.released = true);
  }

  private boolean waits(Paper paper) {
    return paper.verdict.equals("held")
        && !paper.released
        && !paper.withdrawn
        && papers.stream()
            .noneMatch(
                later ->
                    later.list()
                        && later.kind == paper.kind
                        && later.taken()
                        && later.receipt > paper.receipt);
  }

  private boolean used(Paper paper) {
    Kind kind = paper.kind;
    if (kind == null || !paper.taken()) {
      return false;
    }
    return current(kind).filter(list -> list == (paper.corrects ? paper.of : paper)).isPresent();
  }

  /** Whether rows of {@code list} were corrected already. */
  boolean corrected(Paper list) {
    return papers.stream().anyMatch(paper -> paper.corrects && paper.of == list)
        || inbox.values().stream().anyMatch(paper -> paper.corrects && paper.of == list);
  }

  /** What is whole in the inbox is taken and answered, in the order of names. */
  private void takeInbox() {
    List<Paper> arrived = inbox.values().stream().filter(paper -> !paper.half).toList();
    inbox.values().removeAll(arrived);
    arrived.forEach(paper -> paper.receipt = ++receipts);
    papers.addAll(arrived);
    arrived.stream().filter(paper -> !paper.corrects).forEach(this::decide);
    arrived.stream().filter(paper -> paper.corrects).forEach(this::decide);
  }

  private void decide(Paper paper) {
    Kind kind = paper.kind;
    if (kind == null) {
      paper.verdict = "refused";
      return;
    }
    String read = paper.readable() == paper.rows.size() ? "accepted" : "accepted-with-rejects";
    Paper of = paper.of;
    if (paper.corrects) {
      paper.verdict = current(kind).filter(list -> list == of).isPresent() ? read : "superseded";
    } else if (papers.stream().anyMatch(other -> repeats(paper, other))) {
      paper.verdict = "duplicate";
    } else {
      paper.verdict = paper.wrongTotal && current(kind).isPresent() ? "held" : read;
      paper.released = released.contains(paper.text);
    }
  }

  /** What is in use may have been saved again; what waits is known only byte for byte. */
  private boolean repeats(Paper paper, Paper other) {
    return other != paper
        && other.list()
        && other.first() == paper.first()
        && (used(other) || (waits(other) && other.text.equals(paper.text)));
  }

  // --- people ----------------------------------------------------------------------------------

  private List<Night> nights(LocalDate before) {
    return log.stream()
        .filter(each -> each instanceof Night night && night.asOf().isBefore(before))
        .map(Night.class::cast)
        .sorted(Comparator.comparing(Night::asOf).reversed())
        .toList();
  }

  /** The last published night's findings. */
  SortedMap<String, Entry> shown() {
    List<Night> nights = nights(LocalDate.MAX);
    return nights.isEmpty() ? new TreeMap<>() : nights.get(0).entries();
  }

  /** What is said twice in the same words on one day was said once. */
  void answers(String about, String outcome, @Nullable LocalDate until, LocalDate day) {
    Answer answer = new Answer(about, outcome, until, shown().get(about).facts(), day);
    if (last(about).filter(answer::equals).isEmpty()) {
      log.add(answer);
    }
  }

  /** Findings of the last night whose answer stands, or was given since. */
  List<String> answered() {
    SortedMap<String, Entry> shown = shown();
    int since = log.lastIndexOf(nights(LocalDate.MAX).get(0));
    return shown.keySet().stream()
        .filter(about -> last(about).isPresent())
        .filter(
            about ->
                shown.get(about).state().equals("explained")
                    || log.lastIndexOf(last(about).get()) > since)
        .toList();
  }

  void takesBack(String about) {
    log.remove(log.lastIndexOf(last(about).orElseThrow()));
  }

  private Optional<Answer> last(String about) {
    return log.stream()
        .filter(each -> each instanceof Answer answer && answer.about().equals(about))
        .map(Answer.class::cast)
        .reduce((a, b) -> b);
  }

  // --- a night ---------------------------------------------------------------------------------

  /** What is published for that day; of a day that was published before, the later counts. */
  SortedMap<String, String> night(LocalDate asOf) {
    takeInbox();
    List<Night> before = nights(asOf);
    Map<Integer, String> roll = new TreeMap<>();
    Paper list = current(Kind.ROLL).orElseThrow();
    list.rows.forEach(row -> roll.put(row.child(), list.name));
    Night night = new Night(asOf, ledger(asOf, before, asked(before, roll)), list);
    log.removeIf(each -> each instanceof Night same && same.asOf().equals(asOf));
    log.add(night);
    SortedMap<String, String> measures = files(before);
    publishedAt.put(asOf, receipts);
    night
        .entries()
        .forEach((k, e) -> measures.put(k, e.state() + " " + e.first() + " " + e.last()));
    return measures;
  }

  private SortedMap<String, String> files(List<Night> before) {
    int since = before.isEmpty() ? 0 : publishedAt.get(before.get(0).asOf());
    SortedMap<String, String> measures = new TreeMap<>();
    int exit = 0;
    for (Paper paper : papers) {
      boolean used = used(paper);
      if (used || waits(paper) || paper.receipt > since) {
        String state = state(paper, used);
        measures.put("file " + paper.name, state + " " + used);
        exit = Math.max(exit, state.equals("held") ? 3 : state.equals("refused") ? 2 : 0);
      }
    }
    inbox.values().forEach(half -> measures.put("file " + half.name, "waiting false"));
    measures.put("exit", "" + exit);
    return measures;
  }

  private String state(Paper paper, boolean used) {
    boolean held = paper.verdict.equals("held");
    if (used) {
      return held ? "accepted" : paper.verdict;
    }
    boolean taken = held || paper.verdict.startsWith("accepted");
    return waits(paper) || !taken ? paper.verdict : "superseded";
  }

  /** The questions of tonight, with the facts that each rests on. */
  private SortedMap<String, String> asked(List<Night> before, Map<Integer, String> roll) {
    SortedMap<String, String> asked = new TreeMap<>();
    Map<Integer, List<String>> grants = grants();
    for (int child = 0; child < TinyCounty.CHILDREN; child++) {
      List<String> paid = grants.getOrDefault(child, List.of());
      if (child < TinyCounty.PAID && paid.isEmpty()) {
        asked.put("unfunded-eligible " + child, sentBack(child) ? "sent back" : "");
      } else if (paid.size() > 1) {
        asked.put("duplicate-aid " + child, "");
      } else if (paid.size() == 1 && !paid.get(0).equals(TinyCounty.STANDARD)) {
        asked.put("underpaid " + child, paid.get(0));
      }
      for (Night night : before) {
        String last = roll(night, child);
        if (!roll.containsKey(child) && last != null) {
          asked.putIfAbsent("vanished-from-roll " + child, last);
        }
      }
    }
    return asked;
  }

  /**
   * The roll on which a child stood on a past night, of copies the first; what was taken back since
   * never came.
   */
  private @Nullable String roll(Night night, int child) {
    return Stream.of(night.roll())
        .flatMap(roll -> roll.withdrawn ? papers.stream() : Stream.of(roll))
        .filter(paper -> paper.list() && paper.kind == Kind.ROLL && paper.taken())
        .filter(paper -> paper.receipt <= publishedAt.get(night.asOf()))
        .max(AGE)
        .filter(paper -> paper.rows.stream().anyMatch(row -> row.child() == child))
        .map(paper -> paper.of == null ? paper.name : paper.of.name)
        .orElse(null);
  }

  /**
   * Whether a grant stands in the list that cannot be read: then it is neither there nor missing.
   */
  private boolean sentBack(int child) {
    return papers.stream()
        .filter(paper -> paper.kind == Kind.AID && used(paper))
        .flatMap(paper -> paper.rows.stream())
        .anyMatch(row -> row.broken() && row.child() == child);
  }

  private Map<Integer, List<String>> grants() {
    Map<Integer, List<String>> grants = new TreeMap<>();
    papers.stream()
        .filter(paper -> paper.kind == Kind.AID && used(paper))
        .flatMap(paper -> paper.rows.stream())
        .filter(row -> !row.broken())
        .forEach(
            row -> grants.computeIfAbsent(row.child(), no -> new ArrayList<>()).add(row.says()));
    return grants;
  }

  private SortedMap<String, Entry> ledger(
      LocalDate asOf, List<Night> before, SortedMap<String, String> asked) {
    SortedMap<String, Entry> past = new TreeMap<>();
    if (!before.isEmpty()) {
      past.putAll(before.get(0).entries());
      past.values().removeIf(entry -> entry.state().equals("resolved"));
    }
    TreeSet<String> all = new TreeSet<>(asked.keySet());
    all.addAll(past.keySet());
    SortedMap<String, Entry> entries = new TreeMap<>();
    for (String about : all) {
      LocalDate first = asOf;
      for (Night night : before) {
        Entry then = night.entries().get(about);
        first = then == null ? first : then.first();
      }
      Entry old = past.get(about);
      String facts = asked.get(about);
      entries.put(
          about,
          facts == null
              ? new Entry("resolved", first, old.last(), old.facts())
              : new Entry(state(about, facts, asOf, before, old), first, asOf, facts));
    }
    return entries;
  }

  private String state(
      String about, String facts, LocalDate asOf, List<Night> before, @Nullable Entry old) {
    if (stands(about, facts, asOf, before)) {
      return "explained";
    }
    boolean known = before.stream().anyMatch(night -> night.entries().containsKey(about));
    return old != null && old.open() ? "persisting" : known ? "reopened" : "new";
  }

  /**
   * Whether the last answer closes the finding tonight: same facts, in time, not resolved since.
   */
  private boolean stands(String about, String facts, LocalDate asOf, List<Night> before) {
    Answer last = null;
    for (Object each : log) {
      if (each instanceof Answer answer && answer.about().equals(about)) {
        last = answer;
      } else if (each instanceof Night night
          && before.contains(night)
          && resolved(night.entries().get(about))) {
        last = null;
      }
    }
    return last != null
        && last.closes()
        && Objects.equals(last.facts(), facts)
        && (last.until() == null || !asOf.isAfter(last.until()));
  }

  private static boolean resolved(@Nullable Entry entry) {
    return entry != null && entry.state().equals("resolved");
  }
}

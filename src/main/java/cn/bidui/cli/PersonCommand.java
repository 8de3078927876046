package cn.bidui.cli;

import cn.bidui.batch.ErasedPlaces;
import cn.bidui.batch.EvidenceRows;
import cn.bidui.batch.NightOrder;
import cn.bidui.batch.OpenRecord;
import cn.bidui.batch.PersonTraces;
import cn.bidui.batch.Progress;
import cn.bidui.ledger.Archive;
import cn.bidui.ledger.Entry;
import cn.bidui.ledger.HomeKey;
import cn.bidui.ledger.JournalReader;
import cn.bidui.ledger.JournalState;
import cn.bidui.ledger.LedgerFinding;
import cn.bidui.ledger.own.Asked;
import cn.bidui.person.CitizenId;
import cn.bidui.person.CitizenIdReading;
import cn.bidui.report.forms.PersonPaper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code bidui person find|copy|correct|delete|refuse}: what a child or a guardian may ask about
 * the child's own data (个人信息保护法 45–47, 未成年人网络保护条例 34). The id never stands on the command line,
 * which shells and process lists keep: it is read from a file or standard input, or taken from a
 * finding.
 */
@Command(name = "person")
final class PersonCommand implements Callable<Integer> {

  /** What is asked for. */
  enum Act {
    FIND,
    COPY,
    CORRECT,
    DELETE,
    REFUSE
  }

  /** Nobody asks about more children than that at once. */
  private static final int MOST_BYTES = 1 << 16;

  @Mixin private Options options = new Options();

  @Parameters(
      index = "0",
      paramLabel = "find|copy|correct|delete|refuse",
      arity = "0..1",
      descriptionKey = "person.act")
  private @Nullable Act act;

  @Option(names = "--id-file", paramLabel = "FILE|-", descriptionKey = "person.id-file")
  private String idFile = "";

  @Option(names = "--finding", paramLabel = "FINDING", descriptionKey = "person.finding")
  private String finding = "";

  @Option(names = "--by", paramLabel = "NAME", descriptionKey = "by")
  private String by = "";

  @Option(names = "--purpose", paramLabel = "TEXT", descriptionKey = "person.purpose")
  private String purpose = "";

  @Option(names = "--reason", paramLabel = "TEXT", descriptionKey = "person.reason")
  private String reason = "";

  @Option(names = "--out", paramLabel = "FILE.docx", descriptionKey = "person.out")
  private @Nullable Path target;

  @Option(names = "--wait", paramLabel = "SECONDS", descriptionKey = "run.wait")
  private int waitSeconds = 60;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    Optional<String> missing = missing();
    if (missing.isPresent()) {
      options.say(err(), missing.get());
      return ExitCode.USAGE;
    }
    Optional<NightOrder> order = new Order(options, err()).of("nightly");
    if (order.isEmpty()) {
      return ExitCode.USAGE;
    }
    JournalState state = JournalReader.of(options.folder().home()).state();
    List<CitizenId> ids = ids(order.get(), state);
    boolean several = act == Act.FIND || act == Act.DELETE;
    if (ids.isEmpty() || (ids.size() > 1 && !several)) {
      options.say(err(), finding.isEmpty() ? "cli.person.no-id" : "cli.person.no-finding");
      return ExitCode.USAGE;
    }
    List<PersonTraces> children = new ArrayList<>();
    for (CitizenId id : ids) {
      children.add(PersonTraces.of(id, state, options.archive(state), order.get().profiles()));
    }
    if (act == Act.FIND) {
      PersonWords words = new PersonWords(options, options.archive(state), state);
      children.forEach(child -> words.found(child, out()));
      return ExitCode.DONE;
    }
    return decided(order.get(), children);
  }

  private Optional<String> missing() {
    if (act == null || idFile.isEmpty() == finding.isEmpty()) {
      return Optional.of("cli.person.incomplete");
    }
    if (act != Act.FIND && by.isBlank()) {
      return Optional.of("cli.by.missing");
    }
    if (act != Act.FIND && why().isBlank()) {
      return Optional.of(act == Act.COPY ? "cli.person.purpose" : "cli.person.reason");
    }
    if (papers() && (target == null || Files.exists(target))) {
      return Optional.of("cli.person.out");
    }
    if (target != null && !target.toString().toLowerCase(Locale.ROOT).endsWith(".docx")) {
      return Optional.of("cli.person.docx");
    }
    return Optional.empty();
  }

  private boolean papers() {
    return act == Act.COPY || act == Act.CORRECT || act == Act.REFUSE;
  }

  private String why() {
    return act == Act.COPY ? purpose : reason;
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  private PrintWriter err() {
    return spec.commandLine().getErr();
  }

  /** One id a line; none at all if any line is none. */
  private List<CitizenId> ids(NightOrder order, JournalState state) throws IOException {
    if (!finding.isEmpty()) {
      return ofFinding(order, state).stream().toList();
    }
    String text =
        idFile.equals("-")
            ? new String(System.in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8)
            : Files.readString(Path.of(idFile));
    List<CitizenId> ids = new ArrayList<>();
    for (String line : text.lines().filter(each -> !each.isBlank()).toList()) {
      if (!(CitizenId.read(line.strip()) instanceof CitizenIdReading.Valid valid)) {
        return List.of();
      }
      ids.add(valid.id());
    }
    return ids;
  }

  private Optional<CitizenId> ofFinding(NightOrder order, JournalState state) throws IOException {
    Archive archive = options.archive(state);
    Optional<LedgerFinding> named =
        PublishedFindings.find(finding, state, archive)
            .filter(each -> each.finding().subjectKind().equals("person"));
    if (named.isEmpty()) {
      return Optional.empty();
    }
    List<LedgerFinding> one = List.of(named.get());
    EvidenceRows rows =
        EvidenceRows.read(AskedPersons.places(one), archive, state, order.profiles());
    List<Asked> asked = new AskedPersons(rows).of(one);
    return asked.get(0).ids().size() == 1
        ? asked.get(0).ids().stream().findFirst()
        : Optional.empty();
  }

  private int decided(NightOrder order, List<PersonTraces> children) throws IOException {
    UnderLease lease = new UnderLease(options, err(), Duration.ofSeconds(waitSeconds));
    if (act != Act.DELETE) {
      return lease.record(record -> paper(order, children.get(0), record));
    }
    List<PersonTraces> known =
        children.stream()
            .filter(child -> !child.rows().isEmpty() || !child.findings().isEmpty())
            .toList();
    if (known.isEmpty()) {
      options.say(out(), "cli.person.none");
      return ExitCode.DONE;
    }
    return lease.record(record -> delete(order, known, record));
  }

  /** What is handed out is on record before it is written. */
  private int paper(NightOrder order, PersonTraces child, OpenRecord record) throws IOException {
    if (act == Act.COPY) {
      String digest = record.archive().put(purpose.strip().getBytes(StandardCharsets.UTF_8));
      record
          .journal()
          .append(new Entry.Revealed("person-copy", 1, by.strip(), digest, options.asOf()));
    }
    journal(child, record);
    PersonWords words = new PersonWords(options, record.archive(), record.state());
    Path paper = Objects.requireNonNull(target, "checked before");
    String kind = Objects.requireNonNull(act, "checked before").name().toLowerCase(Locale.ROOT);
    PersonPaper.write(
        paper,
        words.title(kind),
        words.lines(kind, child, order.settings().unit(), why().strip(), by.strip()),
        options.asOf());
    options.say(out(), "cli.person.written", paper);
    return ExitCode.DONE;
  }

  private void journal(PersonTraces child, OpenRecord record) throws IOException {
    SortedMap<String, Long> counts = new TreeMap<>();
    counts.put("rows", (long) child.rows().size());
    counts.put("findings", (long) child.findings().size());
    String done =
        switch (Objects.requireNonNull(act, "checked before")) {
          case COPY -> "copied";
          case CORRECT -> "correction";
          case DELETE -> "deleted";
          case REFUSE, FIND -> "refused";
        };
    String words = record.archive().put(why().strip().getBytes(StandardCharsets.UTF_8));
    record
        .journal()
        .append(
            new Entry.PersonAsked(
                done, subject(record.key(), child), by.strip(), options.asOf(), words, counts));
  }

  /** Whoever asks again is known again, by the holder of the key alone. */
  private static String subject(HomeKey key, PersonTraces child) {
    return key.handles().hash("person:" + child.id());
  }

  private int delete(NightOrder order, List<PersonTraces> children, OpenRecord record)
      throws IOException {
    SortedMap<String, Long> counts;
    try (Context context = Context.start(order, record, Progress.NONE)) {
      counts = context.nights().erase(children, by.strip());
      for (PersonTraces child : children) {
        journal(child, record);
      }
    }
    if (order.settings().database().embedded()) {
      ErasedPlaces.forgetIndex(options.folder());
    }
    options.say(
        out(),
        "cli.person.deleted",
        counts.getOrDefault("files", 0L),
        counts.getOrDefault("rows", 0L),
        counts.getOrDefault("findings", 0L),
        counts.getOrDefault("published", 0L));
    List<Path> left = ErasedPlaces.left(options.folder(), children);
    left.forEach(path -> options.say(out(), "cli.person.left", path));
    return left.isEmpty() ? ExitCode.DONE : ExitCode.HELD;
  }
}

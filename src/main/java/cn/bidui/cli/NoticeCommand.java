package cn.bidui.cli;

import cn.bidui.batch.ArchivedRows;
import cn.bidui.batch.ModelInUse;
import cn.bidui.batch.NightOrder;
import cn.bidui.ledger.Archive;
import cn.bidui.ledger.Entry.Published;
import cn.bidui.ledger.HomeKey;
import cn.bidui.ledger.JournalReader;
import cn.bidui.ledger.JournalState;
import cn.bidui.link.HandleHash;
import cn.bidui.link.LinkLimits;
import cn.bidui.link.LinkMemory;
import cn.bidui.link.LinkResult;
import cn.bidui.link.Relinker;
import cn.bidui.plan.AidPolicies;
import cn.bidui.plan.Program;
import cn.bidui.report.notice.NoticeFacts;
import cn.bidui.report.notice.NoticePeriod;
import cn.bidui.report.notice.Notices;
import cn.bidui.source.ListKind;
import cn.bidui.source.Messages;
import cn.bidui.source.Term;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code bidui notice}: the public lists (公示名单) of a program and term, one for each school, from
 * what the last night rested on. Reads journal and archive only; it changes nothing and never
 * waits.
 */
@Command(name = "notice")
final class NoticeCommand implements Callable<Integer> {

  private static final int MOST_DAYS = 60;

  @Mixin private Options options = new Options();

  @Option(names = "--term", paramLabel = "TERM", required = true, descriptionKey = "notice.term")
  private String term = "";

  @Option(
      names = "--program",
      paramLabel = "CODE",
      required = true,
      descriptionKey = "notice.program")
  private String program = "";

  @Option(names = "--school", paramLabel = "NAME", descriptionKey = "notice.school")
  private String school = "";

  @Option(
      names = "--from",
      paramLabel = "YYYY-MM-DD",
      required = true,
      descriptionKey = "notice.from")
  private LocalDate from = LocalDate.MIN;

  @Option(names = "--days", paramLabel = "N", descriptionKey = "notice.days")
  private int days = NoticePeriod.USUAL_DAYS;

  @Option(names = "--contact", paramLabel = "TEXT", descriptionKey = "notice.contact")
  private String contact = "";

  @Option(names = "--out", paramLabel = "FOLDER", required = true, descriptionKey = "notice.out")
  private Path out = Path.of("");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    Optional<Term> asked = Term.find(term);
    if (asked.isEmpty()) {
      options.say(err, "cli.policy.unknown-term", term);
      return ExitCode.USAGE;
    }
    if (days < 1 || days > MOST_DAYS) {
      options.say(err, "cli.notice.days", days, MOST_DAYS);
      return ExitCode.USAGE;
    }
    if (!free(out)) {
      options.say(err, "cli.notice.there", out);
      return ExitCode.USAGE;
    }
    return of(asked.get(), err);
  }

  private int of(Term asked, PrintWriter err) throws IOException {
    Optional<NightOrder> now = new Order(options, err).of("nightly");
    if (now.isEmpty()) {
      return ExitCode.USAGE;
    }
    Optional<Program> wanted = now.get().policies().ofCode(program);
    if (wanted.isEmpty()) {
      options.say(err, "cli.notice.unknown-program", program, codes(now.get().policies()));
      return ExitCode.USAGE;
    }
    return of(asked, wanted.get(), now.get(), err);
  }

  /** An empty folder, or none: notices of another term must not lie between these. */
  private static boolean free(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return !Files.exists(folder);
    }
    try (Stream<Path> there = Files.list(folder)) {
      return there.findAny().isEmpty();
    }
  }

  private static String codes(AidPolicies policies) {
    return policies.programs().stream()
        .map(each -> each.code() + "（" + each.name() + "）")
        .collect(Collectors.joining("、"));
  }

  private int of(Term asked, Program wanted, NightOrder now, PrintWriter err) throws IOException {
    JournalState state = JournalReader.of(options.folder().home()).state();
    Archive archive = options.archive(state);
    Optional<Published> night = state.publicationBefore(options.asOf().plusDays(1));
    if (night.isEmpty()) {
      options.say(err, "cli.notice.none", options.asOf());
      return ExitCode.USAGE;
    }
    Optional<NightOrder> then = new Order(options, err).of(night.get(), archive);
    return then.isEmpty()
        ? ExitCode.USAGE
        : write(asked, wanted, now, new Night(night.get(), then.get(), state, archive));
  }

  /** What a publication rested on. */
  private record Night(
      Published published, NightOrder order, JournalState state, Archive archive) {}

  private int write(Term asked, Program wanted, NightOrder now, Night night) throws IOException {
    HomeKey key = HomeKey.open(options.folder().home(), night.state().keyFingerprint());
    ArchivedRows rows = new ArchivedRows(night.order(), night.state(), night.archive(), key);
    NoticeTables tables = NoticeTables.read(rows, night.published(), asked);
    LinkResult links = linked(tables, night, key.handles());
    NoticeLines lines = NoticeLines.of(tables, links, now.policies(), wanted, school);
    List<String> schools = schools(lines);
    NoticeTold told =
        new NoticeTold(options, spec.commandLine().getOut(), spec.commandLine().getErr());
    if (schools.isEmpty()) {
      told.nobody(asked, wanted, tables.aid().size(), lines, school);
      return ExitCode.USAGE;
    }
    NoticeFacts facts = facts(asked, wanted, now);
    Files.createDirectories(out);
    Notices.write(lines.list(), facts, schools, out);
    return told.done(night.published().asOf(), facts, schools, lines, wanted, out);
  }

  /** As the night links, by its numbers and people's rulings; other lists are not needed for it. */
  private static LinkResult linked(NoticeTables tables, Night night, HandleHash hash)
      throws IOException {
    LinkLimits limits = new ModelInUse(night.state(), night.archive()).limits(night.order());
    return new Relinker(limits, night.order().software())
        .link(
            Map.of(ListKind.AID, tables.aid(), ListKind.ROLL, tables.roll()),
            night.state().pins(),
            hash,
            LinkMemory.none())
        .links();
  }

  private List<String> schools(NoticeLines lines) {
    return school.isBlank()
        ? List.copyOf(lines.list().schools())
        : lines.schoolOnList(school).stream().toList();
  }

  private NoticeFacts facts(Term asked, Program wanted, NightOrder now) {
    String title =
        wanted.titleInPublic().orElseGet(() -> Messages.ZH.text("report.notice.neutral"));
    return new NoticeFacts(
        now.settings().unit(), asked, title, NoticePeriod.of(from, days), contact);
  }
}

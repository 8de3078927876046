package cn.bidui.cli;

import cn.bidui.ledger.Archive;
import cn.bidui.ledger.CaseAct;
import cn.bidui.ledger.Entry;
import cn.bidui.ledger.Journal;
import cn.bidui.ledger.JournalReader;
import cn.bidui.ledger.JournalState;
import cn.bidui.ledger.cases.CaseBook;
import cn.bidui.ledger.cases.CaseFile;
import cn.bidui.ledger.cases.CaseProblem;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code bidui case CASE [ACT]}: shows a case, or records what somebody did about it. To show one
 * needs no lease.
 */
@Command(name = "case")
final class CaseCommand implements Callable<Integer> {

  private static final Duration WAIT = Duration.ofSeconds(60);

  @Mixin private Options options = new Options();

  @Parameters(index = "0", paramLabel = "CASE", arity = "0..1", descriptionKey = "case.id")
  private String id = "";

  @Parameters(index = "1", paramLabel = "ACT", arity = "0..1", descriptionKey = "case.act")
  private String act = "";

  @Parameters(index = "2", paramLabel = "NAME", arity = "0..1", descriptionKey = "case.name")
  private String name = "";

  @Option(names = "--by", paramLabel = "NAME", descriptionKey = "by")
  private String by = "";

  @Option(names = "--day", paramLabel = "YYYY-MM-DD", descriptionKey = "case.day")
  private @Nullable LocalDate day;

  @Option(names = "--until", paramLabel = "YYYY-MM-DD", descriptionKey = "case.until")
  private @Nullable LocalDate until;

  @Option(names = "--note", paramLabel = "TEXT", descriptionKey = "answer.note")
  private String note = "";

  @Option(names = "--number", paramLabel = "NUMBER", descriptionKey = "case.number")
  private String number = "";

  @Option(names = "--teacher", paramLabel = "NAME", descriptionKey = "case.teacher")
  private String teacher = "";

  @Option(names = "--cadre", paramLabel = "NAME", descriptionKey = "case.cadre")
  private String cadre = "";

  @Option(names = "--guardian", paramLabel = "NAME", descriptionKey = "case.guardian")
  private String guardian = "";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    if (id.isBlank()) {
      options.say(err, "cli.case.incomplete");
      return ExitCode.USAGE;
    }
    if (options.lacksHome(err)) {
      return ExitCode.USAGE;
    }
    if (act.isBlank()) {
      return show(JournalReader.of(options.folder().home()).state());
    }
    Optional<CaseAct> named = CaseAct.find(act);
    if (named.isEmpty() || by.isBlank()) {
      options.say(err, named.isEmpty() ? "cli.case.unknown-act" : "cli.by.missing", act);
      return ExitCode.USAGE;
    }
    return new UnderLease(options, err, WAIT).journal(journal -> record(journal, named.get()));
  }

  private int show(JournalState state) throws IOException {
    Archive archive = options.archive(state);
    Optional<CaseFile> file = file(state, archive);
    if (file.isEmpty()) {
      return ExitCode.USAGE;
    }
    PrintWriter out = spec.commandLine().getOut();
    new CaseScreen(options, out).print(file.get());
    new TakenBack(options, out, state, archive).print(file.get());
    return ExitCode.DONE;
  }

  /** Empty if there is none, which has been told. */
  private Optional<CaseFile> file(JournalState state, Archive archive) throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    Optional<CaseBook> book = new CaseDesk(options, err).book(state, archive);
    Optional<CaseFile> file = book.flatMap(cases -> CaseDesk.find(cases, id));
    if (book.isPresent() && file.isEmpty()) {
      options.say(err, "cli.case.unknown", id);
    }
    return file;
  }

  private int record(Journal journal, CaseAct what) throws IOException {
    Archive archive = options.archive(journal.state());
    Optional<CaseFile> file = file(journal.state(), archive);
    if (file.isEmpty()) {
      return ExitCode.USAGE;
    }
    List<String> words = words(what, file.get());
    Entry.CaseActed said = acted(file.get(), what, "");
    Optional<CaseProblem> problem = CaseProblem.check(file.get(), said, words);
    if (problem.isPresent()) {
      options.say(
          spec.commandLine().getErr(),
          problem.get().key(),
          file.get().caseId(),
          file.get().open().size(),
          by.strip());
      return ExitCode.USAGE;
    }
    journal.appendAll(entries(file.get(), what, kept(words, archive), journal.state()));
    tell(what, file(journal.state(), archive).orElse(file.get()));
    return ExitCode.DONE;
  }

  /** What is sent back takes the answers back with it, so that the findings open again. */
  private List<Entry> entries(CaseFile file, CaseAct what, String words, JournalState state) {
    List<Entry> entries = new ArrayList<>();
    if (what == CaseAct.SEND_BACK) {
      List<Long> lines = new ArrayList<>();
      file.people().standing().lines().forEach(line -> lines.addAll(AnswerLines.with(line, state)));
      entries.add(new Entry.Undone(lines, by.strip(), options.asOf(), words));
    }
    entries.add(acted(file, what, words));
    return entries;
  }

  private static String kept(List<String> words, Archive archive) throws IOException {
    String text = String.join("\n", words);
    return text.isBlank() ? "" : archive.put(text.getBytes(StandardCharsets.UTF_8));
  }

  private Entry.CaseActed acted(CaseFile file, CaseAct what, String words) {
    return new Entry.CaseActed(
        file.caseId(),
        what,
        by.strip(),
        options.asOf(),
        what == CaseAct.EXTEND ? until : day,
        words);
  }

  /** Names and numbers first, then the note. */
  private List<String> words(CaseAct what, CaseFile file) {
    return switch (what) {
      case ASSIGN -> noted(name);
      case DEADLINE_NOTICE -> noted(number);
      case HELPERS -> helpers(file.people().helpers());
      default -> note.isBlank() ? List.of() : List.of(plain(note));
    };
  }

  private List<String> noted(String first) {
    if (first.isBlank()) {
      return List.of();
    }
    return note.isBlank() ? List.of(plain(first)) : List.of(plain(first), plain(note));
  }

  /** Who is not named anew stays. */
  private List<String> helpers(List<String> before) {
    if (teacher.isBlank() && cadre.isBlank() && guardian.isBlank()) {
      return List.of();
    }
    return List.of(
        either(teacher, before, 0), either(cadre, before, 1), either(guardian, before, 2));
  }

  private static String either(String named, List<String> before, int which) {
    return !named.isBlank() || which >= before.size() ? plain(named) : before.get(which);
  }

  private static String plain(String text) {
    return text.replaceAll("[\\p{Cntrl}]+", " ").strip();
  }

  private void tell(CaseAct what, CaseFile now) {
    PrintWriter out = spec.commandLine().getOut();
    options.say(out, "cli.case.done", now.caseId(), what.label(options.messages()), by.strip());
    new CaseScreen(options, out).brief(now);
  }
}

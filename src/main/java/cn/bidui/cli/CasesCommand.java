package cn.bidui.cli;

import cn.bidui.batch.KnownPlaces;
import cn.bidui.ledger.Archive;
import cn.bidui.ledger.JournalReader;
import cn.bidui.ledger.JournalState;
import cn.bidui.ledger.cases.CaseBook;
import cn.bidui.ledger.cases.CaseFile;
import cn.bidui.ledger.cases.CaseStage;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bidui cases}: the cases that are pending, the most urgent first. */
@Command(name = "cases")
final class CasesCommand implements Callable<Integer> {

  private static final Comparator<CaseFile> URGENT =
      Comparator.comparing(
              CaseFile::due, Comparator.nullsLast(Comparator.<java.time.LocalDate>naturalOrder()))
          .thenComparing(CaseFile::caseId);

  @Mixin private Options options = new Options();

  @Option(names = "--school", paramLabel = "NAME", descriptionKey = "cases.school")
  private String school = "";

  @Option(names = "--stage", paramLabel = "STAGE", descriptionKey = "cases.stage")
  private String stage = "";

  @Option(names = "--overdue", descriptionKey = "cases.overdue")
  private boolean overdue;

  @Option(names = "--gaps", descriptionKey = "cases.gaps")
  private boolean gaps;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    @Nullable CaseStage wanted = stage();
    if (!stage.isBlank() && wanted == null) {
      options.say(err, "cli.cases.unknown-stage", stage, stages());
      return ExitCode.USAGE;
    }
    JournalState state = JournalReader.of(options.folder().home()).state();
    Archive archive = options.archive(state);
    Optional<CaseBook> book = new CaseDesk(options, err).book(state, archive);
    if (book.isEmpty()) {
      return ExitCode.USAGE;
    }
    List<CaseFile> chosen =
        book.get().cases().values().stream().filter(chosen(wanted)).sorted(URGENT).toList();
    AskedSchool asked = new AskedSchool(school, KnownPlaces.of(state, archive));
    if (chosen.isEmpty() && asked.unknown()) {
      return asked.refuse(options, err);
    }
    print(chosen);
    return ExitCode.DONE;
  }

  /** Without a stage: whatever is pending. */
  private Predicate<CaseFile> chosen(@Nullable CaseStage wanted) {
    return file ->
        (wanted == null ? file.pending() : file.stage() == wanted)
            && (school.isBlank() || file.where().school().equals(school.strip()))
            && (!overdue || file.overdue())
            && (!gaps || file.incomplete());
  }

  private @Nullable CaseStage stage() {
    String text = stage.strip();
    return Arrays.stream(CaseStage.values())
        .filter(
            each ->
                each.code().equalsIgnoreCase(text) || each.label(options.messages()).equals(text))
        .findFirst()
        .orElse(null);
  }

  private String stages() {
    return Arrays.stream(CaseStage.values())
        .map(each -> each.label(options.messages()))
        .collect(Collectors.joining(options.messages().text("cli.case.and")));
  }

  private void print(List<CaseFile> files) {
    PrintWriter out = spec.commandLine().getOut();
    long late = files.stream().filter(CaseFile::overdue).count();
    long lacking = files.stream().filter(CaseFile::incomplete).count();
    options.say(out, "cli.cases.count", files.size(), late, lacking);
    files.forEach(file -> options.say(out, "cli.cases.line", words(file)));
  }

  private Object[] words(CaseFile file) {
    String unit = file.where().school().isEmpty() ? file.where().township() : file.where().school();
    return new Object[] {
      file.caseId(),
      file.stage().label(options.messages()),
      CaseScreen.rules(file, options.messages()),
      shown(unit),
      shown(file.people().responsible()),
      shown(Objects.toString(file.due(), "")),
      file.overdue() ? options.messages().text("cli.cases.late") : "",
      shown(CaseScreen.gaps(file, options.messages()))
    };
  }

  private String shown(String text) {
    return text.isEmpty() ? options.messages().text("cli.explain.blank") : text;
  }
}

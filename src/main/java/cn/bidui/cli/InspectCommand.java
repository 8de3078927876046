package cn.bidui.cli;

import cn.bidui.intake.FileReading;
import cn.bidui.intake.Intake;
import cn.bidui.intake.IntakeLimits;
import cn.bidui.intake.ReadRow;
import cn.bidui.intake.RowSink;
import cn.bidui.intake.SheetReading;
import cn.bidui.normalize.Normalizer;
import cn.bidui.normalize.RowOutcome;
import cn.bidui.person.CitizenId;
import cn.bidui.plan.ColumnProfiles;
import cn.bidui.source.CellRef;
import cn.bidui.source.Header;
import cn.bidui.source.Messages;
import cn.bidui.source.Problem;
import cn.bidui.source.Problem.FileProblem;
import cn.bidui.source.Problem.RowProblem;
import cn.bidui.source.Term;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bidui inspect FILE…}: what intake would say of these files. Changes nothing. */
@Command(name = "inspect", resourceBundle = "messages.usage")
final class InspectCommand implements Callable<Integer> {

  private static final int PROBLEMS_SHOWN = 20;

  @Mixin private Options options = new Options();

  @Parameters(paramLabel = "FILE", arity = "1..*", descriptionKey = "inspect.file")
  private List<Path> files = new ArrayList<>();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    PrintWriter err = spec.commandLine().getErr();
    Optional<ColumnProfiles> profiles = new Order(options, err).profiles();
    if (profiles.isEmpty()) {
      return ExitCode.USAGE;
    }
    Intake intake = new Intake(profiles.get(), IntakeLimits.defaults());
    int exit = ExitCode.DONE;
    for (Path file : files) {
      if (!Files.isRegularFile(file)) {
        options.say(err, "cli.inspect.missing", file);
        exit = ExitCode.IO;
        continue;
      }
      int one = inspect(intake, file);
      exit = exit == ExitCode.IO ? exit : Math.max(exit, one);
    }
    return exit;
  }

  private int inspect(Intake intake, Path file) {
    PrintWriter out = spec.commandLine().getOut();
    String name = file.getFileName().toString();
    Rows rows = new Rows();
    FileReading reading = intake.read(file, name, rows);
    if (reading instanceof FileReading.Refused refused) {
      for (FileProblem problem : refused.problems()) {
        options.say(out, "cli.inspect.refused", name, title(problem), action(problem));
      }
      return ExitCode.REFUSED;
    }
    FileReading.Read read = (FileReading.Read) reading;
    Messages messages = options.messages();
    for (SheetReading sheet : read.sheets()) {
      if (sheet.header().isEmpty()) {
        continue;
      }
      options.say(
          out,
          "cli.inspect.read",
          sheet.name().isEmpty() ? name : name + "!" + sheet.name(),
          messages.text("report.list." + read.list().code()),
          sheet.headerRow(),
          rows.accepted,
          rows.rejected);
      columns(sheet.header().get(), out);
    }
    read.term().ifPresent(term -> options.say(out, "cli.inspect.term", term.value().label()));
    read.dataDate().ifPresent(date -> options.say(out, "cli.inspect.data-date", date.value()));
    problems(rows, out);
    return ExitCode.DONE;
  }

  private void columns(Header header, PrintWriter out) {
    header
        .columnsInOrder()
        .forEach(
            (field, column) ->
                options.say(
                    out,
                    "cli.inspect.column",
                    options.messages().text("field." + field.code()),
                    CellRef.letters(column),
                    header.titles().getOrDefault(field, "")));
  }

  private void problems(Rows rows, PrintWriter out) {
    rows.problems.stream()
        .limit(PROBLEMS_SHOWN)
        .forEach(
            problem ->
                options.say(
                    out,
                    "cli.inspect.problem",
                    cell(problem.place()),
                    problem.code().code(),
                    title(problem),
                    action(problem)));
    if (rows.problems.size() > PROBLEMS_SHOWN) {
      options.say(out, "cli.inspect.more", rows.problems.size() - PROBLEMS_SHOWN);
    }
  }

  /** {@code 在籍学生!L100} as Excel writes it; text files have no sheet. */
  private static String cell(CellRef place) {
    String sheet = place.sheet().isEmpty() ? "" : place.sheet() + "!";
    return sheet + place.column() + place.row();
  }

  private String title(Problem problem) {
    return text(problem, "title");
  }

  private String action(Problem problem) {
    return text(problem, "action");
  }

  private String text(Problem problem, String what) {
    List<String> words = new ArrayList<>();
    boolean id = problem instanceof RowProblem row && row.field().holdsId();
    words.add(id ? CitizenId.mask(problem.found()) : problem.found());
    words.addAll(problem.arguments());
    return options
        .messages()
        .text("problem." + problem.code().code() + "." + what, words.toArray());
  }

  /** Counts what normalizing says, without keeping a row. */
  private static final class Rows implements RowSink {
    private final List<RowProblem> problems = new ArrayList<>();
    private @Nullable Normalizer normalizer;
    private int accepted;
    private int rejected;

    @Override
    public void header(Header header) {
      // Any term will do: which one holds is settled when the file is taken.
      normalizer = new Normalizer(header.list(), new Term(2025, Term.Season.AUTUMN));
    }

    @Override
    public void row(ReadRow row) {
      if (row instanceof ReadRow.Data data && normalizer != null) {
        RowOutcome outcome = normalizer.normalize(data.cells());
        if (outcome instanceof RowOutcome.Rejected rejection) {
          rejected++;
          problems.addAll(rejection.problems());
        } else {
          accepted++;
        }
      }
    }
  }
}

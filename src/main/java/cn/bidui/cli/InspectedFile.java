package cn.bidui.cli;

import cn.bidui.intake.AnswerColumn;
import cn.bidui.intake.ColumnReading;
import cn.bidui.intake.ColumnReading.How;
import cn.bidui.intake.FileReading;
import cn.bidui.intake.Intake;
import cn.bidui.intake.ReadRow;
import cn.bidui.intake.ReturnSlip;
import cn.bidui.intake.RowSink;
import cn.bidui.intake.SheetReading;
import cn.bidui.normalize.Normalizer;
import cn.bidui.normalize.RowOutcome;
import cn.bidui.person.CitizenId;
import cn.bidui.source.CellRef;
import cn.bidui.source.Header;
import cn.bidui.source.Problem;
import cn.bidui.source.Problem.FileProblem;
import cn.bidui.source.Problem.RowProblem;
import cn.bidui.source.ProblemCode;
import cn.bidui.source.Term;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What intake makes of one file, told to a user. */
final class InspectedFile {

  private static final int PROBLEMS_SHOWN = 20;

  private final Options options;
  private final PrintWriter out;

  InspectedFile(Options options, PrintWriter out) {
    this.options = options;
    this.out = out;
  }

  /** Reads the file and tells all of it; whether it would be taken. */
  boolean show(Intake intake, Path file) {
    String name = file.getFileName().toString();
    Rows rows = new Rows();
    FileReading reading = intake.read(file, name, rows);
    if (reading instanceof FileReading.Refused refused) {
      for (FileProblem problem : refused.problems()) {
        String place = place(name, problem.place().sheet());
        options.say(out, "cli.inspect.refused", place, title(problem), action(problem));
      }
    }
    if (reading instanceof FileReading.Answers answers) {
      answers(answers, name, rows);
      return true;
    }
    reading.sheets().forEach(sheet -> sheet(sheet, name, reading, rows));
    if (reading instanceof FileReading.Read read) {
      read.term().ifPresent(term -> options.say(out, "cli.inspect.term", term.value().label()));
      read.dataDate().ifPresent(date -> options.say(out, "cli.inspect.data-date", date.value()));
    }
    problems(rows.problems);
    return reading instanceof FileReading.Read;
  }

  /** A workbook of findings; whether its answers can be recorded shows when it is taken. */
  private void answers(FileReading.Answers answers, String file, Rows rows) {
    String asOf = answers.slip().map(slip -> slip.value(ReturnSlip.AS_OF)).orElse("");
    String whose = answers.slip().map(slip -> slip.value(ReturnSlip.AUDIENCE)).orElse("");
    String kind = asOf.isEmpty() ? "cli.inspect.answers-loose" : "cli.inspect.answers";
    options.say(out, kind, file, asOf, whose);
    for (SheetReading sheet : answers.sheets()) {
      int filled = rows.counts.getOrDefault(sheet.name(), new int[2])[0];
      String place = sheet.name().isEmpty() ? file : sheet.name();
      options.say(out, "cli.inspect.answers-sheet", place, sheet.dataRows(), filled);
    }
  }

  private void sheet(SheetReading sheet, String file, FileReading reading, Rows rows) {
    String place = place(file, sheet.name());
    if (sheet.header().isPresent() && reading instanceof FileReading.Read) {
      int[] counts = rows.counts.getOrDefault(sheet.name(), new int[2]);
      Header header = sheet.header().get();
      options.say(
          out,
          "cli.inspect.read",
          place,
          options.messages().text("report.list." + header.list().code()),
          header.row(),
          counts[0],
          counts[1]);
      options.say(out, "cli.inspect.profile", header.profile());
    } else {
      options.say(out, "cli.inspect.sheet." + state(sheet), place);
    }
    columns(sheet.columns(), reading);
    rows(sheet.rowsOf());
  }

  private static String place(String file, String sheet) {
    return sheet.isEmpty() ? file : file + "!" + sheet;
  }

  private static String state(SheetReading sheet) {
    return sheet.state().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  private void columns(List<ColumnReading> columns, FileReading reading) {
    columns.stream().filter(column -> column.how().read()).forEach(this::read);
    unread(columns, How.KNOWN);
    unread(columns, How.UNKNOWN);
    columns.stream()
        .filter(column -> !column.meant().isEmpty() && !told(column, reading))
        .forEach(column -> options.say(out, "cli.inspect.meant", column.text(), column.meant()));
  }

  /** Whether the refusal asks already whether this column is the missing one. */
  private static boolean told(ColumnReading column, FileReading reading) {
    String meant = column.text() + " → " + column.meant();
    return reading instanceof FileReading.Refused refused
        && refused.problems().stream()
            .filter(problem -> problem.code() == ProblemCode.HEADER_COLUMN_MISSING)
            .flatMap(problem -> problem.arguments().stream())
            .anyMatch(words -> List.of(words.split("、")).contains(meant));
  }

  private void read(ColumnReading column) {
    column
        .field()
        .ifPresent(
            field ->
                options.say(
                    out,
                    "cli.inspect.column",
                    options.messages().text("field." + field.code()),
                    CellRef.letters(column.column()),
                    column.text(),
                    options.messages().text("cli.inspect.how." + column.how().code())));
  }

  private void unread(List<ColumnReading> columns, How how) {
    String texts =
        columns.stream()
            .filter(column -> column.how() == how)
            .map(column -> CellRef.letters(column.column()) + " " + column.text())
            .collect(Collectors.joining("、"));
    if (!texts.isEmpty()) {
      options.say(out, "cli.inspect.unread." + how.code(), texts);
    }
  }

  private void rows(SheetReading.Rows rows) {
    if (rows.note() > 0) {
      String numbers = rows.notes().stream().map(String::valueOf).collect(Collectors.joining("、"));
      options.say(out, "cli.inspect.notes", rows.note(), numbers);
    }
    if (rows.hidden() > 0) {
      options.say(out, "cli.inspect.rows-hidden", rows.hidden());
    }
    if (rows.privateNames() > 0) {
      String places =
          rows.privatePlaces().stream()
              .map(place -> place.column() + place.row())
              .collect(Collectors.joining("、"));
      options.say(out, "cli.inspect.private-use", rows.privateNames(), places);
    }
  }

  private void problems(List<RowProblem> problems) {
    problems.stream()
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
    if (problems.size() > PROBLEMS_SHOWN) {
      options.say(out, "cli.inspect.more", problems.size() - PROBLEMS_SHOWN);
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
    return options.messages().text(problem.text(what), words.toArray());
  }

  /** Counts what normalizing says, without keeping a row. */
  private static final class Rows implements RowSink {
    private final List<RowProblem> problems = new ArrayList<>();

    /** Accepted and rejected rows by sheet. */
    private final Map<String, int[]> counts = new HashMap<>();

    private @Nullable Normalizer normalizer;

    @Override
    public void header(Header header) {
      // Any term will do: which one holds is settled when the file is taken.
      normalizer = new Normalizer(header.list(), new Term(2025, Term.Season.AUTUMN));
    }

    @Override
    public void row(ReadRow row) {
      if (row instanceof ReadRow.Answer answer && !answer.text(AnswerColumn.OUTCOME).isEmpty()) {
        counts.computeIfAbsent(row.sheet(), sheet -> new int[2])[0]++;
      }
      if (row instanceof ReadRow.Data data && normalizer != null) {
        int[] count = counts.computeIfAbsent(row.sheet(), sheet -> new int[2]);
        RowOutcome outcome = normalizer.normalize(data.cells());
        if (outcome instanceof RowOutcome.Rejected rejection) {
          count[1]++;
          problems.addAll(rejection.problems());
        } else {
          count[0]++;
        }
      }
    }
  }
}

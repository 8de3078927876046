package cn.bidui.anomaly;

import cn.bidui.intake.FileReading;
import cn.bidui.intake.Intake;
import cn.bidui.intake.IntakeLimits;
import cn.bidui.intake.ReadRow;
import cn.bidui.intake.RowSink;
import cn.bidui.normalize.Layout;
import cn.bidui.normalize.Normalizer;
import cn.bidui.normalize.RowOutcome;
import cn.bidui.plan.ColumnProfiles;
import cn.bidui.plan.Mistakes;
import cn.bidui.source.Header;
import cn.bidui.source.ListKind;
import cn.bidui.source.Problem.RowProblem;
import cn.bidui.source.SheetRow;
import cn.bidui.source.Term;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A file read from its bytes to its records with the shipped profiles, as a night reads it. */
final class ListReading implements RowSink {

  private static final Intake INTAKE = new Intake(profiles(), IntakeLimits.defaults());

  /** Of lists that name no term; which one holds is settled when the file is taken. */
  private static final Term SOME_TERM = new Term(2025, Term.Season.AUTUMN);

  private final List<Row> rows = new ArrayList<>();
  private final Set<List<String>> seen = new HashSet<>();
  private @Nullable Normalizer normalizer;

  /**
   * One row that was handed over.
   *
   * @param bucket A accepted, R rejected, B blank, D duplicate, N note
   * @param values of accepted rows, in the order of the list's layout
   * @param problems of rejected rows
   */
  record Row(
      String sheet, int number, char bucket, List<String> values, List<RowProblem> problems) {}

  /** What came of a file. */
  record Outcome(FileReading reading, List<Row> rows) {}

  static Outcome of(Path file, String name) {
    ListReading reading = new ListReading();
    return new Outcome(INTAKE.read(file, name, reading), reading.rows);
  }

  private static ColumnProfiles profiles() {
    Map<String, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.list(Path.of("jobs/columns"))) {
      for (Path file : files.toList()) {
        texts.put(file.getFileName().toString(), Files.readString(file));
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    Mistakes mistakes = new Mistakes();
    ColumnProfiles profiles = ColumnProfiles.read(texts, mistakes);
    if (!mistakes.none()) {
      throw new IllegalStateException(mistakes.all().toString());
    }
    return profiles;
  }

  /** The layout of {@code list}; null if its rows are not read. */
  static @Nullable Layout layout(ListKind list) {
    try {
      return Layout.of(list);
    } catch (IllegalArgumentException notRead) {
      return null;
    }
  }

  @Override
  public void header(Header header) {
    normalizer = layout(header.list()) == null ? null : new Normalizer(header.list(), SOME_TERM);
  }

  @Override
  public void row(ReadRow row) {
    if (row instanceof ReadRow.Data data) {
      rows.add(record(data.cells()));
    } else {
      char bucket = row instanceof ReadRow.Blank ? 'B' : 'N';
      rows.add(new Row(row.sheet(), row.row(), bucket, List.of(), List.of()));
    }
  }

  private Row record(SheetRow row) {
    String sheet = row.header().sheet();
    if (normalizer == null) {
      return new Row(sheet, row.row(), '?', List.of(), List.of());
    }
    RowOutcome outcome = normalizer.normalize(row);
    if (outcome instanceof RowOutcome.Rejected rejected) {
      return new Row(sheet, row.row(), 'R', List.of(), rejected.problems());
    }
    List<String> values = ((RowOutcome.Accepted) outcome).values();
    boolean again = persons(row.header().list()) && !seen.add(values);
    return new Row(sheet, row.row(), again ? 'D' : 'A', values, List.of());
  }

  private static boolean persons(ListKind list) {
    return list.listOfPersons();
  }
}

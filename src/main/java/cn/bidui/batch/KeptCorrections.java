package cn.bidui.batch;

import cn.bidui.intake.ReadRow.Corrected;
import cn.bidui.intake.ReadRow.Corrected.Repeat;
import cn.bidui.intake.ReturnSlip;
import cn.bidui.normalize.Bucket;
import cn.bidui.normalize.KeptRow;
import cn.bidui.normalize.Layout;
import cn.bidui.normalize.Normalizer;
import cn.bidui.normalize.RowOutcome;
import cn.bidui.normalize.ShelvedFile.BaseRow;
import cn.bidui.normalize.ShelvedFile.Keyed;
import cn.bidui.normalize.ShelvedFile.Returned;
import cn.bidui.source.CellRef;
import cn.bidui.source.Field;
import cn.bidui.source.Header;
import cn.bidui.source.Problem.RowProblem;
import cn.bidui.source.ProblemCode;
import cn.bidui.source.SheetRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Corrected rows as they are kept, and whose keys are ours. What earlier corrections have done to
 * the same rows is not known here: files are read in any order.
 */
final class KeptCorrections {

  private final RowKeys keys;
  private final List<Keyed> keyed = new ArrayList<>();

  KeptCorrections(RowKeys keys) {
    this.keys = keys;
  }

  /** What {@code row} is kept as; {@code sheet} is the index of its sheet. */
  KeptRow keep(int sheet, Corrected row, Normalizer normalizer) {
    Optional<ProblemCode> fault = fault(row);
    if (fault.isPresent()) {
      return rejected(sheet, row, List.of(problem(row, fault.get())));
    }
    RowKeys.row(row.slip().base(), row.key())
        .ifPresent(of -> keyed.add(new Keyed(sheet, row.row(), of)));
    if (row.repeat() == Repeat.CONFLICT) {
      return rejected(sheet, row, List.of(problem(row, ProblemCode.ROW_KEY_TWICE)));
    }
    KeptRow kept = normalized(sheet, row, normalizer);
    return row.repeat() == Repeat.COPY ? copy(row, kept) : kept;
  }

  /** Why the row's key is not one of ours; empty if it is. */
  private Optional<ProblemCode> fault(Corrected row) {
    String base = row.slip().base();
    if (row.key().isEmpty() && row.check().isEmpty()) {
      return Optional.of(ProblemCode.ROW_NOT_KEYED);
    }
    Optional<BaseRow> of = RowKeys.row(base, row.key());
    if (of.isPresent() && keys.seal(base, row.key()).equals(row.check())) {
      return Optional.empty();
    }
    boolean another = row.key().matches("[0-9a-f]{16}!.*") && !row.key().startsWith(start(base));
    return Optional.of(another ? ProblemCode.ROW_KEY_FOREIGN : ProblemCode.ROW_KEY_CHANGED);
  }

  private static String start(String base) {
    return base.substring(0, 16);
  }

  private static KeptRow normalized(int sheet, Corrected row, Normalizer normalizer) {
    List<RowProblem> problems = new ArrayList<>();
    RowOutcome outcome = normalizer.normalize(row.cells());
    if (outcome instanceof RowOutcome.Rejected rejected) {
      problems.addAll(rejected.problems());
    }
    if (row.beyond() >= 0) {
      problems.add(beyond(row));
    }
    if (!problems.isEmpty()) {
      return rejected(sheet, row, problems);
    }
    List<String> values = FileShelving.storable(((RowOutcome.Accepted) outcome).values());
    return new KeptRow(sheet, row.row(), Bucket.ACCEPTED, values, List.of());
  }

  /** What stood right of the list's header still does. */
  private static RowProblem beyond(Corrected row) {
    return new RowProblem(
        ProblemCode.ROW_TOO_WIDE,
        place(row, CellRef.letters(row.beyond())),
        Field.REMARK,
        row.cells().cells().get(row.beyond()).text(),
        List.of());
  }

  private static RowProblem problem(Corrected row, ProblemCode code) {
    return new RowProblem(
        code, place(row, ""), Field.REMARK, "", List.of(String.valueOf(row.row())));
  }

  private static CellRef place(Corrected row, String column) {
    Header header = row.cells().header();
    return new CellRef(header.file(), header.sheet(), row.row(), column);
  }

  private static KeptRow rejected(int sheet, Corrected row, List<RowProblem> problems) {
    return new KeptRow(sheet, row.row(), Bucket.REJECTED, texts(row.cells()), problems);
  }

  private static List<String> texts(SheetRow row) {
    return FileShelving.storable(row.cells().stream().map(cell -> cell.text().strip()).toList());
  }

  /**
   * The second of two equal rows. Duplicates are kept as records; one that could not become one
   * keeps the name and the id that its control total is made of.
   */
  private static KeptRow copy(Corrected row, KeptRow kept) {
    List<String> values = kept.values();
    if (kept.bucket() == Bucket.REJECTED) {
      Header header = row.sheetHeader();
      Layout layout = Layout.of(header.list());
      String[] record = new String[layout.fields().size()];
      Arrays.fill(record, "");
      for (Field field : List.of(Field.NAME, Field.CITIZEN_ID)) {
        if (layout.position(field) >= 0) {
          record[layout.position(field)] = FileShelving.at(kept.values(), header.column(field));
        }
      }
      values = List.of(record);
    }
    return new KeptRow(kept.sheet(), kept.row(), Bucket.DUPLICATE, values, List.of());
  }

  /** What the file corrects; {@code slip} must be genuine. */
  Returned returned(ReturnSlip slip) {
    return new Returned(slip.base(), slip.receipt(), keyed);
  }

  /** Whether {@code slip} is as it went out. */
  boolean genuine(ReturnSlip slip) {
    return keys.genuine(slip);
  }
}

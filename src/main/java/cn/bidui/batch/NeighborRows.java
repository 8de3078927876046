package cn.bidui.batch;

import cn.bidui.intake.Intake;
import cn.bidui.intake.ReadRow;
import cn.bidui.intake.RowCursor;
import cn.bidui.normalize.ShelvedFile.BaseRow;
import cn.bidui.report.Answer.Neighbor;
import cn.bidui.report.RejectedRow;
import cn.bidui.source.CellRef;
import cn.bidui.source.Content;
import cn.bidui.source.SheetRow;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rows above and below rejected ones (相邻行), as they stand in the list: what is wrong is often
 * seen beside what is right. The index keeps what became of a row, so the list is read again.
 */
final class NeighborRows {

  /** For more rejected rows nobody looks at a copy of the sheet. */
  private static final int LOOKED_AT = 200;

  private final Intake intake;

  NeighborRows(Intake intake) {
    this.intake = intake;
  }

  /** In the order of the list, those of {@code open} left out. */
  List<Neighbor> of(Content content, String name, List<RejectedRow> open) {
    Set<BaseRow> wanted = wanted(open);
    List<Neighbor> found = new ArrayList<>();
    if (wanted.isEmpty()) {
      // Among them files that are no lists at all.
      return found;
    }
    try (RowCursor rows = intake.open(content, name)) {
      @Nullable ReadRow row = rows.next();
      while (row != null) {
        if (wanted.remove(new BaseRow(row.sheet(), row.row()))
            && row instanceof ReadRow.Data data) {
          found.add(neighbor(data.cells()));
        }
        row = wanted.isEmpty() ? null : rows.next();
      }
    }
    return found;
  }

  private static Set<BaseRow> wanted(List<RejectedRow> open) {
    Set<BaseRow> wanted = new HashSet<>();
    for (RejectedRow row : open.subList(0, Math.min(LOOKED_AT, open.size()))) {
      wanted.add(new BaseRow(row.sheet(), row.row() - 1));
      wanted.add(new BaseRow(row.sheet(), row.row() + 1));
    }
    open.forEach(row -> wanted.remove(new BaseRow(row.sheet(), row.row())));
    return wanted;
  }

  private static Neighbor neighbor(SheetRow row) {
    List<String> titles = row.header().texts();
    List<RejectedRow.Value> cells = new ArrayList<>();
    for (int column = 0; column < Math.max(titles.size(), row.cells().size()); column++) {
      cells.add(
          new RejectedRow.Value(
              column < titles.size() ? titles.get(column) : CellRef.letters(column),
              column < row.cells().size() ? row.cells().get(column).text().strip() : ""));
    }
    return new Neighbor(row.header().sheet(), row.row(), cells);
  }
}

package cn.bidui.report.period;

import cn.bidui.report.period.PeriodTable.Row;
import cn.bidui.report.period.PeriodTable.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Hides counts that would tell of too few children (小数隐藏), and as many others as it takes that the
 * hidden ones cannot be found by subtracting.
 */
final class Suppression {

  /** So many are needed for a number to be shown; 0 tells of nobody. */
  static final int LEAST = 3;

  static final String HIDDEN = "＊";

  private final List<List<Cell>> cells = new ArrayList<>();
  private final PeriodTable table;
  private boolean changed;

  private Suppression(PeriodTable table) {
    this.table = table;
    table.rows().forEach(row -> cells.add(new ArrayList<>(row.cells())));
  }

  static boolean isFew(long count) {
    return count > 0 && count < LEAST;
  }

  /** The table as it may leave the bureau. */
  static PeriodTable of(PeriodTable table) {
    return new Suppression(table).hidden();
  }

  private PeriodTable hidden() {
    each((row, column) -> isFew(cells.get(row).get(column).people()));
    do {
      changed = false;
      rows();
      columns();
    } while (changed);
    each((row, column) -> follows(row, cells.get(row).get(column)));
    List<Row> rows = new ArrayList<>();
    for (int row = 0; row < cells.size(); row++) {
      Row was = table.rows().get(row);
      rows.add(new Row(was.tone(), was.group(), cells.get(row)));
    }
    return table.rows(rows);
  }

  private boolean follows(int row, Cell cell) {
    return cell.base() >= 0 && cells.get(row).get(cell.base()).isHidden();
  }

  /** Whether to hide a cell. */
  private interface Choice {
    boolean hides(int row, int column);
  }

  private void each(Choice choice) {
    for (int row = 0; row < cells.size(); row++) {
      for (int column = 0; column < cells.get(row).size(); column++) {
        if (choice.hides(row, column)) {
          hide(row, column);
        }
      }
    }
  }

  private void hide(int row, int column) {
    Cell cell = cells.get(row).get(column);
    if (!cell.isHidden()) {
      cells.get(row).set(column, cell.hidden());
      changed = true;
    }
  }

  /** One hidden count in a row that adds up can be found from the others. */
  private void rows() {
    if (!table.flow()) {
      return;
    }
    for (int row = 0; row < cells.size(); row++) {
      int at = row;
      List<Integer> counts =
          IntStream.range(0, cells.get(row).size())
              .filter(column -> cells.get(at).get(column).count())
              .boxed()
              .toList();
      if (counts.stream().filter(column -> cells.get(at).get(column).isHidden()).count() == 1) {
        smallest(counts.stream().map(column -> new int[] {at, column}).toList(), true);
      }
    }
  }

  private void columns() {
    for (int row = 0; row < cells.size(); row++) {
      for (int column = 0; column < cells.get(row).size(); column++) {
        if (cells.get(row).get(column).isHidden() && cells.get(row).get(column).count()) {
          siblings(row, column);
        }
      }
    }
  }

  private void siblings(int row, int column) {
    Row of = table.rows().get(row);
    List<int[]> group =
        IntStream.range(0, cells.size())
            .filter(other -> table.rows().get(other).tone() == of.tone())
            .filter(other -> table.rows().get(other).group().equals(of.group()))
            .mapToObj(other -> new int[] {other, column})
            .toList();
    boolean alone =
        group.stream().filter(at -> cells.get(at[0]).get(at[1]).isHidden()).count() == 1;
    if (alone && of.tone() != Tone.TOTAL && !smallest(group, false)) {
      parent(row).ifPresent(above -> hide(above, column));
    }
  }

  /** The nearest row above that its group adds up to. */
  private OptionalInt parent(int row) {
    Tone sum = table.rows().get(row).group().isEmpty() ? Tone.TOTAL : Tone.PLACE;
    return IntStream.iterate(row - 1, above -> above >= 0, above -> above - 1)
        .filter(above -> table.rows().get(above).tone() == sum)
        .findFirst();
  }

  /** Hides the smallest of those that are shown; a 0 only where it must be. */
  private boolean smallest(List<int[]> places, boolean zeros) {
    Optional<int[]> chosen =
        places.stream()
            .filter(at -> shown(at, 1))
            .min(java.util.Comparator.comparingLong(at -> cells.get(at[0]).get(at[1]).people()));
    if (chosen.isEmpty() && zeros) {
      chosen = places.stream().filter(at -> shown(at, 0)).findFirst();
    }
    chosen.ifPresent(at -> hide(at[0], at[1]));
    return chosen.isPresent();
  }

  private boolean shown(int[] at, long least) {
    Cell cell = cells.get(at[0]).get(at[1]);
    return cell.count() && !cell.isHidden() && cell.people() >= least;
  }
}

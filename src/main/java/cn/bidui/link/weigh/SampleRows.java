package cn.bidui.link.weigh;

import cn.bidui.link.frame.Column;
import cn.bidui.link.frame.Frame;
import cn.bidui.plan.LinkPlan.FieldKind;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * Some rows of a list, chosen by what they say: those with the lowest hashes of all that is written
 * in them. So the choice is the same whatever the order of the rows.
 */
final class SampleRows {

  private final Frame frame;
  private final int columns;

  SampleRows(Frame frame, int columns) {
    this.frame = frame;
    this.columns = columns;
  }

  /**
   * At most {@code most} rows, ascending.
   *
   * @param salt another salt, another choice
   */
  int[] of(int list, int most, long salt) {
    Comparator<long[]> highestFirst =
        Comparator.<long[]>comparingLong(entry -> entry[0])
            .thenComparingLong(entry -> entry[1])
            .reversed();
    PriorityQueue<long[]> lowest = new PriorityQueue<>(highestFirst);
    for (int row = frame.start(list); row < frame.start(list + 1); row++) {
      long hash = hash(row, salt);
      if (lowest.size() < most || hash < lowest.element()[0]) {
        lowest.add(new long[] {hash, row});
      }
      if (lowest.size() > most) {
        lowest.remove();
      }
    }
    return lowest.stream().mapToInt(entry -> (int) entry[1]).sorted().toArray();
  }

  private long hash(int row, long salt) {
    long hash = salt;
    for (int i = 0; i < columns; i++) {
      hash = (hash ^ word(frame.column(i), row)) * 0xBF58476D1CE4E5B9L;
      hash ^= hash >>> 29;
    }
    return hash;
  }

  private static long word(Column column, int row) {
    long packed = column.packed(row);
    int code = column.code(row);
    if (packed != 0 || code == 0) {
      return packed;
    }
    boolean text = column.kind() != FieldKind.DATE && column.kind() != FieldKind.SEX;
    return text ? column.text(code).hashCode() : code;
  }
}

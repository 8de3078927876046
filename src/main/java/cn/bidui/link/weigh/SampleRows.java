package cn.bidui.link.weigh;

import cn.bidui.link.frame.Column;
import cn.bidui.link.frame.Frame;
import cn.bidui.plan.LinkPlan.FieldKind;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

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

  /**
   * A hash of each row, of which all bits count: of its packed numbers, such as valid ids, or of
   * all that is written in a row that has none.
   */
  int[] hashes(long salt) {
    int[] packed =
        IntStream.range(0, columns).filter(i -> frame.column(i).numbers().length > 0).toArray();
    return IntStream.range(0, frame.size())
        .parallel()
        .mapToLong(row -> numbered(row, packed) ? hash(row, packed, salt) : hash(row, salt))
        .mapToInt(hash -> (int) (hash ^ hash >>> 32))
        .toArray();
  }

  private boolean numbered(int row, int[] packed) {
    for (int i : packed) {
      if (frame.column(i).packed(row) != 0) {
        return true;
      }
    }
    return false;
  }

  private long hash(int row, int[] packed, long salt) {
    long hash = salt;
    for (int i : packed) {
      hash = mix(hash, frame.column(i).packed(row));
    }
    return hash;
  }

  private long hash(int row, long salt) {
    long hash = salt;
    for (int i = 0; i < columns; i++) {
      hash = mix(hash, word(frame.column(i), row));
    }
    return hash;
  }

  private static long mix(long hash, long word) {
    long mixed = (hash ^ word) * 0xBF58476D1CE4E5B9L;
    return mixed ^ mixed >>> 29;
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

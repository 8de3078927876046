package cn.bidui.report.links;

import cn.bidui.link.PairList;
import cn.bidui.link.PlanLinks;
import cn.bidui.link.frame.Frame;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * {@code rows.csv}: each row of each list, with what became of it. Rows of one cluster are taken to
 * be one and the same; a row that is alone has a cluster of its own.
 */
final class RowLines {

  private static final String[] DECISIONS = {"unlinked", "undecided", "linked"};

  private static final byte[][] WORDS =
      Arrays.stream(DECISIONS).map(ByteLines::quoted).toArray(byte[][]::new);

  private final Frame frame;
  private final PlanLinks found;

  /** By row, the place of its decision. */
  private final byte[] decisions;

  /** By row that is the first of a cluster, the number of that. */
  private final int[] numbers;

  private final byte[][] lists;
  private final int clusters;

  RowLines(Frame frame, PlanLinks found) {
    this.frame = frame;
    this.found = found;
    this.decisions = new byte[frame.size()];
    mark(found.undecided(), (byte) 1);
    mark(found.links(), (byte) 2);
    for (int row = 0; row < decisions.length; row++) {
      if (found.cluster(row) != row) {
        decisions[row] = 2;
        decisions[found.cluster(row)] = 2;
      }
    }
    numbers = new int[decisions.length];
    clusters = number();
    lists = frame.lists().stream().map(ByteLines::cell).toArray(byte[][]::new);
  }

  private void mark(PairList pairs, byte decision) {
    for (int i = 0; i < pairs.size(); i++) {
      decisions[pairs.left(i)] = decision;
      decisions[pairs.right(i)] = decision;
    }
  }

  /** How many rows were decided upon so: {@code linked}, {@code undecided}, {@code unlinked}. */
  long count(String decision) {
    long count = 0;
    for (byte one : decisions) {
      count += DECISIONS[one].equals(decision) ? 1 : 0;
    }
    return count;
  }

  /** How many clusters there are. */
  int clusters() {
    return clusters;
  }

  void write(Path file) throws IOException {
    LineFile.write(file, "list,row,cluster,decision", decisions.length, this::rows);
  }

  private void rows(int from, int to, ByteLines lines) {
    for (int row = from; row < to; row++) {
      lines.text(lists[frame.list(row)]).number(frame.place(row)).comma();
      lines.number(numbers[found.cluster(row)]).comma().text(WORDS[decisions[row]]).end();
    }
  }

  /** Numbers clusters from 1, in the order of their first rows; returns how many there are. */
  private int number() {
    int count = 0;
    for (int row = 0; row < numbers.length; row++) {
      int first = found.cluster(row);
      if (numbers[first] == 0) {
        numbers[first] = ++count;
      }
    }
    return count;
  }
}

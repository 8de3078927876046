package cn.bidui.report.links;

import cn.bidui.link.PairList;
import cn.bidui.link.PlanLinks;
import cn.bidui.link.frame.Frame;
import java.io.IOException;
import java.nio.file.Path;

/**
 * {@code rows.csv}: each row of each list, with what became of it. Rows of one cluster are taken to
 * be one and the same; a row that is alone has a cluster of its own.
 */
final class RowLines {

  private static final String[] DECISIONS = {"unlinked", "undecided", "linked"};

  private final Frame frame;
  private final PlanLinks found;

  /** By row, the place of its decision. */
  private final byte[] decisions;

  private int clusters;

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

  /** How many clusters were written. */
  int clusters() {
    return clusters;
  }

  void write(Path file) throws IOException {
    int[] numbers = new int[frame.size()];
    try (ByteLines lines = new ByteLines(file, "list,row,cluster,decision")) {
      for (int list = 0; list < frame.lists().size(); list++) {
        byte[] name = ByteLines.quoted(frame.lists().get(list));
        for (int row = frame.start(list); row < frame.start(list + 1); row++) {
          int number = number(numbers, row);
          lines.text(name).comma().number(frame.place(row)).comma().number(number).comma();
          lines.text(ByteLines.quoted(DECISIONS[decisions[row]])).end();
        }
      }
    }
  }

  /** Numbers of clusters from 1, in the order of their first rows. */
  private int number(int[] numbers, int row) {
    int first = found.cluster(row);
    if (numbers[first] == 0) {
      numbers[first] = ++clusters;
    }
    return numbers[first];
  }
}

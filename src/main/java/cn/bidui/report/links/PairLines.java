package cn.bidui.report.links;

import cn.bidui.link.PairList;
import cn.bidui.link.frame.Frame;
import cn.bidui.plan.LinkPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * {@code links.csv} and {@code undecided.csv}: one line for each pair, in the order of its rows.
 */
final class PairLines {

  private static final String HEADER =
      "left_list,left_row,right_list,right_row,weight,pass,decision";

  private final Frame frame;
  private final int threshold;
  private final byte[][] lists;
  private final List<byte[]> passes;

  PairLines(Frame frame, LinkPlan plan) {
    this.frame = frame;
    this.threshold = Math.toIntExact(plan.numbers().threshold().value());
    this.lists = frame.lists().stream().map(ByteLines::cell).toArray(byte[][]::new);
    this.passes = plan.passes().stream().map(pass -> ByteLines.quoted(pass.name())).toList();
  }

  void links(PairList pairs, Path file) throws IOException {
    byte[] linked = ByteLines.quoted("linked");
    LineFile.write(
        file,
        HEADER,
        pairs.size(),
        (from, to, lines) -> {
          for (int i = from; i < to; i++) {
            pair(pairs, i, lines).text(linked).end();
          }
        });
  }

  /** A pair at or above the threshold is left to a person only because it is tied with another. */
  void undecided(PairList pairs, Path file) throws IOException {
    byte[] tie = ByteLines.bytes("undecided,tie");
    byte[] below = ByteLines.bytes("undecided,below-threshold");
    LineFile.write(
        file,
        HEADER + ",reason",
        pairs.size(),
        (from, to, lines) -> {
          for (int i = from; i < to; i++) {
            pair(pairs, i, lines).text(pairs.weight(i) >= threshold ? tie : below).end();
          }
        });
  }

  private ByteLines pair(PairList pairs, int i, ByteLines lines) {
    row(pairs.left(i), lines);
    row(pairs.right(i), lines);
    lines.hundredths(pairs.weight(i)).comma();
    int pass = pairs.pass(i);
    if (pass >= 0 && pass < passes.size()) {
      lines.text(passes.get(pass));
    }
    return lines.comma();
  }

  private void row(int row, ByteLines lines) {
    lines.text(lists[frame.list(row)]).number(frame.place(row)).comma();
  }
}

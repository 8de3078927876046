package cn.bidui.report.links;

import cn.bidui.link.Decision;
import cn.bidui.link.PairList;
import cn.bidui.link.PersonLinks;
import cn.bidui.link.Tier;
import cn.bidui.link.frame.Frame;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * The files of a linkage of persons: they tell the tier of the evidence where those of other plans
 * tell the pass.
 */
final class PersonLines {

  private static final String PAIR = "left_list,left_row,right_list,right_row,weight,tier,decision";
  private static final String REASON = "link.undecided.";

  private final Frame frame;
  private final PersonLinks found;
  private final List<byte[]> lists;
  private final byte[][] tiers;
  private final byte[][] decisions;
  private final long[] rows = new long[Decision.values().length];

  PersonLines(Frame frame, PersonLinks found) {
    this.frame = frame;
    this.found = found;
    lists = frame.lists().stream().map(ByteLines::quoted).toList();
    tiers =
        Arrays.stream(Tier.values())
            .map(tier -> ByteLines.quoted(tier.label()))
            .toArray(byte[][]::new);
    decisions =
        Arrays.stream(Decision.values())
            .map(decision -> ByteLines.quoted(decision.code()))
            .toArray(byte[][]::new);
  }

  /** How many rows were decided upon so; known once they are written. */
  long count(Decision decision) {
    return rows[decision.ordinal()];
  }

  void links(Path file) throws IOException {
    try (ByteLines lines = new ByteLines(file, PAIR)) {
      for (int i = 0; i < found.links().size(); i++) {
        pair(found.links(), i, Decision.LINKED, lines).end();
      }
    }
  }

  void undecided(Path file) throws IOException {
    try (ByteLines lines = new ByteLines(file, PAIR + ",reason")) {
      for (int i = 0; i < found.undecided().size(); i++) {
        String reason = found.reason(i);
        String code = reason.startsWith(REASON) ? reason.substring(REASON.length()) : reason;
        pair(found.undecided(), i, Decision.UNDECIDED, lines).comma();
        lines.text(ByteLines.quoted(code)).end();
      }
    }
  }

  private ByteLines pair(PairList pairs, int i, Decision decision, ByteLines lines)
      throws IOException {
    row(frame.list(pairs.left(i)), pairs.left(i), lines);
    row(frame.list(pairs.right(i)), pairs.right(i), lines);
    lines.hundredths(pairs.weight(i)).comma().text(tiers[PersonLinks.tier(pairs, i).ordinal()]);
    return lines.comma().text(decisions[decision.ordinal()]);
  }

  private void row(int list, int row, ByteLines lines) throws IOException {
    lines.text(lists.get(list)).comma().number(frame.place(row)).comma();
  }

  /** Persons are numbered from 1 in the order of their first rows. */
  void rows(Path file) throws IOException {
    try (ByteLines lines = new ByteLines(file, "list,row,person,decision,tier,weight")) {
      for (int list = 0; list < lists.size(); list++) {
        for (int row = frame.start(list); row < frame.start(list + 1); row++) {
          int decision = found.decision(row).ordinal();
          rows[decision]++;
          row(list, row, lines);
          lines.number(found.person(row) + 1).comma();
          lines.text(decisions[decision]).comma();
          lines.text(tiers[found.tier(row).ordinal()]).comma().hundredths(found.weight(row)).end();
        }
      }
    }
  }
}

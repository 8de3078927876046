package cn.bidui.report.links;

import cn.bidui.link.Decision;
import cn.bidui.link.PairList;
import cn.bidui.link.PersonLinks;
import cn.bidui.link.Tier;
import cn.bidui.link.frame.Frame;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * The files of a linkage of persons: they tell the tier of the evidence where those of other plans
 * tell the pass.
 */
final class PersonLines {

  private static final String PAIR = "left_list,left_row,right_list,right_row,weight,tier,decision";
  private static final String REASON = "link.undecided.";

  private final Frame frame;
  private final PersonLinks found;
  private final byte[][] lists;
  private final byte[][] tiers;
  private final byte[][] decisions;
  private final AtomicLongArray rows = new AtomicLongArray(Decision.values().length);

  PersonLines(Frame frame, PersonLinks found) {
    this.frame = frame;
    this.found = found;
    lists = frame.lists().stream().map(ByteLines::cell).toArray(byte[][]::new);
    tiers =
        Arrays.stream(Tier.values())
            .map(tier -> ByteLines.cell(tier.label()))
            .toArray(byte[][]::new);
    decisions =
        Arrays.stream(Decision.values())
            .map(decision -> ByteLines.quoted(decision.code()))
            .toArray(byte[][]::new);
  }

  /** How many rows were decided upon so; known once they are written. */
  long count(Decision decision) {
    return rows.get(decision.ordinal());
  }

  void links(Path file) throws IOException {
    PairList pairs = found.links();
    LineFile.write(
        file,
        PAIR,
        pairs.size(),
        (from, to, lines) -> {
          for (int i = from; i < to; i++) {
            pair(pairs, i, Decision.LINKED, lines).end();
          }
        });
  }

  void undecided(Path file) throws IOException {
    PairList pairs = found.undecided();
    LineFile.write(
        file,
        PAIR + ",reason",
        pairs.size(),
        (from, to, lines) -> {
          for (int i = from; i < to; i++) {
            String reason = found.reason(i);
            String code = reason.startsWith(REASON) ? reason.substring(REASON.length()) : reason;
            pair(pairs, i, Decision.UNDECIDED, lines).comma().text(ByteLines.quoted(code)).end();
          }
        });
  }

  private ByteLines pair(PairList pairs, int i, Decision decision, ByteLines lines) {
    row(pairs.left(i), lines);
    row(pairs.right(i), lines);
    lines.hundredths(pairs.weight(i)).comma().text(tiers[PersonLinks.tier(pairs, i).ordinal()]);
    return lines.text(decisions[decision.ordinal()]);
  }

  private void row(int row, ByteLines lines) {
    lines.text(lists[frame.list(row)]).number(frame.place(row)).comma();
  }

  /** Persons are numbered from 1 in the order of their first rows. */
  void rows(Path file) throws IOException {
    LineFile.write(file, "list,row,person,decision,tier,weight", frame.size(), this::rows);
  }

  private void rows(int from, int to, ByteLines lines) {
    int[] counts = new int[decisions.length];
    for (int row = from; row < to; row++) {
      int decision = found.decision(row).ordinal();
      counts[decision]++;
      row(row, lines);
      lines.number(found.person(row) + 1).comma().text(decisions[decision]).comma();
      lines.text(tiers[found.tier(row).ordinal()]).hundredths(found.weight(row)).end();
    }
    for (int decision = 0; decision < counts.length; decision++) {
      rows.addAndGet(decision, counts[decision]);
    }
  }
}

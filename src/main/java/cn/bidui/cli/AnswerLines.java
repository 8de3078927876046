package cn.bidui.cli;

import cn.bidui.ledger.JournalState;
import cn.bidui.link.PinnedLink;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/** AnswerLines on identity that were journaled with an answer, right before it. */
final class AnswerLines {

  private AnswerLines() {}

  /** The line of an answer with those of its rulings, in order. */
  static List<Long> with(long answer, JournalState state) {
    SortedMap<Long, PinnedLink> pins = state.pinsByLine();
    List<Long> lines = new ArrayList<>(List.of(answer));
    for (long line = answer - 1; pins.containsKey(line); line--) {
      lines.add(0, line);
    }
    return lines;
  }
}

package cn.bidui.ledger;

import cn.bidui.ledger.Entry.HeaderForgotten;
import cn.bidui.ledger.Entry.HeaderRemembered;
import cn.bidui.plan.HeaderMemory;
import cn.bidui.plan.RememberedHeader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was decided about headers, line by line, so that it is known what held at any line. */
final class HeaderDecisions {

  private final List<Decision> decisions = new ArrayList<>();

  /** One line of the journal. */
  private record Decision(long seq, Entry entry) {}

  void add(long seq, Entry entry) {
    decisions.add(new Decision(seq, entry));
  }

  /** What held when line {@code seq} was written. */
  HeaderMemory before(long seq) {
    Map<String, RememberedHeader> held = new LinkedHashMap<>();
    for (Decision decision : decisions) {
      if (decision.seq() < seq) {
        apply(decision.entry(), held);
      }
    }
    return new HeaderMemory(held.values());
  }

  private static void apply(Entry entry, Map<String, RememberedHeader> held) {
    if (entry instanceof HeaderRemembered remembered) {
      held.put(remembered.header().fingerprint(), remembered.header());
    } else if (entry instanceof HeaderForgotten forgotten) {
      held.remove(forgotten.fingerprint());
    }
  }
}

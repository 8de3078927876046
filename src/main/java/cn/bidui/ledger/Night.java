package cn.bidui.ledger;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The ledger of one night.
 *
 * @param findings in order of rule and id, explained and resolved ones included
 * @param transitions what to journal: every finding that changed, in the same order
 * @param rollForward how the open findings of each rule came about; it has been proved to add up
 * @param withheld findings that a guard held back tonight, by rule; rules without any are left out
 */
public record Night(
    List<LedgerFinding> findings,
    List<Transition> transitions,
    RollForward rollForward,
    SortedMap<String, Integer> withheld) {

  public Night {
    findings = List.copyOf(findings);
    transitions = List.copyOf(transitions);
    withheld = new TreeMap<>(withheld);
  }

  /** How many findings are asked tonight that were not asked on the night before. */
  public long opened() {
    return transitions.stream()
        .filter(moved -> moved.to() == FindingState.NEW || moved.to() == FindingState.REOPENED)
        .count();
  }
}

package cn.bidui.ledger;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * From the findings that were open yesterday to those that are open tonight (结转), by rule.
 *
 * @param byRule only rules that have anything to show
 */
public record RollForward(SortedMap<String, Line> byRule) {

  /** Nothing, coming to nothing. */
  public static final RollForward EMPTY = new RollForward(new TreeMap<>());

  public RollForward {
    byRule = new TreeMap<>(byRule);
  }

  /**
   * One rule.
   *
   * @param before open on the night before
   * @param added not listed on any night before
   * @param reopened explained or resolved before, open again
   * @param resolved were open, and tonight's data no longer shows them
   * @param explained were open, and a person's answer closed them
   * @param open open tonight, counted, not computed
   */
  public record Line(int before, int added, int reopened, int resolved, int explained, int open) {

    static final Line ZERO = new Line(0, 0, 0, 0, 0, 0);

    /** Whether the flows lead from {@code before} to {@code open}. */
    public boolean balanced() {
      return before + added + reopened - resolved - explained == open;
    }

    Line plus(Line other) {
      return new Line(
          before + other.before,
          added + other.added,
          reopened + other.reopened,
          resolved + other.resolved,
          explained + other.explained,
          open + other.open);
    }
  }

  /** Counts both nights and what lies between them, each from its own source. */
  public static RollForward of(
      List<LedgerFinding> before, List<Transition> transitions, List<LedgerFinding> tonight) {
    TreeMap<String, Line> lines = new TreeMap<>();
    for (LedgerFinding finding : before) {
      if (finding.state().open()) {
        lines.merge(finding.finding().rule(), new Line(1, 0, 0, 0, 0, 0), Line::plus);
      }
    }
    for (Transition moved : transitions) {
      lines.merge(moved.rule(), flow(moved), Line::plus);
    }
    for (LedgerFinding finding : tonight) {
      if (finding.state().open()) {
        lines.merge(finding.finding().rule(), new Line(0, 0, 0, 0, 0, 1), Line::plus);
      }
    }
    lines.values().removeIf(Line.ZERO::equals);
    return new RollForward(lines);
  }

  static Line flow(Transition moved) {
    FindingState from = moved.from();
    boolean wasOpen = from != null && from.open();
    return switch (moved.to()) {
      case NEW -> new Line(0, 1, 0, 0, 0, 0);
      case REOPENED -> new Line(0, 0, 1, 0, 0, 0);
      case RESOLVED -> new Line(0, 0, 0, wasOpen ? 1 : 0, 0, 0);
      case EXPLAINED -> new Line(0, 0, 0, 0, wasOpen ? 1 : 0, 0);
      case PERSISTING -> Line.ZERO;
    };
  }

  /** All rules together. */
  public Line total() {
    return byRule.values().stream().reduce(Line.ZERO, Line::plus);
  }

  /** Whether every rule adds up. */
  public boolean balanced() {
    return byRule.values().stream().allMatch(Line::balanced);
  }

  /** How many findings were open on the night before, by rule. */
  public SortedMap<String, Integer> openBefore() {
    TreeMap<String, Integer> open = new TreeMap<>();
    byRule.forEach((rule, line) -> open.put(rule, line.before()));
    return open;
  }
}

package cn.bidui.report;

import cn.bidui.ledger.FindingState;
import cn.bidui.ledger.LedgerFinding;

/**
 * The roll-forward of one rule's open findings (滚存): {@code before + added + reopened − resolved −
 * explained = open}. Resolved and explained count only what was open before tonight; a finding that
 * had been explained already does not leave the open ones a second time.
 */
record Movement(int before, int added, int reopened, int resolved, int explained, int open) {

  /** Nothing moved. */
  static final Movement NONE = new Movement(0, 0, 0, 0, 0, 0);

  /** What {@code finding} moved. */
  static Movement of(LedgerFinding finding, boolean wasOpen) {
    FindingState state = finding.state();
    return new Movement(
        0,
        one(state == FindingState.NEW),
        one(state == FindingState.REOPENED),
        one(wasOpen && state == FindingState.RESOLVED),
        one(wasOpen && state == FindingState.EXPLAINED),
        one(state.open()));
  }

  private static int one(boolean counts) {
    return counts ? 1 : 0;
  }

  Movement plus(Movement other) {
    return new Movement(
        before + other.before,
        added + other.added,
        reopened + other.reopened,
        resolved + other.resolved,
        explained + other.explained,
        open + other.open);
  }

  /** Whether no finding appeared or went without a reason. */
  boolean balanced() {
    return before + added + reopened - resolved - explained == open;
  }
}

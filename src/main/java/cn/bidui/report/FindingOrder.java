package cn.bidui.report;

import cn.bidui.ledger.FindingState;
import cn.bidui.ledger.LedgerFinding;
import java.util.Comparator;

/**
 * The order in which a clerk works: what is open first, school by school, the urgent before the
 * rest; then what is explained, then what is resolved.
 */
final class FindingOrder {

  static final Comparator<LedgerFinding> FOR_CLERKS =
      Comparator.comparingInt((LedgerFinding entry) -> turn(entry.state()))
          .thenComparing(entry -> entry.finding().school().isEmpty())
          .thenComparing(entry -> entry.finding().school())
          .thenComparing(entry -> entry.finding().severity())
          .thenComparing(entry -> entry.finding().township())
          .thenComparing(entry -> entry.finding().rule())
          .thenComparing(entry -> entry.finding().personKey())
          .thenComparing(entry -> entry.finding().id());

  /** The order of a first night, when everything is new: what helps a child soonest comes first. */
  static final Comparator<LedgerFinding> FIRST_NIGHT =
      Comparator.comparingInt((LedgerFinding entry) -> turn(entry.state()))
          .thenComparing(entry -> Urgency.of(entry.finding().rule()))
          .thenComparing(FOR_CLERKS);

  private FindingOrder() {}

  /** The order in which {@code night} is worked off. */
  static Comparator<LedgerFinding> of(NightReport night) {
    return night.previous() == null ? FIRST_NIGHT : FOR_CLERKS;
  }

  private static int turn(FindingState state) {
    return switch (state) {
      case NEW, PERSISTING, REOPENED -> 0;
      case EXPLAINED -> 1;
      case RESOLVED -> 2;
    };
  }
}

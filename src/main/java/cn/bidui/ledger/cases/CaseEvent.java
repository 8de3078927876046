package cn.bidui.ledger.cases;

import cn.bidui.source.Messages;
import java.time.LocalDate;
import java.util.Locale;

/**
 * One line of a case's history (办理记录).
 *
 * @param seq the journal line that says so; 0 for what tonight brings
 * @param on the day
 * @param by who; blank for the night itself
 * @param words what was said: names, the answer, the number of a notice; or blank
 */
public record CaseEvent(long seq, LocalDate on, Kind kind, String by, String words) {

  /** What happened. */
  public enum Kind {
    REGISTERED,
    ASSIGNED,
    VISITED,
    HELPERS_NAMED,
    WRITTEN_REPORT,
    DEADLINE_NOTICE,
    ANSWERED,
    /** Answered with something that leaves the question open. */
    ANSWERED_OPEN,
    /** The data no longer shows it. */
    DATA_RIGHT,
    VERIFIED,
    SENT_BACK,
    EXTENDED,
    FILED,
    /** It came back after the data had been right, or the child had returned (反弹). */
    REBOUND,
    /** An answer ran out, or the facts under it changed (到期复查). */
    REVIEW,
    REMARK
  }

  /** The words for what happened. */
  public String label(Messages messages) {
    return messages.text(
        "ledger.case-event." + kind.name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  /** No person. */
  @Override
  public String toString() {
    return "CaseEvent[" + on + ", " + kind + "]";
  }
}

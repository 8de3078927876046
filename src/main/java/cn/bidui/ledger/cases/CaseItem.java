package cn.bidui.ledger.cases;

import cn.bidui.ledger.Entry;
import cn.bidui.ledger.FindingState;
import cn.bidui.ledger.OutcomeCode;
import cn.bidui.ledger.Transition;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One finding of a case while the case is being told: what the data says of it, and what people
 * have said to it since it was open last.
 */
final class CaseItem {

  /** What a night did to it. */
  enum Turn {
    /** It is open as it was, or closed as it was. */
    NONE,
    /** Nobody has seen it before. */
    FRESH,
    /** An answer no longer holds (复查). */
    REVIEW,
    /** It came back after it was right (反弹). */
    REBOUND,
    /** The data no longer shows it. */
    RIGHT
  }

  private final String finding;
  private final String rule;
  private @Nullable FindingState state;
  private boolean open;
  private boolean checked;
  private LocalDate since = LocalDate.MIN;

  /** Answers that close it, given since it was open last; the last of them stands. */
  private final List<Said> standing = new ArrayList<>(0);

  private record Said(long line, Entry.Answered answer) {}

  CaseItem(String finding, String rule) {
    this.finding = finding;
    this.rule = rule;
  }

  String finding() {
    return finding;
  }

  String rule() {
    return rule;
  }

  /** Whether somebody still has to answer it. */
  boolean open() {
    return open;
  }

  /** Whether a second person has looked at what closed it. */
  boolean checked() {
    return checked;
  }

  void check() {
    checked = true;
  }

  /** The night on which it opened last. */
  LocalDate since() {
    return since;
  }

  /** Whether the data no longer shows it, or the child is back at school (已劝返复学). */
  boolean right() {
    return state == FindingState.RESOLVED || returned();
  }

  /** Whether opening again on that night is coming back: an answer that has run out is not. */
  boolean comesBackFrom(LocalDate asOf) {
    if (standing.isEmpty()) {
      return right();
    }
    @Nullable LocalDate until = last().answer().until();
    return right() && (until == null || !asOf.isAfter(until));
  }

  private boolean returned() {
    return !standing.isEmpty()
        && OutcomeCode.find(last().answer().outcome()).filter(OutcomeCode.F3::equals).isPresent();
  }

  /** What it is after the night of {@code asOf}. */
  Turn moved(LocalDate asOf, Transition moved) {
    boolean fresh = state == null;
    // What closed it, before this night has its say.
    boolean wasRight = !fresh && comesBackFrom(asOf);
    state = moved.to();
    if (state == FindingState.RESOLVED) {
      open = false;
      standing.clear();
      return Turn.RIGHT;
    }
    // An explanation that was taken back since explains nothing.
    boolean asked = state.open() || standing.isEmpty();
    if (!asked || open) {
      return Turn.NONE;
    }
    opens(asOf);
    return fresh ? Turn.FRESH : wasRight ? Turn.REBOUND : Turn.REVIEW;
  }

  /** After a night: an answer that did not close it in the data has lapsed. */
  boolean lapses(LocalDate asOf) {
    boolean lapsed = !open && state != null && state.open();
    if (lapsed) {
      opens(asOf);
    }
    return lapsed;
  }

  private void opens(LocalDate asOf) {
    open = true;
    checked = false;
    since = asOf;
    standing.clear();
  }

  /** An answer that closes it. */
  void closedBy(long line, Entry.Answered answer) {
    standing.add(new Said(line, answer));
    open = false;
    checked = !verifier(answer).isEmpty();
  }

  /** Who else looked at the evidence of an answer; blank if nobody else is named. */
  static String verifier(Entry.Answered answer) {
    String verifier = answer.proof().verifiedBy().strip();
    return verifier.equals(answer.by().strip()) ? "" : verifier;
  }

  /** An answer that leaves it open: what was answered before counts no longer. */
  void keptOpen() {
    standing.clear();
    if (state != FindingState.RESOLVED) {
      open = true;
      checked = false;
    }
  }

  /** The lines of the answers that close it. */
  List<Long> lines() {
    return standing.stream().map(Said::line).toList();
  }

  /** Who gave the answer that closes it; blank if none does. */
  String answeredBy() {
    return standing.isEmpty() ? "" : last().answer().by().strip();
  }

  /** Whether the answer that closes it wants a paper and names none. */
  boolean wantsPaper() {
    return !standing.isEmpty()
        && last().answer().proof().evidence() == null
        && OutcomeCode.find(last().answer().outcome())
            .filter(code -> !code.evidence().isEmpty())
            .isPresent();
  }

  private Said last() {
    return standing.get(standing.size() - 1);
  }

  /** No person. */
  @Override
  public String toString() {
    return "CaseItem[" + finding + "]";
  }
}

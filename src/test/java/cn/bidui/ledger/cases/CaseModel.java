package cn.bidui.ledger.cases;

import cn.bidui.ledger.FindingState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One case told a second time, by looking back over the whole script for every question: nothing is
 * carried along.
 */
final class CaseModel {

  private static final List<String> FINDINGS = List.of("A", "B", "P");

  /** A step of the script. */
  sealed interface Step {}

  /** A night, with the state of each finding that it lists. */
  record Night(Map<String, FindingState> states) implements Step {}

  /** An answer; {@code verifier} is blank if nobody else is named. */
  record Answer(String finding, boolean closes, boolean returned, String by, String verifier)
      implements Step {}

  record Visit() implements Step {}

  record Verify(String by) implements Step {}

  record File() implements Step {}

  private final List<Step> steps;

  CaseModel(List<Step> steps) {
    this.steps = steps;
  }

  private CaseModel before(int step) {
    return new CaseModel(steps.subList(0, step));
  }

  /** Which findings somebody still has to answer. */
  Set<String> open() {
    Set<String> open = new TreeSet<>();
    for (String finding : FINDINGS) {
      if (isOpen(finding)) {
        open.add(finding);
      }
    }
    return open;
  }

  private boolean isOpen(String finding) {
    return state(finding) != null && state(finding) != FindingState.RESOLVED && answer(finding) < 0;
  }

  /** What the last night says of it; null if it was never listed, resolved if it is gone. */
  private @Nullable FindingState state(String finding) {
    @Nullable FindingState state = null;
    for (Step step : steps) {
      if (step instanceof Night night) {
        @Nullable FindingState now = night.states().get(finding);
        state = now == null && state != null ? FindingState.RESOLVED : now;
      }
    }
    return state;
  }

  /** The place of the answer that closes it: later than any night that showed it open or gone. */
  private int answer(String finding) {
    int standing = -1;
    for (int i = 0; i < steps.size(); i++) {
      if (steps.get(i) instanceof Answer answer && answer.finding().equals(finding)) {
        standing = answer.closes() ? i : -1;
      } else if (steps.get(i) instanceof Night && reset(finding, i)) {
        standing = -1;
      }
    }
    return standing;
  }

  /** Whether the night shows it open, or is the first one on which it is gone. */
  private boolean reset(String finding, int night) {
    @Nullable FindingState now = before(night + 1).state(finding);
    boolean gone = now == FindingState.RESOLVED && before(night).state(finding) != now;
    return gone || (now != null && now.open());
  }

  private boolean right(String finding) {
    return state(finding) == FindingState.RESOLVED
        || (answer(finding) >= 0 && ((Answer) steps.get(answer(finding))).returned());
  }

  int rebounds() {
    return count(true);
  }

  int reviews() {
    return count(false);
  }

  /** Nights on which something came back. */
  private int count(boolean rebounds) {
    int count = 0;
    for (int i = 0; i < steps.size(); i++) {
      CaseModel before = before(i);
      CaseModel after = before(i + 1);
      boolean any = false;
      for (String finding : FINDINGS) {
        if (steps.get(i) instanceof Night && after.isOpen(finding) && !before.isOpen(finding)) {
          boolean known = before.state(finding) != null;
          boolean home = FINDINGS.stream().anyMatch(before::right);
          boolean again = before.open().isEmpty() && home && !finding.equals("P");
          boolean rebound = known ? before.right(finding) : again;
          any |= rebounds ? rebound : known && !rebound;
        }
      }
      count += any ? 1 : 0;
    }
    return count;
  }

  CaseStage stage() {
    if (open().isEmpty()) {
      return filed() ? CaseStage.FILED : seen() ? CaseStage.VERIFIED : CaseStage.ANSWERED;
    }
    return handled() ? CaseStage.HANDLING : CaseStage.ASSIGNED;
  }

  /** Since the night on which the case came to life last. */
  private boolean handled() {
    boolean handled = false;
    for (int i = 0; i < steps.size(); i++) {
      boolean rest = before(i).open().isEmpty();
      boolean restAfter = before(i + 1).open().isEmpty();
      if (steps.get(i) instanceof Night && rest && !restAfter) {
        handled = false;
      }
      handled |= steps.get(i) instanceof Answer || (steps.get(i) instanceof Visit && !rest);
    }
    return handled;
  }

  /** The last step that closed something or gave another answer. */
  private int settled() {
    int last = -1;
    for (int i = 0; i < steps.size(); i++) {
      Set<String> before = before(i).open();
      Set<String> after = before(i + 1).open();
      boolean closed = !before.isEmpty() && after.isEmpty();
      if (closed || (steps.get(i) instanceof Answer answer && answer.closes())) {
        last = i;
      }
    }
    return last;
  }

  /** Whether every finding of two persons has had its second one. */
  private boolean looked() {
    for (String finding : List.of("A", "B")) {
      if (state(finding) != null && !checked(finding)) {
        return false;
      }
    }
    return true;
  }

  private boolean checked(String finding) {
    boolean checked = false;
    for (int i = 0; i < steps.size(); i++) {
      CaseModel now = before(i + 1);
      if (steps.get(i) instanceof Answer answer && answer.finding().equals(finding)) {
        boolean other = !answer.verifier().isEmpty() && !answer.verifier().equals(answer.by());
        checked = answer.closes() ? other : checked && !now.isOpen(finding);
      } else if (steps.get(i) instanceof Verify verify && now.verifies(i, verify.by())) {
        checked = true;
      }
      checked &= !now.isOpen(finding);
    }
    return checked;
  }

  private boolean verifies(int step, String by) {
    return open().isEmpty() && !before(step).filed() && !answerers().contains(by);
  }

  private List<String> answerers() {
    List<String> answerers = new ArrayList<>();
    for (String finding : FINDINGS) {
      if (answer(finding) >= 0) {
        answerers.add(((Answer) steps.get(answer(finding))).by());
      }
    }
    return answerers;
  }

  /**
   * Since the case came to life last, and since something was settled that nobody had looked at.
   */
  private boolean seen() {
    boolean seen = false;
    for (int i = 0; i < steps.size(); i++) {
      CaseModel before = before(i);
      CaseModel after = before(i + 1);
      boolean night = steps.get(i) instanceof Night;
      boolean begins = night && before.open().isEmpty() && !after.open().isEmpty();
      boolean right = night && !before.open().isEmpty() && after.open().isEmpty();
      boolean closes = steps.get(i) instanceof Answer answer && answer.closes();
      if (begins || ((right || closes) && !after.looked())) {
        seen = false;
      }
      if (steps.get(i) instanceof Verify verify) {
        seen |= after.verifies(i, verify.by());
      } else if (steps.get(i) instanceof Answer answer && answer.closes()) {
        seen |= !answer.verifier().isEmpty() && !answer.verifier().equals(answer.by());
      }
    }
    return seen && looked();
  }

  private boolean filed() {
    if (!open().isEmpty() || FINDINGS.stream().allMatch(finding -> state(finding) == null)) {
      return false;
    }
    for (int i = Math.max(0, settled()); i < steps.size(); i++) {
      boolean chance = steps.get(i) instanceof Night || steps.get(i) instanceof File;
      if (chance && before(i + 1).open().isEmpty() && before(i + 1).looked()) {
        return true;
      }
    }
    return false;
  }
}

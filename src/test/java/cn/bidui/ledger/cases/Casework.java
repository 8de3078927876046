package cn.bidui.ledger.cases;

import cn.bidui.ledger.CaseAct;
import cn.bidui.ledger.Entry;
import cn.bidui.ledger.FindingState;
import cn.bidui.ledger.Told;
import cn.bidui.plan.CasePlan;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One case C of findings A (absent, two persons), B (never-enrolled) and P (overpaid). */
final class Casework {

  static final CaseBook.Terms TERMS =
      new CaseBook.Terms(
          CasePlan.USUAL, rule -> rule.equals("overpaid") ? "high" : "medium", words -> words);

  private final Told told = new Told();
  private final List<cn.bidui.ledger.Transition> tonight = new ArrayList<>();
  private LocalDate day = Told.FIRST;

  static String rule(String finding) {
    return switch (finding) {
      case "A" -> "absent";
      case "B" -> "never-enrolled";
      default -> "overpaid";
    };
  }

  /** A change of the next night. */
  Casework moves(String finding, @Nullable FindingState from, FindingState to) {
    tonight.add(Told.moved(finding, rule(finding), "C", from, to));
    return this;
  }

  /** The next night, on the day after the last one. */
  Casework night() {
    told.night(day, List.copyOf(tonight));
    tonight.clear();
    day = day.plusDays(1);
    return this;
  }

  /** Nights without anything until the last one was on that day. */
  Casework quietUntil(LocalDate last) {
    while (!day.isAfter(last)) {
      night();
    }
    return this;
  }

  /** On the day of the last night. */
  LocalDate today() {
    return day.minusDays(1);
  }

  long answers(String finding, String outcome, String by) {
    return told.says(Told.answer(finding, outcome, by, today()));
  }

  long answers(String finding, String outcome, String by, String verifier) {
    return told.says(Told.answer(finding, outcome, by, verifier, today()));
  }

  long acts(CaseAct act, String by, String words) {
    return told.says(Told.act("C", act, by, today(), words));
  }

  long acts(CaseAct act, String by, LocalDate on, String words) {
    return told.says(new Entry.CaseActed("C", act, by, today(), on, words));
  }

  long undoes(Long... lines) {
    return told.says(new Entry.Undone(List.of(lines), "戊", today(), ""));
  }

  long says(Entry entry) {
    return told.says(entry);
  }

  CaseBook book() {
    return CaseBook.now(told.log(), today(), TERMS);
  }

  Told told() {
    return told;
  }

  CaseFile file() {
    return book().of("C").orElseThrow();
  }

  /** The kinds of what happened. */
  List<CaseEvent.Kind> history() {
    return file().history().stream().map(CaseEvent::kind).toList();
  }
}

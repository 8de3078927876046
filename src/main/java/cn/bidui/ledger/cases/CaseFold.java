package cn.bidui.ledger.cases;

import cn.bidui.ledger.Entry;
import cn.bidui.ledger.Transition;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Tells cases night by night and word by word. */
final class CaseFold {

  private final CaseBook.Terms terms;
  private final SortedMap<String, CaseLife> lives = new TreeMap<>();
  private final Map<String, CaseLife> byFinding = new HashMap<>();

  CaseFold(CaseBook.Terms terms) {
    this.terms = terms;
  }

  /** A published night: first what changed, then what follows by itself. */
  void night(long seq, LocalDate asOf, List<Transition> transitions) {
    for (Transition moved : transitions) {
      String id = moved.where().caseId().isEmpty() ? moved.findingId() : moved.where().caseId();
      CaseLife life = lives.computeIfAbsent(id, none -> new CaseLife(id, asOf, terms));
      byFinding.put(moved.findingId(), life);
      life.moved(seq, asOf, moved);
    }
    lives.values().forEach(life -> life.dawn(seq, asOf));
  }

  /** An answer or an act. */
  void said(long seq, Entry entry) {
    if (entry instanceof Entry.Answered answer) {
      CaseLife life = byFinding.get(answer.findingId());
      if (life != null) {
        life.answered(seq, answer);
      }
    } else if (entry instanceof Entry.CaseActed act) {
      CaseLife life = lives.get(act.caseId());
      if (life != null) {
        life.acted(seq, act);
      }
    }
  }

  CaseBook book(LocalDate asOf) {
    SortedMap<String, CaseFile> cases = new TreeMap<>();
    lives.forEach((id, life) -> cases.put(id, life.file(asOf)));
    return new CaseBook(asOf, cases);
  }
}

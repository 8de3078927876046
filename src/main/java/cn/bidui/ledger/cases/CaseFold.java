package cn.bidui.ledger.cases;

import cn.bidui.ledger.CaseLog;
import cn.bidui.ledger.Entry;
import cn.bidui.ledger.FindingState;
import cn.bidui.ledger.Transition;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Tells cases night by night and word by word. */
final class CaseFold {

  private final CaseBook.Terms terms;
  private final Map<String, CaseLife> lives = new HashMap<>();
  private final Map<String, CaseLife> byFinding = new HashMap<>();

  /**
   * Cases to which something happened since the last night; only they can move on by themselves.
   */
  private final Set<CaseLife> awake = new LinkedHashSet<>();

  /**
   * What was said to a finding or about a case before a night that counts showed it: the night on
   * which it was said has been published again since.
   */
  private final Map<String, List<CaseLog.Said>> early = new HashMap<>();

  CaseFold(CaseBook.Terms terms) {
    this.terms = terms;
  }

  /** A published night: first what changed, then what follows by itself. */
  void night(long seq, LocalDate asOf, List<Transition> transitions) {
    awake.forEach(CaseLife::dusk);
    // What opens comes before what is gone: a case that changes its finding overnight never rested.
    for (Transition moved : transitions) {
      if (moved.to() != FindingState.RESOLVED) {
        moved(seq, asOf, moved);
      }
    }
    for (Transition moved : transitions) {
      if (moved.to() == FindingState.RESOLVED) {
        moved(seq, asOf, moved);
      }
    }
    awake.forEach(life -> life.dawn(seq, asOf));
    awake.clear();
  }

  private void moved(long seq, LocalDate asOf, Transition moved) {
    CaseLife life = life(moved, asOf);
    if (awake.add(life)) {
      life.dusk();
    }
    life.moved(seq, asOf, moved);
    if (!early.isEmpty()) {
      catchUp(life, moved);
    }
  }

  private CaseLife life(Transition moved, LocalDate asOf) {
    String finding = moved.findingId();
    CaseLife before = byFinding.get(finding);
    String named = moved.where().caseId();
    if (before != null && (named.isEmpty() || named.equals(before.id()))) {
      return before;
    }
    String id = named.isEmpty() ? finding : named;
    CaseLife life =
        before == null
            ? lives.computeIfAbsent(id, none -> new CaseLife(none, asOf, terms))
            : moved(before, finding, id, asOf);
    byFinding.put(finding, life);
    return life;
  }

  /** A finding whose older lines name no case, or that belongs to another case since. */
  private CaseLife moved(CaseLife before, String finding, String id, LocalDate asOf) {
    CaseLife there = lives.get(id);
    if (!before.alone()) {
      before.release(finding);
      awake.add(before);
      return there == null ? lives.computeIfAbsent(id, no -> new CaseLife(no, asOf, terms)) : there;
    }
    lives.remove(before.id());
    awake.remove(before);
    if (there == null) {
      before.rename(id);
      lives.put(id, before);
      return before;
    }
    there.absorb(before);
    return there;
  }

  private void catchUp(CaseLife life, Transition moved) {
    List<CaseLog.Said> said = new ArrayList<>();
    if (moved.to() == FindingState.EXPLAINED) {
      said.addAll(taken(moved.findingId()));
    }
    said.addAll(taken(life.id()));
    said.forEach(each -> say(life, each.seq(), each.entry()));
  }

  private List<CaseLog.Said> taken(String id) {
    return Optional.ofNullable(early.remove(id)).orElse(List.of());
  }

  /** An answer or an act. */
  void said(long seq, Entry entry) {
    if (entry instanceof Entry.Answered answer) {
      said(byFinding.get(answer.findingId()), answer.findingId(), seq, entry);
    } else if (entry instanceof Entry.CaseActed act) {
      said(lives.get(act.caseId()), act.caseId(), seq, entry);
    }
  }

  private void said(@Nullable CaseLife life, String about, long seq, Entry entry) {
    if (life == null) {
      early.computeIfAbsent(about, none -> new ArrayList<>()).add(new CaseLog.Said(seq, entry));
    } else {
      say(life, seq, entry);
    }
  }

  private void say(CaseLife life, long seq, Entry entry) {
    if (entry instanceof Entry.Answered answer) {
      life.answered(seq, answer);
    } else if (entry instanceof Entry.CaseActed act) {
      life.acted(seq, act);
    }
    awake.add(life);
  }

  CaseBook book(LocalDate asOf, long nightBefore) {
    CaseLife[] all = lives.values().toArray(new CaseLife[0]);
    Arrays.sort(all, Comparator.comparing(CaseLife::id));
    SortedMap<String, CaseFile> cases = new TreeMap<>();
    for (CaseLife life : all) {
      cases.put(life.id(), life.file(asOf));
    }
    return new CaseBook(asOf, cases, nightBefore);
  }
}

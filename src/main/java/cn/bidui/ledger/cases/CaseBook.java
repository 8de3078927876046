package cn.bidui.ledger.cases;

import cn.bidui.ledger.CaseLog;
import cn.bidui.ledger.Entry;
import cn.bidui.ledger.Night;
import cn.bidui.ledger.Transition;
import cn.bidui.plan.CasePlan;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * All cases as they stand on a day (个案台账), told from the journal's log: published nights, what
 * people said in between, less what was taken back.
 *
 * @param cases by id
 */
public record CaseBook(LocalDate asOf, SortedMap<String, CaseFile> cases) {

  public CaseBook {
    cases = Collections.unmodifiableSortedMap(new TreeMap<>(cases));
  }

  /** No case yet. */
  public static CaseBook empty(LocalDate asOf) {
    return new CaseBook(asOf, new TreeMap<>());
  }

  /**
   * What a fold over the log needs besides it.
   *
   * @param severity the severity's code of a rule
   * @param words the archived text of a digest
   */
  public record Terms(
      CasePlan plan, Function<String, String> severity, Function<String, String> words) {}

  /** The case of that id. */
  public Optional<CaseFile> of(String caseId) {
    return Optional.ofNullable(cases.get(caseId));
  }

  /** The cases after {@code tonight}, which is about to be published for {@code asOf}. */
  public static CaseBook after(Night tonight, CaseLog log, LocalDate asOf, Terms terms) {
    CaseFold fold = told(log, asOf, terms);
    fold.night(0, asOf, tonight.transitions());
    return fold.book(asOf);
  }

  /** The cases after all nights up to {@code asOf}, and what was said since. */
  public static CaseBook upTo(CaseLog log, LocalDate asOf, Terms terms) {
    return told(log, asOf.plusDays(1), terms).book(asOf);
  }

  private static CaseFold told(CaseLog log, LocalDate before, Terms terms) {
    CaseFold fold = new CaseFold(terms);
    Set<Long> undone = new HashSet<>();
    for (CaseLog.Said said : log.said()) {
      if (said.entry() instanceof Entry.Undone back) {
        undone.addAll(back.lines());
      }
    }
    List<Step> steps = new ArrayList<>();
    for (CaseLog.NightPassed night : log.nightsBefore(before)) {
      steps.add(new Step(night.seq(), night.asOf(), night.transitions(), Optional.empty()));
    }
    for (CaseLog.Said said : log.said()) {
      if (!undone.contains(said.seq())) {
        steps.add(new Step(said.seq(), LocalDate.MIN, List.of(), Optional.of(said.entry())));
      }
    }
    steps.sort(java.util.Comparator.comparingLong(Step::seq));
    steps.forEach(step -> step.take(fold));
    return fold;
  }

  private record Step(long seq, LocalDate asOf, List<Transition> moved, Optional<Entry> said) {
    void take(CaseFold fold) {
      if (said.isPresent()) {
        fold.said(seq, said.get());
      } else {
        fold.night(seq, asOf, moved);
      }
    }
  }

  /** The cases by a text of theirs, for instance the school; in order. */
  public SortedMap<String, List<CaseFile>> by(Function<CaseFile, String> group) {
    SortedMap<String, List<CaseFile>> groups = new TreeMap<>();
    for (Map.Entry<String, CaseFile> each : cases.entrySet()) {
      groups
          .computeIfAbsent(group.apply(each.getValue()), name -> new ArrayList<>())
          .add(each.getValue());
    }
    return groups;
  }
}

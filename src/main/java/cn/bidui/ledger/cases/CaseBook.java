package cn.bidui.ledger.cases;

import cn.bidui.ledger.CaseLog;
import cn.bidui.ledger.Duties;
import cn.bidui.ledger.Entry;
import cn.bidui.ledger.Night;
import cn.bidui.plan.CasePlan;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * All cases as they stand on a day (个案台账), told from the journal's log: published nights, what
 * people said in between, less what was taken back.
 *
 * @param cases by id
 * @param nightBefore the journal line of the last night that was told; 0 if there was none
 */
public record CaseBook(LocalDate asOf, SortedMap<String, CaseFile> cases, long nightBefore) {

  public CaseBook {
    cases = Collections.unmodifiableSortedMap(new TreeMap<>(cases));
  }

  /** Cases that were told without any night before. */
  public CaseBook(LocalDate asOf, SortedMap<String, CaseFile> cases) {
    this(asOf, cases, 0);
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

  /** The case to which that finding belongs. */
  public Optional<CaseFile> withFinding(String findingId) {
    return cases.values().stream().filter(file -> file.findings().contains(findingId)).findFirst();
  }

  /** The cases after {@code tonight}, which is about to be published for {@code asOf}. */
  public static CaseBook after(Night tonight, CaseLog log, LocalDate asOf, Terms terms) {
    Telling telling = tell(log, asOf, said -> true, terms);
    telling.fold().night(0, asOf, tonight.transitions());
    return telling.fold().book(asOf, telling.lastNight());
  }

  /** The cases after everything that the log holds; due dates are held against {@code today}. */
  public static CaseBook now(CaseLog log, LocalDate today, Terms terms) {
    Telling telling = tell(log, LocalDate.MAX, said -> true, terms);
    return telling.fold().book(today, telling.lastNight());
  }

  /** The cases as they stood at the end of {@code asOf}: later nights and words do not count. */
  public static CaseBook upTo(CaseLog log, LocalDate asOf, Terms terms) {
    Telling telling = tell(log, asOf.plusDays(1), said -> !day(said.entry()).isAfter(asOf), terms);
    return telling.fold().book(asOf, telling.lastNight());
  }

  private static LocalDate day(Entry entry) {
    if (entry instanceof Entry.Answered answer) {
      return answer.asOf();
    } else if (entry instanceof Entry.CaseActed act) {
      return act.asOf();
    }
    return entry instanceof Entry.Undone undone ? undone.asOf() : LocalDate.MIN;
  }

  private record Telling(CaseFold fold, long lastNight) {}

  private static Telling tell(
      CaseLog log, LocalDate before, Predicate<CaseLog.Said> counts, Terms terms) {
    List<CaseLog.Said> words = log.said().stream().filter(counts).toList();
    Set<Long> undone = new HashSet<>();
    for (CaseLog.Said said : words) {
      if (said.entry() instanceof Entry.Undone back) {
        undone.addAll(back.lines());
      }
    }
    List<Step> steps = new ArrayList<>();
    long lastNight = 0;
    for (CaseLog.NightPassed night : log.nightsBefore(before)) {
      steps.add(
          new Step(
              night.seq(), fold -> fold.night(night.seq(), night.asOf(), night.transitions())));
      lastNight = Math.max(lastNight, night.seq());
    }
    for (CaseLog.Said said : words) {
      if (!undone.contains(said.seq())) {
        steps.add(new Step(said.seq(), fold -> fold.said(said.seq(), said.entry())));
      }
    }
    steps.sort(Comparator.comparingLong(Step::seq));
    CaseFold fold = new CaseFold(terms);
    steps.forEach(step -> step.told().accept(fold));
    return new Telling(fold, lastNight);
  }

  private record Step(long seq, Consumer<CaseFold> told) {}

  /**
   * The same cases with who answers for each where nobody was named by hand: the class's teacher,
   * else the principal, else the head of the township.
   *
   * @param className the class that a case is about; blank where none is known
   */
  public CaseBook staffed(Duties duties, Function<CaseFile, String> className) {
    if (duties.all().isEmpty()) {
      return this;
    }
    SortedMap<String, CaseFile> staffed = new TreeMap<>(cases);
    staffed.replaceAll((id, file) -> staffed(file, duties, className));
    return new CaseBook(asOf, staffed, nightBefore);
  }

  private static CaseFile staffed(
      CaseFile file, Duties duties, Function<CaseFile, String> className) {
    if (!file.people().assigned().isEmpty()) {
      return file;
    }
    return duties
        .answering(file.where().school(), className.apply(file), file.where().township())
        .map(duty -> file.answeredForBy(duty.name()))
        .orElse(file);
  }

  /** Whether the case was filed after the last night that was told before. */
  public boolean filedSince(CaseFile file) {
    return file.stage() == CaseStage.FILED
        && file.history().stream()
            .filter(event -> event.kind() == CaseEvent.Kind.FILED)
            .anyMatch(event -> event.seq() == 0 || event.seq() > nightBefore);
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

package cn.bidui.report.period;

import cn.bidui.judge.score.Place;
import cn.bidui.ledger.CaseLog;
import cn.bidui.ledger.Figures;
import cn.bidui.ledger.FindingState;
import cn.bidui.ledger.Transition;
import cn.bidui.ledger.cases.CaseBook;
import cn.bidui.ledger.cases.CaseFile;
import cn.bidui.ledger.cases.CaseStage;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Adds up what became of cases in a period, and how they stood at its end. */
final class CaseTally {

  /** All cases together. */
  static final String ALL = "cases/all";

  /** Cases of children out of school, by stage of schooling. */
  static final String STAGE = "cases/stage/";

  /** The same question about the same person again, after the data had been right (重复差错). */
  static final String REPEATED = "repeated";

  private static final int WEEK = 7;
  private static final int MONTH = 30;
  private static final int QUARTER = 90;

  private final Period period;
  private final Figures.Sum sum;
  private final SortedMap<Figures.Key, List<Long>> closed = new TreeMap<>();
  private final SortedMap<Figures.Key, Long> oldest = new TreeMap<>();

  CaseTally(Period period, Figures.Sum sum) {
    this.period = period;
    this.sum = sum;
  }

  void add(CaseBook book, CaseBook.Terms terms) {
    book.cases().values().forEach(each -> add(each, terms));
    closed.forEach(
        (key, days) -> sum.put(key.place(), key.line(), key.measure(), medianTenths(days)));
    oldest.forEach((key, days) -> sum.put(key.place(), key.line(), key.measure(), days));
  }

  private void add(CaseFile file, CaseBook.Terms terms) {
    CaseWalk walk = new CaseWalk(period, file, terms);
    Matter matter = Matter.of(file.rules());
    List<String> lines = new ArrayList<>(List.of(ALL, matter.cases()));
    if (matter == Matter.DROPOUT) {
      lines.add(STAGE + file.where().stage());
    }
    for (Place place : Figures.places(file.where().township(), file.where().school())) {
      lines.forEach(line -> add(file, walk, place, line));
    }
  }

  private void add(CaseFile file, CaseWalk walk, Place place, String line) {
    walk.counts().forEach((measure, count) -> sum.add(place, line, measure, count));
    if (!line.equals(ALL) && Matter.of(file.rules()) == Matter.DROPOUT) {
      children(file, walk, place, line);
    }
    if (!walk.closedAfter().isEmpty()) {
      closed
          .computeIfAbsent(new Figures.Key(place, line, "days-tenths"), key -> new ArrayList<>())
          .addAll(walk.closedAfter());
    }
    if (file.pending()) {
      pending(file, place, line);
    }
  }

  /** 疑似、辍学、返校: where the child is, as far as anybody knows. */
  private void children(CaseFile file, CaseWalk walk, Place place, String line) {
    sum.add(place, line, "returned", walk.returned());
    if (!file.open().isEmpty()) {
      sum.add(place, line, walk.droppedOut() ? "dropped" : "suspected", 1);
    }
  }

  private void pending(CaseFile file, Place place, String line) {
    long age = period.last().toEpochDay() - file.dates().opened().toEpochDay();
    boolean awaited = file.stage().compareTo(CaseStage.ANSWERED) < 0;
    sum.add(place, line, "pending", 1);
    sum.add(place, line, "overdue", awaited && file.overdue() ? 1 : 0);
    sum.add(place, line, bucket(age), 1);
    oldest.merge(new Figures.Key(place, line, "oldest"), age, Math::max);
  }

  private static String bucket(long age) {
    if (age <= WEEK) {
      return "age-week";
    }
    if (age <= MONTH) {
      return "age-month";
    }
    return age <= QUARTER ? "age-quarter" : "age-more";
  }

  /** The middle one, or halfway between the two in the middle; in tenths of a day. */
  static long medianTenths(List<Long> days) {
    List<Long> sorted = days.stream().sorted().toList();
    int half = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(half) * 10
        : (sorted.get(half - 1) + sorted.get(half)) * 5;
  }

  /** Counts what opened again after it had been right. */
  void repeated(CaseLog log) {
    for (CaseLog.NightPassed night : log.nightsBefore(period.last().plusDays(1))) {
      if (period.holds(night.asOf())) {
        night.transitions().stream().filter(CaseTally::isRepeated).forEach(this::repeated);
      }
    }
  }

  private static boolean isRepeated(Transition moved) {
    return moved.to() == FindingState.REOPENED && moved.from() == null;
  }

  private void repeated(Transition moved) {
    sum.addUp(moved.where().township(), moved.where().school(), REPEATED, "count", 1);
  }
}

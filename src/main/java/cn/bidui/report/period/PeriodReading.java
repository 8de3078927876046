package cn.bidui.report.period;

import cn.bidui.judge.score.Place;
import cn.bidui.ledger.CaseLog;
import cn.bidui.ledger.Figures;
import cn.bidui.ledger.NightTotals;
import cn.bidui.ledger.cases.CaseBook;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What the figures of a period are made of.
 *
 * @param unit the bureau's name
 * @param nights the published nights of the period, in order
 * @param before the last night before it
 * @param lists what the last night rested on
 * @param log the journal's log
 * @param terms of the job of the last night
 */
public record PeriodReading(
    Period period,
    String unit,
    List<PeriodNight> nights,
    Optional<PeriodNight> before,
    List<ListDate> lists,
    CaseLog log,
    CaseBook.Terms terms) {

  public PeriodReading {
    nights = List.copyOf(nights);
    lists = List.copyOf(lists);
  }

  /** Adds everything up. */
  public PeriodFigures figures() {
    Figures.Sum sum = new Figures.Sum();
    sum.add(Place.COUNTY, "period", "days", period.days());
    sum.add(Place.COUNTY, "period", "nights", nights.size());
    new NightTally(nights, sum).add(before);
    CaseLog then = log.until(period.last());
    CaseTally cases = new CaseTally(period, sum);
    cases.add(CaseBook.upTo(then, period.last(), terms), terms);
    cases.repeated(then);
    List<LocalDate> dates = nights.stream().map(PeriodNight::asOf).toList();
    List<LocalDate> bare =
        nights.stream().filter(night -> night.totals().isEmpty()).map(PeriodNight::asOf).toList();
    List<NightTotals> totals =
        nights.stream().map(PeriodNight::totals).flatMap(Optional::stream).toList();
    return new PeriodFigures(
        period, unit, dates, bare, lists, NightTally.homes(totals), sum.done());
  }
}

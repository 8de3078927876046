package cn.bidui.report.period;

import cn.bidui.judge.score.Scoreboard;
import cn.bidui.ledger.Figures;
import cn.bidui.ledger.NightTotals;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a published night kept for reports (夜次).
 *
 * @param totals empty for nights of versions that kept none
 * @param counts nothing for such nights
 */
public record PeriodNight(
    LocalDate asOf, Optional<NightTotals> totals, Figures counts, Scoreboard scores) {}

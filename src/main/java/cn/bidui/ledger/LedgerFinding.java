package cn.bidui.ledger;

import cn.bidui.judge.finding.Finding;
import java.time.LocalDate;

/**
 * A finding with its place in the ledger.
 *
 * @param outcome the result class, or the answer that explains it
 * @param firstSeen the as-of date of the first night
 * @param lastSeen the as-of date of the last night on which the data showed it
 */
public record LedgerFinding(
    Finding finding, FindingState state, String outcome, LocalDate firstSeen, LocalDate lastSeen) {}

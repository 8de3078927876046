package cn.bidui.ledger;

import java.time.LocalDate;

/**
 * The last time a finding was resolved by the data.
 *
 * @param seq the journal line that says so: answers before it do not count for its return
 * @param firstSeen the as-of date of the finding's first night
 */
public record Resolution(long seq, LocalDate firstSeen) {}

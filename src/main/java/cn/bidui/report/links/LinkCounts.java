package cn.bidui.report.links;

/**
 * How much was found.
 *
 * @param links pairs that are accepted
 * @param undecided pairs that are left to a person
 * @param clusters how many different things the rows are, as far as is decided
 * @param linkedRows rows with a partner
 * @param undecidedRows rows without one, but with a pair that is left to a person
 * @param unlinkedRows all others
 */
public record LinkCounts(
    int links,
    int undecided,
    int clusters,
    long linkedRows,
    long undecidedRows,
    long unlinkedRows) {}

package cn.bidui.link;

import cn.bidui.source.ListKind;

/**
 * Two rows that may be one person, for a person to decide.
 *
 * @param leftRow index in the table of {@code left}
 * @param rightRow index in the table of {@code right}
 * @param weight evidence in hundredths of a bit; higher is more likely the same person
 * @param reason message key of the reason, in the {@code link} catalog
 */
public record Undecided(
    ListKind left,
    int leftRow,
    ListKind right,
    int rightRow,
    Tier tier,
    int weight,
    String reason) {}

package cn.bidui.link;

import org.jspecify.annotations.Nullable;

/**
 * A pair of rows (numbered through all lists) that may be one person.
 *
 * @param reason message key of what a person has to decide if it stays open
 * @param slip what is wrong with the id of {@code left}; null if nothing is
 * @param weight what it was decided by, in hundredths of a bit; null if not by weight
 */
record Candidate(
    int left, int right, Tier tier, String reason, @Nullable Slip slip, @Nullable Integer weight) {

  Candidate(int left, int right, Tier tier, String reason) {
    this(left, right, tier, reason, null, null);
  }

  Candidate(int left, int right, Tier tier, String reason, @Nullable Slip slip) {
    this(left, right, tier, reason, slip, null);
  }

  /** The same, decided by its weight. */
  Candidate weighing(int weight) {
    return new Candidate(left, right, tier, reason, slip, weight);
  }

  int first() {
    return Math.min(left, right);
  }

  int second() {
    return Math.max(left, right);
  }
}

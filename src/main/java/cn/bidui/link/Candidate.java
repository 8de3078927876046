package cn.bidui.link;

/**
 * A pair of rows (numbered through all lists) that may be one person.
 *
 * @param reason message key of what a person has to decide if it stays open
 * @param slip what is wrong with the id of {@code left}; null if nothing is
 */
record Candidate(
    int left, int right, Tier tier, String reason, @org.jspecify.annotations.Nullable Slip slip) {

  Candidate(int left, int right, Tier tier, String reason) {
    this(left, right, tier, reason, null);
  }

  int first() {
    return Math.min(left, right);
  }

  int second() {
    return Math.max(left, right);
  }
}

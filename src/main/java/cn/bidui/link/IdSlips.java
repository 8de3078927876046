package cn.bidui.link;

import cn.bidui.link.compare.Comparison;
import cn.bidui.link.frame.Column;

/** How near two written ids are, of which at least one is not valid. */
final class IdSlips {

  private static final int SHORTEST = 15;
  private static final int LONGEST = 22;
  private static final int SPREADSHEET_DIGITS = 15;

  private IdSlips() {}

  /**
   * The level of {@link Respect#CITIZEN_ID}; missing where {@code damaged} is no number of about
   * the length of an id.
   */
  static int level(String damaged, String other) {
    long first15 = Repairs.first15(damaged);
    if (first15 != 0) {
      String start = Long.toString(first15);
      return other.startsWith(start) ? Respect.ONE_SLIP : byPlace(start, other);
    }
    if (damaged.length() < SHORTEST || damaged.length() > LONGEST) {
      return Comparison.MISSING;
    }
    return of(distance(damaged, other));
  }

  /** A cut id may be damaged beside. */
  private static int byPlace(String start, String other) {
    if (other.length() < SPREADSHEET_DIGITS) {
      return Comparison.MISSING;
    }
    return of(1 + distance(start, other.substring(0, SPREADSHEET_DIGITS)));
  }

  private static int of(int slips) {
    return switch (slips) {
      case 0, 1 -> Respect.ONE_SLIP;
      case 2 -> Respect.TWO_SLIPS;
      case 3 -> Respect.THREE_SLIPS;
      case 4, 5 -> Respect.UNLIKE;
      default -> Respect.FAR;
    };
  }

  /** Characters replaced, lost, added, or swapped with a neighbor (optimal string alignment). */
  static int distance(String a, String b) {
    int[] before = new int[b.length() + 1];
    int[] above = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        row[j] = step(a, b, i, j, before, above, row);
      }
      int[] oldest = before;
      before = above;
      above = row;
      row = oldest;
    }
    return above[b.length()];
  }

  private static int step(String a, String b, int i, int j, int[] before, int[] above, int[] row) {
    char left = a.charAt(i - 1);
    char right = b.charAt(j - 1);
    int least =
        Math.min(Math.min(above[j], row[j - 1]) + 1, above[j - 1] + (left == right ? 0 : 1));
    boolean swapped = i > 1 && j > 1 && left == b.charAt(j - 2) && right == a.charAt(i - 2);
    return swapped ? Math.min(least, before[j - 2] + 1) : least;
  }

  /** The day that a valid id states, as columns have it; 0 for none. */
  static int day(long id) {
    if (id == 0) {
      return 0;
    }
    int date = (int) (id / 1000 % 100_000_000L);
    return Column.day(date / 10_000, date / 100 % 100, date % 100);
  }
}

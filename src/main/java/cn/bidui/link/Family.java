package cn.bidui.link;

import java.util.BitSet;

/** Who belongs to whom: guardians on the roll, members and heads of households. */
final class Family {

  /** More members than any household has: the number is a placeholder, and says nothing. */
  private static final int MOST_MEMBERS = 60;

  private final Columns columns;
  private final RowsOfCode households;

  /** Household numbers that stand on more rows than that. */
  private final BitSet multitudes = new BitSet();

  private final Wards wards;

  Family(Columns columns) {
    this.columns = columns;
    households = new RowsOfCode(columns.household);
    for (int number = 1; number < households.codes(); number++) {
      if (households.count(number, MOST_MEMBERS + 1) > MOST_MEMBERS) {
        multitudes.set(number);
      }
    }
    wards = new Wards(columns, MOST_MEMBERS);
  }

  /** The number of the household of a row, unless a multitude has it; 0 for none. */
  int number(int row) {
    int number = columns.household[row];
    return number == 0 || multitudes.get(number) ? 0 : number;
  }

  /** Whether both rows stand in one household. */
  boolean sameHousehold(int a, int b) {
    return Columns.same(number(a), number(b));
  }

  /** Whether both rows have a guardian in common, or one's guardian is in the other's household. */
  boolean sameGuardian(int a, int b) {
    return guardianOf(columns.guardian1[a], b)
        || guardianOf(columns.guardian2[a], b)
        || inHousehold(columns.guardian1[b], a)
        || inHousehold(columns.guardian2[b], a);
  }

  private boolean guardianOf(long guardian, int row) {
    return guardian != 0
        && (guardian == columns.guardian1[row]
            || guardian == columns.guardian2[row]
            || inHousehold(guardian, row))
        && !wards.ofMultitude(guardian);
  }

  /** Whether a pupil stands under an id that is said to be that of somebody's guardian. */
  boolean underGuardian(int row) {
    return wards.underGuardian(row);
  }

  private boolean inHousehold(long guardian, int row) {
    if (guardian == 0 || number(row) == 0) {
      return false;
    }
    int member = households.first(number(row));
    for (; member >= 0; member = households.next(member)) {
      if (member != row && columns.id[member] == guardian) {
        return !wards.ofMultitude(guardian);
      }
    }
    return false;
  }

  /** The first row that stands in the household of a row; -1 if it is known of none. */
  int firstMember(int row) {
    int number = number(row);
    return number == 0 ? -1 : households.first(number);
  }

  /** The row that follows {@code member} in its household; -1 if none does. */
  int nextMember(int member) {
    return households.next(member);
  }

  /** Whether anything ties the two rows to one family. */
  boolean related(int a, int b) {
    return sameHousehold(a, b) || sameGuardian(a, b);
  }
}

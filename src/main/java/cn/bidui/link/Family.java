package cn.bidui.link;

import java.util.HashMap;
import java.util.Map;

/** Who belongs to whom: guardians on the roll, members and heads of households. */
final class Family {

  /** More members than any household has: the number is a placeholder, and says nothing. */
  private static final int MOST_MEMBERS = 60;

  private final Columns columns;
  private final long[] numbers;
  private final RowIndex households;

  Family(Columns columns) {
    this.columns = columns;
    numbers = new long[columns.size()];
    Map<Integer, Integer> sizes = new HashMap<>();
    for (int number : columns.household) {
      if (number != 0) {
        sizes.merge(number, 1, Integer::sum);
      }
    }
    for (int row = 0; row < numbers.length; row++) {
      int number = columns.household[row];
      numbers[row] = sizes.getOrDefault(number, 0) <= MOST_MEMBERS ? number : 0;
    }
    households = new RowIndex(numbers);
  }

  /** Whether both rows stand in one household. */
  boolean sameHousehold(int a, int b) {
    return Columns.same(numbers[a], numbers[b]);
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
            || inHousehold(guardian, row));
  }

  private boolean inHousehold(long guardian, int row) {
    if (guardian == 0) {
      return false;
    }
    int member = households.first(numbers[row]);
    for (; member >= 0; member = households.next(member)) {
      if (member != row && columns.id[member] == guardian) {
        return true;
      }
    }
    return false;
  }

  /** Whether anything ties the two rows to one family. */
  boolean related(int a, int b) {
    return sameHousehold(a, b) || sameGuardian(a, b);
  }
}

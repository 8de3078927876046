package cn.bidui.link;

import java.util.function.LongConsumer;

/** Who belongs to whom: guardians on the roll, members and heads of households. */
final class Family {

  /** More members than any household has: the number is a placeholder, and says nothing. */
  private static final int MOST_MEMBERS = 60;

  private final Columns columns;
  private final int[] numbers;
  private final RowIndex households;

  /** Whose guardian an id is said to be. */
  private final RowIndex wards;

  Family(Columns columns) {
    this.columns = columns;
    long[] written = new long[columns.size()];
    for (int row = 0; row < written.length; row++) {
      written[row] = columns.household[row];
    }
    households = new RowIndex(written);
    numbers = columns.household.clone();
    for (int row = 0; row < numbers.length; row++) {
      if (numbers[row] != 0 && households.leads(row)) {
        dropMultitude(row);
      }
    }
    wards = new RowIndex(columns.guardian1);
  }

  private void dropMultitude(int first) {
    if (households.count(first, MOST_MEMBERS + 1) > MOST_MEMBERS) {
      for (int row = first; row >= 0; row = households.next(row)) {
        numbers[row] = 0;
      }
    }
  }

  /** The number of the household of a row, unless a multitude has it; 0 for none. */
  long number(int row) {
    return numbers[row];
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
            || inHousehold(guardian, row))
        && !ofMultitude(guardian);
  }

  /** One id stands for the guardian of all children of a school: it says nothing. */
  private boolean ofMultitude(long guardian) {
    int first = wards.first(guardian);
    return first >= 0 && wards.count(first, MOST_MEMBERS + 1) > MOST_MEMBERS;
  }

  /** Whether the id is said to be that of somebody's guardian. */
  boolean guards(long id) {
    return id != 0 && wards.first(id) >= 0;
  }

  private boolean inHousehold(long guardian, int row) {
    if (guardian == 0 || numbers[row] == 0) {
      return false;
    }
    int member = households.first(numbers[row]);
    for (; member >= 0; member = households.next(member)) {
      if (member != row && columns.id[member] == guardian) {
        return !ofMultitude(guardian);
      }
    }
    return false;
  }

  /** The ids of all who stand in the household of a row. */
  void eachMemberId(int row, LongConsumer taker) {
    if (numbers[row] == 0) {
      return;
    }
    int member = households.first(numbers[row]);
    for (; member >= 0; member = households.next(member)) {
      if (columns.id[member] != 0) {
        taker.accept(columns.id[member]);
      }
    }
  }

  /** Whether anything ties the two rows to one family. */
  boolean related(int a, int b) {
    return sameHousehold(a, b) || sameGuardian(a, b);
  }
}

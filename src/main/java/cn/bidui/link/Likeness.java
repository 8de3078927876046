package cn.bidui.link;

import cn.bidui.link.compare.Comparison;
import cn.bidui.link.name.NameAgreement;

/**
 * How far two rows resemble each other where no number tells who they are, in hundredths of a bit
 * above what chance gives: what their {@link Scales} say, and what is known of the rows beside
 * them.
 */
final class Likeness {

  /** The pair is none, whatever else speaks for it. */
  static final int NO_PAIR = Integer.MIN_VALUE;

  /** The list has a row for the person already. */
  private static final int PLACE_TAKEN = -1000;

  /** Whoever is granted or paid something should be on the roll, and this row's person is not. */
  private static final int MISSING_THERE = 800;

  private final Matching matching;
  private final Columns columns;
  private final Groups groups;
  private final PersonComparisons comparisons;
  private final Scales scales;

  Likeness(Matching matching) {
    this.matching = matching;
    this.columns = matching.columns;
    this.groups = matching.groups;
    this.comparisons = new PersonComparisons(columns, matching.family, standing(matching));
    this.scales = new Scales(columns, comparisons, matching.limits.weights());
  }

  private static PersonComparisons.Standing standing(Matching matching) {
    return new PersonComparisons.Standing() {
      @Override
      public long id(int row) {
        return matching.groups.id(row);
      }

      @Override
      public boolean doubtful(int row) {
        return matching.doubtful.get(row);
      }
    };
  }

  /** The likeness of two rows that are not together yet. */
  int of(int a, int b) {
    NameAgreement names = matching.names(a, b);
    if (!names.agrees() || (!names.exact() && (taken(a, b) || taken(b, a)))) {
      return NO_PAIR;
    }
    int ids = ids(a, b);
    if (names.tellsSiblingsApart() && ids <= 0 && twins(a, b)) {
      return NO_PAIR;
    }
    int own = ids + scales.weigh(Respect.BIRTH_DATE, a, b) + scales.weigh(Respect.FAMILY, a, b);
    return own <= 0 && !sameSeat(a, b) ? NO_PAIR : weigh(a, b) + missing(names, a, b);
  }

  /** What is known of the two rows, without what the names rule out. */
  int weigh(int a, int b) {
    return scales.weigh(a, b) + place(a, b);
  }

  private boolean sameSeat(int a, int b) {
    return columns.sameSchool(a, b) && Columns.same(columns.grade[a], columns.grade[b]);
  }

  private int missing(NameAgreement names, int a, int b) {
    boolean grant = columns.repeats(a) != columns.repeats(b);
    boolean alone = !groups.acrossLists(a) && !listed(a, b) && !listed(b, a);
    return names.exact() && grant && alone && sameSeat(a, b) ? MISSING_THERE : 0;
  }

  /** Whether one character stands for another, rather than in another place or not at all. */
  private boolean replaced(int a, int b) {
    int[] left = columns.text(columns.name[a]).codePoints().sorted().toArray();
    int[] right = columns.text(columns.name[b]).codePoints().sorted().toArray();
    return left.length == right.length && !java.util.Arrays.equals(left, right);
  }

  /** Brothers and sisters have one surname, and given names of which one character differs. */
  private boolean twins(int a, int b) {
    boolean oneSurname =
        columns.text(columns.name[a]).codePointAt(0)
            == columns.text(columns.name[b]).codePointAt(0);
    boolean oneFamily = columns.sameBirth(a, b) || matching.family.related(a, b);
    return oneSurname && oneFamily && replaced(a, b);
  }

  /** Whether the list of {@code row} has a row for {@code other} already, by its very name. */
  private boolean taken(int row, int other) {
    if (!listed(row, other)) {
      return false;
    }
    for (int member : groups.members(other)) {
      if (columns.list(member) == columns.list(row)
          && columns.name[member] == columns.name[other]) {
        return true;
      }
    }
    return false;
  }

  private boolean listed(int row, int other) {
    return (groups.lists(other) & (1 << columns.list(row))) != 0;
  }

  private int ids(int a, int b) {
    return scales.weigh(Respect.CITIZEN_ID, a, b)
        + scales.weigh(Respect.STUDENT_NUMBER, a, b)
        + place(a, b);
  }

  /** Two valid ids say by themselves that there is place for both. */
  private int place(int a, int b) {
    if (Columns.differ(groups.id(a), groups.id(b))) {
      return 0;
    }
    boolean once = !columns.repeats(a) && listed(a, b);
    once |= !columns.repeats(b) && listed(b, a);
    return once ? PLACE_TAKEN : 0;
  }

  /** Whether no number speaks for the pair or against it: those that do have tiers of their own. */
  boolean withoutNumbers(int a, int b) {
    return comparisons.level(Respect.CITIZEN_ID, a, b) == Comparison.MISSING
        && comparisons.level(Respect.STUDENT_NUMBER, a, b) == Comparison.MISSING;
  }

  /** Whether what is left of a number on one side is far from that of the other. */
  boolean numbersDiffer(int a, int b) {
    return comparisons.slips(a, b, groups.id(b)) == Respect.FAR
        || comparisons.slips(b, a, groups.id(a)) == Respect.FAR
        || Columns.differ(columns.studentNumber(a), columns.studentNumber(b));
  }
}

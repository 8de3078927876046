package cn.bidui.link;

import cn.bidui.link.compare.Comparison;
import cn.bidui.link.frame.Column;
import cn.bidui.link.name.NameAgreement;
import cn.bidui.person.CitizenId;
import java.time.LocalDate;

/**
 * Compares the rows of persons, respect by respect: the one place that says at which level two rows
 * stand, whether they are to be linked, explained or learned from.
 */
final class PersonComparisons {

  private final Columns columns;
  private final Family family;
  private final Standing standing;

  /** What is known of rows beyond what they say themselves. */
  interface Standing {
    /** The valid id of the person of a row, or 0. */
    long id(int row);

    /** Whether the row's id, though valid, may not be its own. */
    boolean doubtful(int row);
  }

  /** By what rows say themselves. */
  PersonComparisons(Columns columns, Family family) {
    this(
        columns,
        family,
        new Standing() {
          @Override
          public long id(int row) {
            return columns.id[row];
          }

          @Override
          public boolean doubtful(int row) {
            return false;
          }
        });
  }

  /** By what is known of rows so far. */
  PersonComparisons(Columns columns, Family family, Standing standing) {
    this.columns = columns;
    this.family = family;
    this.standing = standing;
  }

  /** The level of two rows in one respect. */
  int level(Respect respect, int a, int b) {
    return switch (respect) {
      case NAME -> names(a, b);
      case CITIZEN_ID -> ids(a, b);
      case BIRTH_DATE -> births(a, b);
      case SEX -> sexes(a, b);
      case STUDENT_NUMBER -> studentNumbers(a, b);
      case FAMILY -> family.related(a, b) ? Comparison.SAME : Comparison.MISSING;
      case SCHOOL -> schools(a, b);
      case GRADE -> codes(columns.grade[a], columns.grade[b]);
      case TOWNSHIP -> codes(columns.township[a], columns.township[b]);
    };
  }

  private int names(int a, int b) {
    if (columns.name[a] == 0 || columns.name[b] == 0) {
      return Comparison.MISSING;
    }
    return name(Names.compare(columns, a, b));
  }

  /** The level of an agreement of names. */
  static int name(NameAgreement names) {
    return switch (names) {
      case EQUAL, FORMER -> Comparison.SAME;
      case VARIANT -> Respect.VARIANT;
      case SWAPPED_OR_ADDED -> Respect.SHUFFLED;
      case ONE_OF_SEVERAL -> Respect.ONE_OF_SEVERAL;
      case DIFFERENT -> Respect.NAME.differs();
      case WILDCARD, HOMOPHONE, OTHER_TONE, LOOK_ALIKE, CUT_AT_DOT -> Respect.ALIKE;
    };
  }

  private int ids(int a, int b) {
    long left = standing.id(a);
    long right = standing.id(b);
    if (left == 0 || right == 0) {
      return damaged(a, b, left, right);
    }
    if (left == right) {
      return Comparison.SAME;
    }
    if (Repairs.near(left, right)) {
      return Respect.NEAR;
    }
    boolean doubtful = standing.doubtful(a) || standing.doubtful(b);
    return doubtful ? Respect.DOUBTFUL : Respect.CITIZEN_ID.differs();
  }

  private int damaged(int a, int b, long left, long right) {
    if (Columns.same(columns.embedded[a], right) || Columns.same(columns.embedded[b], left)) {
      return Respect.ONE_SLIP;
    }
    int here = slips(a, b, right);
    int there = slips(b, a, left);
    if (here == Comparison.MISSING || there == Comparison.MISSING) {
      // Only one side is damaged: whatever it was, it is no more than unlike.
      return Math.min(Math.max(here, there), Respect.UNLIKE);
    }
    return Math.min(here, there);
  }

  /** What the damaged text of {@code row} says about the id, or the damaged text, of the other. */
  int slips(int row, int other, long id) {
    if (columns.damaged[row] == 0) {
      return Comparison.MISSING;
    }
    if (columns.damaged[row] == columns.damaged[other]) {
      return Respect.ONE_SLIP;
    }
    String text = columns.text(columns.damaged[row]);
    if (id != 0) {
      return IdSlips.level(text, new CitizenId(id).text());
    }
    return columns.damaged[other] == 0
        ? Comparison.MISSING
        : IdSlips.level(text, columns.text(columns.damaged[other]));
  }

  /** Where ids say that two rows are two, the numbers made of them say nothing more. */
  private int studentNumbers(int a, int b) {
    if (Columns.differ(standing.id(a), standing.id(b))) {
      return Comparison.MISSING;
    }
    if (Columns.same(columns.studentNumber(a), columns.studentNumber(b))) {
      return Comparison.SAME;
    }
    return Columns.differ(ownNumber(a), ownNumber(b))
        ? Respect.STUDENT_NUMBER.differs()
        : Comparison.MISSING;
  }

  /** A student number that was made of the row's id says no more than the id. */
  private long ownNumber(int row) {
    return Columns.same(columns.embedded[row], columns.id[row]) ? 0 : columns.studentNumber(row);
  }

  private int births(int a, int b) {
    if (derived(a) || derived(b)) {
      return Comparison.MISSING;
    }
    int level = days(a, b);
    boolean once = level > Comparison.SAME && stated(a) && stated(b);
    return once ? Comparison.MISSING : level;
  }

  private int days(int a, int b) {
    if (columns.birth[a] == 0 || columns.birth[b] == 0) {
      return Comparison.MISSING;
    }
    if (columns.birth[a] == columns.birth[b]) {
      return Comparison.SAME;
    }
    return slip(Column.date(columns.birth[a]), Column.date(columns.birth[b]))
        ? Respect.BIRTH_SLIP
        : Respect.BIRTH_DATE.differs();
  }

  /** Whether the row says no more than its id: then to differ in both is to differ once. */
  private boolean stated(int row) {
    return columns.id[row] != 0 && columns.birth[row] == IdSlips.day(columns.id[row]);
  }

  /** Whether what the row says may be said by an id that is not its own. */
  private boolean derived(int row) {
    return standing.doubtful(row) && columns.birth[row] == IdSlips.day(columns.id[row]);
  }

  /** One part of three differs, or day and month are swapped. */
  private static boolean slip(LocalDate a, LocalDate b) {
    int differing =
        (a.getYear() == b.getYear() ? 0 : 1)
            + (a.getMonthValue() == b.getMonthValue() ? 0 : 1)
            + (a.getDayOfMonth() == b.getDayOfMonth() ? 0 : 1);
    boolean swapped =
        a.getYear() == b.getYear()
            && a.getMonthValue() == b.getDayOfMonth()
            && a.getDayOfMonth() == b.getMonthValue();
    return differing == 1 || swapped;
  }

  private int sexes(int a, int b) {
    if (derived(a) || derived(b)) {
      return Comparison.MISSING;
    }
    int level = codes(columns.sex[a], columns.sex[b]);
    boolean once = level == Respect.SEX.differs() && stated(a) && stated(b);
    return once ? Comparison.MISSING : level;
  }

  private int schools(int a, int b) {
    if (columns.sameSchool(a, b)) {
      return Comparison.SAME;
    }
    return Columns.differ(columns.schoolName[a], columns.schoolName[b])
        ? Respect.SCHOOL.differs()
        : Comparison.MISSING;
  }

  private static int codes(int a, int b) {
    if (a == 0 || b == 0) {
      return Comparison.MISSING;
    }
    return a == b ? Comparison.SAME : Comparison.SAME + 1;
  }

  /**
   * A respect by itself. What is not told twice where ids differ already would be missing just
   * where rows are of two people, and how usual an agreement is could not be learned from the rest.
   */
  private int alone(Respect respect, int a, int b) {
    return switch (respect) {
      case BIRTH_DATE -> days(a, b);
      case SEX -> codes(columns.sex[a], columns.sex[b]);
      default -> level(respect, a, b);
    };
  }

  /** One respect, as the engine that learns wants it. */
  Comparison of(Respect respect) {
    return new Comparison() {
      @Override
      public String name() {
        return respect.code();
      }

      @Override
      public int levels() {
        return respect.levels();
      }

      @Override
      public int level(int left, int right) {
        return alone(respect, left, right);
      }

      @Override
      public String word(int level) {
        return respect.word(level);
      }

      @Override
      public int value(int row) {
        return 0;
      }

      @Override
      public int same(int row) {
        return PersonComparisons.this.same(respect, row);
      }

      @Override
      public boolean teachable(int level) {
        return respect.teachable(level);
      }
    };
  }

  /** Only where equal values are all there is to the closest level. */
  private int same(Respect respect, int row) {
    return switch (respect) {
      case BIRTH_DATE -> columns.birth[row];
      case SEX -> columns.sex[row];
      case GRADE -> columns.grade[row];
      case TOWNSHIP -> columns.township[row];
      case NAME, CITIZEN_ID, STUDENT_NUMBER, FAMILY, SCHOOL -> 0;
    };
  }
}

package cn.bidui.link;

import cn.bidui.link.frame.Column;
import cn.bidui.link.name.NameAgreement;
import java.time.LocalDate;

/**
 * How far two rows resemble each other where no number tells who they are, in hundredths of a bit
 * above what chance gives. Nobody is linked by it: it says which pairs people should see.
 */
final class Likeness {

  /** The pair is none, whatever else speaks for it. */
  static final int NO_PAIR = Integer.MIN_VALUE;

  /** A row is looked for among about a hundred thousand. */
  private static final int PRIOR = -1700;

  private static final int SAME_NAME = 1700;
  private static final int VARIANT_NAME = 1500;
  private static final int ALIKE_NAME = 1100;
  private static final int SHUFFLED_NAME = 900;
  private static final int ONE_OF_SEVERAL = 400;
  private static final int SAME_BIRTH = 1240;
  private static final int BIRTH_SLIP = 700;
  private static final int OTHER_BIRTH = -800;
  private static final int SAME_SEX = 100;
  private static final int OTHER_SEX = -500;
  private static final int SAME_SCHOOL = 500;
  private static final int SAME_PLACE = 300;
  private static final int OTHER_SCHOOL = -50;
  private static final int OTHER_GRADE = -100;
  private static final int OTHER_TOWNSHIP = -200;
  private static final int SAME_FAMILY = 1500;
  private static final int OTHER_SOUND_ID = -1200;
  private static final int OTHER_DOUBTFUL_ID = -200;
  private static final int PLACE_TAKEN = -1000;

  /** Whoever is granted or paid something should be on the roll, and this row's person is not. */
  private static final int MISSING_THERE = 800;

  private static final int SAME_STUDENT_NUMBER = 2300;
  private static final int OTHER_STUDENT_NUMBER = -200;

  private final Matching matching;
  private final Columns columns;
  private final Groups groups;

  Likeness(Matching matching) {
    this.matching = matching;
    this.columns = matching.columns;
    this.groups = matching.groups;
  }

  /** The likeness of two rows that are not together yet. */
  int of(int a, int b) {
    NameAgreement names = matching.names(a, b);
    if (!names.agrees()) {
      return NO_PAIR;
    }
    int ids = ids(a, b);
    if ((!names.exact() && (taken(a, b) || taken(b, a)))
        || (names.tellsSiblingsApart() && ids <= 0 && twins(a, b))) {
      return NO_PAIR;
    }
    int births = births(a, b);
    int places = places(a, b);
    int family = matching.family.related(a, b) ? SAME_FAMILY : 0;
    if (births + ids + family <= 0 && !sameSeat(a, b)) {
      return NO_PAIR;
    }
    return PRIOR
        + name(names)
        + ids
        + births
        + sexes(a, b)
        + places
        + family
        + missing(names, a, b);
  }

  private boolean sameSeat(int a, int b) {
    return columns.sameSchool(a, b) && Columns.same(columns.grade[a], columns.grade[b]);
  }

  private int missing(NameAgreement names, int a, int b) {
    boolean grant = columns.repeats(a) != columns.repeats(b);
    boolean alone = !groups.acrossLists(a) && !listed(a, b) && !listed(b, a);
    return names.exact() && grant && alone && sameSeat(a, b) ? MISSING_THERE : 0;
  }

  private static int name(NameAgreement names) {
    return switch (names) {
      case EQUAL, FORMER -> SAME_NAME;
      case VARIANT -> VARIANT_NAME;
      case SWAPPED_OR_ADDED -> SHUFFLED_NAME;
      case ONE_OF_SEVERAL -> ONE_OF_SEVERAL;
      default -> ALIKE_NAME;
    };
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
    long left = groups.id(a);
    long right = groups.id(b);
    if (left != 0 && right != 0 && left != right) {
      boolean doubtful = matching.doubtful.get(a) || matching.doubtful.get(b);
      return doubtful ? OTHER_DOUBTFUL_ID : OTHER_SOUND_ID;
    }
    return numbers(a, b) + Math.max(damaged(a, b, right), damaged(b, a, left));
  }

  private int numbers(int a, int b) {
    boolean once = !columns.repeats(a) && listed(a, b);
    once |= !columns.repeats(b) && listed(b, a);
    int number = 0;
    if (Columns.same(columns.studentNumber[a], columns.studentNumber[b])) {
      number = SAME_STUDENT_NUMBER;
    } else if (Columns.differ(ownNumber(a), ownNumber(b))) {
      number = OTHER_STUDENT_NUMBER;
    }
    return number + (once ? PLACE_TAKEN : 0);
  }

  /** A student number that was made of the row's id says no more than the id. */
  private int ownNumber(int row) {
    return Columns.same(columns.embedded[row], columns.id[row]) ? 0 : columns.studentNumber[row];
  }

  /** What the damaged text of {@code row} says about the id, or the damaged text, of the other. */
  int damaged(int row, int other, long id) {
    if (columns.damaged[row] == 0) {
      return 0;
    }
    if (columns.damaged[row] == columns.damaged[other]) {
      return IdSlips.SAME;
    }
    String text = columns.text(columns.damaged[row]);
    if (id != 0) {
      return IdSlips.likeness(text, new cn.bidui.person.CitizenId(id).text());
    }
    return columns.damaged[other] == 0
        ? 0
        : IdSlips.likeness(text, columns.text(columns.damaged[other]));
  }

  private int births(int a, int b) {
    if (derived(a) || derived(b) || columns.birth[a] == 0 || columns.birth[b] == 0) {
      return 0;
    }
    if (columns.birth[a] == columns.birth[b]) {
      return SAME_BIRTH;
    }
    if (stated(a) && stated(b)) {
      return 0;
    }
    return slip(Column.date(columns.birth[a]), Column.date(columns.birth[b]))
        ? BIRTH_SLIP
        : OTHER_BIRTH;
  }

  /** Whether the row says no more than its id: then to differ in both is to differ once. */
  private boolean stated(int row) {
    return columns.id[row] != 0 && columns.birth[row] == IdSlips.day(columns.id[row]);
  }

  /** Whether what the row says may be said by an id that is not its own. */
  private boolean derived(int row) {
    return matching.doubtful.get(row) && columns.birth[row] == IdSlips.day(columns.id[row]);
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
    if (derived(a) || derived(b) || columns.sex[a] == 0 || columns.sex[b] == 0) {
      return 0;
    }
    if (columns.sex[a] == columns.sex[b]) {
      return SAME_SEX;
    }
    return stated(a) && stated(b) ? 0 : OTHER_SEX;
  }

  private int places(int a, int b) {
    int school = columns.sameSchool(a, b) ? SAME_SCHOOL : 0;
    if (school == 0 && Columns.differ(columns.schoolName[a], columns.schoolName[b])) {
      school = OTHER_SCHOOL;
    }
    return school
        + agreement(columns.grade[a], columns.grade[b], OTHER_GRADE)
        + agreement(columns.township[a], columns.township[b], OTHER_TOWNSHIP);
  }

  private static int agreement(int a, int b, int differs) {
    if (a == 0 || b == 0) {
      return 0;
    }
    return a == b ? SAME_PLACE : differs;
  }
}

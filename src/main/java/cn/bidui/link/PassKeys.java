package cn.bidui.link;

import cn.bidui.link.frame.Column;
import java.time.LocalDate;

/** The keys of a row, pass by pass. */
final class PassKeys {

  private static final int ID_LENGTH = 18;
  private static final int ID_END = 4;

  /** A guardian stands on few lists; an id that is on more rows is a placeholder. */
  static final int MOST_HOMES = 16;

  private final Columns columns;
  private final Family family;
  private final RowIndex byId;
  private final NameEnds ends;
  private final NoNames nobody;

  PassKeys(Matching matching) {
    columns = matching.columns;
    family = matching.family;
    byId = matching.byId;
    ends = new NameEnds(columns);
    nobody = new NoNames(columns, matching.limits);
  }

  /** Takes a key. */
  @FunctionalInterface
  interface Taker {
    void take(Pass pass, long key);
  }

  /** Names by which nobody is looked for. */
  NoNames nobody() {
    return nobody;
  }

  /** The keys under which a row can be found, as far as they are sought. */
  void each(int row, Sought sought, Taker taker) {
    int birth = birth(row);
    named(columns.name[row], row, birth, sought, taker);
    named(columns.formerName[row], row, birth, sought, taker);
    take(Pass.HOUSEHOLD, 1, family.number(row), sought, taker);
    take(Pass.GUARDIAN, 1, columns.guardian1[row], sought, taker);
    take(Pass.GUARDIAN, 1, columns.guardian2[row], sought, taker);
  }

  /**
   * The keys by which a row is looked for: its own, the households in which its guardians stand,
   * and whoever has a guardian in its household.
   */
  void around(int row, Sought sought, Taker taker) {
    each(row, sought, taker);
    homes(columns.guardian1[row], sought, taker);
    homes(columns.guardian2[row], sought, taker);
    int member = family.firstMember(row);
    for (; member >= 0; member = family.nextMember(member)) {
      take(Pass.GUARDIAN, 1, columns.id[member], sought, taker);
    }
  }

  /** Only the keys that a row with an id of its own is looked for by. */
  void ofSound(int row, Sought sought, Taker taker) {
    nameBirthSex(columns.name[row], row, sought, taker);
    nameBirthSex(columns.formerName[row], row, sought, taker);
    if (columns.repeats(row) && !nobody.has(columns.name[row])) {
      take(Pass.NAME_SCHOOL, columns.name[row], columns.schoolName[row], sought, taker);
      take(Pass.NAME_SCHOOL_CODE, columns.name[row], columns.schoolCode[row], sought, taker);
    }
  }

  private void nameBirthSex(int name, int row, Sought sought, Taker taker) {
    if (!nobody.has(name) && sought.name(name)) {
      boolean known = columns.birth[row] != 0 && columns.sex[row] != 0;
      long day = known ? ((long) columns.birth[row] << 2) | columns.sex[row] : 0;
      take(Pass.NAME_BIRTH_SEX, name, day, sought, taker);
    }
  }

  private void named(int name, int row, int birth, Sought sought, Taker taker) {
    if (nobody.has(name)) {
      return;
    }
    if (sought.name(name)) {
      wholeName(name, row, birth, sought, taker);
    }
    if (birth != 0) {
      take(Pass.FIRST_CHARACTER_BIRTH, ends.first(name), birth, sought, taker);
      take(Pass.LAST_CHARACTER_BIRTH, ends.last(name), birth, sought, taker);
    }
    if (columns.grade[row] != 0 && columns.schoolName[row] != 0) {
      seated(name, columns.schoolName[row], columns.grade[row], sought, taker);
    }
  }

  private void seated(int name, int school, int grade, Sought sought, Taker taker) {
    long sum = Keys.sum(0, school, grade);
    if (sought.key(sum)) {
      take(Pass.SURNAME_SCHOOL_GRADE, ends.first(name), Keys.ofSum(sum), sought, taker);
    }
  }

  private void wholeName(int name, int row, int birth, Sought sought, Taker taker) {
    nameBirthSex(name, row, sought, taker);
    take(Pass.NAME_SCHOOL, name, columns.schoolName[row], sought, taker);
    take(Pass.NAME_SCHOOL_CODE, name, columns.schoolCode[row], sought, taker);
    take(Pass.NAME_TOWNSHIP, name, columns.township[row], sought, taker);
    if (columns.place[row] != columns.township[row]) {
      take(Pass.NAME_TOWNSHIP, name, columns.place[row], sought, taker);
    }
    take(Pass.NAME_ID_END, name, idEnd(row), sought, taker);
    take(Pass.NAME_BIRTH_YEAR, name, ends.year(birth), sought, taker);
    take(Pass.NAME_BIRTHDAY, name, ends.monthAndDay(birth), sought, taker);
  }

  private void homes(long guardian, Sought sought, Taker taker) {
    int at = byId.first(guardian);
    for (int i = 0; i < MOST_HOMES && at >= 0; i++, at = byId.next(at)) {
      take(Pass.HOUSEHOLD, 1, family.number(at), sought, taker);
    }
  }

  private static void take(Pass pass, long one, long other, Sought sought, Taker taker) {
    if (one != 0 && other != 0) {
      long sum = Keys.sum(pass.ordinal(), one, other);
      if (sought.key(sum)) {
        taker.take(pass, Keys.ofSum(sum));
      }
    }
  }

  /** The birth date; where none is known, the day that the text of a damaged id seems to state. */
  private int birth(int row) {
    if (columns.birth[row] != 0 || columns.damaged[row] == 0) {
      return columns.birth[row];
    }
    return statedDay(columns.text(columns.damaged[row]));
  }

  static int statedDay(String id) {
    if (id.length() < ID_LENGTH - 1 || id.length() > ID_LENGTH + 1) {
      return 0;
    }
    int date = 0;
    for (int i = 6; i < 14; i++) {
      int digit = id.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return 0;
      }
      date = date * 10 + digit;
    }
    int month = date / 100 % 100;
    int day = date % 100;
    boolean possible =
        date > 1900_00_00 && date < 2100_00_00 && month >= 1 && month <= 12 && day >= 1 && day < 29;
    return possible ? Column.day(LocalDate.of(date / 10_000, month, day)) : 0;
  }

  /** The last digits before the check character, whatever stands before them. */
  private long idEnd(int row) {
    if (columns.id[row] != 0) {
      return 1 + columns.id[row] % 1000;
    }
    if (columns.damaged[row] == 0) {
      return 0;
    }
    String text = columns.text(columns.damaged[row]);
    if (text.length() < ID_END) {
      return 0;
    }
    long end = 0;
    for (int i = text.length() - ID_END; i < text.length() - 1; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return 0;
      }
      end = end * 10 + digit;
    }
    return 1 + end;
  }
}

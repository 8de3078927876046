package cn.bidui.link;

import cn.bidui.normalize.RecordTable;
import cn.bidui.person.CitizenId;
import cn.bidui.person.HouseholdNumber;
import cn.bidui.person.PersonName;
import cn.bidui.person.Sex;
import cn.bidui.person.StudentNumber;
import cn.bidui.source.Field;
import cn.bidui.source.ListKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The handles (人员索引) by which a person is found again on later nights: hashes of what the lists
 * say, so that the journal holds no id and no name. File names and row numbers never enter, for
 * they change from night to night.
 */
public final class Handles {

  private Handles() {}

  /** What a handle is made of, strongest first. */
  enum Kind {
    /** The valid id. */
    ID("id", 4),
    /** The national student number. */
    STUDENT_NUMBER("sn", 4),
    /** The member number of the monitoring system. */
    MEMBER_NUMBER("mn", 4),
    /** Name, birth date and sex: tells whose an equal number is, too little by itself. */
    NAMED("nm", 3),
    /** The same with school or household. */
    NAMED_AND_PLACED("nb", 1),
    /** For a row that has no more: name, list, school or household, class. */
    ROW("rw", 1),
    /** Which of tonight's holders of the weakest handle, in canonical order: the last resort. */
    NTH("nth", 1);

    final String prefix;

    /** How much it counts where two people claim one key. */
    final int points;

    Kind(String prefix, int points) {
      this.prefix = prefix;
      this.points = points;
    }

    boolean strong() {
      return compareTo(MEMBER_NUMBER) <= 0;
    }

    /** Whether it is enough to know a person by who has nothing stronger in common. */
    boolean weak() {
      return compareTo(NAMED_AND_PLACED) >= 0;
    }
  }

  /** A handle before it is hashed. */
  record Plain(Kind kind, String text) {
    String hashed(HandleHash hash) {
      return hash.hash(kind.prefix + ":" + text);
    }

    /** It holds an id or a name. */
    @Override
    public String toString() {
      return kind.prefix;
    }
  }

  /** All handles of a row, the strongest first. A ruling may name a row by any of them. */
  public static List<String> of(RecordTable table, int row, HandleHash hash) {
    List<String> handles = new ArrayList<>();
    plain(table, row).forEach(plain -> handles.add(plain.hashed(hash)));
    handles.add(ruled(table, row, hash));
    return handles;
  }

  /**
   * The handle by which a ruling should name a row: made of everything that tells people apart, so
   * that two rows with one id and different names have different ones.
   */
  public static String ruled(RecordTable table, int row, HandleHash hash) {
    StringBuilder text = new StringBuilder("one:").append(table.strings().text(table.name(row)));
    for (Plain plain : plain(table, row)) {
      text.append('|').append(plain.kind.prefix).append(':').append(plain.text);
    }
    return hash.hash(text.toString());
  }

  /** Where a row stands: worked out for each row, or once for all rows of one place. */
  interface Places {

    /** The household of a row, else the school by its name, else by its code. */
    String of(RecordTable table, int row);

    /** A day as {@code 2012-03-05}. */
    default String day(int epochDay) {
      return LocalDate.ofEpochDay(epochDay).toString();
    }
  }

  /** The handles of a row, the strongest first, before they are hashed. */
  static List<Plain> plain(RecordTable table, int row) {
    List<Plain> handles = new ArrayList<>(5);
    add(table, row, Handles::place, handles);
    return handles;
  }

  /** Adds the handles of a row, the strongest first. */
  static void add(RecordTable table, int row, Places places, List<Plain> handles) {
    // Without a name the number may be that of whoever was paid, who is another person.
    if (table.id(row) != 0 && (table.name(row) != 0 || table.kind() != ListKind.PAYMENTS)) {
      handles.add(new Plain(Kind.ID, new CitizenId(table.id(row)).text()));
    }
    String number = studentNumber(table.text(Field.STUDENT_NUMBER, row));
    if (IdTexts.national(number)) {
      handles.add(new Plain(Kind.STUDENT_NUMBER, number));
    }
    String member = table.text(Field.MEMBER_NUMBER, row);
    if (!member.isBlank()) {
      handles.add(new Plain(Kind.MEMBER_NUMBER, member));
    }
    addNamed(table, row, places, handles);
  }

  private static String studentNumber(String written) {
    return IdTexts.plain(written)
        ? written
        : StudentNumber.read(written).map(StudentNumber::text).orElse("");
  }

  private static void addNamed(RecordTable table, int row, Places places, List<Plain> handles) {
    String name = table.strings().text(table.name(row));
    String place = places.of(table, row);
    if (table.birth(row) == RecordTable.NO_BIRTH || table.sex(row) == 0) {
      String seat = name + "|" + place + "|" + table.text(Field.CLASS_NAME, row);
      handles.add(new Plain(Kind.ROW, table.kind().code() + "|" + seat));
      return;
    }
    Sex sex = table.sex(row) == 1 ? Sex.MALE : Sex.FEMALE;
    String named = name + "|" + places.day(table.birth(row)) + "|" + sex.name();
    handles.add(new Plain(Kind.NAMED, named));
    handles.add(new Plain(Kind.NAMED_AND_PLACED, named + "|" + place));
  }

  static String place(RecordTable table, int row) {
    String household = table.text(Field.HOUSEHOLD_NUMBER, row);
    if (!household.isEmpty()) {
      return household(household);
    }
    String school = school(table.text(Field.SCHOOL_NAME, row));
    return school.isEmpty() ? table.text(Field.SCHOOL_CODE, row) : school;
  }

  /** The number of a household as it is compared. */
  static String household(String written) {
    return HouseholdNumber.read(written).map(HouseholdNumber::text).orElse("");
  }

  /** The name of a school as it is compared. */
  static String school(String written) {
    return PersonName.of(written).folded();
  }
}

package cn.bidui.normalize;

import static cn.bidui.source.Field.ACCOUNT;
import static cn.bidui.source.Field.AMOUNT_DUE;
import static cn.bidui.source.Field.AMOUNT_PAID;
import static cn.bidui.source.Field.BIRTH_DATE;
import static cn.bidui.source.Field.BOARDING;
import static cn.bidui.source.Field.CITIZEN_ID;
import static cn.bidui.source.Field.CLASS_NAME;
import static cn.bidui.source.Field.EDUCATION;
import static cn.bidui.source.Field.ENJOYS_POLICY;
import static cn.bidui.source.Field.EXTREME_POVERTY;
import static cn.bidui.source.Field.FORMER_NAME;
import static cn.bidui.source.Field.GRADE;
import static cn.bidui.source.Field.GUARDIAN1_ID;
import static cn.bidui.source.Field.GUARDIAN1_NAME;
import static cn.bidui.source.Field.GUARDIAN2_ID;
import static cn.bidui.source.Field.GUARDIAN2_NAME;
import static cn.bidui.source.Field.HEAD_ID;
import static cn.bidui.source.Field.HEAD_NAME;
import static cn.bidui.source.Field.HEALTH;
import static cn.bidui.source.Field.HOUSEHOLD_NUMBER;
import static cn.bidui.source.Field.HOUSEHOLD_TYPE;
import static cn.bidui.source.Field.IDENTIFIED_MONTH;
import static cn.bidui.source.Field.MEMBER_NUMBER;
import static cn.bidui.source.Field.MINIMUM_LIVING;
import static cn.bidui.source.Field.MONITOR_CATEGORY;
import static cn.bidui.source.Field.NAME;
import static cn.bidui.source.Field.NOT_IN_SCHOOL_REASON;
import static cn.bidui.source.Field.ORPHAN;
import static cn.bidui.source.Field.PAID_ON;
import static cn.bidui.source.Field.PAYMENT_STATUS;
import static cn.bidui.source.Field.PROGRAM;
import static cn.bidui.source.Field.RELATION;
import static cn.bidui.source.Field.REMARK;
import static cn.bidui.source.Field.RISK_CLEARED;
import static cn.bidui.source.Field.RISK_CLEARED_MONTH;
import static cn.bidui.source.Field.ROLL_STATUS;
import static cn.bidui.source.Field.SCHOOLING;
import static cn.bidui.source.Field.SCHOOL_CODE;
import static cn.bidui.source.Field.SCHOOL_NAME;
import static cn.bidui.source.Field.SEX;
import static cn.bidui.source.Field.STUDENT_NUMBER;
import static cn.bidui.source.Field.STUDY_FORM;
import static cn.bidui.source.Field.TERM;
import static cn.bidui.source.Field.TIER;
import static cn.bidui.source.Field.TOWNSHIP;
import static cn.bidui.source.Field.VILLAGE;

import cn.bidui.normalize.HouseholdRecord.MonitoredKind;
import cn.bidui.normalize.HouseholdRecord.Welfare;
import cn.bidui.normalize.RollRecord.Guardian;
import cn.bidui.person.Boarding;
import cn.bidui.person.CitizenId;
import cn.bidui.person.CitizenIdReading;
import cn.bidui.person.Grade;
import cn.bidui.person.HouseholdNumber;
import cn.bidui.person.PersonName;
import cn.bidui.person.Sex;
import cn.bidui.person.StudentNumber;
import cn.bidui.source.Field;
import cn.bidui.source.ListKind;
import cn.bidui.source.Term;
import cn.bidui.source.Yuan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * In which order the canonical values of a list's rows stand, and how they become a record again.
 * One layout per kind; rows are kept and loaded in it.
 *
 * <p>Canonical values: names and ids as the row has them; dates {@code 2012-03-05}; months {@code
 * 2023-04}; grades {@link Grade#code()}; terms {@link Term#label()}; money {@link Yuan#toString()};
 * choices by the name of their constant, several joined with a comma; yes and no as {@code true}
 * and {@code false}; other text as it stands, stripped. A value that is not there is blank.
 */
public final class Layout {

  private static final Layout ROLL =
      new Layout(
          ListKind.ROLL,
          List.of(
              NAME,
              FORMER_NAME,
              CITIZEN_ID,
              STUDENT_NUMBER,
              SEX,
              BIRTH_DATE,
              SCHOOL_NAME,
              SCHOOL_CODE,
              TOWNSHIP,
              GRADE,
              CLASS_NAME,
              BOARDING,
              ROLL_STATUS,
              STUDY_FORM,
              GUARDIAN1_NAME,
              GUARDIAN1_ID,
              GUARDIAN2_NAME,
              GUARDIAN2_ID));
  private static final Layout AID =
      new Layout(
          ListKind.AID,
          List.of(
              NAME,
              CITIZEN_ID,
              STUDENT_NUMBER,
              SCHOOL_NAME,
              SCHOOL_CODE,
              GRADE,
              TERM,
              PROGRAM,
              TIER,
              AMOUNT_DUE,
              AMOUNT_PAID,
              PAID_ON,
              ACCOUNT,
              PAYMENT_STATUS,
              REMARK));
  private static final Layout HOUSEHOLDS =
      new Layout(
          ListKind.HOUSEHOLDS,
          List.of(
              NAME,
              CITIZEN_ID,
              HOUSEHOLD_NUMBER,
              MEMBER_NUMBER,
              RELATION,
              SEX,
              BIRTH_DATE,
              TOWNSHIP,
              VILLAGE,
              HOUSEHOLD_TYPE,
              MONITOR_CATEGORY,
              SCHOOLING,
              NOT_IN_SCHOOL_REASON,
              EDUCATION,
              HEALTH,
              RISK_CLEARED,
              RISK_CLEARED_MONTH,
              IDENTIFIED_MONTH,
              ENJOYS_POLICY,
              MINIMUM_LIVING,
              EXTREME_POVERTY,
              ORPHAN,
              HEAD_NAME,
              HEAD_ID));

  private final ListKind kind;
  private final List<Field> fields;
  private final int[] positions = new int[Field.values().length];

  private Layout(ListKind kind, List<Field> fields) {
    this.kind = kind;
    this.fields = fields;
    Arrays.fill(positions, -1);
    for (int i = 0; i < fields.size(); i++) {
      positions[fields.get(i).ordinal()] = i;
    }
  }

  private static final Map<ListKind, Layout> ALL = all();

  private static Map<ListKind, Layout> all() {
    Map<ListKind, Layout> all = new EnumMap<>(ListKind.class);
    for (ListKind kind : ListKind.values()) {
      all.put(
          kind,
          switch (kind) {
            case ROLL -> ROLL;
            case AID -> AID;
            case HOUSEHOLDS -> HOUSEHOLDS;
            default -> new Layout(kind, FieldOrders.of(kind));
          });
    }
    return all;
  }

  /** The layout of {@code kind}. */
  public static Layout of(ListKind kind) {
    return Objects.requireNonNull(ALL.get(kind));
  }

  /** The kind. */
  public ListKind kind() {
    return kind;
  }

  /** The fields in their order. */
  public List<Field> fields() {
    return fields;
  }

  /** Where {@code field} stands in the order, or -1. */
  public int position(Field field) {
    return positions[field.ordinal()];
  }

  /** The record that {@code values} (in the order of {@link #fields()}) stand for. */
  public ListRecord record(List<String> values) {
    return record(field -> values.get(position(field)));
  }

  ListRecord record(Function<Field, String> value) {
    Canonical row = new Canonical(value);
    return switch (kind) {
      case ROLL -> roll(value);
      case AID -> aid(value);
      case HOUSEHOLDS -> household(value);
      case ENROLLED -> EnrolledRecord.of(row);
      case HARDSHIP -> HardshipRecord.of(row);
      case PAYMENTS -> PaymentRecord.of(row);
      case CIVIL -> CivilRecord.of(row);
      case DISABILITY -> DisabilityRecord.of(row);
      case POPULATION -> PopulationRecord.of(row);
      case ROLL_CHANGES -> RollChangeRecord.of(row);
      case PLACEMENTS -> PlacementRecord.of(row);
      case ATTENDANCE -> AttendanceRecord.of(row);
      case SCHOOLS -> SchoolRecord.of(row);
    };
  }

  /**
   * The value of {@code field} in {@code values}; blank if rows of this kind have no such field.
   */
  public String value(List<String> values, Field field) {
    int at = position(field);
    return at < 0 ? "" : values.get(at);
  }

  private static RollRecord roll(Function<Field, String> value) {
    List<Guardian> guardians = new ArrayList<>(2);
    guardian(value, GUARDIAN1_NAME, GUARDIAN1_ID, guardians);
    guardian(value, GUARDIAN2_NAME, GUARDIAN2_ID, guardians);
    return new RollRecord(
        PersonName.of(value.apply(NAME)),
        orNull(value.apply(FORMER_NAME), PersonName::of),
        CitizenId.read(value.apply(CITIZEN_ID)),
        StudentNumber.read(value.apply(STUDENT_NUMBER)).orElse(null),
        orNull(value.apply(SEX), Sex::valueOf),
        orNull(value.apply(BIRTH_DATE), Canonical::isoDay),
        value.apply(SCHOOL_NAME),
        value.apply(SCHOOL_CODE),
        value.apply(TOWNSHIP),
        orNull(value.apply(GRADE), Grade::parse),
        value.apply(CLASS_NAME),
        orNull(value.apply(BOARDING), Boarding::valueOf),
        RollStatus.valueOf(value.apply(ROLL_STATUS)),
        !value.apply(STUDY_FORM).equals("false"),
        guardians);
  }

  private static void guardian(
      Function<Field, String> value, Field name, Field id, List<Guardian> guardians) {
    String written = value.apply(name);
    String number = value.apply(id);
    if (!written.isEmpty() || !number.isEmpty()) {
      guardians.add(new Guardian(PersonName.of(written), CitizenId.read(number)));
    }
  }

  private static AidRecord aid(Function<Field, String> value) {
    return new AidRecord(
        PersonName.of(value.apply(NAME)),
        CitizenId.read(value.apply(CITIZEN_ID)),
        StudentNumber.read(value.apply(STUDENT_NUMBER)).orElse(null),
        value.apply(SCHOOL_NAME),
        value.apply(SCHOOL_CODE),
        orNull(value.apply(GRADE), Grade::parse),
        Term.parse(value.apply(TERM)),
        value.apply(PROGRAM),
        value.apply(TIER),
        orNull(value.apply(AMOUNT_DUE), Layout::money),
        orNull(value.apply(AMOUNT_PAID), Layout::money),
        orNull(value.apply(PAID_ON), Canonical::isoDay),
        value.apply(ACCOUNT),
        value.apply(PAYMENT_STATUS),
        value.apply(REMARK));
  }

  private static Yuan money(String text) {
    return Yuan.read(text).orElseThrow(() -> new IllegalArgumentException("not canonical money"));
  }

  private static HouseholdRecord household(Function<Field, String> value) {
    CitizenIdReading id = CitizenId.read(value.apply(CITIZEN_ID));
    String schooling = value.apply(SCHOOLING);
    boolean card =
        id instanceof CitizenIdReading.Valid valid
            && valid.origin() == CitizenIdReading.Origin.DISABILITY_CARD;
    return new HouseholdRecord(
        PersonName.of(value.apply(NAME)),
        id,
        HouseholdNumber.read(value.apply(HOUSEHOLD_NUMBER)).orElse(null),
        value.apply(MEMBER_NUMBER),
        value.apply(RELATION),
        orNull(value.apply(SEX), Sex::valueOf),
        orNull(value.apply(BIRTH_DATE), Canonical::isoDay),
        value.apply(TOWNSHIP),
        value.apply(VILLAGE),
        says(value.apply(HOUSEHOLD_TYPE), "脱贫"),
        orNull(value.apply(MONITOR_CATEGORY), MonitoredKind::valueOf),
        Grade.read(schooling).orElse(null),
        schooling,
        value.apply(NOT_IN_SCHOOL_REASON),
        value.apply(EDUCATION),
        orNull(value.apply(RISK_CLEARED), Boolean::valueOf),
        orNull(value.apply(RISK_CLEARED_MONTH), Canonical::isoMonth),
        orNull(value.apply(IDENTIFIED_MONTH), Canonical::isoMonth),
        orNull(value.apply(ENJOYS_POLICY), Boolean::valueOf),
        welfare(value.apply(MINIMUM_LIVING)),
        welfare(value.apply(EXTREME_POVERTY)),
        card || says(value.apply(HEALTH), "残疾"),
        value.apply(ORPHAN).equals("true"),
        orNull(value.apply(HEAD_NAME), PersonName::of),
        orNull(value.apply(HEAD_ID), CitizenId::read));
  }

  /** Whether {@code text} holds {@code word}, and does not deny it: {@code 非脱贫户}, {@code 无残疾}. */
  private static boolean says(String text, String word) {
    int at = text.indexOf(word);
    return at == 0 || (at > 0 && "非未无不".indexOf(text.charAt(at - 1)) < 0);
  }

  private static Welfare welfare(String name) {
    return name.isEmpty() ? Welfare.NONE : Welfare.valueOf(name);
  }

  private static <T> @Nullable T orNull(String value, Function<String, T> parse) {
    return value.isEmpty() ? null : parse.apply(value);
  }
}

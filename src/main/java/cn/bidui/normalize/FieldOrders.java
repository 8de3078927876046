package cn.bidui.normalize;

import cn.bidui.source.Field;
import cn.bidui.source.ListKind;
import java.util.ArrayList;
import java.util.List;

/** In which order the values of each further list stand. Rows are kept in it: append only. */
final class FieldOrders {

  private FieldOrders() {}

  static List<Field> of(ListKind kind) {
    return switch (kind) {
      case ENROLLED -> ENROLLED;
      case HARDSHIP -> HARDSHIP;
      case PAYMENTS -> PAYMENTS;
      case CIVIL -> CIVIL;
      case DISABILITY -> DISABILITY;
      case POPULATION -> POPULATION;
      case ROLL_CHANGES -> ROLL_CHANGES;
      case PLACEMENTS -> PLACEMENTS;
      case ATTENDANCE -> ATTENDANCE;
      case SCHOOLS -> SCHOOLS;
      case ROLL, AID, HOUSEHOLDS -> throw new IllegalArgumentException("has its own order");
    };
  }

  private static final List<Field> PUPIL =
      List.of(
          Field.NAME,
          Field.CITIZEN_ID,
          Field.STUDENT_NUMBER,
          Field.SEX,
          Field.BIRTH_DATE,
          Field.SCHOOL_NAME,
          Field.SCHOOL_CODE,
          Field.GRADE,
          Field.CLASS_NAME);

  private static final List<Field> GUARDIAN = List.of(Field.GUARDIAN1_NAME, Field.GUARDIAN1_ID);

  private static final List<Field> DISABLED =
      List.of(Field.DISABILITY_NUMBER, Field.DISABILITY_KIND, Field.DISABILITY_LEVEL);

  private static final List<Field> ENROLLED =
      joined(
          PUPIL,
          List.of(
              Field.TOWNSHIP, Field.BOARDING, Field.ROLL_STATUS, Field.STUDY_FORM, Field.REMARK));

  private static final List<Field> HARDSHIP =
      joined(
          PUPIL,
          List.of(
              Field.HARDSHIP_LEVEL,
              Field.HARDSHIP_TYPE,
              Field.RECOGNIZED_YEAR,
              Field.RECOGNIZED_ON,
              Field.IS_LIFTED_OUT,
              Field.IS_UNSTABLE,
              Field.IS_MARGINAL,
              Field.IS_SUDDEN_HARDSHIP,
              Field.MINIMUM_LIVING,
              Field.EXTREME_POVERTY,
              Field.IS_LOW_INCOME_EDGE,
              Field.IS_RIGID_EXPENSE,
              Field.ORPHAN,
              Field.IS_UNATTENDED,
              Field.IS_DISABLED,
              Field.IS_DISABLED_GUARDIAN,
              Field.IS_MARTYR_CHILD,
              Field.REMARK));

  private static final List<Field> PAYMENTS =
      List.of(
          Field.NAME,
          Field.CITIZEN_ID,
          Field.STUDENT_NUMBER,
          Field.SCHOOL_NAME,
          Field.SCHOOL_CODE,
          Field.GRADE,
          Field.TOWNSHIP,
          Field.PAYEE_NAME,
          Field.PAYEE_ID,
          Field.ACCOUNT,
          Field.AMOUNT_PAID,
          Field.PAID_ON,
          Field.PAYMENT_MONTH,
          Field.TERM,
          Field.PROGRAM,
          Field.TRANSACTION,
          Field.PAYMENT_STATUS,
          Field.REMARK);

  private static final List<Field> CIVIL =
      joined(
          List.of(
              Field.NAME,
              Field.CITIZEN_ID,
              Field.HEAD_NAME,
              Field.HEAD_ID,
              Field.RELATION,
              Field.SEX,
              Field.BIRTH_DATE,
              Field.TOWNSHIP,
              Field.VILLAGE,
              Field.BENEFIT,
              Field.BENEFIT_NUMBER,
              Field.BENEFIT_CLASS,
              Field.BENEFIT_FROM,
              Field.BENEFIT_AMOUNT,
              Field.BENEFIT_STATUS,
              Field.HOUSEHOLD_SIZE,
              Field.ACCOUNT,
              Field.REMARK),
          GUARDIAN);

  private static final List<Field> DISABILITY =
      joined(
          List.of(Field.NAME, Field.CITIZEN_ID),
          DISABLED,
          List.of(
              Field.SEX,
              Field.BIRTH_DATE,
              Field.TOWNSHIP,
              Field.VILLAGE,
              Field.ISSUED_ON,
              Field.CARD_STATUS,
              Field.SCHOOL_NAME,
              Field.REMARK),
          GUARDIAN);

  private static final List<Field> POPULATION =
      joined(
          List.of(
              Field.NAME,
              Field.CITIZEN_ID,
              Field.HEAD_NAME,
              Field.HEAD_ID,
              Field.RELATION,
              Field.SEX,
              Field.BIRTH_DATE,
              Field.TOWNSHIP,
              Field.VILLAGE,
              Field.HOUSEHOLD_NUMBER,
              Field.SCHOOL_NAME,
              Field.GRADE,
              Field.ATTENDING,
              Field.NOT_IN_SCHOOL_REASON,
              Field.REMARK),
          GUARDIAN);

  private static final List<Field> ROLL_CHANGES =
      joined(
          PUPIL,
          List.of(
              Field.TOWNSHIP,
              Field.CHANGE_TYPE,
              Field.CHANGED_ON,
              Field.APPROVED_ON,
              Field.LEAVE_FROM,
              Field.LEAVE_TO,
              Field.FROM_SCHOOL,
              Field.TO_SCHOOL,
              Field.TO_PLACE,
              Field.CHANGE_STATUS,
              Field.REASON,
              Field.REMARK));

  private static final List<Field> PLACEMENTS =
      joined(
          PUPIL,
          DISABLED,
          List.of(
              Field.TOWNSHIP,
              Field.VILLAGE,
              Field.PLACEMENT,
              Field.PLACED_FROM,
              Field.PLACED_TO,
              Field.APPROVED_ON,
              Field.REASON,
              Field.REMARK),
          GUARDIAN);

  private static final List<Field> ATTENDANCE =
      joined(
          PUPIL,
          List.of(
              Field.TOWNSHIP,
              Field.CHECKED_ON,
              Field.PRESENCE,
              Field.ABSENT_DAYS,
              Field.ABSENT_SINCE,
              Field.REASON,
              Field.REMARK),
          GUARDIAN);

  private static final List<Field> SCHOOLS =
      List.of(
          Field.SCHOOL_NAME,
          Field.SCHOOL_CODE,
          Field.SCHOOL_ALIAS,
          Field.SCHOOL_KIND,
          Field.STAGE,
          Field.TOWNSHIP,
          Field.SPONSOR,
          Field.SCHOOL_STATUS,
          Field.REMARK);

  @SafeVarargs
  private static List<Field> joined(List<Field>... parts) {
    List<Field> all = new ArrayList<>();
    for (List<Field> part : parts) {
      all.addAll(part);
    }
    return List.copyOf(all);
  }
}

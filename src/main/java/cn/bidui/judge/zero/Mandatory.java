package cn.bidui.judge.zero;

import cn.bidui.normalize.AidRecord;
import cn.bidui.person.CitizenIdReading;
import cn.bidui.plan.Limit;
import cn.bidui.source.Field;
import cn.bidui.source.Yuan;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a record of the aid system must have (必填项). A job may leave one out: its number is 1 where
 * the field counts and 0 where it does not.
 */
enum Mandatory {
  CITIZEN_ID("证件号", aid -> !missing(aid), Field.CITIZEN_ID),
  STUDENT_NUMBER("学籍号", aid -> aid.studentNumber() != null, Field.STUDENT_NUMBER),
  SCHOOL(
      "学校",
      aid -> !aid.school().isEmpty() || !aid.schoolCode().isEmpty(),
      Field.SCHOOL_NAME,
      Field.SCHOOL_CODE),
  GRADE("年级", aid -> aid.grade() != null, Field.GRADE),
  PROGRAM("资助项目", aid -> !aid.program().isEmpty(), Field.PROGRAM),
  AMOUNT("金额", aid -> aid.granted() != null, Field.AMOUNT_DUE, Field.AMOUNT_PAID),
  PAID_ON("发放日期", aid -> aid.paidOn() != null, Field.PAID_ON),
  ACCOUNT("银行账号", aid -> !aid.account().isEmpty(), Field.ACCOUNT);

  private final String label;

  // Lambdas over one record; the compiler cannot tell.
  @SuppressWarnings("ImmutableEnumChecker")
  private final Predicate<AidRecord> filled;

  @SuppressWarnings("ImmutableEnumChecker")
  private final Field[] fields;

  Mandatory(String label, Predicate<AidRecord> filled, Field... fields) {
    this.label = label;
    this.filled = filled;
    this.fields = fields;
  }

  /** The number of the job that says whether it counts. */
  String code() {
    return "counts-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The Chinese word. */
  String label() {
    return label;
  }

  Stream<Field> fields() {
    return Arrays.stream(fields);
  }

  /** Day and account of a payment are due once something was paid. */
  boolean dueOf(AidRecord aid) {
    return (this != PAID_ON && this != ACCOUNT) || paid(aid);
  }

  boolean filledIn(AidRecord aid) {
    return filled.test(aid);
  }

  /** All of them count unless a job says otherwise. */
  static Map<String, Limit> numbers() {
    return Arrays.stream(values())
        .collect(
            Collectors.toMap(
                Mandatory::code,
                one ->
                    new Limit(
                        1,
                        "flag",
                        "资助信息百分之百填报：“" + one.label + "”计入必填项；填 0 则不计。",
                        "紫教体科发〔2021〕71号 四（一）7；具体项目自定")));
  }

  private static boolean missing(AidRecord aid) {
    return aid.id() instanceof CitizenIdReading.Missing;
  }

  private static boolean paid(AidRecord aid) {
    return aid.paid() != null && aid.paid().compareTo(Yuan.ZERO) > 0;
  }
}

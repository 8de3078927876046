package cn.bidui.normalize;

import cn.bidui.normalize.Constraints.Day;
import cn.bidui.normalize.Constraints.Exact;
import cn.bidui.normalize.Constraints.Filled;
import cn.bidui.normalize.Constraints.Sound;
import cn.bidui.normalize.Constraints.Word;
import cn.bidui.source.Cell;
import cn.bidui.source.Field;
import cn.bidui.source.SheetRow;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.MessageInterpolator;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.AssertTrue;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** A row of a roll as a bean with constraints: the record rules a second time, for comparison. */
record RollRow(
    @Sound(most = 200) @Filled Cell name,
    @Sound(most = 200) Cell formerName,
    @Sound @Exact(citizenId = true) Cell citizenId,
    @Sound @Exact Cell studentNumber,
    @Sound @Word("[0129]|([0-9]+[-_:.、,])?(男|女|男性|女性|男孩|女孩|M|F|MALE|FEMALE|未知|未说明)") Cell sex,
    @Sound @Day Cell birthDate,
    @Sound Cell schoolName,
    @Sound @Exact Cell schoolCode,
    @Sound Cell township,
    @Sound @Filled @Word(RollRow.GRADES) Cell grade,
    @Sound Cell className,
    @Sound @Word("[129]|([0-9]+[-_:.、,])?(走读|走读生|住校|住校生|寄宿|寄宿生|住宿|住宿生|其他)") Cell boarding,
    @Sound @Word("([0-9]+[-_:.、,])?(在读|在籍|在校|正常|复学|转入|借读|休学|退学|辍学|毕业|结业|转出|转学|死亡)") Cell rollStatus,
    @Sound @Word("[^0-9]*|[0-9]+[^0-9]+") Cell studyForm,
    @Sound(most = 200) Cell guardian1Name,
    @Sound @Exact(citizenId = true) Cell guardian1Id,
    @Sound(most = 200) Cell guardian2Name,
    @Sound @Exact(citizenId = true) Cell guardian2Id) {

  static final String GRADES =
      "第?([一二三四五六七八九十]|十一|十二|[1-9]|1[0-2])"
          + "|第?([一二三四五六七八九十]|十一|十二|[1-9]|1[0-2])年级(.*(班|\\)))?"
          + "|小学([一二三四五六1-6](年级)?)?"
          + "|初中?[一二三七八九123789](年级)?(.*班)?|初中"
          + "|(普通)?高中?[一二三123](年级|级)?(.*班)?|(普通)?高中|普高"
          + "|中职([一二三123](年级)?)?"
          + "|(学前|学前教育|幼儿园)|.*(小班|中班|大班|学前班)";

  private static final Validator VALIDATOR = validator();

  static RollRow of(SheetRow row) {
    return new RollRow(
        row.cell(Field.NAME),
        row.cell(Field.FORMER_NAME),
        row.cell(Field.CITIZEN_ID),
        row.cell(Field.STUDENT_NUMBER),
        row.cell(Field.SEX),
        row.cell(Field.BIRTH_DATE),
        row.cell(Field.SCHOOL_NAME),
        row.cell(Field.SCHOOL_CODE),
        row.cell(Field.TOWNSHIP),
        row.cell(Field.GRADE),
        row.cell(Field.CLASS_NAME),
        row.cell(Field.BOARDING),
        row.cell(Field.ROLL_STATUS),
        row.cell(Field.STUDY_FORM),
        row.cell(Field.GUARDIAN1_NAME),
        row.cell(Field.GUARDIAN1_ID),
        row.cell(Field.GUARDIAN2_NAME),
        row.cell(Field.GUARDIAN2_ID));
  }

  /** A pupil is at a school that the row names; by name or by code. */
  @AssertTrue(message = "VALUE-MISSING")
  boolean isSchoolNamed() {
    return Constraints.isNamed(schoolName, schoolCode);
  }

  /** {@code CODE field} of every rule that is broken. */
  Set<String> faults() {
    Set<String> faults = new TreeSet<>();
    for (ConstraintViolation<RollRow> violation : VALIDATOR.validate(this)) {
      String path = violation.getPropertyPath().toString();
      faults.add(
          violation.getMessage()
              + " "
              + (path.equals("schoolNamed") ? "school-name" : hyphens(path)));
    }
    return faults;
  }

  private static String hyphens(String path) {
    return path.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }

  private static Validator validator() {
    MessageInterpolator asWritten =
        new MessageInterpolator() {
          @Override
          public String interpolate(String template, Context context) {
            return template;
          }

          @Override
          public String interpolate(String template, Context context, Locale locale) {
            return template;
          }
        };
    return Validation.byDefaultProvider()
        .configure()
        .messageInterpolator(asWritten)
        .buildValidatorFactory()
        .getValidator();
  }

  @Override
  public String toString() {
    return "RollRow";
  }
}

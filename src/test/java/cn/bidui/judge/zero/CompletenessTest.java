package cn.bidui.judge.zero;

import static cn.bidui.judge.CountyFixture.county;
import static cn.bidui.judge.CountyFixture.id;
import static cn.bidui.source.Field.ACCOUNT;
import static cn.bidui.source.Field.AMOUNT_DUE;
import static cn.bidui.source.Field.AMOUNT_PAID;
import static cn.bidui.source.Field.CITIZEN_ID;
import static cn.bidui.source.Field.GRADE;
import static cn.bidui.source.Field.NAME;
import static cn.bidui.source.Field.PAID_ON;
import static cn.bidui.source.Field.PROGRAM;
import static cn.bidui.source.Field.REMARK;
import static cn.bidui.source.Field.ROLL_STATUS;
import static cn.bidui.source.Field.SCHOOL_ALIAS;
import static cn.bidui.source.Field.SCHOOL_CODE;
import static cn.bidui.source.Field.SCHOOL_NAME;
import static cn.bidui.source.Field.SCHOOL_STATUS;
import static cn.bidui.source.Field.STAGE;
import static cn.bidui.source.Field.STUDENT_NUMBER;
import static cn.bidui.source.Field.TERM;
import static cn.bidui.source.Field.TOWNSHIP;
import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.judge.CountyFixture;
import cn.bidui.judge.finding.Finding;
import cn.bidui.plan.Limit;
import cn.bidui.plan.RulePlan;
import cn.bidui.source.ListKind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompletenessTest {

  private static final String SCHOOL = "school-missing";
  private static final String PROGRAMS = "program-missing";
  private static final String FIELDS = "field-missing";
  private static final String OTHER = id("20160702", 2);
  private static final String WEST = "2199000002";

  private static CountyFixture register(CountyFixture county, String name, String code) {
    return county.row(
        ListKind.SCHOOLS, SCHOOL_NAME, name, SCHOOL_CODE, code, TOWNSHIP, "西镇", STAGE, "PRIMARY");
  }

  private static CountyFixture enrolled(CountyFixture county) {
    return county.row(
        ListKind.ENROLLED,
        ROLL_STATUS,
        "ENROLLED",
        SCHOOL_NAME,
        "东镇小学",
        SCHOOL_CODE,
        "2199000001",
        GRADE,
        "PRIMARY-4");
  }

  @Test
  void aSchoolOfTheRegisterWithoutAnyPupilInTheAidSystemIsAskedAbout() {
    CountyFixture county = register(enrolled(county().roll()), "西镇小学", WEST);
    Finding finding = county.finding(SCHOOL);

    assertThat(Asked.of(county, SCHOOL))
        .containsExactly(
            "漏录：机构名册中有西镇小学，资助系统的名单中没有这所学校的学生，学校应当全部纳入（依据：紫教体科发〔2021〕71号 四（一）7）；核实是否漏报，或更正名册。");
    assertThat(finding.subjectKind()).isEqualTo("school");
    assertThat(finding.school()).isEqualTo("西镇小学");
    assertThat(finding.township()).isEqualTo("西镇");
    assertThat(finding.name()).isEmpty();
    assertThat(finding.evidence())
        .singleElement()
        .satisfies(row -> assertThat(row.file().name()).isEqualTo("schools.xlsx"));
  }

  @Test
  void aSchoolWithPupilsInTheAidSystemIsRightUnderAnyOfItsNames() {
    CountyFixture county =
        register(enrolled(county().roll()), "东镇小学", "2199000001")
            .row(
                ListKind.SCHOOLS,
                SCHOOL_NAME,
                "西镇小学",
                SCHOOL_CODE,
                "",
                SCHOOL_ALIAS,
                "西镇中心小学",
                STAGE,
                "PRIMARY")
            .aid(SCHOOL_NAME, "西镇中心小学", SCHOOL_CODE, "");

    assertThat(county.findings(SCHOOL)).isEmpty();
    assertThat(county.tally(SCHOOL).compared()).isEqualTo(2);
  }

  @Test
  void ofTwoSchoolsOfOneNameTheCodeSaysWhichIsMissing() {
    CountyFixture county =
        register(register(enrolled(county().roll()), "东镇小学", "2199000001"), "东镇小学", WEST);

    assertThat(county.findings(SCHOOL)).hasSize(1);
  }

  @Test
  void withoutAListOfEnrolledPupilsAMissingSchoolIsOnlyToBeChecked() {
    assertThat(Asked.of(register(county().roll().aid(), "西镇小学", WEST), SCHOOL))
        .containsExactly("待核：机构名册中有西镇小学，受助名单中没有这所学校的学生，尚无在校生名单可以核对；核实该校是否已纳入资助系统。");
  }

  @ParameterizedTest
  @ValueSource(strings = {"停办", "已撤销", "合并"})
  void closedSchoolsAreNotCompared(String status) {
    CountyFixture county =
        enrolled(county().roll())
            .row(ListKind.SCHOOLS, SCHOOL_NAME, "南镇小学", SCHOOL_STATUS, status, STAGE, "PRIMARY");

    assertThat(county.findings(SCHOOL)).isEmpty();
    assertThat(county.tally(SCHOOL).compared()).isZero();
  }

  @Test
  void schoolsOfStagesThatTheAidSystemDoesNotHaveAreNotCompared() {
    CountyFixture county =
        enrolled(county().roll()).row(ListKind.SCHOOLS, SCHOOL_NAME, "西镇幼儿园", STAGE, "PRESCHOOL");

    assertThat(county.findings(SCHOOL)).isEmpty();
  }

  @Test
  void aSchoolThatStandsTwiceInTheRegisterIsOneSchool() {
    CountyFixture county =
        register(register(enrolled(county().roll()), "西镇小学", WEST), "西镇小学", WEST);

    assertThat(county.findings(SCHOOL)).hasSize(1);
    assertThat(county.tally(SCHOOL).compared()).isEqualTo(1);
  }

  @Test
  void withoutTheRegisterNothingIsCompared() {
    assertThat(county().roll().aid().tally(SCHOOL).needs()).containsExactly(ListKind.SCHOOLS);
  }

  private static CountyFixture twoSchools() {
    return county()
        .roll()
        .household()
        .aid()
        .roll(
            NAME, "测试乙", CITIZEN_ID, OTHER, SCHOOL_NAME, "西镇小学", SCHOOL_CODE, WEST, TOWNSHIP, "西镇")
        .household(NAME, "测试乙", CITIZEN_ID, OTHER);
  }

  @Test
  void aProgramThatIsDueAtASchoolAndNowhereRecordedThereIsAskedAbout() {
    CountyFixture county = twoSchools();
    Finding finding = county.finding(PROGRAMS);

    assertThat(Asked.of(county, PROGRAMS))
        .singleElement()
        .asString()
        .startsWith("漏录：2025秋该校有 1 名学生应享受义务教育家庭经济困难学生生活补助（依据：财政部")
        .endsWith("），受助名单中该校没有这一项目的记录，项目应当全部纳入；核实是否漏报项目。");
    assertThat(finding.subjectKind()).isEqualTo("school");
    assertThat(finding.school()).isEqualTo("西镇小学");
    assertThat(finding.term()).isEqualTo("2025秋");
    assertThat(finding.program()).isEqualTo("义务教育家庭经济困难学生生活补助");
    assertThat(county.tally(PROGRAMS).compared()).isEqualTo(2);
  }

  @Test
  void oneGrantOfItAtTheSchoolIsEnough() {
    CountyFixture county =
        twoSchools()
            .aid(
                NAME, "测试丙", CITIZEN_ID, id("20170702", 4), SCHOOL_NAME, "西镇小学", SCHOOL_CODE, WEST);

    assertThat(county.findings(PROGRAMS)).isEmpty();
  }

  @Test
  void aGrantThatAnOlderSchoolRecordedCountsWhereThePupilIsNow() {
    assertThat(twoSchools().aid(NAME, "测试乙", CITIZEN_ID, OTHER).findings(PROGRAMS)).isEmpty();
  }

  @Test
  void beforePaymentIsDueNoProgramIsMissed() {
    assertThat(twoSchools().asOf("2025-10-31").tally(PROGRAMS).compared()).isZero();
  }

  @Test
  void aProgramThatEveryPupilGaveUpIsNotDue() {
    CountyFixture county =
        twoSchools()
            .aid(
                NAME,
                "测试乙",
                CITIZEN_ID,
                OTHER,
                REMARK,
                "自愿放弃",
                SCHOOL_NAME,
                "西镇小学",
                SCHOOL_CODE,
                WEST);

    assertThat(county.findings(PROGRAMS)).isEmpty();
    assertThat(county.tally(PROGRAMS).compared()).isEqualTo(1);
  }

  @Test
  void pupilsWithoutAGradeSayNothingOfWhatIsDue() {
    assertThat(county().roll(GRADE, "").household().aid().tally(PROGRAMS).compared()).isZero();
  }

  @Test
  void withoutAnAidListOfThisYearNoProgramIsCompared() {
    assertThat(county().roll().household().tally(PROGRAMS).needs()).containsExactly(ListKind.AID);
  }

  private static CountyFixture complete() {
    return county()
        .roll()
        .aid(
            STUDENT_NUMBER, "G" + CountyFixture.PUPIL,
            AMOUNT_PAID, "312.50",
            PAID_ON, "2025-11-20",
            ACCOUNT, "6217000012345678");
  }

  @Test
  void aRecordWithAllItsFieldsIsRight() {
    assertThat(complete().findings(FIELDS)).isEmpty();
    assertThat(complete().tally(FIELDS).compared()).isEqualTo(1);
  }

  @Test
  void blankFieldsAreAskedAboutOncePerPupilAndTerm() {
    CountyFixture county =
        complete()
            .aid(NAME, "测试乙", CITIZEN_ID, OTHER, GRADE, "", STUDENT_NUMBER, "G" + OTHER)
            .aid(
                NAME,
                "测试乙",
                CITIZEN_ID,
                OTHER,
                PROGRAM,
                "雨露计划",
                AMOUNT_DUE,
                "",
                SCHOOL_NAME,
                "",
                SCHOOL_CODE,
                "");

    assertThat(Asked.of(county, FIELDS))
        .containsExactly(
            "数据待更正：2025秋受助名单中有 2 条记录没有填学籍号、学校、年级、金额，资助信息应当全部填报（依据：紫教体科发〔2021〕71号 四（一）7）；核实后在资助系统补填。");
  }

  @Test
  void theDayAndTheAccountAreDueOnceSomethingWasPaid() {
    CountyFixture unpaid =
        complete().aid(NAME, "测试乙", CITIZEN_ID, OTHER, STUDENT_NUMBER, "G" + OTHER);
    CountyFixture paid =
        complete()
            .aid(
                NAME, "测试乙", CITIZEN_ID, OTHER, STUDENT_NUMBER, "G" + OTHER, AMOUNT_PAID, "312.50");

    assertThat(unpaid.findings(FIELDS)).isEmpty();
    assertThat(paid.finding(FIELDS).found()).isEqualTo("发放日期、银行账号");
  }

  @Test
  void aColumnThatIsBlankInTheWholeListWasLeftOutOfTheExport() {
    CountyFixture county = county().roll().aid(PAID_ON, "2025-11-20", ACCOUNT, "62170000");

    assertThat(county.findings(FIELDS)).isEmpty();
    assertThat(county.tally(FIELDS).compared()).isEqualTo(1);
  }

  @Test
  void aChildWithoutAnIdOnTheRollNeedsNoneOnTheAidList() {
    CountyFixture county =
        complete()
            .roll(NAME, "测试无", CITIZEN_ID, "", STUDENT_NUMBER, "J219900000000000123")
            .aid(NAME, "测试无", CITIZEN_ID, "", STUDENT_NUMBER, "J219900000000000123");
    CountyFixture named =
        complete().aid(NAME, "测试无", CITIZEN_ID, "", STUDENT_NUMBER, "J219900000000000123");

    assertThat(county.findings(FIELDS)).isEmpty();
    assertThat(named.finding(FIELDS).found()).isEqualTo("证件号");
  }

  @Test
  void aFieldThatTheJobLeavesOutDoesNotCount() {
    Limit no = new Limit(0, "flag", "本地不填。", "自定");
    CountyFixture county =
        complete()
            .aid(NAME, "测试乙", CITIZEN_ID, OTHER)
            .plan(new RulePlan(FIELDS, true, Map.of("counts-student-number", no)));

    assertThat(county.findings(FIELDS)).isEmpty();
  }

  @Test
  void rowsOfOtherSchoolYearsAreNotCompared() {
    CountyFixture county =
        complete().aid(NAME, "测试乙", CITIZEN_ID, OTHER, TERM, "2024秋", STUDENT_NUMBER, "");

    assertThat(county.findings(FIELDS)).isEmpty();
    assertThat(county().roll().aid(TERM, "2024秋").tally(FIELDS).needs())
        .containsExactly(ListKind.AID);
  }

  @Test
  void everyMandatoryFieldIsANumberOfTheJob() {
    assertThat(Mandatory.numbers().keySet())
        .containsExactlyInAnyOrderElementsOf(
            List.of(
                "counts-citizen-id",
                "counts-student-number",
                "counts-school",
                "counts-grade",
                "counts-program",
                "counts-amount",
                "counts-paid-on",
                "counts-account"));
  }
}

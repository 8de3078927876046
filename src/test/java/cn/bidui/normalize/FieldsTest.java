package cn.bidui.normalize;

import static cn.bidui.source.Field.AMOUNT_DUE;
import static cn.bidui.source.Field.AMOUNT_PAID;
import static cn.bidui.source.Field.BIRTH_DATE;
import static cn.bidui.source.Field.BOARDING;
import static cn.bidui.source.Field.ENJOYS_POLICY;
import static cn.bidui.source.Field.EXTREME_POVERTY;
import static cn.bidui.source.Field.GRADE;
import static cn.bidui.source.Field.HEALTH;
import static cn.bidui.source.Field.HOUSEHOLD_TYPE;
import static cn.bidui.source.Field.IDENTIFIED_MONTH;
import static cn.bidui.source.Field.MINIMUM_LIVING;
import static cn.bidui.source.Field.MONITOR_CATEGORY;
import static cn.bidui.source.Field.ORPHAN;
import static cn.bidui.source.Field.PAID_ON;
import static cn.bidui.source.Field.PROGRAM;
import static cn.bidui.source.Field.RISK_CLEARED;
import static cn.bidui.source.Field.RISK_CLEARED_MONTH;
import static cn.bidui.source.Field.ROLL_STATUS;
import static cn.bidui.source.Field.SCHOOLING;
import static cn.bidui.source.Field.SCHOOL_CODE;
import static cn.bidui.source.Field.SCHOOL_YEAR;
import static cn.bidui.source.Field.SEX;
import static cn.bidui.source.Field.STAGE;
import static cn.bidui.source.Field.STUDY_FORM;
import static cn.bidui.source.Field.TERM;
import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.normalize.HouseholdRecord.MonitoredKind;
import cn.bidui.normalize.HouseholdRecord.Welfare;
import cn.bidui.person.Boarding;
import cn.bidui.person.Grade;
import cn.bidui.person.Sex;
import cn.bidui.source.Cell;
import cn.bidui.source.Field;
import cn.bidui.source.Term;
import cn.bidui.source.Yuan;
import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldsTest {

  // --- closed lists ----------------------------------------------------------------------------

  @ParameterizedTest
  @CsvSource({
    "男, MALE",
    "1, MALE",
    "1.0, MALE",
    "１, MALE",
    "1-男, MALE",
    "1－男性, MALE",
    "男性, MALE",
    "M, MALE",
    "m, MALE",
    "女, FEMALE",
    "2, FEMALE",
    "2-女, FEMALE",
    "2.女, FEMALE",
    "' 女 ', FEMALE",
    "female, FEMALE",
    "未知, ''",
    "'', ''",
    "NULL, ''"
  })
  void sexIsReadAsCodeLabelOrBoth(String text, String value) {
    assertThat(Sample.roll().with(SEX, text).value(SEX)).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"3", "子", "1-", "1-子", "3-3", "1.5"})
  void anUnknownSexIsNamedWithWhatIsAllowed(String text) {
    assertThat(Sample.roll().with(SEX, text).problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.arguments()).containsExactly("男、女"));
  }

  @ParameterizedTest
  @CsvSource({
    "'', ENROLLED", "在读, ENROLLED", "在籍, ENROLLED", "在校, ENROLLED", "正常, ENROLLED",
        "在籍在读, ENROLLED",
    "01-在读, ENROLLED", "复学, ENROLLED", "休学, SUSPENDED", "保留学籍, SUSPENDED", "退学, LEFT", "辍学, LEFT",
    "毕业, GRADUATED", "结业, GRADUATED", "转出, TRANSFERRED", "转学, TRANSFERRED", "死亡, DECEASED"
  })
  void theStandingOnTheRollIsRead(String text, RollStatus status) {
    assertThat(Sample.roll().with(ROLL_STATUS, text).rollRecord().status()).isEqualTo(status);
  }

  @Test
  void anUnknownStandingIsRejected() {
    assertThat(Sample.roll().with(ROLL_STATUS, "3Z").faults())
        .containsExactly("VALUE-UNKNOWN roll-status");
  }

  @Test
  void onlyPupilsInSchoolAreDueAid() {
    assertThat(RollStatus.values())
        .filteredOn(RollStatus::inSchool)
        .containsExactly(RollStatus.ENROLLED);
    assertThat(RollStatus.values())
        .filteredOn(RollStatus::onRoll)
        .containsExactly(RollStatus.ENROLLED, RollStatus.SUSPENDED);
    assertThat(RollStatus.SUSPENDED.label()).isEqualTo("休学");
  }

  @ParameterizedTest
  @CsvSource({
    "就读方式, 1, DAY", "就读方式, 2, BOARDER", "就读方式, 1-走读, DAY", "就读方式, 2-住校, BOARDER", "就读方式, 9, ''",
    "就读方式, 走读, DAY", "就读方式, 住校, BOARDER", "就读方式, 寄宿, BOARDER", "就读方式, 其他, ''", "就读方式, '', ''",
    "是否寄宿, 是, BOARDER", "是否寄宿, 否, DAY", "是否寄宿, 1, BOARDER", "是否寄宿, 0, DAY", "是否寄宿, 寄宿生, BOARDER",
    "是否寄宿生, √, BOARDER", "住校, 是, BOARDER", "是否走读, 是, DAY", "是否走读, 否, BOARDER"
  })
  void theHeaderDecidesWhatABoardingCellMeans(String title, String text, String value) {
    assertThat(Sample.roll().title(BOARDING, title).with(BOARDING, text).value(BOARDING))
        .isEqualTo(value);
  }

  @Test
  void aWayOfAttendingIsNoAnswer() {
    assertThat(Sample.roll().title(BOARDING, "就读方式").with(BOARDING, "是").faults())
        .containsExactly("VALUE-UNKNOWN boarding");
    assertThat(Sample.roll().title(BOARDING, "就读方式").with(BOARDING, "2").rollRecord().boarding())
        .isEqualTo(Boarding.BOARDER);
  }

  @ParameterizedTest
  @CsvSource({"全日制, true", "1-全日制, true", "非全日制, false", "业余, false", "函授, false", "'', true"})
  void whatIsNotFullTimeIsSaid(String text, boolean fullTime) {
    assertThat(Sample.roll().with(STUDY_FORM, text).rollRecord().fullTime()).isEqualTo(fullTime);
  }

  @Test
  void aBareCodeOfAFormOfStudyIsUnknown() {
    assertThat(Sample.roll().with(STUDY_FORM, "2").faults())
        .containsExactly("VALUE-UNKNOWN study-form");
  }

  // --- dates -----------------------------------------------------------------------------------

  @ParameterizedTest
  @ValueSource(
      strings = {
        "20150831",
        "20150831.0",
        "2015-08-31",
        "2015-8-31",
        "2015/8/31",
        "2015/08/31",
        "2015.8.31",
        "2015.08.31",
        "2015年8月31日",
        "2015年08月31",
        "2015 年 8 月 31 日",
        "2015年8月31号",
        "2015-08-31 00:00:00",
        "2015/8/31 0:00:00",
        "2015-08-31T00:00:00",
        "2015-08-31T00:00",
        "2015-08-31 00:00:00.0",
        "２０１５年８月３１日",
        "'2015-08-31",
        "=\"2015-08-31\"",
        " 2015-08-31 ",
        "\uFEFF2015-08-31",
        "2015\u200B-08-31",
        "20150831 00:00",
        "42247",
        "４２２４７"
      })
  void aDayIsReadInEverySpelling(String text) {
    assertThat(Sample.roll().with(BIRTH_DATE, text).rollRecord().birth())
        .isEqualTo(LocalDate.of(2015, 8, 31));
  }

  @ParameterizedTest
  @CsvSource({
    "42247, 2015-08-31",
    "42247.0, 2015-08-31",
    "42247.5, 2015-08-31",
    "20150831, 2015-08-31",
    "20150831.0, 2015-08-31",
    "2.0150831E7, 2015-08-31",
    "20000, 1954-10-03",
    "80000, 2119-01-11"
  })
  void aNumberIsASerialOrTheDigitsOfADate(String stored, String value) {
    assertThat(Sample.roll().number(BIRTH_DATE, stored).value(BIRTH_DATE)).isEqualTo(value);
  }

  @Test
  void aDateCellIsTaken() {
    Cell date = new Cell("2012-03-05", Cell.Kind.DATE);

    assertThat(Sample.roll().with(BIRTH_DATE, date).value(BIRTH_DATE)).isEqualTo("2012-03-05");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2015",
        "2015-08",
        "201508",
        "2015年8月",
        "20150231",
        "2015-02-30",
        "2015-13-01",
        "2015-00-10",
        "2015-08-00",
        "1899-12-31",
        "2100-01-01",
        "31/8/2015",
        "15-8-31",
        "2015-8/31",
        "2015年8-31",
        "2015-08-31x",
        "2015-08-31 下午",
        "2015_08_31",
        "20158",
        "29999",
        "80001",
        "不详",
        "2015-08-31.5",
        "150831",
        "2015-08-",
        "2015-8-310"
      })
  void anythingElseIsNoDay(String text) {
    assertThat(Sample.roll().with(BIRTH_DATE, text).faults())
        .containsExactly("DATE-UNREADABLE birth-date");
  }

  @ParameterizedTest
  @ValueSource(strings = {"19999", "80001", "2015.8", "123", "-42247", "12345678901"})
  void aNumberOutsideOfTheSerialsIsNoDay(String stored) {
    assertThat(Sample.roll().number(BIRTH_DATE, stored).faults())
        .containsExactly("DATE-UNREADABLE birth-date");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "202304",
        "202304.0",
        "2023-04",
        "2023-4",
        "2023/4",
        "2023.4",
        "2023年4月",
        "2023年04月",
        "20230415",
        "2023-04-15",
        "2023年4月1日",
        "2023-04-01 00:00:00"
      })
  void aMonthIsReadInEverySpelling(String text) {
    assertThat(Sample.household().with(IDENTIFIED_MONTH, text).householdRecord().identifiedMonth())
        .isEqualTo(YearMonth.of(2023, 4));
  }

  @ParameterizedTest
  @CsvSource({"202304, 2023-04", "202304.0, 2023-04", "45031, 2023-04", "20230415, 2023-04"})
  void aMonthMayBeANumber(String stored, String value) {
    assertThat(Sample.household().number(RISK_CLEARED_MONTH, stored).value(RISK_CLEARED_MONTH))
        .isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2023", "202313", "2023年", "四月"})
  void anythingElseIsNoMonth(String text) {
    assertThat(Sample.household().with(IDENTIFIED_MONTH, text).faults())
        .containsExactly("DATE-UNREADABLE identified-month");
  }

  @Test
  void aMonthAsADecimalNumberIsNotGuessed() {
    assertThat(Sample.household().number(IDENTIFIED_MONTH, "2023.1").faults())
        .containsExactly("DATE-UNREADABLE identified-month");
  }

  @Test
  void blankDatesAreNone() {
    assertThat(Sample.household().with(RISK_CLEARED_MONTH, "NULL").value(RISK_CLEARED_MONTH))
        .isEmpty();
    assertThat(Sample.aid().with(PAID_ON, "").aidRecord().paidOn()).isNull();
    assertThat(Sample.aid().with(PAID_ON, "20251120").aidRecord().paidOn())
        .isEqualTo(LocalDate.of(2025, 11, 20));
  }

  // --- money -----------------------------------------------------------------------------------

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "312.5 | 312.50",
        "1,250元 | 1250.00",
        "￥625 | 625.00",
        "-100 | -100.00",
        "- | ''",
        "0 | 0.00",
        "625.0 | 625.00"
      })
  void moneyIsReadFromText(String text, String value) {
    assertThat(Sample.aid().with(AMOUNT_DUE, text).value(AMOUNT_DUE)).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource({
    "312.5, 312.50",
    "1.25E3, 1250.00",
    "312.50000000000006, 312.50",
    "1250, 1250.00",
    "625.0, 625.00"
  })
  void moneyIsReadFromNumbers(String stored, String value) {
    assertThat(Sample.aid().number(AMOUNT_PAID, stored).value(AMOUNT_PAID)).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"六百二十五", "312.505", "625/期"})
  void anythingElseIsNoMoney(String text) {
    assertThat(Sample.aid().with(AMOUNT_DUE, text).faults())
        .containsExactly("MONEY-UNREADABLE amount-due");
  }

  @Test
  void whatWasGrantedIsDueElsePaid() {
    assertThat(Sample.aid().with(AMOUNT_DUE, "625").with(AMOUNT_PAID, "600").aidRecord().granted())
        .isEqualTo(Yuan.of(625));
    assertThat(Sample.aid().with(AMOUNT_PAID, "600").aidRecord().granted()).isEqualTo(Yuan.of(600));
    assertThat(Sample.aid().aidRecord().granted()).isNull();
  }

  // --- terms -----------------------------------------------------------------------------------

  @ParameterizedTest
  @CsvSource({
    "2025-2026, 第一学期, 2025秋",
    "2025-2026学年, 2, 2026春",
    "'', 2025年秋季学期, 2025秋",
    "2025-2026学年第二学期, '', 2026春"
  })
  void theTermStandsInTheRow(String schoolYear, String term, String label) {
    Sample row = Sample.aid().with(SCHOOL_YEAR, schoolYear).with(TERM, term);

    assertThat(row.aidRecord().term()).isEqualTo(Term.parse(label));
  }

  @Test
  void aRowWithoutATermIsOfTheTermOfItsFile() {
    assertThat(Sample.aid().without(TERM).ofTerm("2026春").value(TERM)).isEqualTo("2026春");
    assertThat(Sample.aid().with(TERM, "").ofTerm("2026春").value(TERM)).isEqualTo("2026春");
  }

  @Test
  void theRowWinsOverTheFile() {
    assertThat(Sample.aid().with(TERM, "2025秋").ofTerm("2026春").value(TERM)).isEqualTo("2025秋");
  }

  @ParameterizedTest
  @CsvSource({"'', 第二学期", "2025-2026, ''", "'', 2"})
  void halfATermIsCompletedByTheFileThatAgrees(String schoolYear, String term) {
    Sample row = Sample.aid().with(SCHOOL_YEAR, schoolYear).with(TERM, term).ofTerm("2026春");

    assertThat(row.value(TERM)).isEqualTo("2026春");
  }

  @Test
  void halfATermThatContradictsTheFileIsNotGuessed() {
    assertThat(Sample.aid().with(TERM, "第一学期").ofTerm("2026春").faults())
        .containsExactly("TERM-UNREADABLE term");
    assertThat(Sample.aid().with(TERM, "").with(SCHOOL_YEAR, "2024-2025").ofTerm("2026春").faults())
        .containsExactly("TERM-UNREADABLE school-year");
  }

  @Test
  void withoutAnyTermTheRowIsRejected() {
    assertThat(Sample.aid().without(TERM).faults()).containsExactly("VALUE-MISSING term");
    assertThat(Sample.aid().with(TERM, "第一学期").faults()).containsExactly("TERM-UNREADABLE term");
    assertThat(Sample.aid().with(TERM, "全年").ofTerm("2026春").faults())
        .containsExactly("TERM-UNREADABLE term");
    assertThat(Sample.aid().with(SCHOOL_YEAR, "#N/A").faults())
        .containsExactly("CELL-ERROR school-year");
  }

  @Test
  void rowsOfOneFileMayNameDifferentTerms() {
    Normalizer normalizer = new Normalizer(cn.bidui.source.ListKind.AID, null);
    Sample autumn = Sample.aid();
    Sample spring = Sample.aid().with(TERM, "2026春");

    assertThat(normalizer.normalize(autumn.row())).isEqualTo(autumn.outcome());
    assertThat(normalizer.normalize(autumn.row())).isEqualTo(autumn.outcome());
    assertThat(normalizer.normalize(spring.row())).isEqualTo(spring.outcome());
  }

  @Test
  void theProgramIsRequiredWhereTheSheetHasOne() {
    assertThat(Sample.aid().with(PROGRAM, "无").faults()).containsExactly("VALUE-MISSING program");
    assertThat(Sample.aid().without(PROGRAM).value(PROGRAM)).isEmpty();
  }

  // --- grades ----------------------------------------------------------------------------------

  @ParameterizedTest
  @CsvSource({
    "初中, 一年级, JUNIOR-1", "初中, 七年级, JUNIOR-1", "初中, 初一, JUNIOR-1", "小学, 七年级, JUNIOR-1",
    "九年一贯制, 三年级, PRIMARY-3", "中职, 一年级, VOCATIONAL-1", "普通高中, 高二, SENIOR-2", "学前, 大班, PRESCHOOL-3",
    "'', 三年级, PRIMARY-3"
  })
  void stageAndGradeAreReadTogether(String stage, String grade, String code) {
    assertThat(Sample.roll().with(STAGE, stage).with(GRADE, grade).value(GRADE)).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({
    "3699000001, 一年级, VOCATIONAL-1", "3499000001, 二年级, SENIOR-2", "2199000001, 七年级, JUNIOR-1",
    "3199000001, 一年级, PRIMARY-1", "3199000001, 初一, JUNIOR-1", "2199000001, 三年级, PRIMARY-3",
    "1199000001, 大班, PRESCHOOL-3", "36990, 一年级, PRIMARY-1"
  })
  void theSchoolCodeDecidesOnlyWhatTheGradeLeavesOpen(String code, String grade, String read) {
    assertThat(Sample.roll().with(SCHOOL_CODE, code).with(GRADE, grade).value(GRADE))
        .isEqualTo(read);
  }

  @Test
  void theColumnOfTheStageGoesBeforeTheSchoolCode() {
    assertThat(
            Sample.roll()
                .with(SCHOOL_CODE, "3499000001")
                .with(STAGE, "初中")
                .with(GRADE, "二年级")
                .value(GRADE))
        .isEqualTo("JUNIOR-2");
  }

  @ParameterizedTest
  @CsvSource({"2023级, JUNIOR-3", "2025, JUNIOR-1"})
  void aYearOfEntryIsAGradeOnceStageAndTermAreKnown(String text, String code) {
    assertThat(Sample.roll().with(STAGE, "初中").with(GRADE, text).ofTerm("2025秋").value(GRADE))
        .isEqualTo(code);
  }

  @Test
  void aYearOfEntryAloneIsNotGuessed() {
    assertThat(Sample.roll().with(GRADE, "2023级").ofTerm("2025秋").faults())
        .containsExactly("VALUE-UNKNOWN grade");
    assertThat(Sample.roll().with(GRADE, "2023级").with(STAGE, "初中").faults())
        .containsExactly("VALUE-UNKNOWN grade");
    assertThat(Sample.roll().with(GRADE, "2020级").with(STAGE, "初中").ofTerm("2025秋").faults())
        .containsExactly("VALUE-UNKNOWN grade");
    assertThat(Sample.roll().with(GRADE, "2026级").with(STAGE, "初中").ofTerm("2025秋").faults())
        .containsExactly("VALUE-UNKNOWN grade");
    assertThat(Sample.roll().with(GRADE, "四年五").with(STAGE, "初中").ofTerm("2025秋").faults())
        .containsExactly("VALUE-UNKNOWN grade");
  }

  @ParameterizedTest
  @CsvSource({
    "roll-vocational, 一年级, VOCATIONAL-1", "roll-vocational, 2024级, VOCATIONAL-2",
    "roll-senior, 二年级, SENIOR-2", "roll-preschool, 2025级, PRESCHOOL-1",
    "roll-compulsory, 一年级, PRIMARY-1", "roll-vocational, 高二, SENIOR-2"
  })
  void theKindOfRollDecidesWhatNothingElseSays(String profile, String text, String code) {
    assertThat(Sample.roll().profile(profile).with(GRADE, text).ofTerm("2025秋").value(GRADE))
        .isEqualTo(code);
  }

  @Test
  void theStageAndTheSchoolCodeGoBeforeTheKindOfRoll() {
    Sample roll = Sample.roll().profile("roll-vocational").with(GRADE, "一年级");

    assertThat(roll.with(SCHOOL_CODE, "3499000001").value(GRADE)).isEqualTo("SENIOR-1");
    assertThat(roll.with(STAGE, "初中").value(GRADE)).isEqualTo("JUNIOR-1");
  }

  @Test
  void aRollOfSeveralStagesSaysNothingOfAYearOfEntry() {
    assertThat(
            Sample.roll().profile("roll-compulsory").with(GRADE, "2024级").ofTerm("2025秋").faults())
        .containsExactly("VALUE-UNKNOWN grade");
  }

  // --- households ------------------------------------------------------------------------------

  @ParameterizedTest
  @CsvSource({
    "脱贫不稳定户, UNSTABLE",
    "边缘易致贫户, MARGINAL",
    "突发严重困难户, SUDDEN_HARDSHIP",
    "突发严重困难, SUDDEN_HARDSHIP"
  })
  void aMonitoredHouseholdIsOfOneOfThreeKinds(String text, MonitoredKind kind) {
    assertThat(Sample.household().with(MONITOR_CATEGORY, text).householdRecord().monitored())
        .isEqualTo(kind);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "NULL", "无", "非监测对象", "一般农户"})
  void otherHouseholdsAreNotMonitored(String text) {
    assertThat(Sample.household().with(MONITOR_CATEGORY, text).householdRecord().monitored())
        .isNull();
  }

  @Test
  void anUnknownKindIsRejected() {
    assertThat(Sample.household().with(MONITOR_CATEGORY, "其他监测户").faults())
        .containsExactly("VALUE-UNKNOWN monitor-category");
    assertThat(MonitoredKind.MARGINAL.label()).isEqualTo("边缘易致贫户");
  }

  @ParameterizedTest
  @CsvSource({
    "脱贫户, true",
    "脱贫不稳定户, true",
    "一般农户, false",
    "非脱贫户, false",
    "未脱贫, false",
    "'', false",
    "已脱贫户, true"
  })
  void aHouseholdIsLiftedOutIfItsTypeSaysSo(String text, boolean lifted) {
    assertThat(Sample.household().with(HOUSEHOLD_TYPE, text).householdRecord().liftedOut())
        .isEqualTo(lifted);
  }

  @ParameterizedTest
  @CsvSource({
    "享受低保政策情况, 农村低保, RURAL",
    "享受低保政策情况, 城市低保, URBAN",
    "享受低保政策情况, 城镇低保, URBAN",
    "享受低保政策情况, 未享受, NONE",
    "享受低保政策情况, 不享受农村低保, NONE",
    "享受低保政策情况, 享受农村低保, RURAL",
    "享受低保政策情况, '', NONE",
    "是否享受农村居民最低生活保障, 是, RURAL",
    "是否享受农村居民最低生活保障, 否, NONE",
    "是否享受城市居民最低生活保障, 是, URBAN",
    "是否享受城乡居民最低生活保障, 是, RURAL",
    "是否低保, 1, RURAL",
    "低保, 低保户, RURAL",
    "享受低保政策情况, 非低保户, NONE",
    "享受低保政策情况, 无低保, NONE"
  })
  void minimumLivingIsOfTownOrCountry(String title, String text, Welfare welfare) {
    assertThat(
            Sample.household()
                .title(MINIMUM_LIVING, title)
                .with(MINIMUM_LIVING, text)
                .householdRecord()
                .minimumLiving())
        .isEqualTo(welfare);
  }

  @ParameterizedTest
  @CsvSource({
    "农村特困, RURAL",
    "城市特困, URBAN",
    "不享受, NONE",
    "农村特困供养(分散), RURAL",
    "是, RURAL",
    "特困, RURAL",
    "0, NONE"
  })
  void extremePovertyIsOfTownOrCountry(String text, Welfare welfare) {
    assertThat(Sample.household().with(EXTREME_POVERTY, text).householdRecord().extremePoverty())
        .isEqualTo(welfare);
  }

  @Test
  void unknownWelfareIsNamedWithWhatIsAllowed() {
    assertThat(Sample.household().with(MINIMUM_LIVING, "城乡低保").problems().get(0).arguments())
        .containsExactly("城市低保、农村低保、未享受");
    assertThat(Sample.household().with(EXTREME_POVERTY, "二级").problems().get(0).arguments())
        .containsExactly("城市特困、农村特困、不享受");
  }

  @ParameterizedTest
  @CsvSource({
    "是, true",
    "否, false",
    "1, true",
    "0, false",
    "√, true",
    "已消除, true",
    "未消除, false",
    "TRUE, true"
  })
  void whetherTheRiskIsClearedIsAnAnswer(String text, boolean cleared) {
    assertThat(Sample.household().with(RISK_CLEARED, text).householdRecord().riskCleared())
        .isEqualTo(cleared);
  }

  @Test
  void noAnswerIsNull() {
    assertThat(Sample.household().householdRecord().riskCleared()).isNull();
    assertThat(Sample.household().with(RISK_CLEARED, "2").faults())
        .containsExactly("VALUE-UNKNOWN risk-cleared");
  }

  @ParameterizedTest
  @CsvSource({"是, true", "享受政策, true", "不享受政策, false"})
  void whetherPolicyIsEnjoyedIsAnAnswer(String text, boolean enjoys) {
    assertThat(Sample.household().with(ENJOYS_POLICY, text).householdRecord().enjoysPolicy())
        .isEqualTo(enjoys);
  }

  @ParameterizedTest
  @CsvSource({"是, true", "事实无人抚养儿童, true", "孤儿, true", "否, false", "'', false"})
  void orphansAreThoseOfEitherKind(String text, boolean orphan) {
    assertThat(Sample.household().with(ORPHAN, text).householdRecord().orphan()).isEqualTo(orphan);
  }

  @ParameterizedTest
  @CsvSource({"残疾, true", "'长期慢性病,残疾', true", "健康, false", "无残疾, false", "'', false"})
  void disabilityIsSaidByHealth(String text, boolean disabled) {
    assertThat(Sample.household().with(HEALTH, text).householdRecord().disabled())
        .isEqualTo(disabled);
  }

  @Test
  void aDisabilityCardInPlaceOfTheIdSaysSoToo() {
    HouseholdRecord record =
        Sample.household().with(Field.CITIZEN_ID, Sample.BOY + "44").householdRecord();

    assertThat(record.disabled()).isTrue();
    assertThat(record.id().idOrNull()).hasToString("990101********1239");
  }

  @ParameterizedTest
  @CsvSource({"小学, PRIMARY-0", "七年级, JUNIOR-1", "普通高中一年级, SENIOR-1", "硕士生及以上, GRADUATE-0"})
  void schoolingIsKeptAsTextAndReadAsAGrade(String text, String code) {
    HouseholdRecord record = Sample.household().with(SCHOOLING, text).householdRecord();

    assertThat(record.schooling()).isEqualTo(Grade.parse(code));
    assertThat(record.schoolingText()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"学龄前儿童", "非在校生", "复读"})
  void otherSchoolingIsKeptAsText(String text) {
    HouseholdRecord record = Sample.household().with(SCHOOLING, text).householdRecord();

    assertThat(record.schooling()).isNull();
    assertThat(record.schoolingText()).isEqualTo(text);
  }

  @Test
  void theRestOfAHouseholdIsTyped() {
    HouseholdRecord record =
        Sample.household()
            .with(SEX, "1")
            .with(BIRTH_DATE, "201309.0")
            .with(BIRTH_DATE, "20130905.0")
            .with(Field.MEMBER_NUMBER, "'9901010000010001")
            .with(Field.RELATION, "之子")
            .with(Field.HEAD_NAME, "测试父")
            .with(Field.HEAD_ID, "110105491231002")
            .householdRecord();

    assertThat(record.sex()).isEqualTo(Sex.MALE);
    assertThat(record.birth()).isEqualTo(LocalDate.of(2013, 9, 5));
    assertThat(record.memberNumber()).isEqualTo("9901010000010001");
    assertThat(record.relation()).isEqualTo("之子");
    assertThat(record.headName()).hasToString("测**");
    assertThat(record.headId()).isNotNull();
    assertThat(record.household()).isNotNull();
  }
}

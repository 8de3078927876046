package cn.bidui.judge.zero;

import static cn.bidui.judge.CountyFixture.county;
import static cn.bidui.judge.CountyFixture.id;
import static cn.bidui.source.Field.BIRTH_DATE;
import static cn.bidui.source.Field.CITIZEN_ID;
import static cn.bidui.source.Field.FORMER_NAME;
import static cn.bidui.source.Field.GRADE;
import static cn.bidui.source.Field.NAME;
import static cn.bidui.source.Field.ROLL_STATUS;
import static cn.bidui.source.Field.SCHOOL_CODE;
import static cn.bidui.source.Field.SCHOOL_NAME;
import static cn.bidui.source.Field.SEX;
import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.judge.CountyFixture;
import cn.bidui.judge.finding.Finding;
import cn.bidui.judge.night.RuleTally;
import cn.bidui.source.Field;
import cn.bidui.source.ListKind;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnrolledTest {

  private static final String MISSING = "enrolled-missing";
  private static final String EXTRA = "enrolled-extra";
  private static final String OTHER = id("20160702", 2);

  /** A row of the aid system's list of enrolled pupils. */
  private static CountyFixture enrolled(CountyFixture county, Object... values) {
    Object[] row = {
      ROLL_STATUS, "ENROLLED", SCHOOL_NAME, "东镇小学", SCHOOL_CODE, "2199000001", GRADE, "PRIMARY-4"
    };
    return county.row(
        ListKind.ENROLLED, Stream.concat(Arrays.stream(row), Arrays.stream(values)).toArray());
  }

  private static CountyFixture somebodyElseEnrolled() {
    return enrolled(county(), NAME, "测试乙", CITIZEN_ID, OTHER).roll(NAME, "测试乙", CITIZEN_ID, OTHER);
  }

  @Test
  void nothingIsAskedOfAPupilWhomBothListsHaveAlike() {
    CountyFixture county = enrolled(county().roll());

    assertThat(county.findings(MISSING)).isEmpty();
    assertThat(county.findings(EXTRA)).isEmpty();
    assertThat(county.tally(MISSING).compared()).isEqualTo(1);
    assertThat(county.tally(EXTRA).compared()).isEqualTo(1);
  }

  @Test
  void aPupilWhomTheAidSystemDoesNotHaveIsAskedAbout() {
    assertThat(Asked.of(somebodyElseEnrolled().roll(), MISSING))
        .containsExactly("漏录：学籍在读，资助系统在校生名单中没有本人，两边应当一致（依据：紫教体科发〔2021〕71号 四（一）7）；核实后在资助系统补录。");
  }

  @Test
  void aPupilWhomTheAidSystemCountsAsGoneIsAskedAboutWithWhatItSays() {
    CountyFixture county = enrolled(somebodyElseEnrolled().roll(), ROLL_STATUS, "GRADUATED");

    assertThat(Asked.of(county, MISSING))
        .containsExactly(
            "漏录：学籍在读，资助系统在校生名单登记为毕业，两边应当一致（依据：紫教体科发〔2021〕71号 四（一）7）；核实是否在校，由登记有误的系统更正。");
  }

  @Test
  void inAutumnAMissingPupilIsOnlyToBeChecked() {
    assertThat(Asked.of(somebodyElseEnrolled().roll().asOf("2025-10-01"), MISSING))
        .containsExactly("待核：学籍在读，资助系统在校生名单中暂时没有本人；秋季更新期内，核实资助系统是否已更新。");
  }

  @Test
  void aPupilWhoMayBeSomebodyOnTheListIsOnlyToBeChecked() {
    CountyFixture county =
        somebodyElseEnrolled().roll().undecided(ListKind.ROLL, 1, ListKind.ENROLLED, 0);

    assertThat(Asked.of(county, MISSING))
        .containsExactly("待核：学籍在读，资助系统在校生名单中没有本人，但有一名学生可能是本人，身份尚待认定；认定身份后再核实。");
  }

  @Test
  void allThatDiffersStandsInOneSentence() {
    String other = "2199000002";
    CountyFixture county =
        enrolled(
            county()
                .roll(SEX, "MALE", BIRTH_DATE, "2016-05-01")
                .roll(NAME, "测试乙", CITIZEN_ID, OTHER, SCHOOL_NAME, "西镇小学", SCHOOL_CODE, other),
            NAME,
            "测试假",
            SEX,
            "FEMALE",
            BIRTH_DATE,
            "2016-05-10",
            GRADE,
            "PRIMARY-5",
            SCHOOL_NAME,
            "西镇小学",
            SCHOOL_CODE,
            other);

    assertThat(county.findings(MISSING).stream().map(Finding::found))
        .contains(
            "姓名“测试假”（学籍“测试甲”）；性别“女”（学籍“男”）；出生日期“2016-05-10”（学籍“2016-05-01”）；学校“西镇小学”（学籍“东镇小学”）；年级“五年级”（学籍“四年级”）");
  }

  @Test
  void aDifferentGradeIsADifference() {
    assertThat(Asked.of(enrolled(county().roll(), GRADE, "PRIMARY-5"), MISSING))
        .containsExactly(
            "数据待更正：资助系统在校生信息与学籍不符：年级“五年级”（学籍“四年级”），两边应当一致（依据：紫教体科发〔2021〕71号 四（一）7）；按户口簿和学籍核对，由登记有误的系统更正。");
  }

  @Test
  void aFormerNameAndASpellingOfNoKnownSchoolAreNoDifferences() {
    CountyFixture county =
        enrolled(
            county().roll(FORMER_NAME, "测试旧"),
            NAME,
            "测试旧",
            SCHOOL_NAME,
            "不知名小学",
            SCHOOL_CODE,
            "",
            GRADE,
            "PRIMARY-0");

    assertThat(county.findings(MISSING)).isEmpty();
  }

  @Test
  void whatAgreesWithOneOfTwoRollsIsNoDifference() {
    CountyFixture county = enrolled(county().roll(GRADE, "PRIMARY-5").roll());

    assertThat(county.findings(MISSING)).isEmpty();
  }

  @Test
  void stagesThatTheAidSystemDoesNotHaveAreNotCompared() {
    CountyFixture county =
        somebodyElseEnrolled().roll(GRADE, "SENIOR-1", SCHOOL_NAME, "一中", SCHOOL_CODE, "");

    assertThat(county.findings(MISSING)).isEmpty();
    assertThat(county.tally(MISSING).compared()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"SUSPENDED", "LEFT"})
  void pupilsWhoAreNotInSchoolByTheRollAreNotMissed(String status) {
    assertThat(somebodyElseEnrolled().roll(ROLL_STATUS, status).findings(MISSING)).isEmpty();
  }

  @Test
  void somebodyWhomNoRollHasIsAskedAbout() {
    CountyFixture county = enrolled(somebodyElseEnrolled());

    assertThat(Asked.of(county, EXTRA))
        .containsExactly(
            "多录：资助系统在校生名单中有本人，学籍名单中没有，两边应当一致（依据：紫教体科发〔2021〕71号 四（一）7）；核实是否在校，补建学籍或在资助系统删除。");
    assertThat(county.finding(EXTRA).school()).isEqualTo("东镇小学");
  }

  @Test
  void somebodyWhoLeftByTheRollIsAskedAboutWithWhatItSays() {
    assertThat(Asked.of(enrolled(county().roll(ROLL_STATUS, "TRANSFERRED")), EXTRA))
        .containsExactly(
            "多录：资助系统在校生名单中有本人，学籍状态为转出，两边应当一致（依据：紫教体科发〔2021〕71号 四（一）7）；核实是否离校，在资助系统更新。");
  }

  @Test
  void inAutumnSomebodyNotYetOnTheRollIsOnlyToBeChecked() {
    assertThat(Asked.of(enrolled(somebodyElseEnrolled()).asOf("2025-10-01"), EXTRA))
        .containsExactly("待核：资助系统在校生名单中有本人，学籍名单中暂时没有；秋季建籍期内，核实是否新入学。");
  }

  @Test
  void somebodyWhoMayBeOnTheRollIsOnlyToBeChecked() {
    CountyFixture county =
        enrolled(somebodyElseEnrolled()).undecided(ListKind.ROLL, 0, ListKind.ENROLLED, 1);

    assertThat(Asked.of(county, EXTRA))
        .containsExactly("待核：资助系统在校生名单中有本人，学籍名单中有一名学生可能是本人，身份尚待认定；认定身份后再核实。");
  }

  @Test
  void pupilsOnLeaveSchoolsOutsideAndStagesWithoutARollAreNotCompared() {
    CountyFixture leave = enrolled(county().roll(ROLL_STATUS, "SUSPENDED"));
    CountyFixture outside =
        enrolled(somebodyElseEnrolled(), SCHOOL_NAME, "邻县小学", SCHOOL_CODE, "2199000099");
    CountyFixture stage = enrolled(somebodyElseEnrolled(), GRADE, "PRESCHOOL-3");
    CountyFixture summer = enrolled(county().roll(ROLL_STATUS, "GRADUATED").asOf("2026-07-20"));

    for (CountyFixture county : List.of(leave, outside, stage, summer)) {
      assertThat(county.findings(EXTRA)).isEmpty();
    }
    assertThat(leave.tally(EXTRA).compared()).isZero();
  }

  @Test
  void withoutTheListNothingIsComparedAndTheListIsNamed() {
    RuleTally tally = county().roll().tally(MISSING);

    assertThat(tally.evaluated()).isFalse();
    assertThat(tally.needs()).containsExactly(ListKind.ENROLLED);
  }

  @Test
  void theFindingIsTheSameWhateverTheOrderOfRows() {
    CountyFixture county = somebodyElseEnrolled().roll();

    assertThat(county.shuffled(5).finding(MISSING).id()).isEqualTo(county.finding(MISSING).id());
    assertThat(county.finding(MISSING).evidence())
        .singleElement()
        .satisfies(row -> assertThat(row.file().name()).isEqualTo("roll.xlsx"));
  }

  @Test
  void aChildWithoutSchoolNameCountsAsOurs() {
    CountyFixture county = enrolled(somebodyElseEnrolled(), Field.SCHOOL_NAME, "", SCHOOL_CODE, "");

    assertThat(county.findings(EXTRA)).hasSize(1);
  }
}

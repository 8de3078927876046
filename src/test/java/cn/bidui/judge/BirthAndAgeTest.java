package cn.bidui.judge;

import static cn.bidui.judge.CountyFixture.county;
import static cn.bidui.judge.CountyFixture.id;
import static cn.bidui.source.Field.BIRTH_DATE;
import static cn.bidui.source.Field.CITIZEN_ID;
import static cn.bidui.source.Field.GRADE;
import static cn.bidui.source.Field.ROLL_STATUS;
import static cn.bidui.source.Field.SEX;
import static cn.bidui.source.ListKind.DISABILITY;
import static cn.bidui.source.ListKind.HOUSEHOLDS;
import static cn.bidui.source.ListKind.POPULATION;
import static cn.bidui.source.ListKind.ROLL;
import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.judge.finding.Finding;
import cn.bidui.judge.finding.Outcome;
import cn.bidui.link.IdentityNote;
import cn.bidui.plan.Limit;
import cn.bidui.plan.RulePlan;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code birth-or-sex-differs}, {@code age-implausible}. */
class BirthAndAgeTest {

  private static final String DIFFERS = "birth-or-sex-differs";
  private static final String AGE = "age-implausible";

  @Test
  void twoListsMayStateDifferentBirthDates() {
    Finding finding =
        county()
            .roll(CITIZEN_ID, "", BIRTH_DATE, "2016-05-01")
            .household(CITIZEN_ID, "", BIRTH_DATE, "2016-05-11")
            .finding(DIFFERS);

    assertThat(finding.outcome()).isEqualTo(Outcome.SOURCE_TO_CORRECT);
    assertThat(finding.found()).isEqualTo("2016-05-01、2016-05-11");
    assertThat(finding.evidence()).hasSize(2);
    assertThat(InWords.zh(finding))
        .isEqualTo("学籍名单的出生日期为 2016-05-01，防返贫监测名单为 2016-05-11；按户口簿核对，由录错的系统更正。");
  }

  @Test
  void twoListsMayStateDifferentSexes() {
    assertThat(
            InWords.zh(
                county()
                    .roll(CITIZEN_ID, "", SEX, "MALE")
                    .household(CITIZEN_ID, "", SEX, "FEMALE")
                    .finding(DIFFERS)))
        .isEqualTo("学籍名单的性别为男，防返贫监测名单为女；按户口簿核对，由录错的系统更正。");
  }

  @Test
  void aColumnMayDifferFromTheIdBesideIt() {
    CountyFixture county = county().roll(BIRTH_DATE, "2016-05-10", SEX, "FEMALE");

    assertThat(county.findings(DIFFERS))
        .extracting(InWords::zh)
        .containsExactlyInAnyOrder(
            "学籍名单的出生日期为 2016-05-10，同一行证件号中为 2016-05-01；按户口簿核对，更正录错的一项。",
            "学籍名单的性别为女，同一行证件号表明为男；按户口簿核对，更正录错的一项。");
  }

  @Test
  void whatTheIdBesideItRefutesIsAskedAboutOnceHoweverManyListsDiffer() {
    CountyFixture county =
        county().roll(SEX, "MALE").household(SEX, "MALE").list(POPULATION, SEX, "FEMALE");

    assertThat(county.findings(DIFFERS))
        .extracting(InWords::zh)
        .containsExactly("户籍名单的性别为女，同一行证件号表明为男；按户口簿核对，更正录错的一项。");
  }

  @Test
  void anIdThatTwoPeopleGoByIsAskedAboutAsSuch() {
    CountyFixture county =
        county()
            .roll(BIRTH_DATE, "2016-05-10")
            .household()
            .note(IdentityNote.Kind.ID_SHARED, HOUSEHOLDS, 0, ROLL, 0);

    assertThat(county.findings(DIFFERS)).isEmpty();
    assertThat(
            county()
                .roll(BIRTH_DATE, "2016-05-10")
                .household()
                .note(IdentityNote.Kind.ID_SHARED, ROLL, 0, HOUSEHOLDS, 0)
                .findings(DIFFERS))
        .isEmpty();
    assertThat(
            county()
                .roll(BIRTH_DATE, "2016-05-10")
                .household()
                .note(IdentityNote.Kind.NAME_DIFFERS, ROLL, 0, HOUSEHOLDS, 0)
                .findings(DIFFERS))
        .hasSize(1);
  }

  @Test
  void whatAgreesIsNotAskedAbout() {
    CountyFixture county =
        county()
            .roll(BIRTH_DATE, "2016-05-01", SEX, "MALE")
            .household(BIRTH_DATE, "2016-05-01", SEX, "MALE");

    assertThat(county.findings(DIFFERS)).isEmpty();
    assertThat(county.tally(DIFFERS).compared()).isEqualTo(1);
  }

  @Test
  void whatNoColumnStatesIsNotCompared() {
    assertThat(county().roll().household().tally(DIFFERS).compared()).isZero();
  }

  @Test
  void everyPairOfListsHasItsOwnFinding() {
    CountyFixture county =
        county()
            .roll(CITIZEN_ID, "", BIRTH_DATE, "2016-05-01")
            .list(DISABILITY, CITIZEN_ID, "", BIRTH_DATE, "2016-05-02")
            .list(POPULATION, CITIZEN_ID, "", BIRTH_DATE, "2016-05-03");

    assertThat(county.findings(DIFFERS)).hasSize(3).doesNotHaveDuplicates();
    assertThat(county.findings(DIFFERS))
        .extracting(Finding::caseId)
        .containsOnly(county.findings(DIFFERS).get(0).caseId());
  }

  @Test
  void twoRowsOfOneListAgreeWithAnotherIfOneDoes() {
    CountyFixture county =
        county()
            .roll(CITIZEN_ID, "", BIRTH_DATE, "2016-05-01")
            .roll(CITIZEN_ID, "", BIRTH_DATE, "2016-05-09")
            .household(CITIZEN_ID, "", BIRTH_DATE, "2016-05-09");

    assertThat(county.findings(DIFFERS)).isEmpty();
  }

  @Test
  void theOrderOfRowsDoesNotMatter() {
    CountyFixture county = county().roll(BIRTH_DATE, "2016-05-09").roll(BIRTH_DATE, "2016-05-11");
    Finding finding = county.finding(DIFFERS);

    assertThat(finding.found()).isEqualTo("2016-05-09、2016-05-01");
    assertThat(county.shuffled(7).finding(DIFFERS).facts()).isEqualTo(finding.facts());
  }

  @ParameterizedTest
  @CsvSource({
    // 2025-2026: years of age on 1 September 2025.
    "PRESCHOOL-1,20230902,young",
    "PRESCHOOL-1,20230901,",
    "PRESCHOOL-3,20170902,",
    "PRESCHOOL-3,20170901,old",
    "PRIMARY-1,20190902,young",
    "PRIMARY-1,20190901,",
    "PRIMARY-6,20100902,",
    "PRIMARY-6,20100901,old",
    "JUNIOR-1,20130902,young",
    "JUNIOR-3,20070901,old",
    "SENIOR-1,20100902,young",
    "SENIOR-1,20100901,",
    "VOCATIONAL-3,20040901,old",
    "UNDERGRADUATE-1,20150901,"
  })
  void everyStageHasItsAges(String grade, String birth, String sentence) {
    assertThat(county().roll(GRADE, grade, CITIZEN_ID, id(birth, 5)).findings(AGE))
        .extracting(finding -> finding.explanation().key())
        .isEqualTo(sentence == null ? List.of() : List.of("rule.age-implausible." + sentence));
  }

  @Test
  void theSentenceNamesTheAgesThatAreUsual() {
    assertThat(
            InWords.zh(
                county().roll(GRADE, "JUNIOR-1", CITIZEN_ID, id("20160501", 5)).finding(AGE)))
        .isEqualTo("学籍为七年级，9月1日满 9 岁，低于初中学生的常见年龄（12至17岁）；核对出生日期、证件号和年级。");
    assertThat(
            InWords.zh(
                county().roll(GRADE, "PRIMARY-2", CITIZEN_ID, id("20090501", 5)).finding(AGE)))
        .isEqualTo("学籍为二年级，9月1日满 16 岁，高于小学学生的常见年龄（6至14岁）；核对出生日期、证件号和年级。");
  }

  @Test
  void onlyPupilsInSchoolHaveAnAgeToCompare() {
    assertThat(
            county()
                .roll(GRADE, "PRIMARY-2", ROLL_STATUS, "GRADUATED", CITIZEN_ID, id("20060501", 5))
                .findings(AGE))
        .isEmpty();
    assertThat(county().roll(GRADE, "").tally(AGE).compared()).isZero();
    assertThat(county().roll(CITIZEN_ID, "").tally(AGE).compared()).isZero();
  }

  @Test
  void aJobMayHaveOtherAges() {
    RulePlan plan =
        new RulePlan(AGE, true, Map.of("primary-youngest", new Limit(5, "years", "早入学", "县发文")));

    assertThat(
            county()
                .plan(plan)
                .roll(GRADE, "PRIMARY-1", CITIZEN_ID, id("20190902", 5))
                .findings(AGE))
        .isEmpty();
  }
}

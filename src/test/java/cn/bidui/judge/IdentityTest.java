package cn.bidui.judge;

import static cn.bidui.judge.CountyFixture.PUPIL;
import static cn.bidui.judge.CountyFixture.county;
import static cn.bidui.judge.CountyFixture.id;
import static cn.bidui.source.Field.BIRTH_DATE;
import static cn.bidui.source.Field.CITIZEN_ID;
import static cn.bidui.source.Field.NAME;
import static cn.bidui.source.Field.ROLL_STATUS;
import static cn.bidui.source.Field.SCHOOL_CODE;
import static cn.bidui.source.Field.SCHOOL_NAME;
import static cn.bidui.source.Field.SEX;
import static cn.bidui.source.Field.STUDENT_NUMBER;
import static cn.bidui.source.Field.TERM;
import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.judge.finding.Explanation;
import cn.bidui.judge.finding.Finding;
import cn.bidui.judge.finding.Outcome;
import cn.bidui.judge.finding.Severity;
import cn.bidui.link.IdentityNote.Kind;
import cn.bidui.source.ListKind;
import cn.bidui.source.Messages;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentityTest {

  private static final String OTHER = id("20160501", 12);

  @ParameterizedTest
  @CsvSource({
    "12345,length",
    "99010120160501A01X,characters",
    "990101201613010010,birth-date",
    "9.90101E+17,precision-lost"
  })
  void anIdThatDoesNotCheckIsToBeCorrected(String written, String fault) {
    Finding finding = county().roll(CITIZEN_ID, written).finding("id-invalid");

    assertThat(finding.outcome()).isEqualTo(Outcome.SOURCE_TO_CORRECT);
    assertThat(finding.explanation().key()).isEqualTo("rule.id-invalid." + fault);
    assertThat(Messages.ZH.has(finding.explanation().key())).isTrue();
    assertThat(finding.citizenId()).contains("*").isEqualTo(finding.found());
  }

  @Test
  void aWrongCheckCharacterIsFoundOncePerPersonAndList() {
    String wrong = PUPIL.substring(0, 17) + (PUPIL.endsWith("1") ? "2" : "1");
    CountyFixture county =
        county()
            .aid(CITIZEN_ID, wrong)
            .aid(CITIZEN_ID, wrong, TERM, "2025春")
            .household(CITIZEN_ID, wrong)
            .roll();

    assertThat(county.findings("id-invalid"))
        .extracting(finding -> finding.explanation().words().get(0), f -> f.evidence().size())
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple("资助", 2),
            org.assertj.core.groups.Tuple.tuple("防返贫监测", 1));
    assertThat(county.tally("id-invalid").compared()).isEqualTo(4);
  }

  @Test
  void anEmptyIdCellIsNoInvalidId() {
    assertThat(county().roll(CITIZEN_ID, "").findings("id-invalid")).isEmpty();
  }

  @Test
  void aRepairedIdIsASuspectedTypoAndNotAlsoInvalid() {
    String wrong = PUPIL.substring(0, 17) + (PUPIL.endsWith("1") ? "2" : "1");
    CountyFixture county =
        county()
            .roll()
            .aid(CITIZEN_ID, wrong)
            .same(PUPIL, wrong)
            .note(Kind.ID_REPAIRED, ListKind.AID, 0, ListKind.ROLL, 0);
    Finding finding = county.finding("id-suspected-typo");

    assertThat(county.findings("id-invalid")).isEmpty();
    assertThat(finding.outcome()).isEqualTo(Outcome.SOURCE_TO_CORRECT);
    assertThat(finding.evidence()).hasSize(2);
    assertThat(finding.explanation().words())
        .containsExactly(
            "资助",
            "990101********" + wrong.substring(14),
            "学籍",
            "990101********" + PUPIL.substring(14));
  }

  @Test
  void anIdThatIsNotGivenIsToBeFilledIn() {
    Finding finding =
        county()
            .roll(CITIZEN_ID, "", STUDENT_NUMBER, "L" + PUPIL)
            .household()
            .same(PUPIL, "测试甲L" + PUPIL)
            .repaired(ListKind.ROLL, ListKind.HOUSEHOLDS, "link.slip.missing")
            .finding("id-suspected-typo");

    assertThat(finding.found()).isEmpty();
    assertThat(said(finding))
        .isEqualTo(
            "学籍名单没有填证件号，按学籍号与防返贫监测名单的 990101********" + PUPIL.substring(14) + " 对上；核实后在学籍系统补填。");
  }

  @ParameterizedTest
  @CsvSource({"link.slip.student-number", "link.slip.missing"})
  void aWrittenIdThatTheStudentNumberCorrectsIsShown(String slip) {
    String wrong = PUPIL.substring(0, 14) + "9999";
    Finding finding =
        county()
            .roll()
            .aid(CITIZEN_ID, wrong)
            .same(PUPIL, wrong)
            .repaired(ListKind.AID, ListKind.ROLL, slip)
            .finding("id-suspected-typo");

    assertThat(said(finding))
        .isEqualTo(
            "资助名单的证件号 990101********9999 校验不通过，按学籍号与学籍名单的 990101********"
                + PUPIL.substring(14)
                + " 对上；核实后在资助系统更正。");
  }

  @Test
  void ofTwoValidIdsNoneIsSaidNotToCheck() {
    Finding finding =
        county()
            .roll()
            .aid(CITIZEN_ID, OTHER)
            .same(PUPIL, OTHER)
            .repaired(ListKind.AID, ListKind.ROLL, "link.slip.changed")
            .finding("id-suspected-typo");

    assertThat(said(finding))
        .isEqualTo(
            "资助名单的证件号 990101********"
                + OTHER.substring(14)
                + " 与学籍名单的 990101********"
                + PUPIL.substring(14)
                + " 不同，两个号码都通过校验，学籍号表明是同一人；核实现用的号码，在另一个号码所在的系统更正。");
  }

  /** The sentence as reports print it; none of its words may be blank. */
  private static String said(Finding finding) {
    Explanation explanation = finding.explanation();
    assertThat(explanation.words()).noneMatch(String::isBlank);
    return Messages.ZH.text(explanation.key(), explanation.words().toArray());
  }

  @Test
  void anIdOfDifferentNamesIsAskedAboutOncePerPairOfPersons() {
    CountyFixture county =
        county()
            .roll()
            .aid(NAME, "王测试", CITIZEN_ID, OTHER)
            .aid(NAME, "王测试", CITIZEN_ID, OTHER, TERM, "2026春")
            .note(Kind.ID_SHARED, ListKind.ROLL, 0, ListKind.AID, 0)
            .note(Kind.ID_SHARED, ListKind.ROLL, 0, ListKind.AID, 1);
    Finding finding = county.finding("id-shared");

    assertThat(finding.subjectKind()).isEqualTo("pair");
    assertThat(finding.personKey()).isEmpty();
    assertThat(finding.found()).isEqualTo("测试甲、王测试");
    assertThat(finding.evidence()).hasSize(3);
    assertThat(finding.outcome()).isEqualTo(Outcome.IDENTITY_TO_DECIDE);
  }

  @Test
  void differingNamesAreOneFindingPerPerson() {
    Finding finding =
        county()
            .roll()
            .household(NAME, "测试贾")
            .aid(NAME, "测试贾")
            .note(Kind.NAME_DIFFERS, ListKind.ROLL, 0, ListKind.HOUSEHOLDS, 0)
            .note(Kind.NAME_DIFFERS, ListKind.ROLL, 0, ListKind.AID, 0)
            .finding("name-differs");

    assertThat(finding.found()).isEqualTo("学籍：测试甲；资助：测试贾；防返贫监测：测试贾");
    assertThat(finding.severity()).isEqualTo(Severity.LOW);
    assertThat(finding.evidence()).hasSize(3);
  }

  @Test
  void twoPlacesOfOnePersonAreADuplicateRoll() {
    Finding finding =
        county()
            .roll()
            .roll(SCHOOL_NAME, "西镇小学", SCHOOL_CODE, "2199000002")
            .finding("duplicate-roll");

    assertThat(finding.found()).isEqualTo("东镇小学、西镇小学");
    assertThat(finding.outcome()).isEqualTo(Outcome.SOURCE_TO_CORRECT);
  }

  @Test
  void aPlaceThatHasEndedIsNoSecondPlace() {
    assertThat(county().roll().roll(ROLL_STATUS, "TRANSFERRED").findings("duplicate-roll"))
        .isEmpty();
  }

  @Test
  void pupilsWithoutIdWhoAgreeInEverythingAreToBeChecked() {
    Finding finding = withoutId("2016-05-01", "MALE").finding("duplicate-roll");

    assertThat(finding.subjectKind()).isEqualTo("pair");
    assertThat(finding.outcome()).isEqualTo(Outcome.TO_CHECK);
  }

  @Test
  void pupilsWithoutIdWhoDifferInBirthDateOrSexAreTwo() {
    assertThat(withoutId("2016-05-02", "MALE").findings("duplicate-roll")).isEmpty();
    assertThat(withoutId("2016-05-01", "FEMALE").findings("duplicate-roll")).isEmpty();
    assertThat(withoutId("", "MALE").findings("duplicate-roll")).isEmpty();
    assertThat(withoutId("2016-05-01", "").findings("duplicate-roll")).isEmpty();
  }

  private static CountyFixture withoutId(String birth, String sex) {
    return county()
        .roll(CITIZEN_ID, "", STUDENT_NUMBER, "J1", BIRTH_DATE, "2016-05-01", SEX, "MALE")
        .roll(CITIZEN_ID, "", STUDENT_NUMBER, "J2", BIRTH_DATE, birth, SEX, sex);
  }

  @Test
  void eachUndecidedPairOfPersonsIsOneQuestion() {
    CountyFixture county =
        county()
            .roll()
            .aid(CITIZEN_ID, OTHER)
            .aid(CITIZEN_ID, OTHER, TERM, "2026春")
            .undecided(ListKind.ROLL, 0, ListKind.AID, 0)
            .undecided(ListKind.ROLL, 0, ListKind.AID, 1);
    Finding finding = county.finding("undecided-identity");

    assertThat(finding.outcome()).isEqualTo(Outcome.IDENTITY_TO_DECIDE);
    assertThat(finding.evidence())
        .extracting(row -> row.cell().label())
        .containsExactly("roll.xlsx!Sheet1!2", "aid.xlsx!Sheet1!2", "aid.xlsx!Sheet1!3");
    assertThat(finding.explanation().words()).isEqualTo(List.of("学籍、资助", "测试甲"));
  }

  @Test
  void aPairWithinOnePersonIsSettled() {
    assertThat(
            county()
                .roll()
                .aid()
                .undecided(ListKind.ROLL, 0, ListKind.AID, 0)
                .findings("undecided-identity"))
        .isEmpty();
  }
}

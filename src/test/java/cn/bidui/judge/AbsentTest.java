package cn.bidui.judge;

import static cn.bidui.judge.CountyFixture.county;
import static cn.bidui.source.Field.ABSENT_DAYS;
import static cn.bidui.source.Field.ABSENT_SINCE;
import static cn.bidui.source.Field.CHECKED_ON;
import static cn.bidui.source.Field.GRADE;
import static cn.bidui.source.Field.PRESENCE;
import static cn.bidui.source.Field.REASON;
import static cn.bidui.source.Field.ROLL_STATUS;
import static cn.bidui.source.ListKind.ATTENDANCE;
import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.judge.finding.Finding;
import cn.bidui.judge.finding.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AbsentTest {

  private static final String RULE = "absent";

  private static CountyFixture away(String presence, String days) {
    return away(presence, days, "");
  }

  private static CountyFixture away(String presence, String days, String reason) {
    Object[] values = {
      CHECKED_ON, "2026-01-12", PRESENCE, presence, ABSENT_DAYS, days, REASON, reason
    };
    return county().roll().list(ATTENDANCE, values);
  }

  @Test
  void moreThanAWeekWithoutAnExcuseIsASuspectedDropout() {
    Finding finding = away("ABSENT", "8").finding(RULE);

    assertThat(finding.outcome()).isEqualTo(Outcome.SUSPECTED_DROPOUT);
    assertThat(finding.found()).isEqualTo("缺勤");
    assertThat(InWords.zh(finding))
        .isEqualTo("学籍在 东镇小学 在读，2026-01-12 在校核查登记缺勤已 8 天（原因：未写明），超过 7 天；核实原因并劝返，按疑似辍学登记。");
  }

  @Test
  void moreThanAMonthIsToBeReportedInWriting() {
    Finding finding = away("ABSENT", "31").finding(RULE);

    assertThat(finding.outcome()).isEqualTo(Outcome.SUSPECTED_DROPOUT);
    assertThat(InWords.zh(finding))
        .isEqualTo("学籍在 东镇小学 在读，2026-01-12 在校核查登记缺勤已 31 天（原因：未写明），超过 30 天；核实去向并劝返，学校书面报告。");
  }

  @ParameterizedTest
  @CsvSource({"7,", "8,sentence", "30,sentence", "31,month"})
  void theThresholdsAreAWeekAndAMonth(String days, String sentence) {
    assertThat(away("ABSENT", days).findings(RULE))
        .extracting(finding -> finding.explanation().key())
        .isEqualTo(sentence == null ? List.of() : List.of("rule.absent." + sentence));
  }

  @Test
  void theFirstDayOfAbsenceCountsLikeTheDays() {
    assertThat(
            county()
                .roll()
                .list(
                    ATTENDANCE,
                    CHECKED_ON,
                    "2026-01-12",
                    ABSENT_SINCE,
                    "2025-12-01",
                    REASON,
                    "外出务工")
                .finding(RULE)
                .explanation()
                .words())
        .containsExactly("2026-01-12", "42", "外出务工", "东镇小学", "30");
  }

  @Test
  void checksInARowAddUp() {
    CountyFixture county =
        county()
            .roll()
            .list(ATTENDANCE, CHECKED_ON, "2026-01-12", PRESENCE, "ABSENT")
            .list(ATTENDANCE, CHECKED_ON, "2026-01-05", PRESENCE, "ABSENT")
            .list(ATTENDANCE, CHECKED_ON, "2025-12-29", PRESENCE, "ABSENT");

    assertThat(county.finding(RULE).explanation().words().get(1)).isEqualTo("14");
    assertThat(
            county.list(ATTENDANCE, CHECKED_ON, "2026-01-08", PRESENCE, "PRESENT").findings(RULE))
        .isEmpty();
  }

  @Test
  void whoWasThereAtTheLastCheckIsBack() {
    assertThat(
            away("ABSENT", "20")
                .list(ATTENDANCE, CHECKED_ON, "2026-01-13", PRESENCE, "PRESENT")
                .findings(RULE))
        .isEmpty();
  }

  @Test
  void ofTwoChecksOnOneDayTheKinderOneStands() {
    assertThat(
            away("ABSENT", "20")
                .list(ATTENDANCE, CHECKED_ON, "2026-01-12", PRESENCE, "PRESENT")
                .findings(RULE))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"PRESENT", "EXCUSED", "SUSPENDED", "INTERNSHIP", "TAUGHT_AT_HOME", "TRANSFERRING"})
  void excusesAreNoAbsence(String presence) {
    assertThat(away(presence, "40").findings(RULE)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"因病请假", "病假", "事假三周", "住院治疗", "已准假"})
  void leaveGivenAsTheReasonIsAnExcuse(String reason) {
    CountyFixture county = away("ABSENT", "40", reason);

    assertThat(county.findings(RULE)).isEmpty();
    assertThat(county.tally(RULE).compared()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"未请假", "没有请假", "请假逾期", "请假未归", "无故", "厌学"})
  void absenceWithoutLeaveIsNone(String reason) {
    assertThat(away("ABSENT", "40", reason).finding(RULE).outcome())
        .isEqualTo(Outcome.SUSPECTED_DROPOUT);
  }

  @Test
  void aDropoutByTheSchoolsOwnWordIsAskedAboutAtOnce() {
    assertThat(InWords.zh(away("DROPPED_OUT", "").finding(RULE)))
        .isEqualTo("学籍在 东镇小学 在读，2026-01-12 在校核查登记为辍学（原因：未写明）；核实去向并劝返，学校书面报告。");
  }

  @Test
  void aPupilAtASchoolElsewhereBelongsOnThatRoll() {
    Finding finding = away("ELSEWHERE", "").finding(RULE);

    assertThat(finding.outcome()).isEqualTo(Outcome.OUT_OF_COUNTY);
    assertThat(InWords.zh(finding))
        .isEqualTo("学籍在 东镇小学 在读，2026-01-12 在校核查登记为外地借读；核实就读学校，按“人在哪学籍在哪”办理转学。");
  }

  @Test
  void onlyPupilsInSchoolByTheRollCanBeAbsent() {
    assertThat(
            county()
                .roll(ROLL_STATUS, "SUSPENDED")
                .list(ATTENDANCE, PRESENCE, "ABSENT", ABSENT_DAYS, "40")
                .findings(RULE))
        .isEmpty();
    assertThat(
            county().list(ATTENDANCE, PRESENCE, "ABSENT", ABSENT_DAYS, "40").tally(RULE).compared())
        .isZero();
  }

  @Test
  void aKindergartenMayBeMissed() {
    assertThat(
            county()
                .roll(GRADE, "PRESCHOOL-2")
                .list(ATTENDANCE, PRESENCE, "ABSENT", ABSENT_DAYS, "40")
                .findings(RULE))
        .isEmpty();
  }

  @Test
  void whereSchoolIsNotCompulsoryItIsOnlyToBeChecked() {
    assertThat(
            county()
                .roll(GRADE, "VOCATIONAL-2")
                .list(ATTENDANCE, PRESENCE, "ABSENT", ABSENT_DAYS, "40")
                .finding(RULE)
                .outcome())
        .isEqualTo(Outcome.TO_CHECK);
  }

  @Test
  void beyondCompulsorySchoolNobodyIsSuspectedOfDroppingOut() {
    Finding finding =
        county()
            .roll(GRADE, "VOCATIONAL-2")
            .list(ATTENDANCE, CHECKED_ON, "2026-01-12", PRESENCE, "ABSENT", ABSENT_DAYS, "40")
            .finding(RULE);

    assertThat(InWords.zh(finding))
        .isEqualTo(
            "学籍在 东镇小学 在读，2026-01-12 在校核查登记缺勤已 40 天（原因：未写明），超过 30 天；" + "核实原因，联系监护人返校，不再就读的更新学籍。");
  }

  @Test
  void aRowThatSaysNothingIsNotCompared() {
    assertThat(county().roll().list(ATTENDANCE).tally(RULE).compared()).isZero();
  }

  @Test
  void aLongerAbsenceIsTheSameCaseWithTheSameFacts() {
    Finding one = away("ABSENT", "10").finding(RULE);
    Finding next = away("ABSENT", "12").finding(RULE);

    assertThat(next.id()).isEqualTo(one.id());
    assertThat(next.facts()).isEqualTo(one.facts());
    assertThat(away("ABSENT", "40").finding(RULE).facts()).isNotEqualTo(one.facts());
  }
}

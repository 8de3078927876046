package cn.bidui.judge;

import static cn.bidui.judge.CountyFixture.county;
import static cn.bidui.source.Field.CHANGED_ON;
import static cn.bidui.source.Field.CHANGE_STATUS;
import static cn.bidui.source.Field.CHANGE_TYPE;
import static cn.bidui.source.Field.GRADE;
import static cn.bidui.source.Field.LEAVE_FROM;
import static cn.bidui.source.Field.LEAVE_TO;
import static cn.bidui.source.Field.ROLL_STATUS;
import static cn.bidui.source.ListKind.ROLL_CHANGES;
import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.judge.finding.Finding;
import cn.bidui.judge.finding.Outcome;
import cn.bidui.judge.night.RuleTally;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LeaveExpiredTest {

  private static final String RULE = "leave-expired";

  private static CountyFixture leave(String from, String to) {
    return county().list(ROLL_CHANGES, CHANGE_TYPE, "SUSPENSION", LEAVE_FROM, from, LEAVE_TO, to);
  }

  private static CountyFixture onLeave(String from, String to) {
    return leave(from, to).roll(ROLL_STATUS, "SUSPENDED");
  }

  @Test
  void aLeaveThatHasEndedWithoutAReturnIsASuspectedDropout() {
    Finding finding = onLeave("2025-01-01", "2025-12-31").finding(RULE);

    assertThat(finding.outcome()).isEqualTo(Outcome.SUSPECTED_DROPOUT);
    assertThat(finding.found()).isEqualTo("2025-12-31");
    assertThat(finding.term()).isEmpty();
    assertThat(finding.evidence()).hasSize(2);
    assertThat(InWords.zh(finding))
        .isEqualTo("学籍异动名单登记休学至 2025-12-31，已经期满，学籍名单和异动名单都没有复学；核实是否返校，未返校的做好劝返。");
  }

  @ParameterizedTest
  @CsvSource({"2026-01-14,0", "2026-01-15,1"})
  void schoolsHaveTwoWeeksToRecordTheReturn(String asOf, int findings) {
    assertThat(onLeave("2025-01-01", "2025-12-31").asOf(asOf).findings(RULE)).hasSize(findings);
  }

  @Test
  void aLeaveWithoutAnEndIsAQuestionAfterAYear() {
    CountyFixture county = onLeave("2025-01-10", "");
    Finding finding = county.finding(RULE);

    assertThat(finding.outcome()).isEqualTo(Outcome.TO_CHECK);
    assertThat(InWords.zh(finding))
        .isEqualTo("学籍异动名单登记自 2025-01-10 起休学，没有写明期满日，已满一年，没有复学记录；核实是否返校，补填期满日。");
    assertThat(county.asOf("2026-01-10").findings(RULE)).isEmpty();
  }

  @Test
  void theDayOfTheChangeStandsInForTheFirstDayOfTheLeave() {
    assertThat(
            county()
                .roll(ROLL_STATUS, "SUSPENDED")
                .list(ROLL_CHANGES, CHANGE_TYPE, "SUSPENSION", CHANGED_ON, "2024-09-10")
                .finding(RULE)
                .explanation()
                .words())
        .containsExactly("2024-09-10");
  }

  @Test
  void aLeaveNobodyDatedIsNotCompared() {
    CountyFixture county =
        county().roll(ROLL_STATUS, "SUSPENDED").list(ROLL_CHANGES, CHANGE_TYPE, "SUSPENSION");

    assertThat(county.tally(RULE).compared()).isZero();
    assertThat(county.findings(RULE)).isEmpty();
  }

  @Test
  void whoIsInSchoolByTheRollIsBack() {
    assertThat(leave("2025-01-01", "2025-08-31").roll().findings(RULE)).isEmpty();
  }

  @Test
  void aRecordedReturnIsEnough() {
    assertThat(
            onLeave("2025-01-01", "2025-08-31")
                .list(ROLL_CHANGES, CHANGE_TYPE, "RETURN", CHANGED_ON, "2025-09-01")
                .findings(RULE))
        .isEmpty();
    assertThat(
            onLeave("2025-01-01", "2025-08-31")
                .list(ROLL_CHANGES, CHANGE_TYPE, "RETURN")
                .findings(RULE))
        .isEmpty();
  }

  @Test
  void aReturnFromAnEarlierLeaveIsNotEnough() {
    assertThat(
            onLeave("2025-01-01", "2025-08-31")
                .list(ROLL_CHANGES, CHANGE_TYPE, "RETURN", CHANGED_ON, "2023-09-01")
                .findings(RULE))
        .hasSize(1);
  }

  @Test
  void aReturnThatWasRefusedIsNone() {
    assertThat(
            onLeave("2025-01-01", "2025-08-31")
                .list(
                    ROLL_CHANGES,
                    CHANGE_TYPE,
                    "RETURN",
                    CHANGED_ON,
                    "2025-09-01",
                    CHANGE_STATUS,
                    "REFUSED")
                .findings(RULE))
        .hasSize(1);
  }

  @Test
  void aProlongedLeaveEndsWithItsLastPart() {
    assertThat(
            onLeave("2025-01-01", "2025-08-31")
                .list(
                    ROLL_CHANGES,
                    CHANGE_TYPE,
                    "SUSPENSION",
                    LEAVE_FROM,
                    "2025-09-01",
                    LEAVE_TO,
                    "2026-08-31")
                .findings(RULE))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"TRANSFER_OUT", "ABROAD", "DEATH", "GRADUATION"})
  void whoWentElsewhereSinceDoesNotComeBack(String change) {
    assertThat(
            onLeave("2025-01-01", "2025-08-31")
                .list(ROLL_CHANGES, CHANGE_TYPE, change, CHANGED_ON, "2025-09-10")
                .findings(RULE))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"TRANSFERRED", "GRADUATED", "DECEASED"})
  void whoseRollHasEndedDoesNotComeBack(String status) {
    assertThat(leave("2025-01-01", "2025-08-31").roll(ROLL_STATUS, status).findings(RULE))
        .isEmpty();
  }

  @Test
  void aChildOnNoRollWhoseLeaveHasEndedIsAskedForToo() {
    assertThat(leave("2025-01-01", "2025-08-31").findings(RULE)).hasSize(1);
  }

  @Test
  void beyondCompulsorySchoolItIsOnlyToBeChecked() {
    assertThat(
            leave("2025-01-01", "2025-08-31")
                .roll(ROLL_STATUS, "SUSPENDED", GRADE, "SENIOR-2")
                .finding(RULE)
                .outcome())
        .isEqualTo(Outcome.TO_CHECK);
  }

  @Test
  void withoutAListOfChangesNothingIsCompared() {
    RuleTally tally = county().roll(ROLL_STATUS, "SUSPENDED").tally(RULE);

    assertThat(tally.evaluated()).isFalse();
    assertThat(tally.needs()).containsExactly(ROLL_CHANGES);
  }

  @Test
  void theCaseStaysOneCaseOverTheSummer() {
    Finding spring = onLeave("2025-01-01", "2025-12-31").asOf("2026-05-15").finding(RULE);
    Finding autumn = onLeave("2025-01-01", "2025-12-31").asOf("2026-10-15").finding(RULE);

    assertThat(autumn.id()).isEqualTo(spring.id());
    assertThat(autumn.facts()).isEqualTo(spring.facts());
  }
}

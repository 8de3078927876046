package cn.bidui.ledger;

import static cn.bidui.ledger.FindingState.EXPLAINED;
import static cn.bidui.ledger.FindingState.NEW;
import static cn.bidui.ledger.FindingState.PERSISTING;
import static cn.bidui.ledger.FindingState.REOPENED;
import static cn.bidui.ledger.FindingState.RESOLVED;
import static cn.bidui.ledger.Invented.MONDAY;
import static cn.bidui.ledger.Invented.THURSDAY;
import static cn.bidui.ledger.Invented.TUESDAY;
import static cn.bidui.ledger.Invented.WEDNESDAY;
import static cn.bidui.ledger.Invented.finding;
import static cn.bidui.ledger.Invented.judgement;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.bidui.judge.finding.Finding;
import cn.bidui.ledger.Answers.Answer;
import cn.bidui.ledger.Entry.Answered;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LedgerTest {

  private static final Finding F1 = finding("unfunded-eligible", "F1");
  private static final Finding F1_CHANGED = finding("unfunded-eligible", "F1", "facts-2");

  private static Past past(LedgerFinding... findings) {
    return new Past(List.of(findings), Map.of());
  }

  private static LedgerFinding yesterday(Finding finding, FindingState state) {
    String outcome = state == EXPLAINED ? "G3 自愿放弃" : finding.outcome().label();
    return new LedgerFinding(finding, state, outcome, MONDAY, MONDAY);
  }

  private static Answers answer(String outcome, LocalDate until, long seq) {
    return new Answers(
        List.of(new Answer(seq, new Answered("F1", outcome, "李老师", until, "", "facts-1", MONDAY))));
  }

  private static Night tuesday(Past past, Answers answers, Finding... findings) {
    return Ledger.advance(judgement(findings), past, answers, TUESDAY, Set.of());
  }

  private static LedgerFinding only(Night night) {
    assertThat(night.findings()).hasSize(1);
    return night.findings().get(0);
  }

  private static Transition onlyTransition(Night night) {
    assertThat(night.transitions()).hasSize(1);
    return night.transitions().get(0);
  }

  @Test
  void aFindingThatWasNeverListedIsNew() {
    Night night = tuesday(Past.NONE, Answers.NONE, F1);
    assertThat(only(night)).isEqualTo(new LedgerFinding(F1, NEW, "应助未助（确认）", TUESDAY, TUESDAY));
    Transition moved = onlyTransition(night);
    assertThat(moved.from()).isNull();
    assertThat(moved.to()).isEqualTo(NEW);
    assertThat(moved.evidence())
        .containsExactly(new Transition.Place(Invented.sha("roll"), "三年级", 7));
    assertThat(night.rollForward().total()).isEqualTo(new RollForward.Line(0, 1, 0, 0, 0, 1));
  }

  @Test
  void anOpenFindingThatStaysPersistsWithoutATransition() {
    for (FindingState open : List.of(NEW, PERSISTING, REOPENED)) {
      Night night = tuesday(past(yesterday(F1, open)), Answers.NONE, F1);
      assertThat(only(night).state()).isEqualTo(PERSISTING);
      assertThat(only(night).firstSeen()).isEqualTo(MONDAY);
      assertThat(only(night).lastSeen()).isEqualTo(TUESDAY);
      assertThat(night.transitions()).isEmpty();
      assertThat(night.rollForward().total()).isEqualTo(new RollForward.Line(1, 0, 0, 0, 0, 1));
    }
  }

  @Test
  void aPersistingFindingWithOtherFactsIsJournaled() {
    Night night = tuesday(past(yesterday(F1, NEW)), Answers.NONE, F1_CHANGED);
    assertThat(onlyTransition(night).to()).isEqualTo(PERSISTING);
    assertThat(onlyTransition(night).facts()).isEqualTo("facts-2");
    assertThat(night.rollForward().balanced()).isTrue();
  }

  @Test
  void anAnswerThatClosesItExplainsAnOpenFinding() {
    Night night = tuesday(past(yesterday(F1, NEW)), answer("G3", null, 7), F1);
    assertThat(only(night)).isEqualTo(new LedgerFinding(F1, EXPLAINED, "G3 自愿放弃", MONDAY, TUESDAY));
    assertThat(onlyTransition(night).from()).isEqualTo(NEW);
    assertThat(night.rollForward().total()).isEqualTo(new RollForward.Line(1, 0, 0, 0, 1, 0));
  }

  @Test
  void anAnswerThatDoesNotCloseItLeavesAFindingOpen() {
    Night night = tuesday(past(yesterday(F1, NEW)), answer("D6", null, 7), F1);
    assertThat(only(night).state()).isEqualTo(PERSISTING);
  }

  @Test
  void anOutcomeThatThisVersionDoesNotKnowLeavesAFindingOpen() {
    Night night = tuesday(past(yesterday(F1, NEW)), answer("Z9", null, 7), F1);
    assertThat(only(night).state()).isEqualTo(PERSISTING);
  }

  @Test
  void anExplainedFindingStaysExplainedWhileTheAnswerStands() {
    Night night = tuesday(past(yesterday(F1, EXPLAINED)), answer("G3", TUESDAY, 7), F1);
    assertThat(only(night).state()).isEqualTo(EXPLAINED);
    assertThat(night.transitions()).isEmpty();
    assertThat(night.rollForward()).isEqualTo(RollForward.EMPTY);
  }

  @Test
  void anExplainedFindingReopensAfterTheLastDayOfItsAnswer() {
    Night night = tuesday(past(yesterday(F1, EXPLAINED)), answer("B5", MONDAY, 7), F1);
    assertThat(only(night).state()).isEqualTo(REOPENED);
    assertThat(only(night).outcome()).isEqualTo("应助未助（确认）");
    assertThat(onlyTransition(night).from()).isEqualTo(EXPLAINED);
    assertThat(night.rollForward().total()).isEqualTo(new RollForward.Line(0, 0, 1, 0, 0, 1));
  }

  @Test
  void anExplainedFindingReopensWhenItsFactsChange() {
    Night night = tuesday(past(yesterday(F1, EXPLAINED)), answer("G3", null, 7), F1_CHANGED);
    assertThat(only(night).state()).isEqualTo(REOPENED);
  }

  @Test
  void anExplainedFindingReopensWhenItIsAnsweredAgainWithoutClosing() {
    Answers twice =
        new Answers(
            List.of(
                new Answer(9, new Answered("F1", "D6", "李老师", null, "", "facts-1", MONDAY)),
                new Answer(7, new Answered("F1", "G3", "李老师", null, "", "facts-1", MONDAY))));
    Night night = tuesday(past(yesterday(F1, EXPLAINED)), twice, F1);
    assertThat(only(night).state()).isEqualTo(REOPENED);
  }

  @Test
  void aFindingThatIsGoneFromTheDataIsResolved() {
    Night night = tuesday(past(yesterday(F1, PERSISTING)), Answers.NONE);
    assertThat(only(night)).isEqualTo(new LedgerFinding(F1, RESOLVED, "应助未助（确认）", MONDAY, MONDAY));
    assertThat(onlyTransition(night).to()).isEqualTo(RESOLVED);
    assertThat(night.rollForward().total()).isEqualTo(new RollForward.Line(1, 0, 0, 1, 0, 0));
  }

  @Test
  void anExplainedFindingThatIsGoneIsResolvedWithoutTouchingTheOpenOnes() {
    Night night = tuesday(past(yesterday(F1, EXPLAINED)), answer("G3", null, 7));
    assertThat(only(night).state()).isEqualTo(RESOLVED);
    assertThat(night.rollForward()).isEqualTo(RollForward.EMPTY);
  }

  @Test
  void aResolvedFindingAppearsOnce() {
    Night night = tuesday(past(yesterday(F1, RESOLVED)), Answers.NONE);
    assertThat(night.findings()).isEmpty();
    assertThat(night.transitions()).isEmpty();
  }

  @Test
  void aFindingThatWasResolvedLastNightAndReturnsIsReopened() {
    Night night = tuesday(past(yesterday(F1, RESOLVED)), Answers.NONE, F1);
    assertThat(only(night)).isEqualTo(new LedgerFinding(F1, REOPENED, "应助未助（确认）", MONDAY, TUESDAY));
    assertThat(onlyTransition(night).from()).isNull();
  }

  @Test
  void aFindingThatWasResolvedLongAgoKeepsItsFirstNight() {
    Past past = new Past(List.of(), Map.of("F1", new Resolution(5, MONDAY)));
    Night night = Ledger.advance(judgement(F1), past, Answers.NONE, THURSDAY, Set.of());
    assertThat(only(night).state()).isEqualTo(REOPENED);
    assertThat(only(night).firstSeen()).isEqualTo(MONDAY);
  }

  @Test
  void anAnswerFromBeforeTheResolutionDoesNotStandForTheReturn() {
    Past returned = new Past(List.of(), Map.of("F1", new Resolution(8, MONDAY)));
    Night night = tuesday(returned, answer("F3", null, 7), F1);
    assertThat(only(night).state()).isEqualTo(REOPENED);
    Past next = new Past(night.findings(), returned.resolved());
    Night wednesday =
        Ledger.advance(judgement(F1), next, answer("F3", null, 7), WEDNESDAY, Set.of());
    assertThat(only(wednesday).state()).isEqualTo(PERSISTING);
    Night answered =
        Ledger.advance(judgement(F1), next, answer("F3", null, 9), WEDNESDAY, Set.of());
    assertThat(only(answered).state()).isEqualTo(EXPLAINED);
  }

  @Test
  void aNewFindingThatIsAlreadyAnsweredIsExplainedAtOnce() {
    Night night = tuesday(Past.NONE, answer("G3", null, 7), F1);
    assertThat(only(night).state()).isEqualTo(EXPLAINED);
    assertThat(night.rollForward()).isEqualTo(RollForward.EMPTY);
  }

  @Test
  void aRuleThatWasNotEvaluatedResolvesNothing() {
    Night night =
        Ledger.advance(
            judgement(),
            past(yesterday(F1, NEW)),
            Answers.NONE,
            TUESDAY,
            Set.of("unfunded-eligible"));
    assertThat(only(night))
        .isEqualTo(new LedgerFinding(F1, PERSISTING, "应助未助（确认）", MONDAY, MONDAY));
  }

  @Test
  void answersAreHeardWhileARuleIsNotEvaluated() {
    Set<String> suspended = Set.of("unfunded-eligible");
    Night answered =
        Ledger.advance(
            judgement(), past(yesterday(F1, NEW)), answer("G3", null, 7), TUESDAY, suspended);
    assertThat(only(answered).state()).isEqualTo(EXPLAINED);
    Night expired =
        Ledger.advance(
            judgement(),
            past(yesterday(F1, EXPLAINED)),
            answer("B5", MONDAY, 7),
            TUESDAY,
            suspended);
    assertThat(only(expired).state()).isEqualTo(REOPENED);
  }

  @Test
  void aHeldRuleFindsNothingNewAndIsCounted() {
    Finding other = finding("unfunded-eligible", "F2");
    Finding third = finding("unfunded-eligible", "F3");
    Night night =
        Ledger.advance(
            judgement(F1_CHANGED, other, third),
            past(yesterday(F1, NEW)),
            Answers.NONE,
            TUESDAY,
            Set.of("unfunded-eligible"));
    assertThat(only(night).finding()).isEqualTo(F1);
    assertThat(night.withheld()).containsExactly(Map.entry("unfunded-eligible", 2));
  }

  @Test
  void findingsStandInTheOrderOfTheRulesAndThenOfTheirIds() {
    Finding absent = finding("absent", "A1");
    Finding retired = finding("a-retired-rule", "R1");
    Finding second = finding("unfunded-eligible", "F2");
    Night night =
        tuesday(
            past(yesterday(retired, PERSISTING), yesterday(second, EXPLAINED)),
            Answers.NONE,
            absent,
            F1);
    assertThat(night.findings())
        .extracting(entry -> entry.finding().id())
        .containsExactly("F1", "F2", "A1", "R1");
    assertThat(night.transitions())
        .extracting(Transition::findingId)
        .containsExactly("F1", "F2", "A1", "R1");
  }

  @Test
  void publishingTheSameDayAgainKeepsNewFindingsNew() {
    Night first = tuesday(Past.NONE, Answers.NONE, F1);
    Night again = tuesday(Past.NONE, Answers.NONE, F1);
    assertThat(again).isEqualTo(first);
  }

  @Test
  void twoFindingsWithOneIdAreABug() {
    assertThatThrownBy(() -> tuesday(Past.NONE, Answers.NONE, F1, F1_CHANGED))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void theRollForwardCountsEachRuleByItself() {
    Finding absent = finding("absent", "A1");
    Night night = tuesday(past(yesterday(absent, NEW)), Answers.NONE, F1);
    assertThat(night.rollForward().byRule())
        .containsExactly(
            Map.entry("absent", new RollForward.Line(1, 0, 0, 1, 0, 0)),
            Map.entry("unfunded-eligible", new RollForward.Line(0, 1, 0, 0, 0, 1)));
    assertThat(night.rollForward().openBefore())
        .containsExactly(Map.entry("absent", 1), Map.entry("unfunded-eligible", 0));
  }

  @Test
  void aRollForwardThatLosesAFindingIsNotBalanced() {
    RollForward lost = RollForward.of(List.of(yesterday(F1, NEW)), List.of(), List.of());
    assertThat(lost.balanced()).isFalse();
  }
}

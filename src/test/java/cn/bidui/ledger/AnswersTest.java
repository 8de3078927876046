package cn.bidui.ledger;

import static cn.bidui.ledger.Invented.MONDAY;
import static cn.bidui.ledger.Invented.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.ledger.Entry.Answered;
import cn.bidui.source.Messages;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswersTest {

  private static final List<LedgerFinding> PUBLISHED =
      List.of(published("F1", FindingState.NEW), published("F2", FindingState.RESOLVED));

  private static LedgerFinding published(String id, FindingState state) {
    return new LedgerFinding(Invented.finding("absent", id), state, "", MONDAY, MONDAY);
  }

  private static List<AnswerProblem> check(String id, String outcome, String by, LocalDate until) {
    return Answers.check(PUBLISHED, new Answered(id, outcome, by, until, "", "facts-1", TUESDAY));
  }

  @Test
  void aCompleteAnswerHasNoProblem() {
    assertThat(check("F1", "A1", "李老师", null)).isEmpty();
    assertThat(check("F1", "B5", "李老师", TUESDAY)).isEmpty();
  }

  @Test
  void allProblemsAreNamedAtOnce() {
    assertThat(check("F9", "Q7", " ", MONDAY))
        .containsExactly(
            AnswerProblem.UNKNOWN_FINDING,
            AnswerProblem.NOBODY_NAMED,
            AnswerProblem.UNKNOWN_OUTCOME,
            AnswerProblem.UNTIL_PAST);
  }

  @Test
  void anOutcomeWithATermNeedsItsLastDay() {
    for (OutcomeCode code : OutcomeCode.values()) {
      boolean term =
          List.of(OutcomeCode.B4, OutcomeCode.B5, OutcomeCode.D2, OutcomeCode.E1, OutcomeCode.G7)
              .contains(code);
      assertThat(check("F1", code.name(), "李老师", null))
          .isEqualTo(term ? List.of(AnswerProblem.UNTIL_MISSING) : List.of());
    }
  }

  @Test
  void aResolvedFindingNeedsNoAnswer() {
    assertThat(check("F2", "A1", "李老师", null)).containsExactly(AnswerProblem.FINDING_RESOLVED);
  }

  @Test
  void outcomesThatLeaveAChildOutOfSchoolOrAQuestionUnansweredStayOpen() {
    assertThat(Arrays.stream(OutcomeCode.values()).filter(code -> !code.closes()))
        .containsExactly(
            OutcomeCode.A4,
            OutcomeCode.A5,
            OutcomeCode.D5,
            OutcomeCode.D6,
            OutcomeCode.E2,
            OutcomeCode.F1,
            OutcomeCode.F2,
            OutcomeCode.U);
  }

  @Test
  void anOutcomeIsFoundByCodeByLabelAndAsPublished() {
    assertThat(OutcomeCode.find(" a2 ")).contains(OutcomeCode.A2);
    assertThat(OutcomeCode.find("县外（省内）就读有学籍")).contains(OutcomeCode.A2);
    assertThat(OutcomeCode.find("A2 县外（省内）就读有学籍")).contains(OutcomeCode.A2);
    assertThat(OutcomeCode.find("paid since")).contains(OutcomeCode.G1);
    assertThat(OutcomeCode.find("T")).contains(OutcomeCode.T);
    assertThat(OutcomeCode.find("")).isEmpty();
  }

  @Test
  void anAnswerOfANewerVersionIsShownByItsCode() {
    Answered newer = new Answered("F1", "Z9", "李老师", null, "", "f", MONDAY);
    assertThat(new Answers.Answer(1, newer).outcome()).isEqualTo("Z9");
  }

  @Test
  void everyOutcomeAndEveryProblemHasItsWordsInBothLanguages() {
    for (Messages messages : List.of(Messages.ZH, Messages.EN)) {
      for (OutcomeCode code : OutcomeCode.values()) {
        assertThat(code.label(messages)).isNotBlank();
      }
      for (AnswerProblem problem : AnswerProblem.values()) {
        assertThat(messages.text(problem.key(), "F1", "A1")).isNotBlank();
      }
    }
  }
}

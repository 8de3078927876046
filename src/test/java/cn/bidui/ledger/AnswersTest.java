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

  private static Answered answered(OutcomeCode code, LocalDate until, LocalDate verified) {
    Proof proof = new Proof(EvidenceKind.ATTENDANCE_CERTIFICATE, "周干事", verified);
    return new Answered("F1", code.name(), "李老师", until, "", "f", LocalDate.of(2025, 11, 4), proof);
  }

  @Test
  void whatLiesOutsideTheCountyIsLookedAtAgainNextSchoolYear() {
    assertThat(Answers.dated(answered(OutcomeCode.A2, null, null)).until())
        .isEqualTo(LocalDate.of(2026, 8, 31));
    assertThat(Answers.dated(answered(OutcomeCode.A2, TUESDAY, null)).until()).isEqualTo(TUESDAY);
    assertThat(Answers.dated(answered(OutcomeCode.D1, null, null)).until()).isNull();
    assertThat(OutcomeCode.B1.lastDay(LocalDate.of(2026, 8, 31)))
        .contains(LocalDate.of(2026, 8, 31));
    assertThat(OutcomeCode.B1.lastDay(LocalDate.of(2026, 9, 1)))
        .contains(LocalDate.of(2027, 8, 31));
  }

  @Test
  void theEvidenceHasItsVerifierAndItsDay() {
    Answered plain = new Answered("F1", "A2", "李老师", null, "", "f", MONDAY);
    assertThat(plain.verifier()).isEqualTo("李老师");
    assertThat(plain.verifiedOn()).isEqualTo(MONDAY);
    Answered shown = answered(OutcomeCode.A2, null, LocalDate.of(2025, 11, 1));
    assertThat(shown.verifier()).isEqualTo("周干事");
    assertThat(shown.verifiedOn()).isEqualTo(LocalDate.of(2025, 11, 1));
  }

  @Test
  void nobodyHasVerifiedItTomorrow() {
    Answered tomorrow = answered(OutcomeCode.A2, null, LocalDate.of(2025, 11, 5));
    assertThat(Answers.check(PUBLISHED, tomorrow)).containsExactly(AnswerProblem.VERIFIED_LATER);
  }

  @Test
  void evidenceIsFoundByCodeAndByLabel() {
    assertThat(EvidenceKind.find("在读证明")).contains(EvidenceKind.ATTENDANCE_CERTIFICATE);
    assertThat(EvidenceKind.find(" Death ")).contains(EvidenceKind.DEATH);
    assertThat(EvidenceKind.find("approval form")).contains(EvidenceKind.APPROVAL);
    assertThat(EvidenceKind.find("听说的")).isEmpty();
  }

  @Test
  void whatClosesAChildsCaseSaysWhichPaperShowsIt() {
    assertThat(Arrays.stream(OutcomeCode.values()))
        .filteredOn(code -> code.closes() && "ABCDEF".indexOf(code.name().charAt(0)) >= 0)
        .allMatch(code -> !code.evidence().isEmpty());
  }

  @Test
  void everyOutcomeAndEveryProblemHasItsWordsInBothLanguages() {
    for (Messages messages : List.of(Messages.ZH, Messages.EN)) {
      for (OutcomeCode code : OutcomeCode.values()) {
        assertThat(code.label(messages)).isNotBlank();
      }
      for (EvidenceKind kind : EvidenceKind.values()) {
        assertThat(kind.label(messages)).isNotBlank();
      }
      for (AnswerProblem problem : AnswerProblem.values()) {
        assertThat(messages.text(problem.key(), "F1", "A1")).isNotBlank();
      }
    }
  }
}

package cn.bidui.report.forms;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.ledger.cases.CaseStage;
import cn.bidui.plan.CasePlan;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FormKindTest {

  private static Dossier.Work work(CaseStage stage, boolean open, boolean reportDue) {
    return new Dossier.Work(stage, open, null, List.of(), reportDue, null, "", null);
  }

  private static Dossier with(Dossier.Work work) {
    Dossier child = Pupils.unknown();
    return new Dossier(
        child.caseId(),
        child.rules(),
        child.child(),
        child.home(),
        child.schooling(),
        child.discovery(),
        child.answering(),
        work,
        child.standing(),
        child.away());
  }

  @Test
  void theRulesAreThoseThatWantTwoPersons() {
    assertThat(FormKind.OUT_OF_SCHOOL).isEqualTo(CasePlan.USUAL.twoPersons());
  }

  @ParameterizedTest
  @EnumSource
  void everyOpenCaseHasADossierUntilItIsFiled(CaseStage stage) {
    assertThat(FormKind.DOSSIER.isDue(with(work(stage, true, false))))
        .isEqualTo(stage != CaseStage.FILED);
  }

  @Test
  void aReportIsPrintedWhereItIsDueOrDated() {
    Dossier.Work dated =
        new Dossier.Work(
            CaseStage.HANDLING, true, null, List.of(), false, LocalDate.of(2026, 5, 1), "", null);

    assertThat(FormKind.REPORT.isDue(with(work(CaseStage.HANDLING, true, false)))).isFalse();
    assertThat(FormKind.REPORT.isDue(with(work(CaseStage.HANDLING, true, true)))).isTrue();
    assertThat(FormKind.REPORT.isDue(with(dated))).isTrue();
    assertThat(FormKind.REPORT.isDue(with(work(CaseStage.ANSWERED, false, true)))).isFalse();
  }

  @Test
  void aNoticeIsPrintedWhileSomebodyIsAtWorkAndTheChildIsNotBack() {
    assertThat(FormKind.NOTICE.isDue(with(work(CaseStage.ASSIGNED, true, false)))).isFalse();
    assertThat(FormKind.NOTICE.isDue(with(work(CaseStage.HANDLING, true, false)))).isTrue();
    assertThat(FormKind.NOTICE.isDue(with(work(CaseStage.HANDLING, false, false)))).isFalse();
  }

  @Test
  void aLetterIsPrintedWhereTheDataNamesTheCounty() {
    assertThat(FormKind.LETTER.isDue(Pupils.away("C1", "安安", "白沙县", ""))).isTrue();
    assertThat(FormKind.LETTER.isDue(Pupils.away("C1", "安安", "", "某小学"))).isFalse();
    assertThat(FormKind.LETTER.fits(Pupils.away("C1", "安安", "", ""))).isTrue();
    assertThat(FormKind.LETTER.fits(Pupils.known())).isFalse();
  }

  @ParameterizedTest
  @EnumSource(names = {"DOSSIER", "REPORT", "NOTICE"})
  void aChildElsewhereHasALetterOnly(FormKind kind) {
    assertThat(kind.fits(Pupils.away("C1", "安安", "白沙县", ""))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"dossier,DOSSIER", "一生一表,DOSSIER", "NOTICE,NOTICE", "Written report,REPORT"})
  void aKindIsFoundByCodeAndByName(String text, FormKind kind) {
    assertThat(FormKind.find(text)).contains(kind);
  }

  @Test
  void noKindIsFoundByAnythingElse() {
    assertThat(FormKind.find("通知")).isEmpty();
  }
}

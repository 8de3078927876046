package cn.bidui.ledger.cases;

import static cn.bidui.ledger.FindingState.EXPLAINED;
import static cn.bidui.ledger.FindingState.NEW;
import static cn.bidui.ledger.FindingState.PERSISTING;
import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.ledger.CaseAct;
import cn.bidui.ledger.Duties;
import cn.bidui.ledger.Duties.Duty;
import cn.bidui.ledger.DutyRole;
import cn.bidui.ledger.Night;
import cn.bidui.ledger.RollForward;
import cn.bidui.ledger.Told;
import cn.bidui.ledger.Transition;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Cases as told from different logs, on different days, and with a table of duties. */
class CaseBookTest {

  private final Casework work = new Casework();

  @Test
  void aWordOnANightThatWasPublishedAgainIsNotLost() {
    Transition first = Told.moved("A", "absent", "C", null, NEW);
    Transition again = Told.moved("A", "absent", "C", null, EXPLAINED);
    work.told().night(Told.FIRST, List.of(first));
    work.told().says(Told.act("C", CaseAct.ASSIGN, "丁", Told.FIRST, "张老师"));
    work.told().says(Told.answer("A", "F3", "甲", "乙", Told.FIRST));
    work.told().night(Told.FIRST, List.of(again));

    CaseFile file = CaseBook.now(work.told().log(), Told.FIRST, Casework.TERMS).of("C").get();
    assertThat(file.stage()).isEqualTo(CaseStage.FILED);
    assertThat(file.people().assigned()).isEqualTo("张老师");
    assertThat(file.people().answeredBy()).isEqualTo("甲");
  }

  @Test
  void linesOfOlderJournalsJoinTheirCaseOnceItIsNamed() {
    Transition.Where old = Transition.Where.UNKNOWN;
    work.told()
        .night(
            Told.FIRST,
            List.of(
                Told.moved("A", "absent", old, null, NEW),
                Told.moved("B", "never-enrolled", old, null, NEW)));
    CaseBook before = CaseBook.now(work.told().log(), Told.FIRST, Casework.TERMS);
    assertThat(before.cases()).containsOnlyKeys("A", "B");

    work.told().says(Told.act("B", CaseAct.ASSIGN, "丁", Told.FIRST, "张老师"));
    LocalDate next = Told.FIRST.plusDays(1);
    work.told()
        .night(
            next,
            List.of(
                Told.moved("A", "absent", "C", NEW, PERSISTING),
                Told.moved("B", "never-enrolled", "C", NEW, PERSISTING)));
    CaseBook after = CaseBook.now(work.told().log(), next, Casework.TERMS);
    assertThat(after.cases()).containsOnlyKeys("C");
    CaseFile file = after.of("C").get();
    assertThat(file.findings()).containsExactly("A", "B");
    assertThat(file.dates().registered()).isEqualTo(Told.FIRST);
    assertThat(file.people().assigned()).isEqualTo("张老师");
    assertThat(file.rebounds() + file.reviews()).isZero();
  }

  @Test
  void aFindingThatBelongsToAnotherCaseLeavesTheOldOne() {
    work.moves("A", null, NEW).moves("B", null, NEW).night();
    work.told()
        .night(
            Told.FIRST.plusDays(1),
            List.of(Told.moved("B", "never-enrolled", "D", NEW, PERSISTING)));
    CaseBook book = CaseBook.now(work.told().log(), Told.FIRST.plusDays(1), Casework.TERMS);
    assertThat(book.of("C").get().findings()).containsExactly("A");
    assertThat(book.of("D").get().findings()).containsExactly("B");
    assertThat(book.withFinding("B").get().caseId()).isEqualTo("D");
  }

  @Test
  void asItStoodThenLeavesOutWhatCameLater() {
    work.moves("P", null, NEW).night();
    work.night();
    long answer = work.answers("P", "G3", "甲");
    work.moves("P", NEW, EXPLAINED).night();
    work.undoes(answer);
    LocalDate second = Told.FIRST.plusDays(1);
    assertThat(CaseBook.upTo(work.told().log(), Told.FIRST, Casework.TERMS).of("C").get().stage())
        .isEqualTo(CaseStage.ASSIGNED);
    assertThat(CaseBook.upTo(work.told().log(), second, Casework.TERMS).of("C").get().stage())
        .as("answered, and not yet taken back")
        .isEqualTo(CaseStage.ANSWERED);
    assertThat(work.file().stage()).isEqualTo(CaseStage.ASSIGNED);
  }

  @Test
  void tonightIsToldAsTheNextNightWillTellIt() {
    work.moves("P", null, NEW).night();
    work.answers("P", "G3", "甲");
    Transition moved = Told.moved("P", "overpaid", "C", NEW, EXPLAINED);
    Night night = new Night(List.of(), List.of(moved), RollForward.EMPTY, new TreeMap<>());
    LocalDate tonight = Told.FIRST.plusDays(1);
    CaseBook book = CaseBook.after(night, work.told().log(), tonight, Casework.TERMS);
    assertThat(book.of("C").get().stage()).isEqualTo(CaseStage.FILED);
    assertThat(book.filedSince(book.of("C").get())).isTrue();

    work.told().night(tonight, List.of(moved));
    CaseBook later = CaseBook.now(work.told().log(), tonight, Casework.TERMS);
    assertThat(later.of("C").get().stage()).isEqualTo(CaseStage.FILED);
    assertThat(later.filedSince(later.of("C").get())).as("that was then").isFalse();
    assertThat(later.by(file -> file.where().school())).containsOnlyKeys("虚构小学");
  }

  @Test
  void theTableOfDutiesAnswersWhereNobodyWasNamed() {
    work.moves("A", null, NEW).night();
    Duties duties =
        new Duties(
            List.of(
                new Duty(DutyRole.PRINCIPAL, "虚构小学", "", "周校长", ""),
                new Duty(DutyRole.TEACHER, "虚构小学", "三年级1班", "吴老师", ""),
                new Duty(DutyRole.TOWNSHIP_HEAD, "虚构镇", "", "郑镇长", "")));
    CaseFile byClass = work.book().staffed(duties, file -> "三年级1班").of("C").get();
    assertThat(byClass.people().responsible()).isEqualTo("吴老师");
    assertThat(byClass.people().byTable()).isTrue();
    assertThat(byClass.gaps()).doesNotContain(CaseGap.NO_PERSON);
    CaseFile bySchool = work.book().staffed(duties, file -> "").of("C").get();
    assertThat(bySchool.people().responsible()).isEqualTo("周校长");
    assertThat(work.book().staffed(Duties.NONE, file -> "").of("C").get().gaps())
        .contains(CaseGap.NO_PERSON);

    work.acts(CaseAct.ASSIGN, "丁", "冯老师");
    CaseFile byHand = work.book().staffed(duties, file -> "三年级1班").of("C").get();
    assertThat(byHand.people().responsible()).isEqualTo("冯老师");
    assertThat(byHand.people().byTable()).isFalse();
  }
}

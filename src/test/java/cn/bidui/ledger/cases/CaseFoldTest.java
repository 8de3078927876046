package cn.bidui.ledger.cases;

import static cn.bidui.ledger.FindingState.EXPLAINED;
import static cn.bidui.ledger.FindingState.NEW;
import static cn.bidui.ledger.FindingState.PERSISTING;
import static cn.bidui.ledger.FindingState.REOPENED;
import static cn.bidui.ledger.FindingState.RESOLVED;
import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.ledger.CaseAct;
import cn.bidui.ledger.Entry;
import cn.bidui.ledger.Proof;
import cn.bidui.ledger.Told;
import cn.bidui.ledger.Transition;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A case from its first night to the archive, and back. */
class CaseFoldTest {

  private final Casework work = new Casework();

  @Test
  void aFindingWithASchoolIsRegisteredAndHandedOverOnItsFirstNight() {
    work.moves("A", null, NEW).night();

    assertThat(work.file().stage()).isEqualTo(CaseStage.ASSIGNED);
    assertThat(work.history()).containsExactly(CaseEvent.Kind.REGISTERED, CaseEvent.Kind.ASSIGNED);
    assertThat(work.file().due()).isEqualTo(Told.FIRST.plusDays(15));
    assertThat(work.file().where().school()).isEqualTo("虚构小学");
  }

  @Test
  void aFindingOfNoSchoolAndNoTownshipStaysRegisteredAndLacksAUnit() {
    Transition.Where nowhere = new Transition.Where("C", "", "", "");
    work.told().night(Told.FIRST, List.of(Told.moved("A", "absent", nowhere, null, NEW)));

    CaseFile file = CaseBook.now(work.told().log(), Told.FIRST, Casework.TERMS).of("C").get();
    assertThat(file.stage()).isEqualTo(CaseStage.REGISTERED);
    assertThat(file.gaps()).contains(CaseGap.NO_UNIT, CaseGap.NO_PERSON);
  }

  @Test
  void aPartlyAnsweredCaseIsStillInHand() {
    work.moves("A", null, NEW).moves("P", null, NEW).night();
    work.answers("P", "G3", "甲");
    assertThat(work.file().stage()).isEqualTo(CaseStage.HANDLING);
    assertThat(work.file().open()).containsExactly("A");
    assertThat(work.file().due()).as("of what is open").isEqualTo(Told.FIRST.plusDays(15));

    work.answers("A", "F3", "甲");
    assertThat(work.file().stage()).isEqualTo(CaseStage.ANSWERED);
  }

  @Test
  void ofSeveralOpenFindingsTheOneThatIsDueFirstCounts() {
    work.moves("A", null, NEW).night();
    work.moves("P", null, NEW).night();
    assertThat(work.file().due()).isEqualTo(Told.FIRST.plusDays(8));
    work.answers("P", "G3", "甲");
    assertThat(work.file().due()).isEqualTo(Told.FIRST.plusDays(15));
  }

  @Test
  void aCaseOfOnePersonIsFiledByTheNextNight() {
    work.moves("P", null, NEW).night();
    work.answers("P", "G3", "甲");
    assertThat(work.file().stage()).isEqualTo(CaseStage.ANSWERED);
    assertThat(work.file().due()).isNull();
    work.moves("P", NEW, EXPLAINED).night();
    assertThat(work.file().stage()).isEqualTo(CaseStage.FILED);
    assertThat(work.file().pending()).isFalse();
    assertThat(work.file().gaps()).isEmpty();
  }

  @Test
  void whoAnsweredCannotVerifyAndAnotherCan() {
    work.moves("A", null, NEW).night();
    work.answers("A", "F3", "甲");
    work.acts(CaseAct.VERIFY, " 甲 ", "");
    work.moves("A", NEW, EXPLAINED).night();
    assertThat(work.file().stage()).isEqualTo(CaseStage.ANSWERED);
    assertThat(work.file().gaps()).contains(CaseGap.NOT_VERIFIED);
    assertThat(work.file().due()).isEqualTo(Told.FIRST.plusDays(15));

    work.acts(CaseAct.VERIFY, "乙", "见到本人");
    assertThat(work.file().stage()).isEqualTo(CaseStage.VERIFIED);
    assertThat(work.file().people().verifiedBy()).isEqualTo("乙");
    work.night();
    assertThat(work.file().stage()).isEqualTo(CaseStage.FILED);
  }

  @Test
  void anAnswerThatAnotherHasVerifiedNeedsNoFurtherVisit() {
    work.moves("A", null, NEW).night();
    work.answers("A", "F3", "甲", "乙");
    assertThat(work.file().stage()).isEqualTo(CaseStage.VERIFIED);
    work.moves("A", NEW, EXPLAINED).night();
    assertThat(work.file().stage()).isEqualTo(CaseStage.FILED);
  }

  @Test
  void anAnswerThatNamesItsOwnGiverAsVerifierIsNotVerified() {
    work.moves("A", null, NEW).night();
    work.answers("A", "F3", "甲", "甲");
    assertThat(work.file().stage()).isEqualTo(CaseStage.ANSWERED);
  }

  @Test
  void ofTwoAnswersEachWantsItsSecondPerson() {
    work.moves("A", null, NEW).moves("B", null, NEW).night();
    work.answers("A", "F3", "甲", "乙");
    work.answers("B", "A1", "甲");
    assertThat(work.file().stage()).isEqualTo(CaseStage.ANSWERED);
    assertThat(work.file().gaps()).contains(CaseGap.NOT_VERIFIED, CaseGap.NO_EVIDENCE);
    work.acts(CaseAct.VERIFY, "乙", "");
    assertThat(work.file().stage()).isEqualTo(CaseStage.VERIFIED);
  }

  @Test
  void whatTheDataPutsRightWantsAVisitButNoAnswer() {
    work.moves("A", null, NEW).night();
    work.moves("A", NEW, RESOLVED).night();
    assertThat(work.file().stage()).isEqualTo(CaseStage.ANSWERED);
    assertThat(work.file().people().answeredBy()).isEmpty();
    work.acts(CaseAct.VERIFY, "甲", "");
    work.acts(CaseAct.FILE, "甲", "");
    assertThat(work.file().stage()).isEqualTo(CaseStage.FILED);
    assertThat(work.history())
        .endsWith(CaseEvent.Kind.DATA_RIGHT, CaseEvent.Kind.VERIFIED, CaseEvent.Kind.FILED);
  }

  @Test
  void filingBeforeTheVisitCountsForNothing() {
    work.moves("A", null, NEW).night();
    work.acts(CaseAct.FILE, "乙", "");
    work.answers("A", "F3", "甲");
    work.acts(CaseAct.FILE, "乙", "");
    assertThat(work.file().stage()).isEqualTo(CaseStage.ANSWERED);
  }

  @Test
  void whatComesBackAfterTheDataWasRightIsAReboundOfTheSameCase() {
    work.moves("A", null, NEW).night();
    work.acts(CaseAct.ASSIGN, "丁", "张老师");
    work.acts(CaseAct.EXTEND, "丁", Told.FIRST.plusDays(60), "");
    work.moves("A", NEW, RESOLVED).night();
    work.acts(CaseAct.VERIFY, "甲", "");
    work.night();
    work.moves("A", null, REOPENED).night();

    CaseFile file = work.file();
    assertThat(file.rebounds()).isEqualTo(1);
    assertThat(file.reviews()).isZero();
    assertThat(file.stage()).isEqualTo(CaseStage.ASSIGNED);
    assertThat(file.dates().opened()).isEqualTo(work.today());
    assertThat(file.due()).as("what was granted then is over").isEqualTo(work.today().plusDays(15));
    assertThat(file.people().assigned()).isEqualTo("张老师");
    assertThat(file.dates().filed()).isNull();
  }

  @Test
  void aChildWhoHadReturnedAndIsGoneAgainIsARebound() {
    work.moves("A", null, NEW).night();
    work.answers("A", "F3", "甲", "乙");
    work.moves("A", NEW, EXPLAINED).night();
    assertThat(work.file().returned()).contains(Told.FIRST);
    work.moves("A", EXPLAINED, REOPENED).night();
    assertThat(work.file().rebounds()).isEqualTo(1);
    assertThat(work.file().returned()).isEmpty();
  }

  @Test
  void aChildWhoHadReturnedAndIsGoneByAnotherSignIsAReboundToo() {
    work.moves("A", null, NEW).night();
    work.moves("A", NEW, RESOLVED).night();
    work.moves("B", null, NEW).night();
    assertThat(work.file().rebounds()).isEqualTo(1);
    assertThat(work.file().findings()).containsExactly("A", "B");
  }

  @Test
  void anotherQuestionAboutMoneyIsNoRebound() {
    work.moves("P", null, NEW).night();
    work.moves("P", NEW, RESOLVED).night();
    work.moves("Q", null, NEW).night();
    assertThat(work.file().rebounds()).isZero();
    assertThat(work.file().stage()).isEqualTo(CaseStage.ASSIGNED);
    assertThat(work.file().dates().opened()).isEqualTo(work.today());
  }

  @Test
  void aCaseThatChangesItsFindingOvernightNeverRested() {
    work.moves("A", null, NEW).night();
    work.acts(CaseAct.VISIT, "甲", "去了");
    work.moves("A", NEW, RESOLVED).moves("B", null, NEW).night();
    assertThat(work.file().rebounds()).isZero();
    assertThat(work.file().stage()).isEqualTo(CaseStage.HANDLING);
    assertThat(work.file().dates().opened()).isEqualTo(Told.FIRST);
  }

  @Test
  void twoFindingsThatComeBackOnOneNightAreOneRebound() {
    work.moves("A", null, NEW).moves("B", null, NEW).night();
    work.moves("A", NEW, RESOLVED).moves("B", NEW, RESOLVED).night();
    work.moves("A", null, REOPENED).moves("B", null, REOPENED).night();
    assertThat(work.file().rebounds()).isEqualTo(1);
  }

  @Test
  void anAnswerThatRunsOutIsAReview() {
    work.moves("A", null, NEW).night();
    work.answers("A", "B5", "甲", "乙");
    work.moves("A", NEW, EXPLAINED).night();
    work.moves("A", EXPLAINED, REOPENED).night();
    assertThat(work.file().reviews()).isEqualTo(1);
    assertThat(work.file().rebounds()).isZero();
    assertThat(work.file().stage()).isEqualTo(CaseStage.ASSIGNED);
  }

  @Test
  void aReturnThatWasToBeLookedAtAgainIsAReviewWhenItsDayHasPassed() {
    work.moves("A", null, NEW).night();
    work.says(new Entry.Answered("A", "F3", "甲", Told.FIRST, "", "facts", Told.FIRST, Proof.NONE));
    work.moves("A", NEW, REOPENED).night();
    assertThat(work.file().reviews()).isEqualTo(1);
    assertThat(work.file().rebounds()).isZero();
  }

  @Test
  void anAnswerThatTheNightDoesNotTakeHasLapsed() {
    work.moves("A", null, NEW).night();
    work.answers("A", "B5", "甲");
    work.night();
    assertThat(work.file().reviews()).isEqualTo(1);
    assertThat(work.file().open()).containsExactly("A");

    work.answers("A", "F3", "甲");
    work.moves("A", NEW, PERSISTING).night();
    assertThat(work.file().rebounds()).as("gone again, by other facts").isEqualTo(1);
  }

  @Test
  void anAnswerThatLeavesTheQuestionOpenIsWork() {
    work.moves("A", null, NEW).night();
    work.answers("A", "F2", "甲");
    assertThat(work.file().stage()).isEqualTo(CaseStage.HANDLING);
    work.answers("A", "F3", "甲", "乙");
    work.answers("A", "F1", "甲");
    assertThat(work.file().stage()).as("the last word counts").isEqualTo(CaseStage.HANDLING);
    work.moves("A", NEW, PERSISTING).night();
    assertThat(work.file().reviews() + work.file().rebounds()).isZero();
  }

  @Test
  void whatIsSentBackIsOpenAgain() {
    work.moves("A", null, NEW).night();
    long answer = work.answers("A", "F3", "甲");
    work.undoes(answer);
    work.acts(CaseAct.SEND_BACK, "乙", "没有见到本人");
    assertThat(work.file().stage()).isEqualTo(CaseStage.HANDLING);
    assertThat(work.file().open()).containsExactly("A");
    assertThat(work.history()).endsWith(CaseEvent.Kind.SENT_BACK);
  }

  @Test
  void anAnswerThatIsTakenBackAfterANightOpensTheFindingAtOnceAndIsNoReview() {
    work.moves("A", null, NEW).night();
    long answer = work.answers("A", "F3", "甲", "乙");
    work.moves("A", NEW, EXPLAINED).night();
    assertThat(work.file().stage()).isEqualTo(CaseStage.FILED);
    work.undoes(answer);
    assertThat(work.file().open()).containsExactly("A");
    assertThat(work.file().stage()).isEqualTo(CaseStage.ASSIGNED);
    work.moves("A", EXPLAINED, REOPENED).night();
    assertThat(work.file().reviews() + work.file().rebounds()).isZero();
  }

  @Test
  void takingBackTheLaterAnswerLetsTheEarlierOneStand() {
    work.moves("A", null, NEW).night();
    work.answers("A", "F3", "甲", "乙");
    long second = work.answers("A", "A1", "丙");
    assertThat(work.file().people().answeredBy()).isEqualTo("丙");
    assertThat(work.file().stage()).isEqualTo(CaseStage.ANSWERED);
    work.undoes(second);
    assertThat(work.file().stage()).isEqualTo(CaseStage.VERIFIED);
    assertThat(work.file().people().standing().by()).containsExactly("甲");
  }

  @Test
  void aNewAnswerToAFiledCaseWantsItsSecondPersonAgain() {
    work.moves("A", null, NEW).night();
    work.answers("A", "F3", "甲", "乙");
    work.moves("A", NEW, EXPLAINED).night();
    work.answers("A", "A1", "甲");
    assertThat(work.file().stage()).isEqualTo(CaseStage.ANSWERED);
    assertThat(work.file().people().standing().lines()).hasSize(2);
  }

  @Test
  void aCaseGoesWithItsChildToAnotherSchool() {
    work.moves("A", null, NEW).night();
    Transition.Where there = new Transition.Where("C", "另一所小学", "另一个镇", "小学");
    work.told()
        .night(
            Told.FIRST.plusDays(1),
            List.of(Told.moved("A", "absent", there, PERSISTING, PERSISTING)));
    CaseFile file = work.file();
    assertThat(file.where().school()).isEqualTo("另一所小学");
    assertThat(file.stage()).isEqualTo(CaseStage.ASSIGNED);
    assertThat(file.dates().opened()).isEqualTo(Told.FIRST);
  }

  @Test
  void overdueIsTheDayAfterTheLastOne() {
    work.moves("P", null, NEW).night().quietUntil(Told.FIRST.plusDays(7));
    assertThat(work.file().overdue()).isFalse();
    work.night();
    assertThat(work.file().overdue()).isTrue();
    work.acts(CaseAct.EXTEND, "丁", Told.FIRST.plusDays(20), "等材料");
    assertThat(work.file().overdue()).isFalse();
    assertThat(work.file().due()).isEqualTo(Told.FIRST.plusDays(20));
  }

  @Test
  void aDropoutCaseLacksHelpersAndAfterTwoWeeksAReport() {
    work.moves("A", null, NEW).night();
    assertThat(work.file().gaps()).containsExactlyInAnyOrder(CaseGap.NO_PERSON, CaseGap.NO_HELPERS);
    work.acts(CaseAct.HELPERS, "丁", "张老师\n\n王大山");
    assertThat(work.file().gaps()).contains(CaseGap.NO_HELPERS);
    work.acts(CaseAct.HELPERS, "丁", "张老师\n李主任\n王大山");
    work.acts(CaseAct.ASSIGN, "丁", "张老师");
    assertThat(work.file().gaps()).isEmpty();
    work.quietUntil(Told.FIRST.plusDays(15));
    assertThat(work.file().gaps()).containsExactly(CaseGap.NO_REPORT);
    work.acts(CaseAct.WRITTEN_REPORT, "丁", Told.FIRST.plusDays(15), "");
    work.acts(CaseAct.DEADLINE_NOTICE, "丁", Told.FIRST.plusDays(15), "镇限返〔2026〕1号\n已送达");
    assertThat(work.file().gaps()).isEmpty();
    assertThat(work.file().dates().writtenReport()).isEqualTo(Told.FIRST.plusDays(15));
    assertThat(work.file().people().noticeNumber()).isEqualTo("镇限返〔2026〕1号");
    assertThat(work.file().people().helpers()).containsExactly("张老师", "李主任", "王大山");
  }

  @Test
  void visitsAreCountedInTheOrderOfTheirDays() {
    work.moves("A", null, NEW).night().night();
    work.acts(CaseAct.VISIT, "甲", Told.FIRST.plusDays(1), "电话");
    work.acts(CaseAct.VISIT, "甲", Told.FIRST, "家访");
    work.acts(CaseAct.REMARK, "甲", "随父外出");
    assertThat(work.file().visits()).containsExactly(Told.FIRST, Told.FIRST.plusDays(1));
    assertThat(work.file().stage()).isEqualTo(CaseStage.HANDLING);
    assertThat(work.history()).endsWith(CaseEvent.Kind.REMARK);
  }

  @Test
  void nobodyIsPrintedByAccident() {
    work.moves("A", null, NEW).night();
    work.acts(CaseAct.ASSIGN, "丁", "张老师");
    work.answers("A", "F3", "甲");
    assertThat(work.file().people().toString() + work.file().people().standing())
        .doesNotContain("张老师", "甲");
    assertThat(work.file().history().toString()).doesNotContain("张老师", "甲");
  }
}

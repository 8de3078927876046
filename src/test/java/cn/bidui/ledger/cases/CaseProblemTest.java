package cn.bidui.ledger.cases;

import static cn.bidui.ledger.FindingState.EXPLAINED;
import static cn.bidui.ledger.FindingState.NEW;
import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.ledger.CaseAct;
import cn.bidui.ledger.Entry;
import cn.bidui.ledger.Told;
import cn.bidui.source.Messages;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What cannot be recorded about a case, and why. */
class CaseProblemTest {

  private static final LocalDate TODAY = Told.FIRST;

  private final Casework work = new Casework();

  private Optional<CaseProblem> check(
      CaseAct act, String by, @Nullable LocalDate day, String... words) {
    return CaseProblem.check(
        work.file(), new Entry.CaseActed("C", act, by, TODAY, day, ""), List.of(words));
  }

  @Test
  void whatSaysNothingIsNotRecorded() {
    work.moves("A", null, NEW).night();
    for (CaseAct act :
        List.of(
            CaseAct.ASSIGN,
            CaseAct.HELPERS,
            CaseAct.REMARK,
            CaseAct.VISIT,
            CaseAct.DEADLINE_NOTICE)) {
      assertThat(check(act, "甲", null)).as("%s", act).contains(CaseProblem.WORDS_MISSING);
      assertThat(check(act, "甲", null, "张老师")).as("%s", act).isEmpty();
    }
    assertThat(check(CaseAct.WRITTEN_REPORT, "甲", TODAY)).isEmpty();
  }

  @Test
  void whatHasNotHappenedYetIsNotRecorded() {
    work.moves("A", null, NEW).night();
    LocalDate tomorrow = TODAY.plusDays(1);
    assertThat(check(CaseAct.VISIT, "甲", tomorrow, "去了")).contains(CaseProblem.DAY_LATER);
    assertThat(check(CaseAct.WRITTEN_REPORT, "甲", tomorrow)).contains(CaseProblem.DAY_LATER);
  }

  @Test
  void aNewLastDayLiesAhead() {
    work.moves("A", null, NEW).night();
    assertThat(check(CaseAct.EXTEND, "甲", null)).contains(CaseProblem.DAY_MISSING);
    assertThat(check(CaseAct.EXTEND, "甲", TODAY.minusDays(1))).contains(CaseProblem.DAY_PAST);
    assertThat(check(CaseAct.EXTEND, "甲", TODAY)).isEmpty();
    work.answers("A", "F3", "甲");
    assertThat(check(CaseAct.EXTEND, "甲", TODAY)).contains(CaseProblem.NOT_OPEN);
  }

  @Test
  void onlyWhatIsAnsweredIsVerifiedOrSentBack() {
    work.moves("A", null, NEW).night();
    assertThat(check(CaseAct.VERIFY, "乙", null)).contains(CaseProblem.STILL_OPEN);
    assertThat(check(CaseAct.FILE, "乙", null)).contains(CaseProblem.STILL_OPEN);
    assertThat(check(CaseAct.SEND_BACK, "乙", null, "不实")).contains(CaseProblem.NOTHING_ANSWERED);
    work.answers("A", "F3", "甲");
    assertThat(check(CaseAct.VERIFY, "甲 ", null)).contains(CaseProblem.SAME_PERSON);
    assertThat(check(CaseAct.VERIFY, "乙", null)).isEmpty();
    assertThat(check(CaseAct.FILE, "乙", null)).contains(CaseProblem.NOT_VERIFIED);
    assertThat(check(CaseAct.SEND_BACK, "乙", null)).contains(CaseProblem.WORDS_MISSING);
    assertThat(check(CaseAct.SEND_BACK, "乙", null, "不实")).isEmpty();
  }

  @Test
  void whatIsDoneIsNotDoneTwice() {
    work.moves("A", null, NEW).night();
    work.answers("A", "F3", "甲");
    work.acts(CaseAct.VERIFY, "乙", "");
    assertThat(check(CaseAct.VERIFY, "丙", null)).contains(CaseProblem.ALREADY_VERIFIED);
    assertThat(check(CaseAct.FILE, "丙", null)).isEmpty();
    work.moves("A", NEW, EXPLAINED).night();
    assertThat(check(CaseAct.VERIFY, "丙", null)).contains(CaseProblem.ALREADY_FILED);
    assertThat(check(CaseAct.FILE, "丙", null)).contains(CaseProblem.ALREADY_FILED);
  }

  @ParameterizedTest
  @EnumSource(CaseProblem.class)
  void everyReasonIsToldInBothLanguages(CaseProblem problem) {
    assertThat(Messages.ZH.text(problem.key(), "C1", 2, "甲")).startsWith("没有记录：");
    assertThat(Messages.EN.text(problem.key(), "C1", 2, "甲")).startsWith("Nothing was recorded: ");
  }
}

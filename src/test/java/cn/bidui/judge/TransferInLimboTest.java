package cn.bidui.judge;

import static cn.bidui.judge.CountyFixture.county;
import static cn.bidui.judge.CountyFixture.id;
import static cn.bidui.source.Field.ATTENDING;
import static cn.bidui.source.Field.CHANGED_ON;
import static cn.bidui.source.Field.CHANGE_STATUS;
import static cn.bidui.source.Field.CHANGE_TYPE;
import static cn.bidui.source.Field.CITIZEN_ID;
import static cn.bidui.source.Field.FROM_SCHOOL;
import static cn.bidui.source.Field.ROLL_STATUS;
import static cn.bidui.source.Field.SCHOOL_NAME;
import static cn.bidui.source.Field.TO_PLACE;
import static cn.bidui.source.Field.TO_SCHOOL;
import static cn.bidui.source.ListKind.POPULATION;
import static cn.bidui.source.ListKind.ROLL_CHANGES;
import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.judge.finding.Finding;
import cn.bidui.judge.finding.Outcome;
import cn.bidui.plan.Limit;
import cn.bidui.plan.RulePlan;
import cn.bidui.source.ListKind;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransferInLimboTest {

  private static final String RULE = "transfer-in-limbo";

  /** Under way since Monday, 1 December 2025; due on Monday, 29 December. */
  private static CountyFixture underWay(Object... values) {
    Object[] all = new Object[values.length + 8];
    all[0] = CHANGE_TYPE;
    all[1] = "TRANSFER_OUT";
    all[2] = CHANGED_ON;
    all[3] = "2025-12-01";
    all[4] = CHANGE_STATUS;
    all[5] = "PENDING";
    all[6] = SCHOOL_NAME;
    all[7] = "东镇小学";
    System.arraycopy(values, 0, all, 8, values.length);
    return county().roll(CITIZEN_ID, id("20160303", 4)).list(ROLL_CHANGES, all);
  }

  @Test
  void aTransferPastItsTimeLeavesAChildOnNoRoll() {
    Finding finding = underWay(TO_SCHOOL, "外县实验小学").finding(RULE);

    assertThat(finding.outcome()).isEqualTo(Outcome.TO_CHECK);
    assertThat(finding.school()).isEqualTo("东镇小学");
    assertThat(InWords.zh(finding))
        .isEqualTo(
            "2025-12-01 登记从“东镇小学”转到“外县实验小学”，尚未办结；双方各 10 个工作日，应于 2025-12-29 前办结，"
                + "今天的学籍名单中没有；核实实际就读学校，督促办结。");
  }

  @Test
  void aPlaceStandsInForTheNewSchool() {
    assertThat(underWay(FROM_SCHOOL, "西镇小学", TO_PLACE, "外省").finding(RULE).explanation().words())
        .containsExactly("2025-12-01", "西镇小学", "外省", "10", "2025-12-29");
  }

  @Test
  void whereNobodyWroteTheNewSchoolTheSentenceSaysSo() {
    assertThat(InWords.zh(underWay().finding(RULE)))
        .isEqualTo(
            "2025-12-01 登记从“东镇小学”转学，没有写明转入学校，尚未办结；双方各 10 个工作日，应于 2025-12-29 前办结，"
                + "今天的学籍名单中没有；核实实际就读学校，督促办结。");
  }

  @ParameterizedTest
  @CsvSource({"2025-12-29,0", "2025-12-30,1"})
  void twentyWorkingDaysAreWaitedOut(String asOf, int findings) {
    assertThat(underWay().asOf(asOf).findings(RULE)).hasSize(findings);
  }

  @Test
  void aJobMayGiveMoreTime() {
    RulePlan plan =
        new RulePlan(RULE, true, Map.of("each-side", new Limit(30, "working-days", "寒假顺延", "县发文")));

    assertThat(underWay().plan(plan).findings(RULE)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"ENROLLED", "SUSPENDED", "TRANSFERRED"})
  void whomARollStillHasIsNotInLimbo(String status) {
    assertThat(underWay().roll(ROLL_STATUS, status).findings(RULE)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"DONE", "REFUSED"})
  void aTransferThatIsSettledIsNotUnderWay(String status) {
    assertThat(underWay(CHANGE_STATUS, status).findings(RULE)).isEmpty();
  }

  @Test
  void aLaterChangeSettlesIt() {
    assertThat(
            underWay()
                .list(ROLL_CHANGES, CHANGE_TYPE, "ABROAD", CHANGED_ON, "2025-12-20")
                .findings(RULE))
        .isEmpty();
  }

  @Test
  void whoMovedAwayByTheVillageIsNotAskedFor() {
    assertThat(underWay().list(POPULATION, ATTENDING, "GONE").findings(RULE)).isEmpty();
  }

  @Test
  void aTransferNobodyDatedIsNotCompared() {
    assertThat(underWay(CHANGED_ON, "").tally(RULE).compared()).isZero();
  }

  @Test
  void aDoneTransferWithinTheCountyMustArriveOnARoll() {
    Finding finding =
        underWay(CHANGE_STATUS, "DONE", TO_SCHOOL, "东镇小学", FROM_SCHOOL, "西镇小学").finding(RULE);

    assertThat(InWords.zh(finding))
        .isEqualTo(
            "2025-12-01 登记从“西镇小学”转到本县“东镇小学”，双方各 10 个工作日，应于 2025-12-29 前进入学籍名单，今天没有；"
                + "核实是否到校，补建学籍。");
  }

  @Test
  void somebodyOnTheRollMayBeThePupil() {
    Finding finding =
        underWay().undecided(ListKind.ROLL_CHANGES, 0, ListKind.ROLL, 0).finding(RULE);

    assertThat(InWords.zh(finding))
        .isEqualTo("2025-12-01 登记从“东镇小学”转学，应于 2025-12-29 前办结，学籍名单中有一名学生可能是本人，身份尚待认定；认定身份后再核实。");
  }

  @Test
  void aChildWhoseTransferIsUnderWayIsNeitherMissingNorElsewhere() {
    assertThat(underWay().asOf("2025-12-10").household().judge().findings())
        .filteredOn(finding -> finding.name().equals("测试甲"))
        .isEmpty();
  }
}

package cn.bidui.report;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.judge.finding.Outcome;
import cn.bidui.judge.finding.Severity;
import cn.bidui.ledger.FileEntry;
import cn.bidui.ledger.FindingState;
import cn.bidui.link.Decision;
import cn.bidui.source.ListKind;
import cn.bidui.source.Messages;
import cn.bidui.source.RowCounts;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AccountsTest {

  @Test
  void theSmallCountyBalances() {
    Accounts accounts = Accounts.of(SmallCounty.night());
    assertThat(accounts.balanced()).isTrue();
    assertThat(accounts.faults(Messages.ZH)).isEmpty();
  }

  @Test
  void aFindingThatGoesWithoutAReasonIsAFault() {
    NightReport night =
        new SmallCounty()
            .openBefore(
                Map.of("name-differs", 1, "duplicate-roll", 2, "overpaid", 1),
                "F-2",
                "F-4",
                "F-5",
                "F-lost")
            .build();
    assertThat(Accounts.of(night).balanced()).isFalse();
    assertThat(Accounts.of(night).faults(Messages.ZH))
        .containsExactly("问题“" + Words.ZH.rule("duplicate-roll") + "”的未结数与上次结转不符。");
  }

  @Test
  void whatWasExplainedBeforeDoesNotLeaveTheOpenOnesAgain() {
    Movement movement = Accounts.of(SmallCounty.night()).movements().get("status-conflict");
    assertThat(movement).isEqualTo(Movement.NONE);
  }

  @Test
  void whatIsExplainedTonightLeavesTheOpenOnes() {
    NightReport night =
        new SmallCounty()
            .openBefore(
                Map.of("name-differs", 1, "duplicate-roll", 1, "overpaid", 1, "status-conflict", 1),
                "F-2",
                "F-4",
                "F-5",
                "F-6")
            .build();
    assertThat(Accounts.of(night).movements().get("status-conflict"))
        .isEqualTo(new Movement(1, 0, 0, 0, 1, 0));
    assertThat(Accounts.of(night).balanced()).isTrue();
  }

  @Test
  void rulesThatOnlyOldFindingsNameComeLast() {
    NightReport night =
        new SmallCounty()
            .with(
                SmallCounty.kept(
                    SmallCounty.finding(
                        "F-9",
                        "absent",
                        Severity.HIGH,
                        Outcome.TO_CHECK,
                        "丁丁",
                        "",
                        "",
                        "",
                        List.of(),
                        ""),
                    FindingState.NEW,
                    "待核"))
            .build();
    assertThat(List.copyOf(Accounts.of(night).movements().keySet())).endsWith("absent");
  }

  @Test
  void rejectedRowsThatAreNotListedAreAFault() {
    FileEntry aid = SmallCounty.entry(SmallCounty.AID, ListKind.AID, new RowCounts(2, 2, 0, 0, 0));
    NightReport night =
        new SmallCounty()
            .files(
                SmallCounty.entry(SmallCounty.ROLL, ListKind.ROLL, new RowCounts(3, 0, 0, 0, 0)),
                aid,
                SmallCounty.entry(
                    SmallCounty.HOMES, ListKind.HOUSEHOLDS, new RowCounts(1, 0, 0, 0, 0)))
            .build();
    assertThat(Accounts.of(night).faults(Messages.ZH)).containsExactly("文件“资助.csv”各类行数相加不等于总行数。");
  }

  @Test
  void rowsThatWereAcceptedButNotComparedAreAFault() {
    NightReport night =
        new SmallCounty()
            .files(
                SmallCounty.entry(SmallCounty.ROLL, ListKind.ROLL, new RowCounts(4, 0, 0, 0, 0)),
                SmallCounty.entry(SmallCounty.AID, ListKind.AID, new RowCounts(2, 1, 0, 0, 0)),
                SmallCounty.entry(
                    SmallCounty.HOMES, ListKind.HOUSEHOLDS, new RowCounts(1, 0, 0, 0, 0)))
            .build();
    Accounts accounts = Accounts.of(night);
    assertThat(accounts.faults(Messages.EN))
        .containsExactly("The accepted rows of list “school roll” do not equal the rows compared.");
    assertThat(new IndexPage(night, accounts, new ListPages(night, new Places(night))).html())
        .contains("账目不平，本次结果不能发布。", "名单“学籍名单”收下的行数与参与核对的行数不符。");
  }

  @Test
  void rowsMayBeReplacedByAUnitsOwnList() {
    ListFlow flow = new ListFlow(ListKind.ROLL, 2, 10, 8, 8, 0, 0);
    assertThat(flow.replaced()).isEqualTo(2);
    assertThat(flow.balanced()).isTrue();
    assertThat(new ListFlow(ListKind.ROLL, 1, 10, 8, 8, 0, 0).balanced()).isFalse();
    assertThat(new ListFlow(ListKind.ROLL, 1, 8, 8, 7, 0, 0).balanced()).isFalse();
    assertThat(Decision.values()).hasSize(3);
  }
}

package cn.bidui.report;

import static cn.bidui.report.SmallCounty.AID;
import static cn.bidui.report.SmallCounty.GREEN;
import static cn.bidui.report.SmallCounty.HOMES;
import static cn.bidui.report.SmallCounty.ID_OF_AN;
import static cn.bidui.report.SmallCounty.ROLL;
import static cn.bidui.report.SmallCounty.TONIGHT;
import static cn.bidui.report.SmallCounty.WHITE;
import static cn.bidui.report.SmallCounty.finding;
import static cn.bidui.report.SmallCounty.kept;

import cn.bidui.judge.finding.Explanation;
import cn.bidui.judge.finding.Finding;
import cn.bidui.judge.finding.Outcome;
import cn.bidui.judge.finding.Severity;
import cn.bidui.ledger.FindingState;
import cn.bidui.ledger.LedgerFinding;
import cn.bidui.source.RowRef;
import cn.bidui.source.SourceFile;
import java.util.List;

/** One finding of {@link SmallCounty} in every state. */
final class FoundInCounty {

  private FoundInCounty() {}

  static LedgerFinding unfunded() {
    Finding finding =
        new Finding(
            "F-1",
            "C-1",
            "unfunded-eligible",
            Severity.HIGH,
            Outcome.UNFUNDED_CONFIRMED,
            "x",
            "person",
            "P00000002",
            "白博",
            "990101********0026",
            "白水镇",
            WHITE,
            "小学",
            "三年级",
            "脱贫户、低保",
            "寄宿生生活补助",
            "2026春",
            "625.00",
            "0.00",
            List.of(new RowRef(ROLL, "初一", 5)),
            new Explanation("rule.test-only", List.of("在册未见发放")));
    return new LedgerFinding(
        finding, FindingState.NEW, Outcome.UNFUNDED_CONFIRMED.label(), TONIGHT, TONIGHT);
  }

  static LedgerFinding nameDiffers() {
    Finding finding =
        finding(
            "F-2",
            "name-differs",
            Severity.LOW,
            Outcome.SOURCE_TO_CORRECT,
            "安安",
            GREEN,
            "青石镇",
            "安鞍",
            List.of(new RowRef(AID, "", 2), new RowRef(ROLL, "初一", 4)),
            "学籍“安安”，资助“安鞍”");
    return kept(finding, FindingState.PERSISTING, "数据待更正");
  }

  static LedgerFinding neverEnrolled() {
    Finding finding =
        finding(
            "F-3",
            "never-enrolled",
            Severity.HIGH,
            Outcome.NEVER_ENROLLED,
            "乔乔",
            "",
            "青石镇",
            "因病",
            List.of(new RowRef(HOMES, "Sheet1", 4)),
            "适龄，学籍名单中没有");
    return kept(finding, FindingState.REOPENED, "疑似失学");
  }

  static LedgerFinding duplicateRoll() {
    Finding finding =
        finding(
            "F-4",
            "duplicate-roll",
            Severity.HIGH,
            Outcome.SOURCE_TO_CORRECT,
            "安安",
            GREEN,
            "青石镇",
            GREEN + "、" + WHITE,
            List.of(new RowRef(ROLL, "初一", 4), new RowRef(ROLL, "初一", 6)),
            "在" + GREEN + "和" + WHITE + "都有学籍，证件号" + ID_OF_AN);
    return kept(finding, FindingState.PERSISTING, "数据待更正");
  }

  static LedgerFinding overpaid() {
    Finding finding =
        finding(
            "F-5",
            "overpaid",
            Severity.HIGH,
            Outcome.AMOUNT_DIFFERS,
            "=白博",
            WHITE,
            "白水镇",
            "625.00",
            List.of(new RowRef(AID, "", 4)),
            "-超出标准");
    return kept(finding, FindingState.RESOLVED, "金额不符");
  }

  static LedgerFinding statusConflict() {
    Finding finding =
        finding(
            "F-6",
            "status-conflict",
            Severity.MEDIUM,
            Outcome.TO_CHECK,
            "乔乔",
            "",
            "青石镇",
            "未上学",
            List.of(new RowRef(HOMES, "Sheet1", 4), new RowRef(gone(), "老表", 9)),
            "状况不一致");
    return kept(finding, FindingState.EXPLAINED, "因病休学");
  }

  private static SourceFile gone() {
    return new SourceFile("e".repeat(64), "去年.xlsx", "");
  }
}

package cn.bidui.report.period;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.judge.finding.Explanation;
import cn.bidui.judge.finding.Finding;
import cn.bidui.judge.finding.Outcome;
import cn.bidui.judge.finding.Severity;
import cn.bidui.judge.night.RuleTally;
import cn.bidui.ledger.FindingState;
import cn.bidui.ledger.LedgerFinding;
import cn.bidui.ledger.NightTotals;
import cn.bidui.ledger.RollForward;
import cn.bidui.source.ListKind;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TermStartReportTest {

  private static final LocalDate TONIGHT = LocalDate.of(2026, 9, 5);

  private static LedgerFinding finding(
      String id, String rule, String school, FindingState state, String firstSeen) {
    Finding finding =
        new Finding(
            id,
            "case-" + id,
            rule,
            Severity.HIGH,
            Outcome.NEVER_ENROLLED,
            "",
            "person",
            "P1",
            "测小满",
            "990101********1234",
            "测试镇",
            school,
            "小学",
            "",
            "",
            "",
            "",
            "",
            "",
            List.of(),
            new Explanation("rule.absent.sentence", List.of()));
    LocalDate first = LocalDate.parse(firstSeen);
    return new LedgerFinding(finding, state, "", first, TONIGHT);
  }

  private static PeriodDocument report(LocalDate asOf) {
    TreeMap<NightTotals.Place, NightTotals.Flow> flows = new TreeMap<>();
    flows.put(
        new NightTotals.Place("测试小学", "测试镇", "小学", "absent"),
        new NightTotals.Flow(new RollForward.Line(0, 2, 0, 0, 0, 2), 0));
    flows.put(
        new NightTotals.Place("", "测试镇", "小学", "leave-expired"),
        new NightTotals.Flow(new RollForward.Line(3, 0, 0, 1, 1, 1), 0));
    flows.put(
        new NightTotals.Place("测试小学", "测试镇", "小学", "id-invalid"),
        new NightTotals.Flow(new RollForward.Line(0, 9, 0, 0, 0, 9), 0));
    return TermStartReport.of(
        asOf,
        List.of(
            finding("1", "absent", "测试小学", FindingState.NEW, "2026-09-04"),
            finding("2", "absent", "测试小学", FindingState.PERSISTING, "2026-05-04"),
            finding("3", "leave-expired", "", FindingState.REOPENED, "2026-09-01"),
            finding("4", "leave-expired", "", FindingState.EXPLAINED, "2026-09-01"),
            finding("5", "unfunded-eligible", "测试小学", FindingState.RESOLVED, "2026-09-01"),
            finding("6", "id-invalid", "测试小学", FindingState.NEW, "2026-09-04")),
        new NightTotals(asOf, flows),
        List.of(
            new RuleTally("no-progression", Severity.HIGH, false, 0, 0, List.of(ListKind.ROLL)),
            new RuleTally("id-shared", Severity.HIGH, false, 0, 0, List.of(ListKind.ROLL))),
        List.of("核对日期"));
  }

  private static List<String> rows(PeriodTable table) {
    return table.rows().stream()
        .map(
            row ->
                row.cells().stream()
                    .map(cell -> cell.value().toString())
                    .collect(Collectors.joining(" ")))
        .toList();
  }

  @Test
  void whatIsOpenIsToldBySubjectAndByPlaceWithYesterdaysChange() {
    PeriodDocument report = report(TONIGHT);

    assertThat(rows(report.front().get(0)))
        .extracting(row -> row.split(" ", -1)[0] + " " + row.split(" ", -1)[1])
        .containsExactly("未报到、疑似失学 2", "转学在途 0", "休学期满未复学 1", "小升初断档 0", "资助未落实 0");
    // 未报到 转学 休学 小升初 资助 现有 新发现 遗留 已解决 较昨日
    assertThat(rows(report.further().get(0)))
        .containsExactly(
            "全县 2 0 1 0 0 3 2 1 2 0", "测试镇 2 0 1 0 0 3 2 1 2 0", "　测试小学 2 0 0 0 0 2 1 1 1 +2");
    assertThat(report.paragraphs().get(0)).contains("共 3 件", "新发现 2 件", "遗留 1 件", "已解决 2 件");
  }

  @Test
  void theDriveBeginsTwoWeeksBeforeTheTermAndBlindRulesAreNamed() {
    assertThat(report(TONIGHT).facts().get(0))
        .isEqualTo("2026秋学期按 2026-09-01 开学计，行动自 2026-08-18 起；核对日期 2026-09-05。");
    assertThat(report(TONIGHT).alarms()).containsExactly("以下规则这一夜没有比对，对应的 0 不表示没有问题：小升初断档。");
    assertThat(report(LocalDate.of(2026, 8, 10)).alarms()).hasSize(2);
    assertThat(report(LocalDate.of(2026, 3, 2)).title()).startsWith("2026春");
  }

  @Test
  void noPupilStandsInIt() {
    assertThat(report(TONIGHT).toString()).doesNotContain("测小满", "990101");
  }
}

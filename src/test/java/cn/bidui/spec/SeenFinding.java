package cn.bidui.spec;

import cn.bidui.judge.finding.Finding;
import cn.bidui.source.Messages;
import cn.bidui.source.RowRef;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A finding in the words of a case. */
final class SeenFinding {

  private static final List<String> NEEDED = List.of("疑点", "学生", "结果", "说明");
  private static final List<String> KEYS =
      List.of("疑点", "学生", "结果", "学校", "年级", "乡镇", "类别", "项目", "学期", "应发", "现有", "依据", "说明");

  /** Where a case leaves the name of the policy document to the policies. */
  private static final Pattern SOURCE = Pattern.compile("(?<=[（；])依据：.*）(?=[；，])");

  private static final String ANY_SOURCE = "依据：…）";

  private SeenFinding() {}

  /** Whether {@code finding} is as a case says. */
  static boolean matches(Finding finding, Map<String, String> expected) {
    Map<String, String> seen = all(finding);
    if (expected.getOrDefault("说明", "").contains(ANY_SOURCE)) {
      seen.computeIfPresent("说明", (key, text) -> SOURCE.matcher(text).replaceFirst(ANY_SOURCE));
    }
    return seen.entrySet().containsAll(expected.entrySet());
  }

  /** What a case says of a finding; what it does not say is not compared. */
  static Map<String, String> expected(CaseNode at) {
    Map<String, CaseNode> written = at.map(KEYS);
    NEEDED.forEach(key -> at.need(written, key));
    CaseNode outcome = at.need(written, "结果");
    if (!Expectations.outcomes().contains(outcome.text())) {
      throw outcome.mistake("没有结果分类“" + outcome.text() + "”");
    }
    Map<String, String> values = new LinkedHashMap<>();
    written.forEach((key, value) -> values.put(key, value.text()));
    values.put("疑点", RuleNames.title(RuleNames.code(at.need(written, "疑点"))));
    return values;
  }

  static Map<String, String> all(Finding finding) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("疑点", RuleNames.title(finding.rule()));
    values.put("学生", finding.name());
    values.put("结果", finding.outcome().label());
    values.put("学校", finding.school());
    values.put("年级", finding.grade());
    values.put("乡镇", finding.township());
    values.put("类别", finding.category());
    values.put("项目", finding.program());
    values.put("学期", finding.term());
    values.put("应发", finding.due());
    values.put("现有", finding.found());
    values.put("依据", places(finding.evidence()));
    values.put("说明", sentence(finding));
    return values;
  }

  /** As YAML, so that it can be copied into a case. */
  static String line(Map<String, String> values) {
    return values.entrySet().stream()
        .filter(entry -> !entry.getValue().isEmpty())
        .map(entry -> entry.getKey() + ": " + entry.getValue())
        .collect(Collectors.joining("\n    ", "\n  - ", ""));
  }

  /** {@code 学籍 2；防返贫 2}. */
  private static String places(List<RowRef> rows) {
    return rows.stream()
        .map(row -> row.file().name() + " " + row.row())
        .collect(Collectors.joining("；"));
  }

  private static String sentence(Finding finding) {
    return Messages.ZH.text(finding.explanation().key(), finding.explanation().words().toArray());
  }
}

package cn.bidui.spec;

import cn.bidui.judge.Judgement;
import cn.bidui.judge.Rules;
import cn.bidui.judge.finding.Finding;
import cn.bidui.judge.finding.Outcome;
import cn.bidui.judge.night.RuleCard;
import cn.bidui.judge.night.RuleTally;
import cn.bidui.source.ListKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a case expects: findings, rules that find nothing, numbers compared, rules without lists.
 */
final class Expectations {

  private static final List<String> WAYS = List.of("应有", "不应有", "核对", "未核对");

  private final Set<String> watched = new TreeSet<>();
  private final List<Map<String, String>> due = new ArrayList<>();
  private final List<String> none = new ArrayList<>();
  private final Map<String, Integer> compared = new LinkedHashMap<>();
  private final Map<String, Set<ListKind>> needs = new LinkedHashMap<>();

  /**
   * @param onlyInFile the rules that the cases of the file look at, unless a case says otherwise
   */
  Expectations(CaseNode at, Map<String, CaseNode> parts, List<String> onlyInFile) {
    if (WAYS.stream().noneMatch(parts::containsKey)) {
      throw at.mistake("案例没有写期望：" + String.join("、", WAYS) + "至少写一项");
    }
    watch(at, parts, onlyInFile);
    if (parts.containsKey("应有")) {
      at.need(parts, "应有").list().forEach(finding -> due.add(SeenFinding.expected(finding)));
    }
    if (parts.containsKey("不应有")) {
      at.need(parts, "不应有").list().forEach(rule -> none.addAll(RuleNames.codes(rule)));
    }
    if (parts.containsKey("核对")) {
      at.need(parts, "核对").map().forEach(this::compared);
    }
    if (parts.containsKey("未核对")) {
      at.need(parts, "未核对").map().forEach(this::needs);
    }
  }

  private void watch(CaseNode at, Map<String, CaseNode> parts, List<String> onlyInFile) {
    if (parts.containsKey("只看")) {
      at.need(parts, "只看").list().forEach(name -> watched.addAll(RuleNames.codes(name)));
    } else if (onlyInFile.isEmpty()) {
      watched.addAll(Rules.all().stream().map(RuleCard::code).toList());
    } else {
      watched.addAll(onlyInFile);
    }
  }

  private void compared(String title, CaseNode number) {
    compared.put(RuleNames.code(title, number), Integer.valueOf(number.text()));
  }

  private void needs(String title, CaseNode lists) {
    Set<ListKind> kinds = new TreeSet<>();
    lists.list().forEach(list -> kinds.add(CaseList.of(list.text(), list).kind()));
    needs.put(RuleNames.code(title, lists), kinds);
  }

  void check(Judgement judgement) {
    List<String> differences = new ArrayList<>();
    List<Finding> left = new ArrayList<>(judgement.findings());
    left.removeIf(finding -> !watched.contains(finding.rule()) && !none.contains(finding.rule()));
    for (Map<String, String> one : due) {
      if (!takeOne(left, one)) {
        differences.add("没有出现：" + SeenFinding.line(one));
      }
    }
    left.forEach(more -> differences.add("没有列出：" + SeenFinding.line(SeenFinding.all(more))));
    judgement.tallies().forEach(tally -> tally(tally, differences));
    if (!differences.isEmpty()) {
      throw new AssertionError(String.join("\n", differences));
    }
  }

  private static boolean takeOne(List<Finding> left, Map<String, String> one) {
    for (Finding finding : left) {
      if (SeenFinding.matches(finding, one)) {
        return left.remove(finding);
      }
    }
    return false;
  }

  private void tally(RuleTally tally, List<String> differences) {
    Integer number = compared.get(tally.rule());
    String title = RuleNames.title(tally.rule());
    if (number != null && (!tally.evaluated() || tally.compared() != number)) {
      differences.add(title + "核对了 " + tally.compared() + "，应为 " + number);
    }
    Set<ListKind> missing = needs.get(tally.rule());
    if (missing != null && !new TreeSet<>(tally.needs()).equals(missing)) {
      differences.add(title + "缺少的名单是 " + tally.needs());
    }
    if (missing == null && !tally.evaluated() && none.contains(tally.rule())) {
      differences.add(title + "没有核对，不能算“不应有”；缺少 " + tally.needs());
    }
  }

  /** The words of the result classes. */
  static List<String> outcomes() {
    return Arrays.stream(Outcome.values()).map(Outcome::label).collect(Collectors.toList());
  }
}

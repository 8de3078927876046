package cn.bidui.judge;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.judge.aid.AidRules;
import cn.bidui.judge.finding.Outcome;
import cn.bidui.judge.finding.Severity;
import cn.bidui.judge.identity.IdentityRules;
import cn.bidui.judge.night.Lists;
import cn.bidui.judge.night.Rule;
import cn.bidui.judge.night.RuleCard;
import cn.bidui.judge.schooling.SchoolingRules;
import cn.bidui.judge.zero.ZeroErrorRules;
import cn.bidui.plan.Limit;
import cn.bidui.source.ListKind;
import cn.bidui.source.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The page that tells people what is asked: made from the rules themselves and their texts. */
class RulePageTest {

  private static final Path PAGE = Path.of("docs", "rules.md");

  private record Section(String title, List<RuleCard> rules) {
    static Section of(String title, List<Rule> rules) {
      return new Section(title, rules.stream().map(Rule::card).toList());
    }
  }

  private static final List<Section> SECTIONS =
      List.of(
          Section.of("资助", AidRules.inOrder()),
          Section.of("控辍保学", SchoolingRules.inOrder()),
          Section.of("身份与数据一致", IdentityRules.inOrder()),
          Section.of("三个零误差、三个百分之百", ZeroErrorRules.inOrder()));

  /** Run with {@code -Dbidui.write-docs=true} to write the page anew. */
  @Test
  void thePageOfRulesIsWhatTheRulesSay() throws IOException {
    String page = page();
    if (Boolean.getBoolean("bidui.write-docs")) {
      Files.createDirectories(PAGE.getParent());
      Files.writeString(PAGE, page);
    }

    assertThat(Files.readString(PAGE)).isEqualTo(page);
  }

  @Test
  void theSectionsHoldEveryRuleOnceInTheOrderOfReports() {
    assertThat(SECTIONS.stream().flatMap(section -> section.rules().stream()).map(RuleCard::code))
        .containsExactlyElementsOf(Rules.all().stream().map(RuleCard::code).toList());
  }

  @ParameterizedTest
  @EnumSource(Outcome.class)
  void everyResultClassSaysWhatItMeansInBothLanguages(Outcome outcome) {
    assertThat(Messages.ZH.text(key(outcome))).endsWith("。").doesNotContain("请");
    assertThat(Messages.EN.text(key(outcome))).endsWith(".");
  }

  private static String page() {
    String head =
        """
        # 核对规则

        每条规则提一个问题，由人核实；结果是“疑点”，不是结论。缺少所需名单时，规则显示“未核对”，不显示 0。
        本页由规则本身生成，不手工修改。每条规则的例子见 `src/test/resources/spec/judge/`。

        """;
    String sections =
        SECTIONS.stream()
            .filter(section -> !section.rules().isEmpty())
            .map(RulePageTest::section)
            .collect(Collectors.joining("\n"));
    return head + overview() + "\n" + outcomes() + "\n" + sections;
  }

  private static String overview() {
    StringBuilder table = new StringBuilder("## 一览\n\n");
    table.append("| 规则 | 代码 | 级别 | 所需名单 |\n|---|---|---|---|\n");
    SECTIONS.stream()
        .flatMap(section -> section.rules().stream())
        .map(
            rule ->
                "| %s | `%s` | %s | %s |\n"
                    .formatted(text(rule, "title"), rule.code(), severity(rule), needs(rule)))
        .forEach(table::append);
    return table.toString();
  }

  private static String outcomes() {
    String rows =
        Arrays.stream(Outcome.values())
            .map(one -> "| %s | %s |\n".formatted(one.label(), Messages.ZH.text(key(one))))
            .collect(Collectors.joining());
    return "## 结果分类\n\n每个疑点有一个结果分类，是程序按名单得出的，在有人反馈以前。\n\n| 分类 | 含义 |\n|---|---|\n" + rows;
  }

  /** {@code outcome.unfunded-confirmed}. */
  private static String key(Outcome outcome) {
    return "outcome." + outcome.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String section(Section section) {
    return "## "
        + section.title()
        + "\n\n"
        + section.rules().stream().map(RulePageTest::rule).collect(Collectors.joining("\n"));
  }

  private static String rule(RuleCard rule) {
    StringBuilder lines = new StringBuilder();
    lines.append("### %s `%s`\n\n".formatted(text(rule, "title"), rule.code()));
    lines.append("- 级别：%s\n".formatted(severity(rule)));
    lines.append("- 所需名单：%s\n".formatted(needs(rule)));
    lines.append("- 核对：%s\n".formatted(text(rule, "asks")));
    lines.append("- 依据：%s\n".formatted(text(rule, "source")));
    lines.append("- 销号：%s\n".formatted(text(rule, "closes")));
    new TreeMap<>(rule.limits()).forEach((name, limit) -> lines.append(line(name, limit)));
    return lines.toString();
  }

  private static String line(String name, Limit limit) {
    return "- 参数 `%s`：%d %s。%s依据：%s。\n"
        .formatted(name, limit.value(), unit(limit), limit.why(), limit.source());
  }

  private static String unit(Limit limit) {
    return switch (limit.unit()) {
      case "days" -> "天";
      case "grades" -> "个年级";
      case "years" -> "岁";
      case "persons" -> "人";
      case "working-days" -> "个工作日";
      case "pupils" -> "人";
      case "level" -> "（等级）";
      case "flag" -> "（1 是，0 否）";
      case "percent" -> "%";
      default -> limit.unit();
    };
  }

  private static String text(RuleCard rule, String text) {
    return Messages.ZH.text(rule.key(text));
  }

  private static String severity(RuleCard rule) {
    return rule.severity() == Severity.HIGH ? "高" : rule.severity() == Severity.MEDIUM ? "中" : "低";
  }

  /** {@code 学籍 roll、资助 aid}: the word that sentences use, and the code that run.json has. */
  private static String needs(RuleCard rule) {
    if (rule.needs().isEmpty() && rule.oneOf().isEmpty()) {
      return "任意 " + rule.lists() + " 份";
    }
    return Stream.concat(
            rule.needs().stream().map(RulePageTest::list),
            rule.oneOf().stream()
                .map(
                    any -> any.stream().map(RulePageTest::list).collect(Collectors.joining(" 或 "))))
        .collect(Collectors.joining("、"));
  }

  private static String list(ListKind list) {
    return Lists.name(list) + " `" + list.code() + "`";
  }
}

package cn.bidui.spec;

import cn.bidui.judge.Rules;
import cn.bidui.judge.aid.AidRules;
import cn.bidui.judge.identity.IdentityRules;
import cn.bidui.judge.night.Rule;
import cn.bidui.judge.night.RuleCard;
import cn.bidui.judge.schooling.SchoolingRules;
import cn.bidui.judge.zero.ZeroErrorRules;
import cn.bidui.source.Messages;
import java.util.List;
import java.util.stream.Collectors;

/** Rules by the titles that people know, or by their codes. */
final class RuleNames {

  private RuleNames() {}

  static String code(CaseNode at) {
    return code(at.text(), at);
  }

  static String code(String name, CaseNode at) {
    return Rules.all().stream()
        .filter(card -> card.code().equals(name) || title(card.code()).equals(name))
        .map(RuleCard::code)
        .findFirst()
        .orElseThrow(() -> at.mistake("没有规则“" + name + "”；可以写：" + titles()));
  }

  static String title(String code) {
    return Messages.ZH.text("rule." + code + ".title");
  }

  /** The rules of one matter, or the one of that name. */
  static List<String> codes(CaseNode at) {
    return switch (at.text()) {
      case "资助" -> codes(AidRules.inOrder());
      case "控辍保学" -> codes(SchoolingRules.inOrder());
      case "身份" -> codes(IdentityRules.inOrder());
      case "零误差" -> codes(ZeroErrorRules.inOrder());
      default -> List.of(code(at));
    };
  }

  /** The names of the numbers that the rule has. */
  static List<String> numbers(String code) {
    return Rules.all().stream()
        .filter(card -> card.code().equals(code))
        .flatMap(card -> card.limits().keySet().stream())
        .sorted()
        .toList();
  }

  private static List<String> codes(List<Rule> rules) {
    return rules.stream().map(rule -> rule.card().code()).toList();
  }

  private static String titles() {
    return Rules.all().stream().map(card -> title(card.code())).collect(Collectors.joining("、"));
  }
}

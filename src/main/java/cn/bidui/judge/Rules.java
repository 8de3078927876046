package cn.bidui.judge;

import cn.bidui.judge.aid.AidRules;
import cn.bidui.judge.identity.IdentityRules;
import cn.bidui.judge.night.Rule;
import cn.bidui.judge.night.RuleCard;
import cn.bidui.judge.schooling.SchoolingRules;
import cn.bidui.judge.zero.ZeroErrorRules;
import java.util.List;
import java.util.stream.Stream;

/** The rules in the order in which reports print them. */
public final class Rules {

  private static final List<Rule> IN_ORDER =
      Stream.of(
              AidRules.inOrder(),
              SchoolingRules.inOrder(),
              IdentityRules.inOrder(),
              ZeroErrorRules.inOrder())
          .flatMap(List::stream)
          .toList();

  private Rules() {}

  /** What there is to know about each rule. */
  public static List<RuleCard> all() {
    return IN_ORDER.stream().map(Rule::card).toList();
  }

  static List<Rule> inOrder() {
    return IN_ORDER;
  }
}

package cn.bidui.batch;

import cn.bidui.judge.Rules;
import cn.bidui.judge.finding.Severity;
import cn.bidui.judge.night.RuleTally;
import cn.bidui.ledger.Archive;
import cn.bidui.ledger.cases.CaseBook;
import cn.bidui.plan.CasePlan;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What cases are told with: the job's terms, the severity of its rules, and archived words. */
final class CaseTerms {

  private CaseTerms() {}

  static CaseBook.Terms of(CasePlan plan, List<RuleTally> rules, Archive archive) {
    Map<String, String> severities = new HashMap<>();
    rules.forEach(rule -> severities.put(rule.rule(), code(rule.severity())));
    return new CaseBook.Terms(
        plan,
        rule -> severities.getOrDefault(rule, code(Severity.LOW)),
        new KeptText(archive)::ifKept);
  }

  /** With the severities that rules have by themselves. */
  static CaseBook.Terms of(CasePlan plan, Archive archive) {
    Map<String, String> severities = new HashMap<>();
    Rules.all().forEach(rule -> severities.put(rule.code(), code(rule.severity())));
    return new CaseBook.Terms(
        plan,
        rule -> severities.getOrDefault(rule, code(Severity.LOW)),
        new KeptText(archive)::ifKept);
  }

  private static String code(Severity severity) {
    return severity.name().toLowerCase(Locale.ROOT);
  }
}

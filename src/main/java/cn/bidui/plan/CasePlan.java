package cn.bidui.plan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How cases are handled (个案办理): until when an answer is due, and which rules want two persons. Part
 * of a job file, under {@code cases}.
 *
 * @param due days to answer by severity ({@code high}, {@code medium}, {@code low})
 * @param dueOf days to answer by rule; goes before {@code due}
 * @param verifyWithin days for the return visit (回访核查) after an answer
 * @param reportAfter days after which a child still out of school wants a written report (书面报告)
 * @param twoPersons rules of which a case is filed only after somebody else has looked
 */
public record CasePlan(
    Map<String, Limit> due,
    Map<String, Limit> dueOf,
    Limit verifyWithin,
    Limit reportAfter,
    Set<String> twoPersons) {

  private static final String DAYS = "days";
  private static final String OWN = "自定";
  private static final Limit HIGH = new Limit(7, DAYS, "疑似失学辍学满一周须报告；应助未助与错发按同一期限反馈。", OWN);
  private static final Limit MEDIUM = new Limit(15, DAYS, "数据差错由学校核对原始材料后改正，两周可完成。", OWN);
  private static final Limit LOW = new Limit(30, DAYS, "提示性疑点随月报核实即可。", OWN);

  /** What holds where a job says nothing. */
  public static final CasePlan USUAL =
      new CasePlan(
          Map.of("high", HIGH, "medium", MEDIUM, "low", LOW),
          Map.of(),
          new Limit(15, DAYS, "反馈后两周内由另一人回访核查。", OWN),
          new Limit(14, DAYS, "劝返两周仍未返校，学校向教育局书面报告。", "未成年人保护法第二十八条"),
          Set.of(
              "never-enrolled",
              "vanished-from-roll",
              "leave-expired",
              "no-progression",
              "absent",
              "disabled-unplaced"));

  public CasePlan {
    due = Map.copyOf(due);
    dueOf = Map.copyOf(dueOf);
    twoPersons = Set.copyOf(twoPersons);
  }

  /** Days to answer a finding of {@code rule} with that severity. */
  public long days(String rule, String severity) {
    return dueOf.getOrDefault(rule, due.getOrDefault(severity, LOW)).value();
  }

  /** Whether a case of {@code rule} wants two persons. */
  public boolean twoPersons(String rule) {
    return twoPersons.contains(rule);
  }

  /** Reads {@code at}; what it does not say holds as usual. */
  static CasePlan read(Yaml at, Set<String> knownRules) {
    if (at.absent()) {
      return USUAL;
    }
    at.only("due", "rules", "verify-within", "report-after", "two-persons");
    Map<String, Limit> due = new HashMap<>(USUAL.due());
    Yaml bySeverity = at.at("due").only("high", "medium", "low");
    for (String severity : bySeverity.keys()) {
      due.put(severity, bySeverity.at(severity).limit("due." + severity, LOW));
    }
    Map<String, Limit> dueOf = new TreeMap<>();
    Yaml byRule = at.at("rules");
    for (String rule : byRule.keys()) {
      known(byRule.at(rule), rule, knownRules);
      dueOf.put(rule, byRule.at(rule).limit("due." + rule, LOW));
    }
    return new CasePlan(
        due,
        dueOf,
        at.at("verify-within").limit("verify-within", USUAL.verifyWithin()),
        at.at("report-after").limit("report-after", USUAL.reportAfter()),
        at.at("two-persons").absent() ? USUAL.twoPersons() : two(at, knownRules));
  }

  private static Set<String> two(Yaml at, Set<String> knownRules) {
    List<String> rules = at.at("two-persons").texts();
    rules.forEach(rule -> known(at.at("two-persons"), rule, knownRules));
    return Set.copyOf(rules);
  }

  private static void known(Yaml at, String rule, Set<String> knownRules) {
    if (!knownRules.contains(rule)) {
      at.mistake("plan.unknown-rule", rule);
    }
  }
}

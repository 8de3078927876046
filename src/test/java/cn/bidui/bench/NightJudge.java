package cn.bidui.bench;

import cn.bidui.judge.Judge;
import cn.bidui.judge.Judgement;
import cn.bidui.judge.Rules;
import cn.bidui.judge.aid.AidRules;
import cn.bidui.judge.identity.IdentityRules;
import cn.bidui.judge.night.County;
import cn.bidui.judge.night.Rule;
import cn.bidui.judge.night.RuleCard;
import cn.bidui.judge.schooling.SchoolingRules;
import cn.bidui.judge.zero.ZeroErrorRules;
import cn.bidui.link.HandleHash;
import cn.bidui.link.KeysInMemory;
import cn.bidui.link.LinkLimits;
import cn.bidui.link.LinkResult;
import cn.bidui.link.Linker;
import cn.bidui.link.PersonKeys;
import cn.bidui.normalize.SchoolRegistry;
import cn.bidui.plan.AidPolicies;
import cn.bidui.plan.Mistakes;
import cn.bidui.plan.NamedText;
import cn.bidui.plan.RulePlan;
import cn.bidui.source.ListKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The judge of a night, in process: reads and links the three lists once, then judges them over and
 * over: by all rules, by each group alone, by no rule (what making the persons costs), and by the
 * one rule that DuckDB does beside it. Arguments: rounds, roll, aid, households.
 */
final class NightJudge {

  /** The aid of the autumn has long been due. */
  private static final LocalDate AS_OF = LocalDate.of(2026, 1, 15);

  private static final String ONE_RULE = "unfunded-eligible";

  private final County county;
  private final AidPolicies policies;

  private NightJudge(County county, AidPolicies policies) {
    this.county = county;
    this.policies = policies;
  }

  public static void main(String[] arguments) throws IOException {
    NightTables lists = new NightTables();
    for (int file = 1; file < arguments.length; file++) {
      lists.read(Path.of(arguments[file]));
    }
    NightJudge night = new NightJudge(county(lists), national());
    System.out.println("rows " + lists.rows());
    System.out.println("persons " + night.county.links().persons());
    System.out.println("tables-mb " + Spent.usedMegabytes());
    for (int round = 1; round <= Integer.parseInt(arguments[0]); round++) {
      String again = round == 1 ? "-first" : "";
      night.judge("all" + again, codes(Rules.all()));
      for (Map.Entry<String, List<Rule>> group : groups().entrySet()) {
        night.judge(
            group.getKey() + again, group.getValue().stream().map(NightJudge::code).toList());
      }
      night.judge("one-rule" + again, List.of(ONE_RULE));
      night.judge("no-rule" + again, List.of());
    }
  }

  private static Map<String, List<Rule>> groups() {
    Map<String, List<Rule>> groups = new LinkedHashMap<>();
    groups.put("aid", AidRules.inOrder());
    groups.put("schooling", SchoolingRules.inOrder());
    groups.put("identity", IdentityRules.inOrder());
    groups.put("zero", ZeroErrorRules.inOrder());
    return groups;
  }

  private static String code(Rule rule) {
    return rule.card().code();
  }

  private static List<String> codes(List<RuleCard> cards) {
    return cards.stream().map(RuleCard::code).toList();
  }

  private static County county(NightTables lists) {
    HandleHash hash = text -> text;
    LinkResult links = new Linker(LinkLimits.defaults()).link(lists.tables(), List.of(), hash);
    PersonKeys keys = PersonKeys.assign(links, lists.tables(), new KeysInMemory(), hash);
    SchoolRegistry schools = SchoolRegistry.of(lists.tables().get(ListKind.ROLL));
    return new County(
        AS_OF, lists.tables(), links, keys, schools, County.NO_EARLIER_ROLL, List.of());
  }

  private static AidPolicies national() throws IOException {
    Path file = Path.of("jobs", "policies", "national.yml");
    return AidPolicies.read(
        List.of(new NamedText("national.yml", Files.readString(file))), new Mistakes());
  }

  private void judge(String name, List<String> rules) {
    Judge judge = new Judge(policies, onlyThose(rules));
    Spent memory = new Spent();
    long began = System.nanoTime();
    long cpu = Spent.cpuNanos();
    Judgement judgement = judge.judge(county);
    System.out.println(name + " " + (System.nanoTime() - began) / 1_000_000);
    System.out.println(name + "-cpu " + (Spent.cpuNanos() - cpu) / 1_000_000);
    System.out.println(name + "-mb " + memory.megabytes());
    System.out.println(name + "-findings " + judgement.findings().size());
  }

  private static Map<String, RulePlan> onlyThose(List<String> rules) {
    Set<String> on = Set.copyOf(rules);
    return codes(Rules.all()).stream()
        .filter(code -> !on.contains(code))
        .collect(
            Collectors.toMap(
                code -> code,
                code -> new RulePlan(code, false, Map.of()),
                (one, other) -> one,
                TreeMap::new));
  }
}

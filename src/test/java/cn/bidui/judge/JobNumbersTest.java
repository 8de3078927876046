package cn.bidui.judge;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.judge.night.RuleCard;
import cn.bidui.plan.AidPolicies;
import cn.bidui.plan.CasePlan;
import cn.bidui.plan.JobPlan;
import cn.bidui.plan.Limit;
import cn.bidui.plan.Mistakes;
import cn.bidui.plan.RulePlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The nightly job states every number of every rule, and states what the rules themselves say. */
class JobNumbersTest {

  private static final Path JOB = Path.of("jobs", "nightly", "job.yml");

  @Test
  void theNightlyJobStatesEveryNumberOfEveryRule() throws IOException {
    Map<String, Map<String, Limit>> stated = new TreeMap<>();
    for (RulePlan rule : nightly().rules().values()) {
      stated.put(rule.rule(), rule.limits());
    }

    assertThat(stated).isEqualTo(ownNumbers());
  }

  @Test
  void theNightlyJobRunsEveryRule() throws IOException {
    assertThat(nightly().rules().values()).allMatch(RulePlan::on);
  }

  @Test
  void theNationalPolicyFileStatesTheSameNumbers() {
    Mistakes mistakes = new Mistakes();
    AidPolicies national = AidPolicies.read(List.of(CountyFixture.file("national.yml")), mistakes);
    Limit otherwise = new Limit(0, "days", "", "");

    assertThat(mistakes.none()).isTrue();
    ownNumbers()
        .get("unfunded-eligible")
        .forEach((name, own) -> assertThat(national.limit(name, otherwise)).isEqualTo(own));
  }

  @Test
  void everyNumberHasAUnitAReasonAndASource() {
    assertThat(ownNumbers().values())
        .flatExtracting(Map::values)
        .allSatisfy(
            limit -> {
              assertThat(limit.unit())
                  .isIn("days", "working-days", "years", "grades", "level", "pupils", "flag");
              assertThat(limit.why()).endsWith("。");
              assertThat(limit.source()).isNotBlank();
            });
  }

  @Test
  void theNightlyJobStatesEveryNumberOfCasesAsTheyHoldWithoutIt() throws IOException {
    CasePlan stated = nightly().cases();

    assertThat(Files.readString(JOB)).contains("\ncases:\n");
    assertThat(stated).isEqualTo(CasePlan.USUAL);
    assertThat(stated.due().values())
        .contains(CasePlan.USUAL.due().get("high"))
        .allSatisfy(limit -> assertThat(limit.unit()).isEqualTo("days"))
        .allSatisfy(limit -> assertThat(limit.why()).endsWith("。"))
        .allSatisfy(limit -> assertThat(limit.source()).isNotBlank());
  }

  private static Map<String, Map<String, Limit>> ownNumbers() {
    return Rules.all().stream()
        .filter(rule -> !rule.limits().isEmpty())
        .collect(Collectors.toMap(RuleCard::code, RuleCard::limits, (a, b) -> a, TreeMap::new));
  }

  private static JobPlan nightly() throws IOException {
    Mistakes mistakes = new Mistakes();
    JobPlan plan =
        JobPlan.read(
            "nightly",
            JOB.toString(),
            Files.readString(JOB),
            Rules.all().stream().map(RuleCard::code).collect(Collectors.toSet()),
            mistakes);
    assertThat(mistakes.none()).isTrue();
    return plan;
  }
}

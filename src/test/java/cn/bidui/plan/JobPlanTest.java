package cn.bidui.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JobPlanTest {

  private static final Set<String> RULES = Set.of("duplicate-roll", "unfunded-eligible");

  private final Mistakes mistakes = new Mistakes();

  private JobPlan read(String... lines) {
    return JobPlan.read(
        "nightly", "jobs/nightly/job.yml", String.join("\n", lines), RULES, mistakes);
  }

  @Test
  void aJobSaysWhatRunsWhenAndByWhichNumbers() {
    JobPlan plan =
        read(
            "title: 夜间核对",
            "schedule: 每天 02:00",
            "policies: [national, county]",
            "rules:",
            "  duplicate-roll: {run: false}",
            "  unfunded-eligible:",
            "    numbers:",
            "      paid-within: {value: 30, unit: days, why: 一个月内发放, source: 县办法第五条}");

    assertThat(mistakes.none()).isTrue();
    assertThat(plan.title()).isEqualTo("夜间核对");
    assertThat(plan.policies()).containsExactly("national", "county");
    assertThat(plan.rules().get("duplicate-roll").on()).isFalse();
    RulePlan unfunded = plan.rules().get("unfunded-eligible");
    assertThat(unfunded.on()).isTrue();
    assertThat(unfunded.value("paid-within", 60)).isEqualTo(30);
    assertThat(unfunded.value("identified-grace", 30)).isEqualTo(30);
    assertThat(unfunded.limits().get("paid-within").source()).isEqualTo("县办法第五条");
  }

  @Test
  void aJobSaysWhichListsItNeedsWhatItMakesAndForWhom() {
    JobPlan plan =
        read(
            "title: 月报",
            "schedule: 每月第一个工作日 03:00",
            "after: nightly",
            "lists: {needed: [], wanted: [civil]}",
            "outputs: [month, month]",
            "receivers: [mail, mail]");

    assertThat(mistakes.all()).isEmpty();
    assertThat(plan.lists().needed()).isEmpty();
    assertThat(plan.lists().wanted()).containsExactly(cn.bidui.source.ListKind.CIVIL);
    assertThat(plan.outputs()).containsExactly(JobOutput.MONTH);
    assertThat(plan.receivers()).containsExactly("mail");
    assertThat(plan.timing().after()).isEqualTo("nightly");
    assertThat(plan.timing().replaces()).isEmpty();
    assertThat(plan.nightly()).isFalse();
  }

  @Test
  void aJobAroundTheFirstDayOfSchoolReplacesTheNightlyOneUnlessItSaysOtherwise() {
    String sentence = "schedule: 开学前14天起每天 02:00，至开学后一个月";
    assertThat(read("title: 专项", sentence).timing().replaces()).containsExactly("nightly");
    assertThat(read("title: 专项", sentence, "replaces: []").timing().replaces()).isEmpty();
  }

  @Test
  void channelsThatAreSetUpHaveTheNamesThatJobsUse() {
    NotifyPlan all =
        Settings.read(
                "bidui.yml",
                """
                notify:
                  mail: {host: smtp.example.cn, from: a@example.cn, to: [b@example.cn]}
                  dingtalk: {url-file: x}
                """,
                mistakes)
            .notifying();
    assertThat(all.channels()).containsExactly("folder", "mail", "dingtalk");
    NotifyPlan none =
        Settings.read("bidui.yml", "notify: {folder: \"\", wecom: {url-file: x}}", mistakes)
            .notifying();
    assertThat(none.channels()).containsExactly("wecom");
    assertThat(mistakes.all()).isEmpty();
  }

  @Test
  void aRuleThatDoesNotExistAndANumberWithoutItsReasonAreMistakes() {
    read("title: 夜间核对", "rules:", "  unfunded-eligble: {numbers: {paid-within: {value: 30}}}");

    assertThat(mistakes.all())
        .extracting(Mistake::key)
        .contains("plan.unknown-rule", "plan.missing-key");
  }

  @Test
  void theWorkFolderKeepsItsPlaces() {
    WorkFolder folder = new WorkFolder(Path.of("home"));

    assertThat(folder.inbox()).isEqualTo(Path.of("home", "inbox"));
    assertThat(folder.feedback()).isEqualTo(Path.of("home", "feedback"));
    assertThat(folder.whatIf()).isEqualTo(Path.of("home", "what-if"));
    assertThat(folder.archive()).isEqualTo(Path.of("home", "archive"));
    assertThat(folder.journal()).isEqualTo(Path.of("home", "journal"));
    assertThat(folder.data()).isEqualTo(Path.of("home", "data"));
    assertThat(folder.logs()).isEqualTo(Path.of("home", "logs"));
    assertThat(folder.settings()).isEqualTo(Path.of("home", "bidui.yml"));
    assertThat(folder.report(LocalDate.of(2025, 11, 3)))
        .isEqualTo(Path.of("home", "reports", "2025-11-03"));
  }
}

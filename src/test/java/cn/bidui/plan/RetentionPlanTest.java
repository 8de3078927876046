package cn.bidui.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class RetentionPlanTest {

  private final Mistakes mistakes = new Mistakes();

  private RetentionPlan read(String retention) {
    return Settings.read("bidui.yml", "retention: " + retention + "\n", mistakes).retention();
  }

  @Test
  void whoeverSaysNothingGetsTheUsualPeriods() {
    assertThat(read("{}")).isEqualTo(new RetentionPlan(90, 90, 1_095, 1_095, 1_095, 365));
    assertThat(mistakes.none()).isTrue();
  }

  @Test
  void everyPeriodCanBeSet() {
    RetentionPlan days =
        read(
            "{raw-files: 30, rejected-rows: 60, findings: 400, reports: 500, audit: 600, logs: 180}");

    assertThat(days).isEqualTo(new RetentionPlan(30, 60, 400, 500, 600, 180));
    assertThat(mistakes.none()).isTrue();
  }

  @Test
  void logsAndAuditBelowTheLawAreRefused() {
    RetentionPlan days = read("{logs: 179, audit: 90}");

    assertThat(days).isEqualTo(RetentionPlan.DEFAULT);
    assertThat(mistakes.all())
        .extracting(Mistake::key)
        .containsExactly("plan.retention.log", "plan.retention.log");
    assertThat(
            cn.bidui.source.Messages.ZH.text(
                "plan.retention.log", mistakes.all().get(0).words().toArray()))
        .contains("网络安全法")
        .contains("180");
  }

  @Test
  void noPeriodIsLessThanADay() {
    assertThat(read("{raw-files: 0, reports: 99999}")).isEqualTo(RetentionPlan.DEFAULT);
    assertThat(mistakes.all())
        .extracting(Mistake::key)
        .containsExactly("plan.out-of-range", "plan.out-of-range");
  }

  @Test
  void theLastDayIsNotYetOver() {
    LocalDate day = LocalDate.of(2026, 1, 1);

    assertThat(RetentionPlan.over(day, 90, day.plusDays(90))).isFalse();
    assertThat(RetentionPlan.over(day, 90, day.plusDays(91))).isTrue();
  }
}

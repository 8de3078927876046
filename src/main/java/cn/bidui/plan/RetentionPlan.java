package cn.bidui.plan;

import java.time.LocalDate;

/**
 * How long what is kept about children is kept (保存期限), in days.
 *
 * @param rawFiles the files as they were received, from the last time they were
 * @param rejectedRows rows that could not be taken and that nobody can correct any more
 * @param findings findings, and the words of what was decided about them
 * @param reports what nights published
 * @param audit the journal
 * @param logs log files
 */
public record RetentionPlan(
    int rawFiles, int rejectedRows, int findings, int reports, int audit, int logs) {

  /** What a bureau gets that says nothing. */
  public static final RetentionPlan DEFAULT = new RetentionPlan(90, 90, 1_095, 1_095, 1_095, 365);

  /** 网络安全法: logs of the network's operation are kept for no less than six months. */
  static final int LEAST_LOG_DAYS = 180;

  private static final int MOST_DAYS = 36_500;

  static RetentionPlan read(Yaml at) {
    at.only("raw-files", "rejected-rows", "findings", "reports", "audit", "logs");
    return new RetentionPlan(
        days(at, "raw-files", DEFAULT.rawFiles),
        days(at, "rejected-rows", DEFAULT.rejectedRows),
        days(at, "findings", DEFAULT.findings),
        days(at, "reports", DEFAULT.reports),
        logDays(at, "audit", DEFAULT.audit),
        logDays(at, "logs", DEFAULT.logs));
  }

  private static int days(Yaml at, String name, int otherwise) {
    long days = at.at(name).number(otherwise);
    if (days < 1 || days > MOST_DAYS) {
      at.at(name).mistake("plan.out-of-range", name, "1", String.valueOf(MOST_DAYS));
      return otherwise;
    }
    return (int) days;
  }

  private static int logDays(Yaml at, String name, int otherwise) {
    int days = days(at, name, otherwise);
    if (days < LEAST_LOG_DAYS) {
      at.at(name).mistake("plan.retention.log", name, String.valueOf(LEAST_LOG_DAYS));
      return otherwise;
    }
    return days;
  }

  /** Whether something of {@code day} that is kept for {@code days} is over age on {@code asOf}. */
  public static boolean over(LocalDate day, int days, LocalDate asOf) {
    return day.plusDays(days).isBefore(asOf);
  }
}

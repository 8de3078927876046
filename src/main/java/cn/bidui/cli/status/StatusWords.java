package cn.bidui.cli.status;

import cn.bidui.plan.Settings;
import cn.bidui.source.Messages;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/** Amounts and codes in words. */
final class StatusWords {

  private static final long MB = 1_000_000;
  private static final long GB = 1_000_000_000;

  private StatusWords() {}

  /** {@code 12.3 GB}, {@code 640 MB}. */
  static String bytes(long bytes) {
    return bytes >= GB
        ? BigDecimal.valueOf(bytes).divide(BigDecimal.valueOf(GB), 1, RoundingMode.DOWN) + " GB"
        : (bytes + MB - 1) / MB + " MB";
  }

  /** {@code 12 秒}, {@code 3 分 20 秒}, {@code 2 小时 5 分}. */
  static String time(Duration time, Messages messages) {
    long seconds = Math.max(0, time.toSeconds());
    if (seconds < 60) {
      return messages.text("status.seconds", seconds);
    }
    return seconds < 3_600
        ? messages.text("status.minutes", seconds / 60, seconds % 60)
        : messages.text("status.hours", seconds / 3_600, seconds % 3_600 / 60);
  }

  /** What an exit code of a published night means. */
  static String exit(int code, Messages messages) {
    String key = "status.exit." + code;
    return messages.has(key) ? messages.text(key) : messages.text("status.exit.other", code);
  }

  /** What people call a step. */
  static String step(String step, Messages messages) {
    String key = "cli.run.step." + step;
    return messages.has(key) ? messages.text(key) : step;
  }

  /** Where the index lies, without a password or what stands behind a question mark. */
  static String database(Settings.Database database, Messages messages) {
    return database.embedded()
        ? messages.text("status.database.embedded")
        : database.url().replaceFirst("\\?.*", "").replaceFirst("^jdbc:\\w+:(//)?([^/@]*@)?", "");
  }
}

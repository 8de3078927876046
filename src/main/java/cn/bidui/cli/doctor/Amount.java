package cn.bidui.cli.doctor;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Amounts with their units, as both languages write them. */
final class Amount {

  static final long MB = 1_000_000;
  static final long GB = 1_000_000_000;

  private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private Amount() {}

  /** {@code 12.3 GB}, {@code 640 MB}. */
  static String bytes(long bytes) {
    return bytes >= GB
        ? BigDecimal.valueOf(bytes).divide(BigDecimal.valueOf(GB), 1, RoundingMode.DOWN) + " GB"
        : (bytes + MB - 1) / MB + " MB";
  }

  /** {@code 2026-05-03 02:10}. */
  static String moment(Instant at, ZoneId zone) {
    return MINUTES.format(at.atZone(zone));
  }

  /** Whole hours. */
  static long hours(Duration time) {
    return Math.max(0, time.toHours());
  }
}

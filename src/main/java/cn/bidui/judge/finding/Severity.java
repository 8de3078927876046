package cn.bidui.judge.finding;

import java.util.Locale;

/** How urgent a finding is (级别). */
public enum Severity {
  HIGH,
  MEDIUM,
  LOW;

  /** {@code high}, {@code medium}, {@code low}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}

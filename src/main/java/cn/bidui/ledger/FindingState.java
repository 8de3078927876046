package cn.bidui.ledger;

import java.util.Locale;

/** Where a finding stands in the ledger (状态); the code is public interface. */
public enum FindingState {
  NEW,
  PERSISTING,
  REOPENED,
  EXPLAINED,
  RESOLVED;

  /** {@code new}, {@code persisting} … */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The state of that code. */
  public static FindingState ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }

  /** Whether somebody still has to do something. */
  public boolean open() {
    return this == NEW || this == PERSISTING || this == REOPENED;
  }
}

package cn.bidui.source;

import java.util.Locale;

/** What became of a file (状态); the code is public interface. */
public enum FileState {
  ACCEPTED,
  ACCEPTED_WITH_REJECTS,
  REFUSED,
  DUPLICATE,
  SUPERSEDED,
  HELD,
  WAITING,
  ANSWERS;

  /** {@code accepted-with-rejects} … */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The state of that code. */
  public static FileState ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}

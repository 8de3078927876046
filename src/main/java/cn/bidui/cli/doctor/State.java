package cn.bidui.cli.doctor;

import java.util.Locale;

/** How a thing stands, the better first. */
enum State {
  /** There is nothing to look at. */
  OFF,
  OK,
  /** To be watched. */
  WARN,
  /** To be mended. */
  FAIL;

  /** {@code ok}, as programs read it; part of the public interface. */
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  boolean fine() {
    return this == OK || this == OFF;
  }
}

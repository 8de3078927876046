package cn.bidui.report.city;

import java.io.Serial;

/** A county's night that gives no figures; it tells why, and nothing of what was read. */
final class Unreadable extends Exception {

  @Serial private static final long serialVersionUID = 1;

  private final transient Remark why;

  Unreadable(Fault fault, Object... words) {
    super(fault.code());
    this.why = Remark.of(fault, words);
  }

  Remark why() {
    return why;
  }
}

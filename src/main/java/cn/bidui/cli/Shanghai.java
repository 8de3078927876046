package cn.bidui.cli;

import java.time.ZoneId;

/**
 * Business dates are those of Shanghai, wherever the machine stands. It is held by itself, for to
 * make a zone ready Java looks into every jar, and commands that ask for no date can do without.
 */
final class Shanghai {

  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private Shanghai() {}
}

package cn.bidui.cli;

import java.time.Duration;

/** How time passes for a watch. */
interface Ticker {

  /** The time since some moment; it only goes forward. */
  Duration now();

  /** Lets {@code length} pass, or less once the watch is to end. */
  void rest(Duration length);

  /** Whether the watch is to end. */
  boolean ending();
}

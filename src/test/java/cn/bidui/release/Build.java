package cn.bidui.release;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * Which build it is.
 *
 * @param version {@code 0.1.0}
 * @param commit the commit that it was made from, or {@code unknown}
 * @param time when that commit was made, to the second: the time of every file in a package
 */
record Build(String version, String commit, Instant time) {

  /** The name of the zip without its ending, and of the folder in it. */
  String name() {
    return "bidui-" + version;
  }

  /** The time as archives write it, which know no zones. */
  LocalDateTime local() {
    return LocalDateTime.ofInstant(time, ZoneOffset.UTC);
  }

  /** What stands in the file {@code VERSION}: the same words as {@code bidui --version} prints. */
  String line() {
    return "bidui " + version + " (" + commit + ", " + time + ")\n";
  }
}

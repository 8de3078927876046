package cn.bidui.cli;

import cn.bidui.batch.NightOrder;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The log of a work folder, {@code logs/bidui.log}. */
final class LogFile {

  private LogFile() {}

  static Path of(NightOrder order) {
    return order.folder().logs().resolve("bidui.log");
  }

  /**
   * Whether it can be written. Opened where it cannot, the log would print stack traces on the
   * screen, and no night should fail for want of one.
   */
  static boolean writable(NightOrder order) {
    try {
      Files.createDirectories(order.folder().logs());
      FileChannel.open(of(order), StandardOpenOption.CREATE, StandardOpenOption.APPEND).close();
      return true;
    } catch (IOException unwritable) {
      return false;
    }
  }
}

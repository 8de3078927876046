package cn.bidui.endure;

import cn.bidui.ledger.Archive;
import cn.bidui.ledger.Backups;
import cn.bidui.ledger.HomeKey;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** One backup in a process of its own, to be killed. */
final class BackupOnce {

  private BackupOnce() {}

  /** Backs up the work folder of the first argument into the folder of the second. */
  public static void main(String[] arguments) throws IOException {
    Path home = Path.of(arguments[0]);
    HomeKey key = HomeKey.open(home, Optional.empty());
    Backups.in(Path.of(arguments[1])).make(home, key, Archive.of(home), maker());
  }

  static Backups.Maker maker() {
    return new Backups.Maker("试验县", 2, "0.1.0", Instant.now());
  }
}

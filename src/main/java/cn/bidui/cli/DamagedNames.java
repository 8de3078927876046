package cn.bidui.cli;

import cn.bidui.ledger.Backups;
import cn.bidui.ledger.Entry.FileAnswered;
import cn.bidui.ledger.JournalState;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Names archived files that were damaged when a backup was made. */
final class DamagedNames {

  /** So much of a digest is enough to know it again. */
  private static final int DIGITS = 16;

  private DamagedNames() {}

  /** Tells which they are; false if there are none. */
  static boolean told(Backups.Made made, JournalState state, Options options, PrintWriter err) {
    if (made.damaged().isEmpty()) {
      return false;
    }
    Map<String, String> names = new HashMap<>();
    for (FileAnswered answered : state.answeredFiles()) {
      names.putIfAbsent(answered.file().sha256(), answered.file().name());
    }
    List<String> told =
        made.damaged().stream()
            .map(sha256 -> names.getOrDefault(sha256, sha256.substring(0, DIGITS)))
            .toList();
    options.say(err, "backup.lacks", told.size(), String.join("、", told));
    return true;
  }
}

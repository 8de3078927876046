package cn.bidui.ledger;

import cn.bidui.ledger.Entry.Notice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How far messages that leave the house have come, and when one last could not be handed over. */
final class NoticeLog {

  private final List<Notice> notices = new ArrayList<>();
  private final Map<String, Instant> failed = new HashMap<>();

  void add(JournalLine line) {
    if (line.entry() instanceof Notice notice) {
      notices.add(notice);
      if (notice.phase() == Notice.Phase.FAILED) {
        failed.put(key(notice.runId(), notice.channel()), line.at());
      }
    }
  }

  List<Notice> all() {
    return List.copyOf(notices);
  }

  Optional<Instant> failed(String runId, String channel) {
    return Optional.ofNullable(failed.get(key(runId, channel)));
  }

  private static String key(String runId, String channel) {
    return runId + "/" + channel;
  }
}

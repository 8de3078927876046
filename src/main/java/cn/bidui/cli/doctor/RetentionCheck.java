package cn.bidui.cli.doctor;

import cn.bidui.ledger.JournalOutline.Noted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What has to be kept is kept, what has to go is gone: logs for at least 180 days (网络安全法), lists no
 * longer than the settings say.
 */
final class RetentionCheck implements Check {

  /** At least six months. */
  private static final long LOG_DAYS = 180;

  /** The day on which a log begins and the one on which the journal does may differ. */
  private static final long SLACK_DAYS = 2;

  private static final Duration PURGE = Duration.ofDays(8);

  @Override
  public String code() {
    return "retention";
  }

  @Override
  public Needs needs() {
    return Needs.NIGHT;
  }

  @Override
  public Looked look(Premises premises) throws Exception {
    Looked looked = new Looked();
    logs(premises, looked);
    purges(premises, looked);
    return looked;
  }

  private static void logs(Premises premises, Looked looked) throws Exception {
    Instant now = premises.now();
    Logs logs = Logs.in(premises.folder().logs(), now);
    long days = Duration.between(logs.oldest(), now).toDays();
    long began = Duration.between(premises.journal().first().orElse(now), now).toDays();
    if (days + SLACK_DAYS < Math.min(LOG_DAYS, began)) {
      looked.warn("logs-short", days, LOG_DAYS);
    } else {
      looked.ok("logs", Math.max(0, days), logs.files(), Amount.bytes(logs.bytes()));
    }
  }

  private static void purges(Premises premises, Looked looked) throws Exception {
    List<Noted> purged = premises.journal().noted("purged");
    Optional<Instant> last =
        purged.isEmpty() ? Optional.empty() : Optional.of(purged.get(purged.size() - 1).at());
    if (last.isEmpty()) {
      looked.with(State.OFF, "no-purge");
      return;
    }
    long days = Duration.between(last.get(), premises.now()).toDays();
    if (days > PURGE.toDays()) {
      looked.warn("purge-old", days);
    } else {
      looked.ok("purged", days);
    }
  }

  /** The files of the log folder. */
  private record Logs(int files, long bytes, Instant oldest) {

    static Logs in(Path folder, Instant now) throws IOException {
      Logs logs = new Logs(0, 0, now);
      if (Files.isDirectory(folder)) {
        try (Stream<Path> all = Files.list(folder)) {
          for (Path file : all.filter(Files::isRegularFile).toList()) {
            logs = logs.with(file);
          }
        }
      }
      return logs;
    }

    private Logs with(Path file) throws IOException {
      Instant begun =
          Files.readAttributes(file, java.nio.file.attribute.BasicFileAttributes.class)
              .creationTime()
              .toInstant();
      return new Logs(files + 1, bytes + Files.size(file), begun.isBefore(oldest) ? begun : oldest);
    }
  }
}

package cn.bidui.cli.doctor;

import cn.bidui.ledger.Entry.FileAnswered;
import cn.bidui.ledger.JournalOutline;
import cn.bidui.ledger.JournalOutline.Noted;
import cn.bidui.plan.Mistakes;
import cn.bidui.plan.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

  /** So long files are kept as they were received where the settings say nothing. */
  private static final long RAW_DAYS = 90;

  /** Nights remove what is over age; some may have failed. */
  private static final long GRACE_DAYS = 8;

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
    long days = rawDays(premises);
    List<LocalDate> overdue = overdue(premises, days + GRACE_DAYS);
    List<Noted> purged = premises.journal().noted("purged");
    if (!overdue.isEmpty()) {
      looked.warn("overdue", overdue.size(), days, Collections.min(overdue));
    } else if (purged.isEmpty()) {
      looked.with(State.OFF, "no-purge", days);
    } else {
      Instant last = purged.get(purged.size() - 1).at();
      looked.ok("purged", Duration.between(last, premises.now()).toDays(), days);
    }
  }

  /** The settings tell how long files are kept as they were received. */
  private static long rawDays(Premises premises) throws IOException {
    Path settings = premises.folder().settings();
    String text = Files.isRegularFile(settings) ? Yaml.text(Files.readAllBytes(settings)) : "";
    long days =
        Yaml.read(settings.toString(), text, new Mistakes())
            .at("retention")
            .at("raw-files")
            .number(RAW_DAYS);
    return days < 1 ? RAW_DAYS : days;
  }

  /** When files were received for the last time that should be gone and are not. */
  private static List<LocalDate> overdue(Premises premises, long days) throws Exception {
    JournalOutline journal = premises.journal();
    Map<String, LocalDate> received = new TreeMap<>();
    for (FileAnswered answered : journal.state().answeredFiles()) {
      journal
          .state()
          .receipt(answered.receipt())
          .map(receipt -> receipt.received().asOf())
          .ifPresent(day -> received.merge(answered.file().sha256(), day, RetentionCheck::later));
    }
    journal.replaced().forEach(received::remove);
    return received.values().stream()
        .filter(day -> day.plusDays(days).isBefore(premises.today()))
        .toList();
  }

  private static LocalDate later(LocalDate a, LocalDate b) {
    return a.isAfter(b) ? a : b;
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
      BasicFileAttributes times = Files.readAttributes(file, BasicFileAttributes.class);
      // A copy is made later than what is in it was written.
      Instant begun =
          Collections.min(List.of(times.creationTime(), times.lastModifiedTime())).toInstant();
      return new Logs(files + 1, bytes + Files.size(file), begun.isBefore(oldest) ? begun : oldest);
    }
  }
}

package cn.bidui.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.slf4j.LoggerFactory;

/**
 * Whether somebody was told today what the journal cannot remember. The stamp of an empty file says
 * it, which a full disk takes too; where not even that can be written, this process remembers, and
 * a first attempt is made at the time of day at which the system asks.
 */
final class ToldToday {

  private static final String MARK = "alarm.told";

  /** When bidui-alarm.timer asks, and how often bidui-run.timer does. */
  private static final LocalTime ASKED = LocalTime.of(8, 0);

  private static final Duration ASKED_EVERY = Duration.ofMinutes(15);

  /** A watch that waits for the work folder asks every few seconds; servers are not asked so. */
  private static final Duration REST = Duration.ofMinutes(4);

  /** Of a file that says that nobody was told yet. */
  private static final FileTime NEVER = FileTime.fromMillis(0);

  private final Path folder;
  private final Path mark;
  private final Clock clock;

  private LocalDate told = LocalDate.MIN;
  private Instant refused = Instant.MIN;

  ToldToday(Path folder, Clock clock) {
    this.folder = folder;
    this.mark = folder.resolve(MARK);
    this.clock = clock;
  }

  /** Whether it is to be tried now: nobody was told today. */
  boolean mayBeTried() {
    if (told.equals(today()) || (refusedToday() && clock.instant().isBefore(refused.plus(REST)))) {
      return false;
    }
    try {
      FileTime last = Files.exists(mark) ? Files.getLastModifiedTime(mark) : NEVER;
      if (isToday(last.toInstant())) {
        return false;
      }
      // What cannot be written afterwards must not be tried every few minutes.
      stamp(last);
      return true;
    } catch (IOException readOnly) {
      LocalTime time = LocalTime.now(clock);
      return refusedToday() || (!time.isBefore(ASKED) && time.isBefore(ASKED.plus(ASKED_EVERY)));
    }
  }

  /** Whether nobody took it in an earlier attempt of today, as far as this process knows. */
  boolean refusedToday() {
    return !refused.equals(Instant.MIN) && isToday(refused);
  }

  /** It was tried; {@code taken} if any channel took it. */
  void tried(boolean taken) {
    if (!taken) {
      refused = clock.instant();
      return;
    }
    told = today();
    try {
      stamp(FileTime.from(clock.instant()));
    } catch (IOException readOnly) {
      LoggerFactory.getLogger(ToldToday.class)
          .warn("only this process knows of the alarm of today");
    }
  }

  private void stamp(FileTime time) throws IOException {
    if (!Files.exists(mark)) {
      Files.createDirectories(folder);
      Files.write(mark, new byte[0]);
    }
    Files.setLastModifiedTime(mark, time);
  }

  private boolean isToday(Instant at) {
    return LocalDate.ofInstant(at, clock.getZone()).equals(today());
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }
}

package cn.bidui.cli;

import cn.bidui.batch.Announcement;
import cn.bidui.cli.jobs.Timetable;
import cn.bidui.ledger.Entry;
import cn.bidui.ledger.JournalState;
import cn.bidui.ledger.LeaseLook;
import cn.bidui.plan.Settings;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;

/** Silence is told (静默警报): on the screen, and once by each channel. */
final class Alarm {

  private static final String MARK = "alarm.told";

  /** When bidui-alarm.timer asks, and how often bidui-run.timer does. */
  private static final LocalTime ASKED = LocalTime.of(8, 0);

  private static final Duration ASKED_EVERY = Duration.ofMinutes(15);

  private final Options options;
  private final PrintWriter err;
  private final Clock clock;

  Alarm(Options options, PrintWriter err, Clock clock) {
    this.options = options;
    this.err = err;
    this.clock = clock;
  }

  /** Says that nothing was published for so many hours. */
  void say(JournalState state, long hours) {
    String last = state.latest().map(night -> night.asOf().toString()).orElse("–");
    options.say(err, "cli.jobs.silent", hours, Timetable.SILENCE_HOURS, last);
  }

  /**
   * Sends it where it was not sent yet; whoever has the work folder is let be. Where it cannot be
   * put on record that it was sent, it is sent once a day.
   *
   * @throws IOException if nothing can be put on record; it was sent then
   */
  void send(Settings settings, JournalState state, long hours) throws IOException {
    Announcement message =
        Announcement.silence(state, settings, LocalDate.now(clock), hours, Timetable.SILENCE_HOURS);
    if (!message.waits(settings, options.folder(), state, clock)) {
      return;
    }
    if (LeaseLook.at(options.folder().home()).held()) {
      // A night at work is let be; one that is at work for two days hangs.
      if (hours > 2 * Timetable.SILENCE_HOURS) {
        unrecorded(message, settings);
      }
      return;
    }
    try {
      recorded(message, settings);
    } catch (IOException | RuntimeException unwritable) {
      // A full disk, a lost key, a damaged journal: just then somebody has to be told.
      unrecorded(message, settings);
      throw unwritable;
    }
  }

  private void recorded(Announcement message, Settings settings) throws IOException {
    int exit =
        new UnderLease(options, err, Duration.ZERO)
            .record(
                record -> {
                  for (Entry.Notice failed :
                      message.send(settings, options.folder(), record, clock)) {
                    options.say(err, "cli.run.not-sent", failed.channel());
                    options.say(err, failed.words());
                  }
                  return ExitCode.DONE;
                });
    assert exit == ExitCode.DONE || exit == ExitCode.BUSY;
  }

  private void unrecorded(Announcement message, Settings settings) {
    if (isFirstOfDay()) {
      for (Entry.Notice failed : message.sendUnrecorded(settings, options.folder(), clock)) {
        options.say(err, "cli.run.not-sent", failed.channel());
        options.say(err, failed.words());
      }
    }
  }

  /**
   * Told by the stamp of an empty file, which a full disk takes too; where not even that can be
   * written, by the time of day at which the system asks.
   */
  private boolean isFirstOfDay() {
    Path mark = options.folder().data().resolve(MARK);
    try {
      if (Files.exists(mark) && isToday(Files.getLastModifiedTime(mark))) {
        return false;
      }
      Files.createDirectories(options.folder().data());
      Files.write(mark, new byte[0]);
      Files.setLastModifiedTime(mark, FileTime.from(clock.instant()));
      return true;
    } catch (IOException readOnly) {
      LocalTime time = LocalTime.now(clock);
      return !time.isBefore(ASKED) && time.isBefore(ASKED.plus(ASKED_EVERY));
    }
  }

  private boolean isToday(FileTime told) {
    return LocalDate.ofInstant(told.toInstant(), clock.getZone()).equals(LocalDate.now(clock));
  }
}

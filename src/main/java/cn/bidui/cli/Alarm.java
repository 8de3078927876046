package cn.bidui.cli;

import cn.bidui.batch.Announcement;
import cn.bidui.cli.jobs.Timetable;
import cn.bidui.ledger.Entry;
import cn.bidui.ledger.Entry.Notice.Phase;
import cn.bidui.ledger.JournalState;
import cn.bidui.ledger.LeaseLook;
import cn.bidui.plan.Settings;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Silence is told (静默警报): on the screen, and once by each channel. */
final class Alarm {

  private final Options options;
  private final PrintWriter err;
  private final Clock clock;
  private final ToldToday unrecorded;

  Alarm(Options options, PrintWriter err, Clock clock) {
    this.options = options;
    this.err = err;
    this.clock = clock;
    this.unrecorded = new ToldToday(options.folder().data(), clock);
  }

  /** Says that nothing was published for so many hours. */
  void say(JournalState state, long hours) {
    String last = state.latest().map(night -> night.asOf().toString()).orElse("–");
    options.say(err, "cli.jobs.silent", hours, Timetable.SILENCE_HOURS, last);
  }

  /**
   * Sends it where it was not sent yet; whoever has the work folder is let be. Where it cannot be
   * put on record that it was sent, it is sent once a day, as soon as any channel takes it.
   *
   * @throws IOException if nothing can be put on record; it was sent then
   */
  void send(Settings there, JournalState state, long hours) throws IOException {
    LastGood by = LastGood.of(options, there, state);
    Settings settings = by.settings();
    Announcement silence =
        Announcement.silence(state, settings, LocalDate.now(clock), hours, Timetable.SILENCE_HOURS);
    Announcement message = by.night().map(silence::bySettingsOf).orElse(silence);
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
                  message.send(settings, options.folder(), record, clock).forEach(this::say);
                  return ExitCode.DONE;
                });
    assert exit == ExitCode.DONE || exit == ExitCode.BUSY;
  }

  /** What all channels refuse is tried again whenever anybody looks, and said once. */
  private void unrecorded(Announcement message, Settings settings) {
    if (!unrecorded.mayBeTried()) {
      return;
    }
    List<Entry.Notice> failed =
        new ArrayList<>(message.sendUnrecorded(settings, options.folder(), clock));
    boolean taken = failed.removeIf(notice -> notice.phase() == Phase.SENT);
    if (!unrecorded.refusedToday()) {
      failed.forEach(this::say);
    }
    unrecorded.tried(taken);
  }

  private void say(Entry.Notice failed) {
    options.say(err, "cli.run.not-sent", failed.channel());
    options.say(err, failed.words());
  }
}

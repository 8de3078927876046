package cn.bidui.batch;

import cn.bidui.ledger.Entry.Notice;
import cn.bidui.ledger.Entry.Published;
import cn.bidui.ledger.JournalState;
import cn.bidui.notify.Channel;
import cn.bidui.notify.Channels;
import cn.bidui.notify.Message;
import cn.bidui.notify.Outbox;
import cn.bidui.plan.Settings;
import cn.bidui.plan.WorkFolder;
import cn.bidui.report.period.Period;
import cn.bidui.report.period.PeriodReports;
import cn.bidui.source.Messages;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/**
 * A message of its own (单独通知), besides the digests of nights: that there is a report of a period,
 * or that nothing has been published for too long. Counts and dates only. Each channel gets it
 * once; that it did is in the journal.
 *
 * @param id names it for good
 * @param file what a folder calls it
 * @param receivers the channels that get it; empty: all
 */
public record Announcement(
    String id, LocalDate day, String text, String file, List<String> receivers) {

  /** So much of a digest is enough to tell two versions of a report apart. */
  private static final int DIGITS = 16;

  public Announcement {
    receivers = List.copyOf(receivers);
  }

  /** That a report of {@code period}, or a correction of it, is there to be read. */
  public static Announcement report(Period period, Periods.Written written, NightOrder order) {
    String title = PeriodReports.file(period, written.correction());
    String subject =
        Messages.ZH
            .text("notify.report.subject", period.code(), title, unit(order.settings()))
            .strip();
    String text =
        Messages.ZH.text(
            written.correction() == 0 ? "notify.report.text" : "notify.report.correction",
            period.days(),
            written.figures().nights().size(),
            period.code(),
            written.differences());
    String digest = written.figures().digest().substring(0, DIGITS);
    return new Announcement(
        Outbox.ANNOUNCED + period.code() + "-" + digest,
        order.asOf(),
        subject + "\n" + text + "\n",
        order.asOf() + "-" + title,
        order.job().receivers());
  }

  /**
   * That nothing was published for so many hours; one for each silence.
   *
   * @param most how many would have been nothing to speak of
   */
  public static Announcement silence(
      JournalState state, Settings settings, LocalDate today, long hours, long most) {
    String last = state.latest().map(Published::runId).orElse("none");
    String asOf = state.latest().map(night -> night.asOf().toString()).orElse("–");
    return new Announcement(
        Outbox.ANNOUNCED + "silence-" + last,
        today,
        Messages.ZH.text("notify.silence.subject", today, unit(settings)).strip()
            + "\n"
            + Messages.ZH.text("notify.silence.text", hours, most, asOf)
            + "\n",
        today + "-" + Messages.ZH.text("notify.silence.file"),
        List.of());
  }

  /** The same, saying that it goes where the settings of {@code night} name, as newer ones fail. */
  public Announcement bySettingsOf(LocalDate night) {
    return new Announcement(
        id, day, text + Messages.ZH.text("notify.silence.settings", night) + "\n", file, receivers);
  }

  private static String unit(Settings settings) {
    return settings.unit().isEmpty() ? "" : settings.unit() + " ";
  }

  /** Sends it where it was not sent yet; tells the channels that failed. */
  public List<Notice> send(NightOrder order, OpenRecord record) throws IOException {
    return send(order.settings(), order.folder(), record, order.clock());
  }

  /** The same, outside of a night. */
  public List<Notice> send(Settings settings, WorkFolder folder, OpenRecord record, Clock clock)
      throws IOException {
    return new Outbox(record.journal(), digest -> "", time -> Thread.sleep(time.toMillis()))
        .announce(
            channels(settings, folder, clock),
            new Message(id, day, text, false, file),
            clock.instant());
  }

  /** Sends it by every channel where nothing can be put on record; tells what came of each. */
  public List<Notice> sendUnrecorded(Settings settings, WorkFolder folder, Clock clock) {
    return Outbox.unrecorded(
        channels(settings, folder, clock), new Message(id, day, text, false, file));
  }

  /** Whether any channel has still to be told. */
  public boolean waits(Settings settings, WorkFolder folder, JournalState state, Clock clock) {
    return channels(settings, folder, clock).stream()
        .anyMatch(channel -> Outbox.isToBeTold(channel.name(), id, state, clock.instant()));
  }

  private List<Channel> channels(Settings settings, WorkFolder folder, Clock clock) {
    return Channels.of(settings.notifying(), folder.home(), clock).stream()
        .filter(channel -> receivers.isEmpty() || receivers.contains(channel.name()))
        .toList();
  }
}

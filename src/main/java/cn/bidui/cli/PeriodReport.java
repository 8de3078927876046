package cn.bidui.cli;

import cn.bidui.batch.Announcement;
import cn.bidui.batch.NightOrder;
import cn.bidui.batch.OpenRecord;
import cn.bidui.batch.Periods;
import cn.bidui.ledger.Entry;
import cn.bidui.report.period.Period;
import cn.bidui.report.period.PeriodReports;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Periodic reports on the command line: published, published for outside, signed. */
final class PeriodReport {

  private static final Duration WAIT = Duration.ofSeconds(60);

  /** So much of a digest is enough to know it again. */
  private static final int DIGITS = 16;

  private final Options options;
  private final PrintWriter out;
  private final PrintWriter err;

  PeriodReport(Options options, PrintWriter out, PrintWriter err) {
    this.options = options;
    this.out = out;
    this.err = err;
  }

  /** Publishes the report of a period. */
  int publish(String code, boolean outside) throws IOException {
    Optional<Period> period = closed(code);
    return period.isEmpty()
        ? ExitCode.USAGE
        : with(record -> publish(open(record), period.get(), outside));
  }

  /** Signs what was published. */
  int sign(String code, String by, boolean outside) throws IOException {
    if (by.isBlank()) {
      options.say(err, "cli.by.missing");
      return ExitCode.USAGE;
    }
    if (outside) {
      options.say(err, "period.cli.outside-unsigned");
      return ExitCode.USAGE;
    }
    Optional<Period> period = closed(code);
    return period.isEmpty()
        ? ExitCode.USAGE
        : with(record -> sign(open(record), period.get(), by.strip()));
  }

  private int with(UnderLease.Work<OpenRecord> work) throws IOException {
    if (options.lacksHome(err)) {
      return ExitCode.USAGE;
    }
    return new UnderLease(options, err, WAIT).record(work);
  }

  private Periods open(OpenRecord record) throws IOException {
    return Periods.open(record, options.folder().reports());
  }

  /** A period that is over; one that is not, or is none, has been told of. */
  private Optional<Period> closed(String code) {
    Optional<Period> period = Period.find(code.strip());
    if (period.isEmpty()) {
      options.say(err, "period.cli.unknown", code);
    } else if (!period.get().closedOn(options.asOf())) {
      options.say(err, "period.cli.open", code, period.get().last());
      return Optional.empty();
    }
    return period;
  }

  /**
   * The report that a job makes; whoever gets the job's messages is told of what is new in it. A
   * period without a night has nothing to report.
   */
  int ofJob(String code, NightOrder order, OpenRecord record) throws IOException {
    Period period = Period.find(code).orElseThrow();
    Periods periods = open(record);
    if (!periods.anyNight(period)) {
      options.say(out, "period.cli.none", code);
      return ExitCode.DONE;
    }
    Periods.Written written = periods.publish(period, false);
    told(period, written);
    Announcement news = Announcement.report(period, written, order);
    for (Entry.Notice notice :
        written.changed() ? news.send(order, record) : List.<Entry.Notice>of()) {
      options.say(out, "cli.run.not-sent", notice.channel());
      options.say(out, notice.words());
    }
    return ExitCode.DONE;
  }

  private int publish(Periods periods, Period period, boolean outside) throws IOException {
    if (!periods.anyNight(period)) {
      options.say(err, "period.cli.none", period.code());
      return ExitCode.USAGE;
    }
    told(period, periods.publish(period, outside));
    return ExitCode.DONE;
  }

  private void told(Period period, Periods.Written written) {
    if (!written.changed()) {
      options.say(out, "period.cli.same", period.code(), title(period), written.folder());
    } else if (written.correction() > 0) {
      options.say(
          out,
          "period.cli.corrected",
          period.code(),
          title(period),
          written.differences(),
          written.correction(),
          written.folder());
    } else {
      options.say(out, "period.cli.published", period.code(), title(period), written.folder());
    }
    options.say(out, "period.cli.nights", period.days(), written.figures().nights().size());
  }

  private int sign(Periods periods, Period period, String by) throws IOException {
    if (!periods.anyNight(period)) {
      options.say(err, "period.cli.none", period.code());
      return ExitCode.USAGE;
    }
    Periods.Signed signed = periods.sign(period, by, options.asOf());
    String digest = signed.written().figures().digest().substring(0, DIGITS);
    String code = period.code();
    String title = title(period);
    switch (signed.how()) {
      case ALREADY -> options.say(out, "period.cli.signed-already", code, title);
      case LOOK_AGAIN -> {
        options.say(err, "period.cli.look-again", code, title, signed.written().folder());
        return ExitCode.USAGE;
      }
      case SIGNED -> {
        if (signed.correction() == 0) {
          options.say(out, "period.cli.signed", code, title, by, digest);
        } else {
          options.say(
              out, "period.cli.signed-correction", code, title, signed.correction(), by, digest);
        }
      }
    }
    return ExitCode.DONE;
  }

  private static String title(Period period) {
    return PeriodReports.file(period, 0);
  }
}

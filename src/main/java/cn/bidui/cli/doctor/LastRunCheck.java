package cn.bidui.cli.doctor;

import cn.bidui.cli.jobs.JobBook;
import cn.bidui.cli.jobs.JobSheet;
import cn.bidui.cli.jobs.Timetable;
import cn.bidui.ledger.Entry.Published;
import cn.bidui.ledger.JournalOutline;
import cn.bidui.plan.JobPlan;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** When a night was published last. Silence is a failure. */
final class LastRunCheck implements Check {

  /** A day and two hours: a night that starts late is none that failed. */
  static final Duration SILENCE = Duration.ofHours(26);

  @Override
  public String code() {
    return "last-run";
  }

  @Override
  public Looked look(Premises premises) throws Exception {
    JournalOutline journal = premises.journal();
    Optional<Instant> started = journal.newest("run-started");
    Optional<Instant> published = journal.newest("published");
    if (started.isEmpty() && published.isEmpty()) {
      return Looked.off("no-night");
    }
    if (published.isEmpty()) {
      return new Looked().fail("never", moment(started.orElseThrow(), premises));
    }
    Looked looked = new Looked();
    if (!silent(premises, published.get(), looked)
        && started.filter(at -> at.isAfter(published.get())).isPresent()
        && !premises.lease().held()) {
      looked.warn("cut", moment(started.orElseThrow(), premises));
    }
    overdue(premises, looked);
    Published night = premises.night().orElseThrow();
    return looked.fine()
        ? looked.ok("fine", hours(published.get(), premises), night.asOf())
        : looked;
  }

  /**
   * Reports of periods that should be there by now, of jobs that ever ran; missing nights are a
   * silence. Where a date was asked for, nobody knows when that is.
   */
  private static void overdue(Premises premises, Looked looked) throws Exception {
    Optional<JobBook> book = premises.asOf().isPresent() ? Optional.empty() : premises.book();
    if (book.isEmpty()) {
      return;
    }
    Timetable table = premises.table(book.get());
    for (JobPlan job : book.get().jobs()) {
      table
          .overdue(job)
          .filter(slot -> !job.nightly() && table.last(job).isPresent())
          .ifPresent(slot -> looked.warn("overdue", job.name(), JobSheet.minute(slot)));
    }
    int soon = LocalDate.now(premises.clock()).plusMonths(1).getYear();
    table.unknownYears().stream()
        .filter(year -> year <= soon)
        .forEach(year -> looked.warn("calendar", year));
  }

  /** Where jobs tell when nights are to be, a weekend off is no silence. */
  private static boolean expected(Premises premises) throws Exception {
    Optional<JobBook> book = premises.book();
    if (book.isEmpty()) {
      return true;
    }
    Timetable table = premises.table(book.get());
    return !table.expectsNights() || table.silence().isPresent();
  }

  /** A business date that was asked for is held against business dates; else hours count. */
  private static boolean silent(Premises premises, Instant published, Looked looked)
      throws Exception {
    Published night = premises.night().orElseThrow();
    long days = ChronoUnit.DAYS.between(night.asOf(), premises.today());
    if (premises.asOf().isPresent()) {
      if (days > 1) {
        looked.fail("missed", night.asOf(), days - 1);
      }
    } else if (Duration.between(published, premises.now()).compareTo(SILENCE) > 0
        && expected(premises)) {
      looked.fail("silent", hours(published, premises), SILENCE.toHours(), night.asOf());
    }
    return !looked.fine();
  }

  private static long hours(Instant published, Premises premises) {
    return Amount.hours(Duration.between(published, premises.now()));
  }

  private static String moment(Instant at, Premises premises) {
    return Amount.moment(at, premises.clock().getZone());
  }
}

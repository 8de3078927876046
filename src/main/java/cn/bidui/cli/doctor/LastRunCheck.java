package cn.bidui.cli.doctor;

import cn.bidui.ledger.Entry.Published;
import cn.bidui.ledger.JournalOutline;
import java.time.Duration;
import java.time.Instant;
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
    Published night = premises.night().orElseThrow();
    return looked.fine()
        ? looked.ok("fine", hours(published.get(), premises), night.asOf())
        : looked;
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
    } else if (Duration.between(published, premises.now()).compareTo(SILENCE) > 0) {
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

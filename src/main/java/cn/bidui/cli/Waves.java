package cn.bidui.cli;

import cn.bidui.batch.NightFailure;
import cn.bidui.batch.NightOrder;
import cn.bidui.batch.NightOutcome;
import cn.bidui.batch.Nights;
import cn.bidui.batch.OpenRecord;
import cn.bidui.batch.Progress;
import cn.bidui.collect.Arrival;
import cn.bidui.ledger.HomeFormat;
import cn.bidui.ledger.Lease;
import cn.bidui.ledger.LeaseOutcome;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.LoggerFactory;

/**
 * Takes files by the first steps of the nightly job. Lease, journal and database are opened for
 * each wave and closed after it, so that a run finds its turn in between; settings are read anew,
 * so that a change of them needs no restart.
 */
final class Waves implements TakeWave {

  /** The job by whose settings and profiles files are read. */
  static final String JOB = "nightly";

  private final Options options;
  private final PrintWriter err;
  private final Progress progress;

  Waves(Options options, PrintWriter err, Progress progress) {
    this.options = options;
    this.err = err;
    this.progress = progress;
  }

  @Override
  public WaveEnd take(List<Arrival> arrivals) {
    try {
      Optional<NightOrder> order = new Order(options, err).of(JOB);
      return order.isEmpty()
          ? new WaveEnd.Failed(ExitCode.USAGE, "cli.watch.settings", "")
          : leased(order.get(), arrivals);
    } catch (IOException | RuntimeException failure) {
      return told(failure).orElseGet(() -> failed("watch", failure, NightFailure.machine(failure)));
    }
  }

  private WaveEnd leased(NightOrder order, List<Arrival> arrivals) throws IOException {
    HomeFormat.check(order.folder().home(), Version.number());
    LeaseOutcome lease = Lease.acquire(order.folder().home(), Duration.ZERO, options.clock());
    if (lease instanceof LeaseOutcome.Busy busy) {
      LeaseOutcome.Holder holder = busy.holder();
      return new WaveEnd.Busy(holder.pid(), holder.host(), holder.since());
    }
    try (Lease held = ((LeaseOutcome.Held) lease).lease();
        OpenRecord record = OpenRecord.open(order.folder(), held, options.clock())) {
      UnderLease.upgraded(record, options);
      if (arrivals.isEmpty() && !Nights.leftOver(order, record)) {
        return WaveEnd.Done.NOTHING;
      }
      return end(
          new OnIndex(options, err, order, record).does(nights -> nights.take(arrivals), progress),
          order);
    }
  }

  /** What {@code run} would say of a work folder that is not as it should be, or of its key. */
  private Optional<WaveEnd> told(Throwable failure) {
    Optional<String> words =
        HomeCheck.told(failure, options.messages())
            .or(() -> KeyTrouble.of(failure, options.messages()));
    words.ifPresent(
        told -> LoggerFactory.getLogger(Waves.class).error("watch failed: {}", Traces.of(failure)));
    return words.map(told -> new WaveEnd.Failed(ExitCode.IO, "cli.watch.trouble", told));
  }

  private WaveEnd end(NightOutcome outcome, NightOrder order) {
    if (outcome instanceof NightOutcome.Taken taken) {
      return new WaveEnd.Done(taken.stuck(), taken.answers());
    }
    if (outcome instanceof NightOutcome.Failed failed) {
      Optional<WaveEnd> trouble = told(failed.failure());
      if (trouble.isPresent()) {
        return trouble.get();
      }
      log(failed.step(), failed.failure());
      return new WaveEnd.Failed(
          failed.failure().machine() ? ExitCode.IO : ExitCode.BUG,
          OnIndex.key(failed.failure()),
          OnIndex.words(failed.failure(), failed.step(), order));
    }
    if (outcome instanceof NightOutcome.Barred barred) {
      return new WaveEnd.Failed(ExitCode.IO, barred.key(), barred.word());
    }
    return outcome instanceof NightOutcome.Overrun
        ? new WaveEnd.Failed(ExitCode.IO, "cli.watch.overrun", "")
        : new WaveEnd.Stopped();
  }

  private static WaveEnd failed(String step, Exception failure, boolean machine) {
    log(step, failure);
    String word = step + ": " + failure.getClass().getSimpleName();
    return machine
        ? new WaveEnd.Failed(ExitCode.IO, "cli.io", word)
        : new WaveEnd.Failed(ExitCode.BUG, "cli.bug", word);
  }

  private static void log(String step, Exception failure) {
    LoggerFactory.getLogger(Waves.class).error("{} failed: {}", step, Traces.of(failure));
  }
}

package cn.bidui.ledger;

import cn.bidui.ledger.Entry.JobEnded;
import cn.bidui.ledger.Entry.Published;
import cn.bidui.ledger.Entry.RunStarted;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * What the journal says of jobs (任务记录): which ran for which business date, when, and how that
 * ended. Whether something was done is told by this alone, so that two watches, or a watch and
 * cron, do nothing twice.
 */
public final class JobLog {

  /** A run whose code is this or higher has failed; what it was to do is not done. */
  private static final int FAILED = 64;

  private final Map<String, RunStarted> started = new HashMap<>();
  private final Map<String, TreeMap<LocalDate, Ran>> byJob = new HashMap<>();
  private Optional<Instant> first = Optional.empty();
  private final TreeMap<LocalDate, Instant> nights = new TreeMap<>();

  JobLog() {}

  /**
   * What became of a job's runs for one business date, the last of them.
   *
   * @param at when it ended, by the clock of then
   * @param exit unknown for runs of earlier versions, and for those killed after publishing
   * @param millis how long it took; unknown likewise
   * @param failures how many runs for this date have failed since one went well
   */
  public record Ran(
      LocalDate asOf, Instant at, OptionalInt exit, OptionalLong millis, int failures) {

    /** Whether it was done: nothing has to be run for this date any more. */
    public boolean done() {
      return failures == 0;
    }
  }

  void add(JournalLine line) {
    first = first.or(() -> Optional.of(line.at()));
    if (line.entry() instanceof RunStarted run) {
      started.put(run.runId(), run);
    } else if (line.entry() instanceof Published night) {
      nights.put(night.asOf(), line.at());
      RunStarted run = started.remove(night.runId());
      if (run != null) {
        put(
            run.job(),
            new Ran(night.asOf(), line.at(), OptionalInt.empty(), OptionalLong.empty(), 0));
      }
    } else if (line.entry() instanceof JobEnded ended) {
      put(ended.job(), ran(ended, line.at()));
    }
  }

  private Ran ran(JobEnded ended, Instant at) {
    int before = of(ended.job(), ended.asOf()).map(Ran::failures).orElse(0);
    return new Ran(
        ended.asOf(),
        at,
        OptionalInt.of(ended.exit()),
        OptionalLong.of(ended.millis()),
        ended.exit() < FAILED ? 0 : before + 1);
  }

  private void put(String job, Ran ran) {
    byJob.computeIfAbsent(job, none -> new TreeMap<>()).put(ran.asOf(), ran);
  }

  /** What became of {@code job} for that business date; empty if it never ended for it. */
  public Optional<Ran> of(String job, LocalDate asOf) {
    return Optional.ofNullable(byJob.getOrDefault(job, new TreeMap<>()).get(asOf));
  }

  /** The run of {@code job} for its latest business date. */
  public Optional<Ran> last(String job) {
    return Optional.ofNullable(byJob.getOrDefault(job, new TreeMap<>()).lastEntry())
        .map(Map.Entry::getValue);
  }

  /** The latest business date, not after {@code upTo}, for which {@code job} was done. */
  public Optional<LocalDate> lastDone(String job, LocalDate upTo) {
    return byJob
        .getOrDefault(job, new TreeMap<>())
        .headMap(upTo, true)
        .descendingMap()
        .values()
        .stream()
        .filter(Ran::done)
        .map(Ran::asOf)
        .findFirst();
  }

  /** When the journal was begun; empty if it was not. */
  public Optional<Instant> first() {
    return first;
  }

  /** The latest business date, not after {@code upTo}, of which anything was published. */
  public Optional<LocalDate> latestNight(LocalDate upTo) {
    return Optional.ofNullable(nights.floorKey(upTo));
  }

  /** When that was published. */
  public Optional<Instant> published(LocalDate upTo) {
    return latestNight(upTo).map(nights::get);
  }
}

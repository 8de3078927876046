package cn.bidui.batch;

import cn.bidui.collect.Arrival;
import cn.bidui.intake.Intake;
import cn.bidui.intake.IntakeLimits;
import cn.bidui.ledger.Entry;
import cn.bidui.ledger.Entry.Published;
import cn.bidui.link.LinkMemory;
import cn.bidui.store.JdbcRowShelf;
import cn.bidui.store.PreviousDatabase;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;

/** Runs nights for the holder of the lease. */
public final class Nights {

  /** So far ahead of the clock an as-of date is still believed, as clocks may be late. */
  private static final int AHEAD_DAYS = 31;

  /** And so far after the night before, whatever the clock says. */
  private static final int GAP_DAYS = 183;

  private final NightOrder order;
  private final IndexNews news;
  private final Observing observing;
  private final OpenRecord record;
  private final JdbcRowShelf shelf;
  private final StepTrail progress;
  private final JobRepository repository;
  private final Workshop workshop;
  private final FileKeys keys;
  private final Resent resent;
  private final Replies replies;
  private final TakenLists lists;
  private final RunNumbers numbers;

  Nights(
      NightOrder order,
      OpenRecord record,
      JdbcRowShelf shelf,
      Progress progress,
      Steps steps,
      GracefulStop stop,
      JobOperator operator,
      IndexNews news,
      Observing observing) {
    this.observing = observing;
    this.news = news;
    this.order = order;
    this.record = record;
    this.shelf = shelf;
    this.progress = new StepTrail(order, progress);
    this.repository = steps.repository();
    this.resent = new Resent(shelf);
    this.replies = new Replies(order, record, shelf);
    this.numbers = new RunNumbers(order, record, repository);
    this.workshop =
        new Workshop(
            order, record, shelf, this.progress, new Workshop.Batch(steps, stop, operator));
    this.keys = workshop.keys();
    this.lists = workshop.lists();
  }

  /** One night; a night that was cut short is taken up again. */
  public NightOutcome run() throws IOException {
    workshop.recover();
    boolean whatIf =
        record.state().latest().map(latest -> order.asOf().isBefore(latest.asOf())).orElse(false);
    NightWork work = new NightWork(whatIf ? numbers.whatIf() : numbers.night(), whatIf);
    work.remarks.addAll(news.notes());
    work.remarks.addAll(IndexNews.drillFailed(record.state().safety().lastDrill()).notes());
    if (!whatIf) {
      record.journal().append(new Entry.RunStarted(work.runId, order.job().name(), order.asOf()));
    }
    Instant started = order.clock().instant();
    FileEntries entries = new FileEntries(shelf, keys);
    ReportAssembly assembly = new ReportAssembly(order, record, shelf, entries, started);
    try {
      NightOutcome outcome =
          workshop.open(work.runId, bench -> night(bench, work, entries, assembly));
      work.ended = outcome instanceof NightOutcome.Overrun ? null : outcome;
      return outcome;
    } finally {
      observing.ended(work, record.state(), started);
    }
  }

  private NightOutcome night(
      Workshop.Bench bench, NightWork work, FileEntries entries, ReportAssembly assembly) {
    Job job =
        bench
            .jobs()
            .night(work, stages(entries, assembly), bench.intake(work, order), bench.stop());
    Optional<JobExecution> ended = bench.inTime(job, work.runId);
    if (ended.isEmpty()) {
      return new NightOutcome.Overrun();
    }
    NightOutcome outcome = outcome(ended.get(), work, assembly);
    if (outcome instanceof NightOutcome.Done && !work.whatIf) {
      purgeAfter();
      dropPrevious();
    }
    return outcome;
  }

  /** What is over age goes once the night is published; what cannot go tonight goes tomorrow. */
  private void purgeAfter() {
    if (mistyped()) {
      LoggerFactory.getLogger(Nights.class)
          .warn("nothing is purged as of {}, which lies far ahead of the clock", order.asOf());
      return;
    }
    try {
      purged(Entry.Replaced.RETENTION);
    } catch (IOException | RuntimeException failure) {
      LoggerFactory.getLogger(Nights.class)
          .warn("the purge was not finished: {}", NightFailure.of(failure).getMessage());
    }
  }

  /**
   * A year that somebody mistyped would make everything over age, and what is destroyed is gone.
   */
  private boolean mistyped() {
    LocalDate today = LocalDate.ofInstant(order.clock().instant(), ZoneOffset.UTC);
    return order.asOf().isAfter(today.plusDays(AHEAD_DAYS))
        && record
            .state()
            .publicationBefore(order.asOf())
            .filter(before -> order.asOf().isAfter(before.asOf().plusDays(GAP_DAYS)))
            .isPresent();
  }

  /** The database before the last move has served its time; one that is away is tried tomorrow. */
  private void dropPrevious() {
    try {
      PreviousDatabase.of(order.folder().home())
          .drop(order.settings().database(), record.databaseSeal());
    } catch (IOException | RuntimeException failure) {
      LoggerFactory.getLogger(Nights.class)
          .warn("the previous database was not removed: {}", NightFailure.of(failure).getMessage());
    }
  }

  /**
   * Removes what is over age.
   *
   * @param by who ordered it
   * @return the certificate's line; empty if nothing was over age
   */
  public Optional<Entry.Purged> purge(String by) throws IOException {
    readWhatIsUnread("purge-");
    return purged(by);
  }

  private Optional<Entry.Purged> purged(String by) throws IOException {
    Optional<Entry.Purged> purged = new Purge(order, record, shelf, reading(order)).run(by);
    if (purged.isPresent()) {
      shelf.tidy();
    }
    return purged;
  }

  /**
   * Deletes what is held about {@code children}; tells how much, by kind.
   *
   * @param by who decided it
   * @throws IOException if a file that names a child cannot be read again; then nothing changed
   */
  public SortedMap<String, Long> erase(List<PersonTraces> children, String by) throws IOException {
    readWhatIsUnread("erase-");
    SortedMap<String, Long> erased =
        new PersonErasure(order, record, shelf, reading(order)).erase(children, by);
    shelf.tidy();
    return erased;
  }

  /** An index that was lost, or never made, is made first. */
  private void readWhatIsUnread(String attempt) {
    workshop.recover();
    NightWork work = new NightWork("reading", true);
    read(work, order, attempt + order.clock().instant());
  }

  private void read(NightWork work, NightOrder by, String attempt) {
    JobExecution read =
        workshop.open(
            work.runId,
            bench ->
                bench.start(bench.jobs().reading(bench.intake(work, by), bench.stop()), attempt));
    if (read.getStatus() != BatchStatus.COMPLETED) {
      throw StepFailures.of(read).failure();
    }
  }

  /** Reads what was taken, by the profiles of {@code by}. */
  private Intake reading(NightOrder by) {
    return new Intake(by.profiles(), IntakeLimits.defaults(), lists);
  }

  /** Whether an earlier run has left files unanswered or answers unsent; opens no database. */
  public static boolean leftOver(NightOrder order, OpenRecord record) throws IOException {
    return !record.state().unanswered().isEmpty() || Delivery.waits(order.folder());
  }

  /**
   * Takes and answers {@code arrivals}, and answers whatever an earlier run has left unanswered;
   * the next night compares and publishes. What was cut short is taken up again.
   */
  public NightOutcome take(List<Arrival> arrivals) throws IOException {
    workshop.recover();
    NightWork work = new NightWork(numbers.take(), false);
    FileEntries entries = new FileEntries(shelf, keys);
    CollectStage collect = new CollectStage(order, record);
    Delivery delivery = delivery();
    Optional<JobExecution> inTime =
        workshop.open(
            work.runId,
            bench -> {
              Job job =
                  bench
                      .jobs()
                      .take(
                          work,
                          given -> collect.take(given, arrivals),
                          bench.intake(work, order),
                          normalize(entries, delivery),
                          bench.stop());
              return bench.inTime(job, work.runId);
            });
    if (inTime.isEmpty()) {
      return new NightOutcome.Overrun();
    }
    JobExecution ended = inTime.get();
    if (ended.getStatus() == BatchStatus.STOPPED) {
      return new NightOutcome.Stopped();
    }
    if (ended.getStatus() != BatchStatus.COMPLETED) {
      return StepFailures.of(ended);
    }
    forgetTakesBefore(ended);
    return new NightOutcome.Taken(work.stuck, delivery.answers());
  }

  /**
   * The batch tables keep one take, the last: a watch takes many times a day, and what it did is in
   * the journal.
   */
  private void forgetTakesBefore(JobExecution last) {
    for (JobInstance instance : repository.findJobInstances(NightJob.TAKE)) {
      if (instance.getId() != last.getJobInstance().getId()) {
        repository.deleteJobInstance(instance);
      }
    }
  }

  /**
   * Makes the index again from archive and journal, and holds it against them.
   *
   * @param then the order of the last publication, as it was archived; null if nothing was
   *     published
   */
  public Rebuilt rebuild(@Nullable NightOrder then) throws IOException {
    refill(then);
    Rebuild rebuild = new Rebuild(record, shelf);
    Optional<Published> latest = record.state().latest();
    int files = new UnreadFiles(record.state(), shelf).known();
    List<String> differences = rebuild.differences();
    if (latest.isEmpty() || then == null || !differences.isEmpty()) {
      return new Rebuilt(files, rebuild.rows(), differences, null, List.of(), 0);
    }
    return rebuild.again(latest.get(), then, files);
  }

  /**
   * Empties the index and fills it from archive and journal.
   *
   * @param then the order of the last publication; null if nothing was published
   */
  public void refill(@Nullable NightOrder then) {
    workshop.recover();
    shelf.clearAll();
    NightWork work = new NightWork("rebuild", true);
    // By the profiles and settings of then: the past is not read by newer ones.
    read(work, then == null ? order : then, "rebuild-" + order.clock().instant());
  }

  /**
   * What the index holds, and what the last publication comes to from it; publishes nothing.
   *
   * @param then the order of the last publication; null if nothing was published
   */
  public Standing standing(@Nullable NightOrder then) throws IOException {
    return Standing.of(record, shelf, order.folder(), then);
  }

  /** Makes a model of the lists that hold now; changes nothing. */
  public Trained train() throws IOException {
    NightWork work = new NightWork("train", true);
    FileEntries entries = new FileEntries(shelf, keys);
    new AnswerStage(order, record, shelf, entries, resent, replies, (entry, receipt) -> {})
        .run(work);
    return new LinkStage(order, record, shelf).train(work);
  }

  private NightJob.Stages stages(FileEntries entries, ReportAssembly assembly) {
    Delivery delivery = delivery();
    NightJob.Stage answer = normalize(entries, delivery);
    LinkMemoryFile memory = new LinkMemoryFile(order.folder());
    LinkStage link = new LinkStage(order, record, shelf, memory.read(), progress);
    JudgeStage judge = new JudgeStage(order, record, shelf);
    GuardStage guard = new GuardStage(order, record, link, judge, shelf, assembly, delivery);
    LedgerStage ledger = new LedgerStage(order, record);
    PublishStage publish = new PublishStage(order, record, assembly);
    return new NightJob.Stages(
        new CollectStage(order, record)::run,
        work -> {
          answer.run(work);
          assembly.enter(work);
        },
        link::run,
        work -> {
          judge.run(work);
          guard.run(work);
        },
        work -> {
          link.record(work);
          ledger.run(work);
        },
        work -> {
          publish.run(work);
          remember(work, memory);
        },
        new NotifyStage(order, record)::run);
  }

  /** Only what is published is remembered. */
  private static void remember(NightWork work, LinkMemoryFile file) {
    LinkMemory memory = work.memory;
    if (memory != null && work.published != null) {
      file.write(memory);
    }
  }

  private Delivery delivery() {
    Feedbacks feedbacks = new Feedbacks(order, record, shelf, resent, replies);
    return new Delivery(order.folder(), feedbacks::write, progress);
  }

  private NightJob.Stage normalize(FileEntries entries, Delivery delivery) {
    AnswerStage answer = new AnswerStage(order, record, shelf, entries, resent, replies, delivery);
    return work -> {
      if (!work.whatIf) {
        delivery.sendWhatWaits(record.lease());
      }
      answer.run(work);
    };
  }

  private static NightOutcome outcome(JobExecution ended, NightWork work, ReportAssembly assembly) {
    if (ended.getStatus() == BatchStatus.STOPPED) {
      return new NightOutcome.Stopped();
    }
    if (ended.getStatus() != BatchStatus.COMPLETED) {
      return StepFailures.of(ended);
    }
    return work.published == null
        ? new NightOutcome.Unbalanced(work.unbalanced)
        : new NightOutcome.Done(
            assembly.report(work), work.published, work.whatIf, work.exit, work.notSent);
  }
}

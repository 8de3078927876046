package cn.bidui.batch;

import cn.bidui.collect.Arrival;
import cn.bidui.intake.FindBase;
import cn.bidui.intake.Intake;
import cn.bidui.intake.IntakeLimits;
import cn.bidui.ledger.Entry;
import cn.bidui.ledger.Entry.Published;
import cn.bidui.ledger.Publication;
import cn.bidui.link.LinkMemory;
import cn.bidui.store.JdbcRowShelf;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.core.task.support.TaskExecutorAdapter;

/** Runs nights for the holder of the lease. */
public final class Nights {

  private static final String RUN = "runId";
  private static final String AS_OF = "asOf";

  /** The exit code of a process that could not be ended otherwise. */
  private static final int INPUT_OUTPUT = 74;

  private final NightOrder order;
  private final IndexNews news;
  private final OpenRecord record;
  private final JdbcRowShelf shelf;
  private final Progress progress;
  private final Steps steps;
  private final GracefulStop stop;
  private final JobOperator operator;
  private final JobRepository repository;
  private final FileKeys keys;
  private final Resent resent;
  private final Replies replies;

  Nights(
      NightOrder order,
      OpenRecord record,
      JdbcRowShelf shelf,
      Progress progress,
      Steps steps,
      GracefulStop stop,
      JobOperator operator,
      IndexNews news) {
    this.news = news;
    this.order = order;
    this.record = record;
    this.shelf = shelf;
    this.progress = progress;
    this.steps = steps;
    this.stop = stop;
    this.operator = operator;
    this.repository = steps.repository();
    this.keys = new FileKeys(record.archive());
    this.resent = new Resent(shelf);
    this.replies = new Replies(order, record, shelf);
  }

  /** One night; a night that was cut short is taken up again. */
  public NightOutcome run() throws IOException {
    StuckExecutions.recover(repository, operator);
    boolean whatIf =
        record.state().latest().map(latest -> order.asOf().isBefore(latest.asOf())).orElse(false);
    NightWork work = new NightWork(whatIf ? whatIfId() : runId(), whatIf);
    work.remarks.addAll(news.notes());
    work.remarks.addAll(IndexNews.drillFailed(record.state().safety().lastDrill()).notes());
    if (!whatIf) {
      record.journal().append(new Entry.RunStarted(work.runId, order.job().name(), order.asOf()));
    }
    Instant started = order.clock().instant();
    FileEntries entries = new FileEntries(shelf, keys);
    ReportAssembly assembly = new ReportAssembly(order, record, shelf, entries, started);
    ExecutorService threads = Executors.newFixedThreadPool(order.settings().threads());
    try (StepWatch watch = watch(threads)) {
      NightJob jobs = jobs(watch);
      Job job =
          jobs.night(work, stages(entries, assembly), intake(jobs, work, order, threads), stop);
      Optional<JobExecution> ended = inTime(watch, job, work.runId);
      if (ended.isEmpty()) {
        return new NightOutcome.Overrun();
      }
      NightOutcome outcome = outcome(ended.get(), work, assembly);
      if (outcome instanceof NightOutcome.Done && !whatIf) {
        purgeAfter();
      }
      return outcome;
    } finally {
      threads.shutdownNow();
    }
  }

  /** What is over age goes once the night is published; what cannot go tonight goes tomorrow. */
  private void purgeAfter() {
    try {
      purged(Entry.Replaced.RETENTION);
    } catch (IOException | RuntimeException failure) {
      LoggerFactory.getLogger(Nights.class)
          .warn("the purge was not finished: {}", NightFailure.of(failure).getMessage());
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
    return new Purge(order, record, shelf, reading(order)).run(by);
  }

  /**
   * Deletes what is held about {@code children}; tells how much, by kind.
   *
   * @param by who decided it
   * @throws IOException if a file that names a child cannot be read again; then nothing changed
   */
  public SortedMap<String, Long> erase(List<PersonTraces> children, String by) throws IOException {
    readWhatIsUnread("erase-");
    return new PersonErasure(order, record, shelf, reading(order)).erase(children, by);
  }

  /** An index that was lost, or never made, is made first. */
  private void readWhatIsUnread(String attempt) {
    StuckExecutions.recover(repository, operator);
    NightWork work = new NightWork("reading", true);
    ExecutorService threads = Executors.newFixedThreadPool(order.settings().threads());
    try (StepWatch watch = watch(threads)) {
      NightJob jobs = jobs(watch);
      Job reading = jobs.reading(intake(jobs, work, order, threads), stop);
      JobExecution read = start(reading, attempt + order.clock().instant());
      if (read.getStatus() != BatchStatus.COMPLETED) {
        throw failed(read).failure();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  /** Reads what was taken, by the profiles of {@code by}. */
  private Intake reading(NightOrder by) {
    return new Intake(by.profiles(), IntakeLimits.defaults(), this::base);
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
    StuckExecutions.recover(repository, operator);
    NightWork work = new NightWork(takeId(), false);
    FileEntries entries = new FileEntries(shelf, keys);
    CollectStage collect = new CollectStage(order, record);
    Delivery delivery = delivery();
    ExecutorService threads = Executors.newFixedThreadPool(order.settings().threads());
    try (StepWatch watch = watch(threads)) {
      NightJob jobs = jobs(watch);
      Job job =
          jobs.take(
              work,
              given -> collect.take(given, arrivals),
              intake(jobs, work, order, threads),
              normalize(entries, delivery),
              stop);
      Optional<JobExecution> inTime = inTime(watch, job, work.runId);
      if (inTime.isEmpty()) {
        return new NightOutcome.Overrun();
      }
      JobExecution ended = inTime.get();
      if (ended.getStatus() == BatchStatus.STOPPED) {
        return new NightOutcome.Stopped();
      }
      if (ended.getStatus() != BatchStatus.COMPLETED) {
        return failed(ended);
      }
      forgetTakesBefore(ended);
      return new NightOutcome.Taken(work.stuck, delivery.answers());
    } finally {
      threads.shutdownNow();
    }
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
    StuckExecutions.recover(repository, operator);
    shelf.clearAll();
    NightWork work = new NightWork("rebuild", true);
    ExecutorService threads = Executors.newFixedThreadPool(order.settings().threads());
    try (StepWatch watch = watch(threads)) {
      NightJob jobs = jobs(watch);
      String attempt = "rebuild-" + order.clock().instant();
      // By the profiles and settings of then: the past is not read by newer ones.
      Step intake = intake(jobs, work, then == null ? order : then, threads);
      JobExecution read = start(jobs.reading(intake, stop), attempt);
      if (read.getStatus() != BatchStatus.COMPLETED) {
        throw failed(read).failure();
      }
    } finally {
      threads.shutdownNow();
    }
    Rebuild rebuild = new Rebuild(record, shelf);
    Optional<Published> latest = record.state().latest();
    int files = new UnreadFiles(record.state(), shelf).known();
    List<String> differences = rebuild.differences();
    if (latest.isEmpty() || then == null || !differences.isEmpty()) {
      return new Rebuilt(files, rebuild.rows(), differences, null, List.of(), 0);
    }
    return replayed(rebuild, latest.get(), then, files);
  }

  /** Makes a model of the lists that hold now; changes nothing. */
  public Trained train() throws IOException {
    NightWork work = new NightWork("train", true);
    FileEntries entries = new FileEntries(shelf, keys);
    new AnswerStage(order, record, shelf, entries, resent, replies, (entry, receipt) -> {})
        .run(work);
    return new LinkStage(order, record, shelf).train(work);
  }

  private Rebuilt replayed(Rebuild rebuild, Published latest, NightOrder then, int files)
      throws IOException {
    Rebuild.Replayed replayed = rebuild.replay(latest, then, order.folder().home());
    int restored =
        replayed.differing().isEmpty()
            ? Rebuild.restore(
                record.reports().folder(latest.asOf()), replayed.folder(), latest.manifest())
            : 0;
    if (restored > 0) {
      record.reports().recover(record.state(), record.lease());
    }
    Publication.under(order.folder().whatIf()).abandon(record.lease());
    return new Rebuilt(files, rebuild.rows(), List.of(), latest, replayed.differing(), restored);
  }

  /**
   * What came of a rebuild.
   *
   * @param files how many files the index was made from
   * @param differences files whose rows are not what the journal counted
   * @param latest the publication that was done again; null if there was none
   * @param differing paths that came out differently
   * @param restored published files that had gone missing and were put back
   */
  public record Rebuilt(
      int files,
      long rows,
      List<String> differences,
      @Nullable Published latest,
      List<String> differing,
      int restored) {}

  private NightJob.Stages stages(FileEntries entries, ReportAssembly assembly) {
    Delivery delivery = delivery();
    NightJob.Stage answer = normalize(entries, delivery);
    LinkMemoryFile memory = new LinkMemoryFile(order.folder());
    LinkStage link = new LinkStage(order, record, shelf, memory.read(), progress);
    JudgeStage judge = new JudgeStage(order, record);
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
    return new Delivery(
        order.folder(), new Feedbacks(order, record, shelf, resent, replies), progress);
  }

  private NightJob.Stage normalize(FileEntries entries, Delivery delivery) {
    AnswerStage answer = new AnswerStage(order, record, shelf, entries, resent, replies, delivery);
    return work -> {
      if (!work.whatIf) {
        delivery.sendWhatWaits();
      }
      answer.run(work);
    };
  }

  private NightJob jobs(StepWatch watch) {
    return new NightJob(steps, progress, order.clock(), watch);
  }

  private StepWatch watch(ExecutorService threads) {
    return new StepWatch(
        Duration.ofMinutes(order.settings().precautions().stepLimitMinutes()),
        StepWatch.GRACE,
        order.folder().logs(),
        progress,
        threads::shutdownNow,
        () -> Runtime.getRuntime().halt(INPUT_OUTPUT));
  }

  private Step intake(NightJob jobs, NightWork work, NightOrder by, ExecutorService threads) {
    UnreadFiles files = new UnreadFiles(record.state(), shelf);
    FindBase bases = this::base;
    Intake intake = new Intake(by.profiles(), IntakeLimits.defaults(), bases);
    ReadStep read =
        new ReadStep(
            steps,
            sha256 -> intake.remembering(record.state().headersKnownTo(sha256)),
            record.archive(),
            keys,
            new RowKeys(record.key()),
            shelf,
            files::of,
            sha256 -> new ReadingRules(by.settings(), receivedOn(sha256)),
            progress);
    return jobs.intake(work, files, read, new TaskExecutorAdapter(threads));
  }

  /** The list that was received under that number, if it is the one of that digest. */
  private Optional<FindBase.Base> base(String sha256, long receipt) {
    return record
        .state()
        .shownAs(receipt)
        .map(found -> found.received().file())
        .filter(file -> file.sha256().equals(sha256))
        .map(file -> new FindBase.Base(record.archive().content(sha256), file.name()));
  }

  /** The day on which a file was received: what it does not say is assumed as of then. */
  private LocalDate receivedOn(String sha256) {
    return record
        .state()
        .readUnder(sha256)
        .map(receipt -> receipt.received().asOf())
        .orElse(order.asOf());
  }

  /** The run that was cut short on this as-of date, else a number that the journal has not seen. */
  private String runId() {
    return cutShort(NightJob.NIGHT)
        .orElseGet(() -> "R-" + order.asOf() + "-" + (record.state().runs() + 1));
  }

  /** Takes are no runs and have no number in the journal. */
  private String takeId() {
    return cutShort(NightJob.TAKE)
        .orElseGet(() -> "T-" + order.asOf() + "-" + order.clock().millis());
  }

  /** Nothing is journaled of a what-if, so only the clock tells two of them apart. */
  private String whatIfId() {
    return "W-" + order.asOf() + "-" + order.clock().millis();
  }

  private Optional<String> cutShort(String job) {
    return Optional.ofNullable(repository.getLastJobInstance(job))
        .map(repository::getLastJobExecution)
        .filter(this::cutShort)
        .map(execution -> execution.getJobParameters().getString(RUN));
  }

  private boolean cutShort(JobExecution execution) {
    return execution.getStatus() != BatchStatus.COMPLETED
        && order.asOf().toString().equals(execution.getJobParameters().getString(AS_OF));
  }

  /** Empty if a step took too long: what it threw when it was interrupted explains nothing. */
  private Optional<JobExecution> inTime(StepWatch watch, Job job, String runId) {
    try {
      JobExecution ended = start(job, runId);
      return watch.overrun() ? Optional.empty() : Optional.of(ended);
    } catch (NightFailure failure) {
      if (watch.overrun()) {
        return Optional.empty();
      }
      throw failure;
    }
  }

  private JobExecution start(Job job, String runId) {
    JobParameters parameters =
        new JobParametersBuilder()
            .addString(RUN, runId)
            .addString(AS_OF, order.asOf().toString())
            .toJobParameters();
    return NightFailure.discreetly(() -> operator.start(job, parameters));
  }

  private static NightOutcome outcome(JobExecution ended, NightWork work, ReportAssembly assembly) {
    if (ended.getStatus() == BatchStatus.STOPPED) {
      return new NightOutcome.Stopped();
    }
    if (ended.getStatus() != BatchStatus.COMPLETED) {
      return failed(ended);
    }
    return work.published == null
        ? new NightOutcome.Unbalanced(work.unbalanced)
        : new NightOutcome.Done(
            assembly.report(work), work.published, work.whatIf, work.exit, work.notSent);
  }

  /**
   * The failure that says most: the step over the partitions only says that one of them failed, and
   * what the server said first is followed by all that could not be done without it.
   */
  private static NightOutcome.Failed failed(JobExecution ended) {
    List<NightOutcome.Failed> failures = new ArrayList<>();
    for (StepExecution step : ended.getStepExecutions()) {
      for (Throwable failure : step.getFailureExceptions()) {
        failures.add(new NightOutcome.Failed(step.getStepName(), NightFailure.of(failure)));
      }
    }
    for (Throwable failure : ended.getFailureExceptions()) {
      failures.add(new NightOutcome.Failed("night", NightFailure.of(failure)));
    }
    return failures.stream()
        .max(Comparator.comparing(failed -> failed.failure().weight()))
        .orElseGet(
            () ->
                new NightOutcome.Failed(
                    "night", NightFailure.of(new IllegalStateException(ended.getStatus().name()))));
  }
}

package cn.bidui.batch;

import cn.bidui.intake.Intake;
import cn.bidui.intake.IntakeLimits;
import cn.bidui.store.JdbcRowShelf;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.step.Step;
import org.springframework.core.task.support.TaskExecutorAdapter;

/**
 * How a job of Spring Batch is done (开工): with threads of its own, under watch, told to whoever
 * looks; whatever becomes of it, the threads end and the look is over.
 */
final class Workshop {

  /** The exit code of a process that could not be ended otherwise. */
  private static final int INPUT_OUTPUT = 74;

  private final NightOrder order;
  private final OpenRecord record;
  private final JdbcRowShelf shelf;
  private final StepTrail progress;
  private final Batch batch;
  private final FileKeys keys;
  private final TakenLists lists;

  /** What Spring Batch brings. */
  record Batch(Steps steps, GracefulStop stop, JobOperator operator) {}

  Workshop(
      NightOrder order, OpenRecord record, JdbcRowShelf shelf, StepTrail progress, Batch batch) {
    this.order = order;
    this.record = record;
    this.shelf = shelf;
    this.progress = progress;
    this.batch = batch;
    this.keys = new FileKeys(record.archive());
    this.lists = new TakenLists(record::state, record.archive());
  }

  /** Work at an open bench. */
  @FunctionalInterface
  interface Work<T> {
    T at(Bench bench);
  }

  /** The keys of the files that jobs read. */
  FileKeys keys() {
    return keys;
  }

  /** The lists that were taken. */
  TakenLists lists() {
    return lists;
  }

  /** What was left at work by a process that was killed is free again. */
  void recover() {
    StuckExecutions.recover(batch.steps().repository(), batch.operator());
  }

  /** Does {@code work} for the run of that number. */
  <T> T open(String runId, Work<T> work) {
    progress.begins(runId);
    ExecutorService threads = Executors.newFixedThreadPool(order.settings().threads());
    try (StepWatch watch = watch(threads)) {
      return work.at(new Bench(watch, threads));
    } finally {
      threads.shutdownNow();
      progress.over();
    }
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

  /** Where one job is done. */
  final class Bench {

    private final StepWatch watch;
    private final ExecutorService threads;
    private final NightJob jobs;

    private Bench(StepWatch watch, ExecutorService threads) {
      this.watch = watch;
      this.threads = threads;
      this.jobs = new NightJob(batch.steps(), progress, order.clock(), watch);
    }

    /** The jobs that there are. */
    NightJob jobs() {
      return jobs;
    }

    /** How they are asked to stop. */
    GracefulStop stop() {
      return batch.stop();
    }

    /** Reads what was taken and not read yet, by the profiles and settings of {@code by}. */
    Step intake(NightWork work, NightOrder by) {
      UnreadFiles files = new UnreadFiles(record.state(), shelf);
      Intake intake = new Intake(by.profiles(), IntakeLimits.defaults(), lists);
      ReadStep read =
          new ReadStep(
              batch.steps(),
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

    /** The day on which a file was received: what it does not say is assumed as of then. */
    private LocalDate receivedOn(String sha256) {
      return record
          .state()
          .readUnder(sha256)
          .map(receipt -> receipt.received().asOf())
          .orElse(order.asOf());
    }

    /** Empty if a step took too long: what it threw when it was interrupted explains nothing. */
    Optional<JobExecution> inTime(Job job, String runId) {
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

    /** The same, however long it takes. */
    JobExecution start(Job job, String runId) {
      JobParameters parameters =
          new JobParametersBuilder()
              .addString(RunNumbers.RUN, runId)
              .addString(RunNumbers.AS_OF, order.asOf().toString())
              .toJobParameters();
      return NightFailure.discreetly(() -> batch.operator().start(job, parameters));
    }
  }
}

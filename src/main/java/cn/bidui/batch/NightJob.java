package cn.bidui.batch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.partition.support.TaskExecutorPartitionHandler;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.core.task.TaskExecutor;

/**
 * The job of a night: collect → intake → normalize → link → judge → ledger → report → notify, one
 * step per room. Files are read in parallel, one partition each.
 */
final class NightJob {

  /** The job's name in the batch tables. */
  static final String NIGHT = "night";

  /** The name of the job that takes and answers files without comparing anything. */
  static final String TAKE = "take";

  /** The step that reads files, one partition for each. */
  static final String INTAKE = "intake";

  private final Steps steps;
  private final StepTrail trail;
  private final Clock clock;
  private final StepWatch watch;

  NightJob(Steps steps, StepTrail trail, Clock clock, StepWatch watch) {
    this.watch = watch;
    this.steps = steps;
    this.trail = trail;
    this.clock = clock;
  }

  /** What a step does in one go. */
  @FunctionalInterface
  interface Stage {
    /** Does it. */
    void run(NightWork work) throws Exception;
  }

  /** The stages around the reading of files. */
  record Stages(
      Stage collect,
      Stage normalize,
      Stage link,
      Stage judge,
      Stage ledger,
      Stage report,
      Stage notifying) {}

  /** The whole night. */
  Job night(NightWork work, Stages stages, Step intake, GracefulStop stop) {
    return job(NIGHT)
        .listener(stop)
        .start(stage("collect", stages.collect(), work))
        .next(intake)
        .next(stage("normalize", stages.normalize(), work))
        .next(stage("link", stages.link(), work))
        .next(stage("judge", stages.judge(), work))
        .next(stage("ledger", stages.ledger(), work))
        .next(stage("report", stages.report(), work))
        .next(stage("notify", stages.notifying(), work))
        .build();
  }

  /** The first part of a night, by the same steps: what watch does. */
  Job take(NightWork work, Stage collect, Step intake, Stage normalize, GracefulStop stop) {
    return job(TAKE)
        .listener(stop)
        .start(stage("collect", collect, work))
        .next(intake)
        .next(stage("normalize", normalize, work))
        .build();
  }

  /** The reading of files alone, which is what a rebuilt index needs. */
  Job reading(Step intake, GracefulStop stop) {
    return job("reading").listener(stop).start(intake).build();
  }

  private JobBuilder job(String name) {
    return new JobBuilder(name, steps.repository()).observationRegistry(steps.observations());
  }

  /** Reads every unread file, several at once. */
  Step intake(NightWork work, UnreadFiles files, ReadStep read, TaskExecutor threads) {
    TaskExecutorPartitionHandler handler = new TaskExecutorPartitionHandler();
    handler.setStep(read);
    handler.setTaskExecutor(threads);
    return new StepBuilder(INTAKE, steps.repository())
        .observationRegistry(steps.observations())
        .partitioner(read.getName(), files)
        .partitionHandler(handler)
        .allowStartIfComplete(true)
        .listener(timed(work))
        .build();
  }

  private Step stage(String name, Stage stage, NightWork work) {
    return steps.tasklet(
        name,
        (contribution, context) ->
            NightFailure.discreetly(
                () -> {
                  stage.run(work);
                  return RepeatStatus.FINISHED;
                }),
        timed(work));
  }

  private StepExecutionListener timed(NightWork work) {
    return new StepExecutionListener() {
      private Instant began = Instant.EPOCH;

      @Override
      public void beforeStep(StepExecution step) {
        began = clock.instant();
        trail.step(step.getStepName());
        watch.begins(step.getStepName());
      }

      @Override
      public ExitStatus afterStep(StepExecution step) {
        watch.ends();
        work.stepMillis.put(
            step.getStepName(), Duration.between(began, clock.instant()).toMillis());
        trail.ended(step, StepCounts.of(step, work));
        return step.getExitStatus();
      }
    };
  }
}

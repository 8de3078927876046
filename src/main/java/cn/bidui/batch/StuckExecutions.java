package cn.bidui.batch;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;

/**
 * Executions that a killed process left as running, or whose end a server that went away could not
 * note. {@code recover} believes its caller that nobody runs them any more, so only the holder of
 * the lease may call this.
 */
final class StuckExecutions {

  private StuckExecutions() {}

  /**
   * Marks them as failed, so that they can be restarted.
   *
   * @return how many there were
   */
  static int recover(JobRepository repository, JobOperator operator) {
    int recovered = 0;
    for (String name : repository.getJobNames()) {
      for (JobInstance instance : repository.findJobInstances(name)) {
        for (JobExecution execution : repository.getJobExecutions(instance)) {
          boolean settled = settled(repository, execution);
          boolean resumable = resumable(operator, execution);
          if (settled || resumable) {
            recovered++;
          }
        }
      }
    }
    return recovered;
  }

  private static boolean resumable(JobOperator operator, JobExecution execution) {
    if (!stuck(execution)) {
      return false;
    }
    operator.recover(execution);
    return true;
  }

  /** A job that failed by itself may still have a step that looks as if it ran. */
  private static boolean stuck(JobExecution execution) {
    return execution.isRunning()
        || execution.getStepExecutions().stream().anyMatch(step -> step.getStatus().isRunning());
  }

  /**
   * Spring Batch refuses to go on from a step whose commit may or may not have come through. Here
   * it may: how many rows are kept is counted before a file is read further, and a file whose count
   * differs is read again.
   */
  private static boolean settled(JobRepository repository, JobExecution execution) {
    boolean unknown = false;
    for (StepExecution step : execution.getStepExecutions()) {
      if (step.getStatus() == BatchStatus.UNKNOWN) {
        step.setStatus(BatchStatus.FAILED);
        step.setExitStatus(ExitStatus.FAILED);
        step.setEndTime(now());
        repository.update(step);
        unknown = true;
      }
    }
    if (unknown || execution.getStatus() == BatchStatus.UNKNOWN) {
      execution.setStatus(BatchStatus.FAILED);
      execution.setExitStatus(ExitStatus.FAILED);
      execution.setEndTime(now());
      repository.update(execution);
      return true;
    }
    return false;
  }

  private static LocalDateTime now() {
    return LocalDateTime.now(ZoneOffset.UTC);
  }
}

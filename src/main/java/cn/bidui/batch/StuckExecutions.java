package cn.bidui.batch;

import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;

/**
 * Executions that a killed process left as running. {@code recover} believes its caller that nobody
 * runs them any more, so only the holder of the lease may call this.
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
          if (stuck(execution)) {
            operator.recover(execution);
            recovered++;
          }
        }
      }
    }
    return recovered;
  }

  /** A job that failed by itself may still have a step that looks as if it ran. */
  private static boolean stuck(JobExecution execution) {
    return execution.isRunning()
        || execution.getStepExecutions().stream().anyMatch(step -> step.getStatus().isRunning());
  }
}

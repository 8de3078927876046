package cn.bidui.batch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.step.StepExecution;

/** What made a run fail. */
final class StepFailures {

  private StepFailures() {}

  /**
   * The failure that says most: the step over the partitions only says that one of them failed, and
   * what the server said first is followed by all that could not be done without it.
   */
  static NightOutcome.Failed of(JobExecution ended) {
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

package cn.bidui.batch;

import java.util.Optional;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.repository.JobRepository;

/** What runs are called: a run that was cut short goes on under its own name. */
final class RunNumbers {

  static final String RUN = "runId";
  static final String AS_OF = "asOf";

  private final NightOrder order;
  private final OpenRecord record;
  private final JobRepository repository;

  RunNumbers(NightOrder order, OpenRecord record, JobRepository repository) {
    this.order = order;
    this.record = record;
    this.repository = repository;
  }

  /** The run that was cut short on this as-of date, else a number that the journal has not seen. */
  String night() {
    return cutShort(NightJob.NIGHT)
        .orElseGet(() -> "R-" + order.asOf() + "-" + (record.state().runs() + 1));
  }

  /** Takes are no runs and have no number in the journal. */
  String take() {
    return cutShort(NightJob.TAKE)
        .orElseGet(() -> "T-" + order.asOf() + "-" + order.clock().millis());
  }

  /** Nothing is journaled of a what-if, so only the clock tells two of them apart. */
  String whatIf() {
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
}

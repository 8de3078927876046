package cn.bidui.batch;

import io.micrometer.observation.ObservationRegistry;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.ChunkOrientedStepBuilder;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.item.ItemProcessor;
import org.springframework.batch.infrastructure.item.ItemStreamReader;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The only place where steps are built.
 *
 * <p>Easy to get wrong: a chunk step without a transaction manager compiles, runs, and keeps half
 * of a failed chunk; a retry policy repeats within the broken transaction and loses rows in
 * silence; a task executor on a chunk step reads and writes in one thread all the same. So every
 * step gets its transaction manager here, none gets a retry policy or an executor, and files are
 * read in parallel by partition.
 */
final class Steps {

  private final JobRepository repository;
  private final PlatformTransactionManager transactions;
  private final ObservationRegistry observations;

  /**
   * Steps on one database.
   *
   * @param observations told of jobs and steps; not of the reading of single files, whose names
   *     would become names of meters
   */
  Steps(
      JobRepository repository,
      PlatformTransactionManager transactions,
      ObservationRegistry observations) {
    this.repository = repository;
    this.transactions = transactions;
    this.observations = observations;
  }

  /** A step that does its work in one go, and does it again if a night is restarted. */
  Step tasklet(String name, Tasklet tasklet, StepExecutionListener listener) {
    return new StepBuilder(name, repository)
        .observationRegistry(observations)
        .tasklet(tasklet, transactions)
        .allowStartIfComplete(true)
        .listener(listener)
        .build();
  }

  /** A step that moves rows, {@code chunk} to a transaction, and goes on where it was stopped. */
  <I, O> Step chunks(
      String name,
      int chunk,
      ItemStreamReader<I> reader,
      ItemProcessor<I, O> processor,
      ItemWriter<O> writer,
      StepExecutionListener listener) {
    return new ChunkOrientedStepBuilder<I, O>(name, repository, chunk)
        .transactionManager(transactions).reader(reader).processor(processor).writer(writer).stream(
                reader)
            .listener(listener)
            .build();
  }

  ObservationRegistry observations() {
    return observations;
  }

  JobRepository repository() {
    return repository;
  }
}

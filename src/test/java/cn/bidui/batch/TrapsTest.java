package cn.bidui.batch;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.plan.Settings;
import cn.bidui.store.Index;
import cn.bidui.store.TestPostgres;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.ChunkOrientedStepBuilder;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** The traps of Spring Batch that lose or corrupt rows, each stepped around and watched. */
class TrapsTest {

  @TempDir Path home;

  @Nested
  class OnH2 extends OnADatabase {
    @Override
    Settings.Database database() {
      return new Settings.Database("", "", "");
    }
  }

  @Nested
  class OnPostgres extends OnADatabase {
    @Override
    Settings.Database database() {
      return new Settings.Database(TestPostgres.freshDatabase(), "postgres", "");
    }
  }

  @Test
  void onlyStepsBuildsStepsSoThatNoneLacksItsTransactionManager() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName(Steps.class.getName())
        .and()
        .doNotHaveFullyQualifiedName(NightJob.class.getName())
        .should()
        .dependOnClassesThat()
        .areAssignableTo(ChunkOrientedStepBuilder.class)
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(StepBuilder.class)
        .check(
            new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("cn.bidui"));
  }

  @Test
  void noStepRetriesOrSkipsOrSharesItsChunksAmongThreads() {
    for (String method : List.of("retryPolicy", "retry", "skipPolicy", "skip", "faultTolerant")) {
      noClasses()
          .should()
          .callMethodWhere(
              JavaCall.Predicates.target(name(method))
                  .and(
                      JavaCall.Predicates.target(
                          owner(assignableTo(ChunkOrientedStepBuilder.class)))))
          .check(
              new ClassFileImporter()
                  .withImportOption(new ImportOption.DoNotIncludeTests())
                  .importPackages("cn.bidui.batch"));
    }
  }

  abstract class OnADatabase {

    private HikariDataSource pool;
    private AnnotationConfigApplicationContext context;
    private JdbcTemplate jdbc;
    private JobOperator operator;

    abstract Settings.Database database();

    @BeforeEach
    void open() throws IOException {
      pool = Index.open(home, database(), 2);
      context = new AnnotationConfigApplicationContext();
      context.registerBean("dataSource", DataSource.class, () -> pool);
      context.register(BatchInfrastructure.class);
      context.refresh();
      context.start();
      jdbc = new JdbcTemplate(pool);
      operator = context.getBean(JobOperator.class);
      jdbc.execute("create table number (n integer primary key)");
    }

    @AfterEach
    void close() {
      context.close();
      pool.close();
    }

    private Job job(Numbers reader, IntConsumer beforeWrite) {
      Steps steps = context.getBean(Steps.class);
      Step step =
          steps.<Integer, Integer>chunks(
              "numbers",
              10,
              reader,
              number -> number,
              chunk -> {
                for (int number : chunk) {
                  beforeWrite.accept(number);
                  jdbc.update("insert into number values (?)", number);
                }
              },
              new StepExecutionListener() {});
      return new JobBuilder("traps", steps.repository())
          .listener(context.getBean(GracefulStop.class))
          .start(step)
          .build();
    }

    private final JobParameters parameters =
        new JobParametersBuilder().addString("runId", "R-1").toJobParameters();

    private List<Integer> numbers() {
      return jdbc.queryForList("select n from number order by n", Integer.class);
    }

    @Test
    void nothingOfAFailedChunkStays() throws Exception {
      JobExecution failed =
          operator.start(
              job(
                  new Numbers(20),
                  number -> {
                    if (number == 15) {
                      throw new IllegalStateException("broken on purpose");
                    }
                  }),
              parameters);
      assertThat(failed.getStatus()).isEqualTo(BatchStatus.FAILED);
      assertThat(numbers()).isEqualTo(IntStream.rangeClosed(1, 10).boxed().toList());
    }

    @Test
    void aFailedNightGoesOnWhereItStoodAndDoublesNothing() throws Exception {
      AtomicInteger failures = new AtomicInteger();
      IntConsumer once =
          number -> {
            if (number == 15 && failures.getAndIncrement() == 0) {
              throw new IllegalStateException("broken once");
            }
          };
      operator.start(job(new Numbers(30), once), parameters);
      JobExecution again = operator.start(job(new Numbers(30), once), parameters);
      assertThat(again.getStatus()).isEqualTo(BatchStatus.COMPLETED);
      assertThat(numbers()).isEqualTo(IntStream.rangeClosed(1, 30).boxed().toList());
    }

    @Test
    void anExecutionLeftRunningByAKillIsRecoveredByTheHolderOfTheLease() throws Exception {
      operator.start(
          job(
              new Numbers(20),
              number -> {
                if (number == 15) {
                  throw new IllegalStateException("killed here");
                }
              }),
          parameters);
      // What a kill leaves behind: nobody wrote that it ended.
      jdbc.update("update batch_job_execution set status = 'STARTED', end_time = null");
      jdbc.update("update batch_step_execution set status = 'STARTED', end_time = null");
      assertThat(StuckExecutions.recover(context.getBean(Steps.class).repository(), operator))
          .isEqualTo(1);
      JobExecution again = operator.start(job(new Numbers(20), number -> {}), parameters);
      assertThat(again.getStatus()).isEqualTo(BatchStatus.COMPLETED);
      assertThat(numbers()).hasSize(20);
    }

    @Test
    void aStepThatLooksAliveIsRecoveredThoughItsJobFailed() throws Exception {
      operator.start(
          job(
              new Numbers(5),
              number -> {
                throw new IllegalStateException("killed here");
              }),
          parameters);
      jdbc.update("update batch_step_execution set status = 'STARTED', end_time = null");
      assertThat(StuckExecutions.recover(context.getBean(Steps.class).repository(), operator))
          .isEqualTo(1);
    }

    @Test
    void aStopComesAtAChunkBorderAndTheRestIsDoneNextTime() throws Exception {
      GracefulStop stop = context.getBean(GracefulStop.class);
      Numbers reader = new Numbers(40);
      Thread[] stopper = new Thread[1];
      JobExecution stopped =
          operator.start(
              job(
                  reader,
                  number -> {
                    if (number == 12) {
                      stopper[0] = new Thread(stop::stop);
                      stopper[0].start();
                      awaitTerminateOnly(stopper[0]);
                    }
                  }),
              parameters);
      stopper[0].join();
      assertThat(stopped.getStatus()).isEqualTo(BatchStatus.STOPPED);
      assertThat(numbers()).isEqualTo(IntStream.rangeClosed(1, 20).boxed().toList());
      JobExecution again = operator.start(job(new Numbers(40), number -> {}), parameters);
      assertThat(again.getStatus()).isEqualTo(BatchStatus.COMPLETED);
      assertThat(numbers()).hasSize(40);
    }

    private void awaitTerminateOnly(Thread stopper) {
      // The stopper marks the step and then waits for the job to end: waiting is what tells.
      while (stopper.getState() != Thread.State.TIMED_WAITING) {
        Thread.onSpinWait();
      }
    }

    @Test
    void whatAFailureTellsTheBatchTablesHoldsNoData() throws Exception {
      operator.start(
          job(
              new Numbers(5),
              number ->
                  NightFailure.discreetly(
                      () -> {
                        throw new IllegalArgumentException("990101201203040012 is no number");
                      })),
          parameters);
      List<String> messages =
          jdbc.queryForList("select exit_message from batch_step_execution", String.class);
      assertThat(messages).hasSize(1);
      assertThat(messages.get(0)).contains("FatalStepExecutionException");
      assertThat(messages.get(0)).doesNotContain("990101201203040012");
    }
  }

  /** 1, 2, 3 … */
  private static final class Numbers implements ItemStreamReader<Integer> {
    private final int last;
    private int next = 1;

    Numbers(int last) {
      this.last = last;
    }

    @Override
    public void open(ExecutionContext context) {
      next = context.getInt("next", 1);
    }

    @Override
    public void update(ExecutionContext context) {
      context.putInt("next", next);
    }

    @Override
    public @Nullable Integer read() {
      return next > last ? null : next++;
    }
  }
}

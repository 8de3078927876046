package cn.bidui.batch;

import cn.bidui.store.Index;
import javax.sql.DataSource;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.support.JdbcJobRepositoryFactoryBean;

/** The tables of Spring Batch, looked at from outside a night. */
public final class BatchTables {

  private BatchTables() {}

  /**
   * Reads every execution that is noted in {@code database}, as Spring Batch itself does before a
   * night: a status that there is none of, or a context that is no context, is found only so.
   *
   * @throws RuntimeException of any kind if one cannot be read
   */
  public static void readAll(DataSource database) {
    JobRepository repository = repository(database);
    for (String name : repository.getJobNames()) {
      for (JobInstance instance : repository.findJobInstances(name)) {
        repository.getJobExecutions(instance);
      }
    }
  }

  private static JobRepository repository(DataSource database) {
    JdbcJobRepositoryFactoryBean made = new JdbcJobRepositoryFactoryBean();
    made.setDataSource(database);
    made.setTransactionManager(Index.transactions(database));
    try {
      made.afterPropertiesSet();
      return made.getObject();
    } catch (Exception failed) {
      throw new IllegalStateException(failed);
    }
  }
}

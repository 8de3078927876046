package cn.bidui.batch;

import cn.bidui.store.Index;
import io.micrometer.observation.ObservationRegistry;
import javax.sql.DataSource;
import org.springframework.batch.core.configuration.annotation.EnableBatchProcessing;
import org.springframework.batch.core.configuration.annotation.EnableJdbcJobRepository;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Isolation;

/**
 * The job repository on the index's database, in the same transactions as the rows. Plain {@code
 * EnableBatchProcessing} would keep executions in this process only: no restart after a kill.
 */
@Configuration(proxyBeanMethods = false)
@EnableBatchProcessing
@EnableJdbcJobRepository(isolationLevelForCreate = Isolation.READ_COMMITTED)
class BatchInfrastructure {

  @Bean
  PlatformTransactionManager transactionManager(DataSource dataSource) {
    return Index.transactions(dataSource);
  }

  @Bean
  Steps steps(
      JobRepository repository,
      PlatformTransactionManager transactionManager,
      ObjectProvider<ObservationRegistry> observations) {
    return new Steps(
        repository,
        transactionManager,
        observations.getIfAvailable(() -> ObservationRegistry.NOOP));
  }

  @Bean
  GracefulStop gracefulStop() {
    return new GracefulStop();
  }
}

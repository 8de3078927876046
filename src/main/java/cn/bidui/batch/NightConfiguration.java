package cn.bidui.batch;

import cn.bidui.store.JdbcRowShelf;
import io.micrometer.observation.ObservationRegistry;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * The beans of a night. Whoever starts the context brings the data source, the {@link NightOrder},
 * the {@link OpenRecord} and the {@link Progress}.
 */
@Configuration(proxyBeanMethods = false)
@Import(BatchInfrastructure.class)
public class NightConfiguration {

  @Bean
  JdbcRowShelf rowShelf(javax.sql.DataSource dataSource, OpenRecord record) {
    return new JdbcRowShelf(dataSource, record.databaseSeal());
  }

  @Bean
  Observing observing(NightOrder order) {
    return Observing.of(order);
  }

  @Bean
  ObservationRegistry observationRegistry(Observing observing) {
    return observing.observations();
  }

  @Bean
  Nights nights(
      NightOrder order,
      OpenRecord record,
      JdbcRowShelf shelf,
      Progress progress,
      Steps steps,
      GracefulStop stop,
      JobOperator operator,
      IndexNews news,
      Observing observing) {
    return new Nights(order, record, shelf, progress, steps, stop, operator, news, observing);
  }
}

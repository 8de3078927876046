package cn.bidui.cli;

import cn.bidui.batch.NightConfiguration;
import cn.bidui.batch.NightOrder;
import cn.bidui.batch.Nights;
import cn.bidui.batch.OpenRecord;
import cn.bidui.batch.Progress;
import cn.bidui.store.Index;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** Spring, started for the commands that need the database, and only then. */
final class Context implements AutoCloseable {

  private final ConfigurableApplicationContext spring;

  private Context(ConfigurableApplicationContext spring) {
    this.spring = spring;
  }

  static Context start(NightOrder order, OpenRecord record, Progress progress) {
    return new Context(
        new SpringApplicationBuilder(NightConfiguration.class)
            .web(WebApplicationType.NONE)
            .bannerMode(Banner.Mode.OFF)
            .logStartupInfo(false)
            .properties(properties(order))
            .initializers(
                context -> {
                  GenericApplicationContext beans = (GenericApplicationContext) context;
                  // Opened by the context, so that what it logs is in the file, not on the screen.
                  beans.registerBean("dataSource", DataSource.class, () -> pool(order));
                  beans.registerBean(NightOrder.class, () -> order);
                  // Spring would close it with the context; whoever opened it goes on with it.
                  beans.registerBean(
                      OpenRecord.class,
                      () -> record,
                      definition -> definition.setDestroyMethodName(""));
                  beans.registerBean(Progress.class, () -> progress);
                })
            .run());
  }

  private static Map<String, Object> properties(NightOrder order) {
    return Map.of(
        "logging.file.name", order.folder().logs().resolve("bidui.log").toString(),
        "logging.threshold.console", "OFF",
        // It warns at each start that H2 is newer than it knows.
        "logging.level.org.flywaydb", "ERROR",
        // A chunk must be able to end before the pool is closed.
        "spring.lifecycle.timeout-per-shutdown-phase", "30s");
  }

  private static DataSource pool(NightOrder order) {
    try {
      return Index.open(
          order.folder().home(), order.settings().database(), order.settings().threads());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  Nights nights() {
    return spring.getBean(Nights.class);
  }

  @Override
  public void close() {
    spring.close();
  }
}

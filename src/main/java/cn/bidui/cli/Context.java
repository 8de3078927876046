package cn.bidui.cli;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.core.status.StatusManager;
import cn.bidui.batch.IndexNews;
import cn.bidui.batch.NightConfiguration;
import cn.bidui.batch.NightOrder;
import cn.bidui.batch.Nights;
import cn.bidui.batch.OpenRecord;
import cn.bidui.batch.Progress;
import cn.bidui.store.Index;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.slf4j.ILoggerFactory;
import org.slf4j.LoggerFactory;
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
    return start(order, record, progress, IndexNews.NONE);
  }

  static Context start(NightOrder order, OpenRecord record, Progress progress, IndexNews news) {
    return new Context(
        new SpringApplicationBuilder(NightConfiguration.class)
            .web(WebApplicationType.NONE)
            .bannerMode(Banner.Mode.OFF)
            .logStartupInfo(false)
            .properties(properties(order))
            .initializers(context -> quiet(LoggerFactory.getILoggerFactory()))
            .initializers(
                context -> beans((GenericApplicationContext) context, order, record, news))
            .initializers(
                context ->
                    ((GenericApplicationContext) context)
                        .registerBean(Progress.class, () -> progress))
            .run());
  }

  private static void beans(
      GenericApplicationContext beans, NightOrder order, OpenRecord record, IndexNews news) {
    // Opened by the context, so that what it logs is in the file, not on the screen.
    beans.registerBean("dataSource", DataSource.class, () -> pool(order, record));
    beans.registerBean(NightOrder.class, () -> order);
    // Whoever opened it closes it: a second attempt goes on with it.
    beans.registerBean(OpenRecord.class, () -> record, bean -> bean.setDestroyMethodName(""));
    beans.registerBean(IndexNews.class, () -> news);
  }

  /**
   * A log that cannot be written, as the disk is full, is no reason to print stack traces on the
   * screen, where the command itself says what has failed. Spring Boot has just opened the log when
   * it calls the initializers.
   */
  private static void quiet(ILoggerFactory loggers) {
    if (loggers instanceof LoggerContext logback) {
      StatusManager status = logback.getStatusManager();
      status.getCopyOfStatusListenerList().forEach(status::remove);
    }
  }

  private static Map<String, Object> properties(NightOrder order) {
    Map<String, Object> properties =
        new HashMap<>(
            Map.of(
                "logging.threshold.console", "OFF",
                // All that is set is set here: no file is looked for in every jar and folder.
                "spring.config.location", "",
                // By itself Spring Boot keeps a week; the law asks for six months (网络安全法).
                "logging.logback.rollingpolicy.max-history", "400",
                // It warns at each start that H2 is newer than it knows.
                "logging.level.org.flywaydb", "ERROR",
                // A chunk must be able to end before the pool is closed.
                "spring.lifecycle.timeout-per-shutdown-phase", "30s"));
    if (LogFile.writable(order)) {
      properties.put("logging.file.name", LogFile.of(order).toString());
    }
    return properties;
  }

  private static DataSource pool(NightOrder order, OpenRecord record) {
    try {
      return Index.open(
          order.folder().home(),
          order.settings().database(),
          order.settings().threads(),
          record.lease()::check);
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

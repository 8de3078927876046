package cn.bidui.batch;

import cn.bidui.ledger.JournalState;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.LoggerFactory;

/**
 * Meters of one run, for whoever asks for them in the settings: those of Spring Batch ({@code
 * spring_batch_*}) and our own ({@code bidui_*}). After the run they stand in a file, which
 * Prometheus' node exporter collects; no port is opened.
 */
final class Observing {

  private final NightOrder order;
  private final Optional<Target> target;

  private Observing(NightOrder order, Optional<Target> target) {
    this.order = order;
    this.target = target;
  }

  /** Where the meters are kept, and where they are written. */
  private record Target(Path file, PrometheusMeterRegistry meters) {}

  /** As the settings of {@code order} say. */
  static Observing of(NightOrder order) {
    String named = order.settings().observe().metricsFile();
    return new Observing(
        order,
        named.isEmpty()
            ? Optional.empty()
            : Optional.of(
                new Target(
                    order.folder().home().resolve(named),
                    new PrometheusMeterRegistry(PrometheusConfig.DEFAULT))));
  }

  /** To whom steps tell what they do; nobody by itself. */
  ObservationRegistry observations() {
    return target.map(asked -> observing(asked.meters())).orElse(ObservationRegistry.NOOP);
  }

  private static ObservationRegistry observing(MeterRegistry meters) {
    ObservationRegistry observations = ObservationRegistry.create();
    // Without the meters of what still runs: the file is written when nothing does.
    observations
        .observationConfig()
        .observationHandler(
            new DefaultMeterObservationHandler(
                meters, DefaultMeterObservationHandler.IgnoredMeters.LONG_TASK_TIMER));
    return observations;
  }

  /** The run is over: the file is written, whole or not at all. A what-if tells nobody. */
  void ended(NightWork work, JournalState state, Instant started) {
    if (!work.whatIf) {
      target.ifPresent(asked -> ended(asked, work, state, started));
    }
  }

  private void ended(Target asked, NightWork work, JournalState state, Instant started) {
    Instant now = order.clock().instant();
    new NightMeters(asked.meters()).set(work, order, state, now, Duration.between(started, now));
    try {
      write(asked);
    } catch (IOException unwritable) {
      // The night stands; that nobody sees it is told by the age of the file.
      LoggerFactory.getLogger(Observing.class)
          .warn("the metrics file was not written: {}", unwritable.getClass().getSimpleName());
    }
  }

  private static void write(Target asked) throws IOException {
    Path file = asked.file();
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    // Its ending is another one, so that nobody collects it half written.
    Path draft = file.resolveSibling(file.getFileName() + ".tmp");
    Files.writeString(draft, asked.meters().scrape(), StandardCharsets.UTF_8);
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}

package cn.bidui.batch;

import cn.bidui.ledger.FileEntry;
import cn.bidui.source.SourceFile;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.step.StepExecution;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * What a run leaves of its steps: one line of JSON for each in {@code logs/steps-<month>.jsonl}
 * once it has ended, and what it is doing meanwhile in the {@link NowFile}. Codes, counts and times
 * only. Hands on what it is told.
 */
final class StepTrail implements Progress {

  /** Names of the files begin so. */
  static final String FILES = "steps-";

  private static final JsonFactory JSON = new JsonFactory();

  /** The file is for people, who look at most so often. */
  private static final Duration OFTEN = Duration.ofSeconds(1);

  private static final long MB = 1 << 20;

  private final NightOrder order;
  private final Progress told;
  private final NowFile now;
  private final AtomicLong rows = new AtomicLong();
  private String runId = "";
  private String step = "";
  private Instant began = Instant.EPOCH;
  private Instant written = Instant.EPOCH;

  /** Of a run by {@code order}, which tells {@code told} as well. */
  StepTrail(NightOrder order, Progress told) {
    this.order = order;
    this.told = told;
    this.now = NowFile.of(order.folder());
  }

  /** A run of that number begins. */
  synchronized void begins(String run) {
    runId = run;
    rows.set(0);
  }

  /** The run is over, however it ended. */
  synchronized void over() {
    now.remove();
  }

  @Override
  public synchronized void step(String name) {
    step = name;
    began = order.clock().instant();
    pools().forEach(MemoryPoolMXBean::resetPeakUsage);
    write(began);
    told.step(name);
  }

  /** A step has ended: its line is written. */
  synchronized void ended(StepExecution ended, SortedMap<String, Long> counts) {
    Instant at = order.clock().instant();
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      json.writeStringProperty("time", at.toString());
      json.writeStringProperty("runId", runId);
      json.writeStringProperty("job", order.job().name());
      json.writeStringProperty("asOf", order.asOf().toString());
      json.writeStringProperty("step", ended.getStepName());
      json.writeStringProperty(
          "state", ended.getStatus().name().toLowerCase(java.util.Locale.ROOT));
      json.writeNumberProperty("ms", Duration.between(began, at).toMillis());
      json.writeNumberProperty("heapPeakMb", peak() / MB);
      counts.forEach(json::writeNumberProperty);
      json.writeEndObject();
    }
    append(text + "\n", at);
  }

  private void append(String line, Instant at) {
    YearMonth month = YearMonth.from(at.atZone(order.clock().getZone()));
    Path file = order.folder().logs().resolve(FILES + month + ".jsonl");
    try {
      Files.createDirectories(order.folder().logs());
      Files.writeString(
          file, line, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException unwritable) {
      // Like any log: a full disk is told by what needs it, and the night goes on.
      LoggerFactory.getLogger(StepTrail.class).warn("a line of the step log was not written");
    }
  }

  private static List<MemoryPoolMXBean> pools() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .toList();
  }

  /** Of all pools together, each at its own highest: a little more than there ever was at once. */
  private static long peak() {
    return pools().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
  }

  @Override
  public void rows(long more) {
    rows.addAndGet(more);
    told.rows(more);
    Instant at = order.clock().instant();
    synchronized (this) {
      if (Duration.between(written, at).compareTo(OFTEN) >= 0) {
        write(at);
      }
    }
  }

  private void write(Instant at) {
    written = at;
    now.write(
        new NowFile.Now(
            String.valueOf(ProcessHandle.current().pid()),
            runId,
            order.job().name(),
            order.asOf().toString(),
            step,
            began,
            rows.get()));
  }

  @Override
  public void linked(int all, int again) {
    told.linked(all, again);
  }

  @Override
  public void answered(FileEntry entry) {
    told.answered(entry);
  }

  @Override
  public void overrun(String late, long minutes, String threads) {
    told.overrun(late, minutes, threads);
  }

  @Override
  public void unsent(SourceFile file) {
    told.unsent(file);
  }
}

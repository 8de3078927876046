package cn.bidui.cli;

import cn.bidui.batch.Progress;
import cn.bidui.report.StepTimes;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/**
 * Progress on a terminal as a bar, elsewhere as plain lines, quietly not at all. Of a step that
 * took long last time it is said how long.
 */
final class ConsoleProgress implements Progress, AutoCloseable {

  /** Steps that are over sooner need no estimate. */
  private static final Duration LONG = Duration.ofSeconds(5);

  /** A log gets a line with the rows so far at most so often. */
  private static final long EVERY_NANOS = Duration.ofSeconds(30).toNanos();

  private final Options options;
  private final PrintWriter out;

  /** Only on a terminal: the library writes escape sequences into pipes too. */
  private final boolean terminal;

  private final SortedMap<String, Duration> lastTimes;
  private final LongSupplier nanos;
  private final AtomicLong rows = new AtomicLong();
  private long toldNanos;
  private @Nullable ProgressBar bar;

  // Null where output is piped, on 17 and on 25 alike, as the start script leaves jdk.console
  // alone.
  @SuppressWarnings("SystemConsoleNull")
  ConsoleProgress(Options options, PrintWriter out) {
    this(
        options,
        out,
        System.console() != null && !options.quiet(),
        StepTimes.ofLatest(options.folder().reports()),
        System::nanoTime);
  }

  ConsoleProgress(
      Options options,
      PrintWriter out,
      boolean terminal,
      SortedMap<String, Duration> lastTimes,
      LongSupplier nanos) {
    this.options = options;
    this.out = out;
    this.terminal = terminal;
    this.lastTimes = lastTimes;
    this.nanos = nanos;
    this.toldNanos = nanos.getAsLong();
  }

  @Override
  public synchronized void step(String name) {
    close();
    if (options.quiet() || !options.messages().has("cli.run.step." + name)) {
      return;
    }
    String what = options.messages().text("cli.run.step." + name) + estimate(name);
    toldNanos = nanos.getAsLong();
    if (terminal) {
      bar =
          new ProgressBarBuilder()
              .setTaskName(what)
              .setInitialMax(-1)
              .setStyle(ProgressBarStyle.ASCII)
              .build();
    } else {
      options.say(out, "cli.run.step", what);
    }
  }

  private String estimate(String step) {
    Duration last = lastTimes.getOrDefault(step, Duration.ZERO);
    return last.compareTo(LONG) < 0
        ? ""
        : options.messages().text("cli.run.last-time", last.toMinutes(), last.toSecondsPart());
  }

  /** What people call a step; some have no name. */
  static String title(Options options, String step) {
    String key = "cli.run.step." + step;
    return options.messages().has(key) ? options.messages().text(key) : step;
  }

  @Override
  public void rows(long more) {
    long all = rows.addAndGet(more);
    ProgressBar shown = bar;
    if (shown != null) {
      shown.stepTo(all);
    } else if (!terminal && !options.quiet()) {
      tell(all);
    }
  }

  private synchronized void tell(long all) {
    if (nanos.getAsLong() - toldNanos >= EVERY_NANOS) {
      toldNanos = nanos.getAsLong();
      options.say(out, "cli.run.rows", all);
    }
  }

  @Override
  public synchronized void overrun(String step, long minutes, String threads) {
    options.say(out, "cli.run.overrun", title(options, step), minutes, threads);
  }

  @Override
  public synchronized void linked(int all, int again) {
    if (!options.quiet() && again < all) {
      close();
      options.say(out, "cli.run.linked", all);
    }
  }

  @Override
  public synchronized void close() {
    if (bar != null) {
      bar.close();
      bar = null;
    }
  }
}

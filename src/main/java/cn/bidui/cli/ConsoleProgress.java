package cn.bidui.cli;

import cn.bidui.batch.Progress;
import java.io.PrintWriter;
import java.util.concurrent.atomic.AtomicLong;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Progress on a terminal as a bar, elsewhere as plain lines, quietly not at all. */
final class ConsoleProgress implements Progress, AutoCloseable {

  private final Options options;
  private final PrintWriter out;

  /** Only on a terminal: the library writes escape sequences into pipes too. */
  private final boolean terminal;

  private final AtomicLong rows = new AtomicLong();
  private @Nullable ProgressBar bar;

  // Null where output is piped, on 17 and on 25 alike, as the start script leaves jdk.console
  // alone.
  @SuppressWarnings("SystemConsoleNull")
  ConsoleProgress(Options options, PrintWriter out) {
    this.options = options;
    this.out = out;
    this.terminal = System.console() != null && !options.quiet();
  }

  @Override
  public synchronized void step(String name) {
    close();
    if (options.quiet() || !options.messages().has("cli.run.step." + name)) {
      return;
    }
    String what = options.messages().text("cli.run.step." + name);
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

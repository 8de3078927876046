package cn.bidui.batch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Ends a night one of whose steps takes longer than it may: what its threads were doing is written
 * into {@code logs/}, where they stood and no values; then they are interrupted, and if that does
 * not help, the process ends. Whatever was committed stays, as after a kill.
 */
final class StepWatch implements AutoCloseable {

  /** How long an interrupted step may take to end. */
  static final Duration GRACE = Duration.ofSeconds(30);

  private final Duration limit;
  private final Duration grace;
  private final Path logs;
  private final Progress progress;
  private final Runnable end;
  private final Runnable interruptWorkers;
  private final ScheduledExecutorService timer;
  private @Nullable ScheduledFuture<?> alarm;
  // Counts beginnings and ends, so that a late alarm knows whether its step still runs.
  private long turn;
  private volatile boolean overrun;

  /**
   * A watch for one night.
   *
   * @param interruptWorkers interrupts the threads that work for the night's own
   * @param end ends the process; called only if interrupting has not helped within {@code grace}
   */
  StepWatch(
      Duration limit,
      Duration grace,
      Path logs,
      Progress progress,
      Runnable interruptWorkers,
      Runnable end) {
    this(limit, grace, logs, progress, interruptWorkers, end, timer());
  }

  /** The same with a timer of the caller's, which the watch shuts down. */
  StepWatch(
      Duration limit,
      Duration grace,
      Path logs,
      Progress progress,
      Runnable interruptWorkers,
      Runnable end,
      ScheduledExecutorService timer) {
    this.limit = limit;
    this.grace = grace;
    this.logs = logs;
    this.progress = progress;
    this.interruptWorkers = interruptWorkers;
    this.end = end;
    this.timer = timer;
  }

  /** One thread that keeps no process alive; what is canceled leaves its queue at once. */
  static ScheduledThreadPoolExecutor timer() {
    ScheduledThreadPoolExecutor timer =
        new ScheduledThreadPoolExecutor(
            1,
            work -> {
              Thread thread = new Thread(work, "step-watch");
              thread.setDaemon(true);
              return thread;
            });
    timer.setRemoveOnCancelPolicy(true);
    return timer;
  }

  /** A step begins, in the thread that calls this. */
  synchronized void begins(String step) {
    Thread thread = Thread.currentThread();
    long begun = ++turn;
    alarm =
        timer.schedule(() -> over(step, begun, thread), limit.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** The step has ended. */
  synchronized void ends() {
    turn++;
    if (alarm != null) {
      alarm.cancel(false);
      alarm = null;
    }
  }

  /** Whether a step was ended because it took too long. */
  boolean overrun() {
    return overrun;
  }

  private void over(String step, long begun, Thread thread) {
    overrun = true;
    String where = dump(step);
    LoggerFactory.getLogger(StepWatch.class).error("step {} took too long: {}", step, where);
    progress.overrun(step, limit.toMinutes(), where);
    interrupt(begun, thread);
  }

  /** Unless the step has ended in the meantime: the next one is not to be struck in its place. */
  private synchronized void interrupt(long begun, Thread thread) {
    if (turn != begun) {
      return;
    }
    alarm = timer.schedule(end, grace.toMillis(), TimeUnit.MILLISECONDS);
    interruptWorkers.run();
    thread.interrupt();
  }

  private String dump(String step) {
    String name = "threads-" + step + ".txt";
    try {
      Files.createDirectories(logs);
      Files.write(logs.resolve(name), threads().getBytes(StandardCharsets.UTF_8));
    } catch (IOException full) {
      LoggerFactory.getLogger(StepWatch.class).error("{}", threads());
    }
    return "logs/" + name;
  }

  /** Every thread with its state and the methods in which it is, the innermost first. */
  private static String threads() {
    StringBuilder text = new StringBuilder();
    Thread.getAllStackTraces().entrySet().stream()
        .sorted(Comparator.comparing((Map.Entry<Thread, ?> entry) -> entry.getKey().getName()))
        .forEach(
            entry -> {
              Thread thread = entry.getKey();
              text.append(thread.getName()).append(' ').append(thread.getState()).append('\n');
              for (StackTraceElement frame : entry.getValue()) {
                text.append("    ").append(frame).append('\n');
              }
            });
    return text.toString();
  }

  @Override
  public void close() {
    timer.shutdownNow();
    if (overrun) {
      // The night is over; whoever called it is not to be interrupted any more.
      Thread.interrupted();
    }
  }
}

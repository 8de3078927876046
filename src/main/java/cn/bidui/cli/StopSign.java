package cn.bidui.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets a watch end in good order when the system asks for it (SIGTERM, Ctrl-C): what is being
 * answered comes to its end, and the process ends with 0, as nothing went wrong.
 */
final class StopSign implements Ticker, AutoCloseable {

  /** Longer than a job takes to stop; whoever manages services kills after about twice that. */
  private static final long PATIENCE_SECONDS = 40;

  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread hook = new Thread(this::stop, "watch-stop");

  private StopSign() {}

  /** From now on the process ends in good order; until it is closed. */
  static StopSign raise() {
    StopSign sign = new StopSign();
    Runtime.getRuntime().addShutdownHook(sign.hook);
    return sign;
  }

  private void stop() {
    asked.countDown();
    try {
      if (ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        // The system would report the signal as the exit code.
        Runtime.getRuntime().halt(ExitCode.DONE);
      }
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public Duration now() {
    return Duration.ofNanos(System.nanoTime());
  }

  @Override
  public void rest(Duration length) {
    try {
      boolean told = asked.await(length.toMillis(), TimeUnit.MILLISECONDS);
      assert told == ending();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      asked.countDown();
    }
  }

  @Override
  public boolean ending() {
    return asked.getCount() == 0;
  }

  @Override
  public void close() {
    ended.countDown();
    if (!ending()) {
      Runtime.getRuntime().removeShutdownHook(hook);
    }
  }
}

package cn.bidui.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets a run end in good order when the system asks for it (SIGTERM, Ctrl-C): Spring's own hook
 * stops the job at the next chunk border, and this one lets the process live until the run has
 * given back the work folder and said what became of it. The exit code is then the signal's: 143.
 */
final class RunStop implements AutoCloseable {

  /** Whoever manages services kills after 30 seconds; a kill loses nothing either. */
  private static final long PATIENCE_SECONDS = 29;

  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread hook = new Thread(this::stop, "run-stop");
  private volatile boolean asked;

  private RunStop() {}

  /** From now on the process ends in good order; until it is closed. */
  static RunStop await() {
    RunStop stop = new RunStop();
    Runtime.getRuntime().addShutdownHook(stop.hook);
    return stop;
  }

  /** Whether the process is ending: whatever fails now fails because of that. */
  boolean asked() {
    return asked;
  }

  private void stop() {
    asked = true;
    try {
      boolean good = ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
      assert good || ended.getCount() > 0;
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    ended.countDown();
    if (!asked) {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException ending) {
        // The process has begun to end since: the hook finds that the run is over.
        asked = true;
      }
    }
  }
}

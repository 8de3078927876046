package cn.bidui.collect;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * The time that one source may take (时限). When it is over, whatever is open is cut: a server that
 * sends a byte now and then would else never be late.
 */
final class Deadline implements AutoCloseable {

  private final long end;
  private final ScheduledExecutorService watch;
  private final ScheduledFuture<?> cutting;
  private Cut open = () -> {};
  private boolean over;

  private Deadline(Duration most) {
    end = System.nanoTime() + most.toNanos();
    watch =
        Executors.newSingleThreadScheduledExecutor(
            run -> {
              Thread thread = new Thread(run, "fetch-deadline");
              thread.setDaemon(true);
              return thread;
            });
    cutting = watch.schedule(this::end, most.toMillis(), TimeUnit.MILLISECONDS);
  }

  static Deadline in(Duration most) {
    return new Deadline(most);
  }

  /** Ends what is open. */
  @FunctionalInterface
  interface Cut {
    /** Ends it; whatever goes wrong, it is at an end. */
    void now() throws Exception;
  }

  /** From now on this is what is open. */
  void cuts(Cut what) {
    boolean late;
    synchronized (this) {
      open = what;
      late = over;
    }
    if (late) {
      cut(what);
    }
  }

  private void end() {
    Cut what;
    synchronized (this) {
      over = true;
      what = open;
    }
    cut(what);
  }

  private static void cut(Cut what) {
    try {
      what.now();
    } catch (Exception cannot) {
      // Whoever waits for it stops waiting a little later.
    }
  }

  Duration left() {
    return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
  }

  /** At least one: to most libraries 0 means for ever. */
  int leftMillis() {
    return (int) Math.max(1, Math.min(Integer.MAX_VALUE, left().toMillis()));
  }

  int leftSeconds() {
    return (int) Math.max(1, left().toSeconds());
  }

  /** Whether the time is over. */
  synchronized boolean over() {
    return over || end - System.nanoTime() <= 0;
  }

  /** Goes on only while there is time. */
  void check() throws FetchFailedException {
    if (over()) {
      throw new FetchFailedException(FetchFault.TIMEOUT);
    }
  }

  @Override
  public void close() {
    cutting.cancel(false);
    watch.shutdownNow();
  }
}

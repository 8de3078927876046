package cn.bidui.cli.doctor;

import cn.bidui.cli.doctor.Check.Needs;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Lets all checks look at once, and waits for none of them longer than its time. A check that hangs
 * is given up then; while checks still work, on a machine that is busy with something else, they
 * are waited for up to {@link #MOST} times as long.
 */
final class Doctor {

  private static final int MOST = 5;
  private static final Duration SLICE = Duration.ofMillis(250);

  private final List<Check> checks;
  private final Duration patience;

  /**
   * With other checks, or another patience.
   *
   * @param patience how long a check may look, counted from the start of all
   */
  Doctor(List<Check> checks, Duration patience) {
    this.checks = List.copyOf(checks);
    this.patience = patience;
  }

  /** A check at work. */
  private record Looking(Check check, FutureTask<Looked> task, Thread thread) {

    static Looking start(Check check, Premises premises) {
      FutureTask<Looked> task = new FutureTask<>(() -> looked(check, premises));
      Thread thread = new Thread(task, "doctor-" + check.code());
      // A check that hangs on a dead share must not keep the program from ending.
      thread.setDaemon(true);
      thread.start();
      return new Looking(check, task, thread);
    }
  }

  /** One line for each check, in their order; nothing that goes wrong comes out as an exception. */
  List<Line> look(Premises premises) {
    long start = System.nanoTime();
    List<Looking> all = checks.stream().map(check -> Looking.start(check, premises)).toList();
    return all.stream()
        .map(looking -> new Line(looking.check().code(), result(looking, all, start)))
        .toList();
  }

  private static Looked looked(Check check, Premises premises) throws Exception {
    if (check.needs() != Needs.NOTHING && !premises.home()) {
      return Looked.off("no-home");
    }
    if (check.needs() == Needs.NIGHT && premises.night().isEmpty()) {
      return Looked.off("no-night");
    }
    return check.look(premises);
  }

  private Looked result(Looking looking, List<Looking> all, long start) {
    try {
      return patiently(looking.task(), all, start);
    } catch (TimeoutException e) {
      return new Looked().fail("slow", patience.toSeconds());
    } catch (ExecutionException failed) {
      // The text of an exception may quote what was read; its kind may be told.
      Throwable cause = failed.getCause() == null ? failed : failed.getCause();
      return new Looked().fail("blind", cause.getClass().getSimpleName());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return new Looked().fail("blind", stopped.getClass().getSimpleName());
    }
  }

  private Looked patiently(FutureTask<Looked> task, List<Looking> all, long start)
      throws TimeoutException, ExecutionException, InterruptedException {
    long wait = Math.max(0, start + patience.toNanos() - System.nanoTime());
    long last = start + MOST * patience.toNanos();
    while (true) {
      long worked = worked(all);
      try {
        return task.get(wait, TimeUnit.NANOSECONDS);
      } catch (TimeoutException late) {
        if (System.nanoTime() > last || (wait <= SLICE.toNanos() && worked(all) == worked)) {
          throw late;
        }
        wait = SLICE.toNanos();
      }
    }
  }

  /** Processor time of all checks that are not done: it stands still where all of them hang. */
  private static long worked(List<Looking> all) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    return threads.isThreadCpuTimeSupported()
        ? all.stream()
            .map(Looking::thread)
            .filter(Thread::isAlive)
            .mapToLong(thread -> threads.getThreadCpuTime(thread.getId()))
            .sum()
        : 0;
  }
}

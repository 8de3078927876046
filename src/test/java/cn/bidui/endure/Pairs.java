package cn.bidui.endure;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * Two runs of one work folder at nearly the same time; in every fourth trial the lock file of a
 * process that was killed lies there already.
 */
final class Pairs implements Family {

  private static final int BUSY = 75;
  private static final int SPREAD_MILLIS = 500;
  private static final long MOST_MILLIS = 5_000;

  @Override
  public String name() {
    return "pairs";
  }

  @Override
  public String promise() {
    return "of two runs at once one works, the other ends with 75 within 5 s and names it";
  }

  @Override
  public int inCheck() {
    return 1;
  }

  @Override
  public int inMerge() {
    return 40;
  }

  @Override
  public int inFull() {
    return 200;
  }

  /** A process and when it was started. */
  private record Started(Process process, Path said, long nanos) {}

  @Override
  public String trial(int number, long seed, Path scratch) throws Exception {
    Random random = new Random(seed);
    List<Golden.Step> nights = Golden.nights();
    Golden.Step step = nights.get(random.nextInt(nights.size()));
    Path home = step.home(scratch);
    boolean stale = number % 4 == 0;
    if (stale) {
      killed(step, home, scratch);
    }
    int apart = random.nextInt(SPREAD_MILLIS + 1);
    Started first = start(step, home, scratch.resolve("first.txt"));
    TimeUnit.MILLISECONDS.sleep(apart);
    Started second = start(step, home, scratch.resolve("second.txt"));
    boolean firstLost = first(first.process(), second.process()) == 1;
    Started loser = firstLost ? first : second;
    Started winner = firstLost ? second : first;
    long lost = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - loser.nanos());
    int exit = Program.end(winner.process());
    String what = step.name() + ", " + apart + " ms apart" + (stale ? ", stale lock" : "");
    if (loser.process().exitValue() != BUSY || exit != step.exit()) {
      throw new AssertionError(
          what
              + " ended with "
              + exit
              + " and "
              + loser.process().exitValue()
              + ": "
              + Program.said(winner.said())
              + Program.said(loser.said()));
    }
    String told = Program.said(loser.said());
    if (!told.contains("进程 " + winner.process().pid() + "，") || lost > most()) {
      throw new AssertionError(what + ", told after " + lost + " ms: " + told);
    }
    step.finish(home);
    return what + ", told after " + lost + " ms";
  }

  /** Five seconds of a machine of one's own; where others use it, as much longer. */
  private static long most() {
    double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    return (long) (MOST_MILLIS * Math.max(1, load / Runtime.getRuntime().availableProcessors()));
  }

  private static Started start(Golden.Step step, Path home, Path said) throws Exception {
    List<String> line = new ArrayList<>(step.line(home));
    line.addAll(List.of("--wait", "0"));
    long now = System.nanoTime();
    return new Started(Program.start(said, line), said, now);
  }

  /** 1 if the first of both ended first, else 2. */
  private static int first(Process one, Process other) throws InterruptedException {
    while (one.isAlive() && other.isAlive()) {
      TimeUnit.MILLISECONDS.sleep(10);
    }
    return one.isAlive() ? 2 : 1;
  }

  /** A process is killed while it holds the lease: its lock file stays and names it. */
  private static void killed(Golden.Step step, Path home, Path scratch) throws Exception {
    Process process = Program.start(scratch.resolve("killed.txt"), step.line(home));
    Path lock = home.resolve("journal/lease.lock");
    while (process.isAlive() && (!Files.exists(lock) || Files.size(lock) == 0)) {
      TimeUnit.MILLISECONDS.sleep(5);
    }
    Program.kill(process);
  }
}

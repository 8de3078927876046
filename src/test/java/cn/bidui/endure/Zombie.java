package cn.bidui.endure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * A process that is stopped (SIGSTOP) in the middle of a night. Its locks stay with it: a second
 * run is refused until somebody kills it. On a share that loses locks, which is tried by giving the
 * locked files new inodes, the second run takes over; the first one wakes to a higher epoch, and
 * nothing that it writes counts.
 */
final class Zombie implements Family {

  private static final int BUSY = 75;

  @Override
  public String name() {
    return "zombie";
  }

  @Override
  public String promise() {
    return "a process that wakes after another took over writes nothing that counts";
  }

  @Override
  public int inCheck() {
    return 1;
  }

  @Override
  public int inMerge() {
    return 8;
  }

  @Override
  public int inFull() {
    return 100;
  }

  @Override
  public String trial(int number, long seed, Path scratch) throws Exception {
    Random random = new Random(seed);
    List<Golden.Step> nights = Golden.nights();
    Golden.Step step = nights.get(random.nextInt(nights.size()));
    Path home = step.home(scratch);
    Path said = scratch.resolve("sleeper.txt");
    Process sleeper = Program.start(said, step.line(home));
    try {
      Path lock = home.resolve("journal/lease.lock");
      while (sleeper.isAlive() && (!Files.exists(lock) || Files.size(lock) == 0)) {
        TimeUnit.MILLISECONDS.sleep(5);
      }
      long delay = random.nextLong(Math.max(1, step.millis() * 3 / 4));
      TimeUnit.MILLISECONDS.sleep(delay);
      signal(sleeper, "STOP");
      boolean keeps = number % 4 == 3;
      String end =
          keeps ? refused(step, home, scratch, sleeper) : fenced(step, home, scratch, sleeper);
      return step.name() + " asleep after " + delay + " ms, " + end;
    } finally {
      Program.kill(sleeper);
    }
  }

  /** Its locks are its own as long as it lives, asleep or not. */
  private static String refused(Golden.Step step, Path home, Path scratch, Process sleeper)
      throws Exception {
    if (!sleeper.isAlive() || Files.size(home.resolve("journal/lease.lock")) == 0) {
      return "over before";
    }
    List<String> line = new ArrayList<>(step.line(home));
    line.addAll(List.of("--wait", "1"));
    Program.Ended second = Program.run(scratch.resolve("second.txt"), line);
    if (second.exit() != BUSY || !second.said().contains("进程 " + sleeper.pid() + "，")) {
      throw new AssertionError("the second ended with " + second.exit() + ": " + second.said());
    }
    Program.kill(sleeper);
    step.finish(home);
    return "refused until it was killed";
  }

  private static String fenced(Golden.Step step, Path home, Path scratch, Process sleeper)
      throws Exception {
    loseLocks(home);
    step.finish(home);
    signal(sleeper, "CONT");
    int exit = Program.end(sleeper);
    String said = Program.said(scratch.resolve("sleeper.txt"));
    Ending.same(
        "after it woke with exit " + exit + ", " + step.name(), step.ending(), Ending.of(home));
    if (exit != BUSY && exit != step.exit()) {
      throw new AssertionError("it woke and ended with " + exit + ": " + said);
    }
    return "woke with " + exit;
  }

  /** As a network share does that forgets its locks: the same files, locked by nobody. */
  private static void loseLocks(Path home) throws IOException {
    for (String name : List.of("journal/lease.lock", "data/bidui.mv.db")) {
      Path file = home.resolve(name);
      if (Files.exists(file)) {
        Path copy = Files.copy(file, file.resolveSibling("copy"));
        Files.move(copy, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  private static void signal(Process process, String name) throws Exception {
    new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
  }
}

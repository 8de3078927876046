package cn.bidui.endure;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** A kill in the recovery from a kill. */
final class DoubleKill implements Family {

  /** Within so much of its start a run recovers what the one before has left. */
  private static final int RECOVERY_MILLIS = 3_000;

  @Override
  public String name() {
    return "kill-twice";
  }

  @Override
  public String promise() {
    return "a second kill within 3 s of the restart changes nothing of the end";
  }

  @Override
  public int inCheck() {
    return 1;
  }

  @Override
  public int inMerge() {
    return 20;
  }

  @Override
  public int inFull() {
    return 200;
  }

  @Override
  public String trial(int number, long seed, Path scratch) throws Exception {
    Random random = new Random(seed);
    List<Golden.Step> nights = Golden.nights();
    Golden.Step step = nights.get(random.nextInt(nights.size()));
    Path home = step.home(scratch);
    long first = (long) (step.millis() * (0.3 + 0.7 * random.nextDouble()));
    long second = random.nextInt(RECOVERY_MILLIS);
    for (long delay : new long[] {first, second}) {
      Process process = Program.start(scratch.resolve("killed.txt"), step.line(home));
      boolean over = process.waitFor(delay, TimeUnit.MILLISECONDS);
      Program.kill(process);
      if (over) {
        break;
      }
    }
    step.finish(home);
    return step.name() + " after " + first + " and " + second + " ms";
  }
}

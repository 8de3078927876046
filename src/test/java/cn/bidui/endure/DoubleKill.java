package cn.bidui.endure;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;

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
    long first = KillRandom.hit(step, scratch, 0.3, random);
    Path home = scratch.resolve("home");
    long second = random.nextInt(RECOVERY_MILLIS);
    Program.over(step, home, scratch, second);
    step.finish(home);
    return step.name() + " after " + first + " and " + second + " ms";
  }
}

package cn.bidui.endure;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * SIGKILL at any moment of any command of the story, once at least; then the command is given
 * again.
 */
final class KillRandom implements Family {

  private static final int MOST_KILLS = 3;

  @Override
  public String name() {
    return "kill-random";
  }

  @Override
  public String promise() {
    return "a process killed at any moment is finished by the next run, with the same end";
  }

  @Override
  public int inCheck() {
    return 2;
  }

  @Override
  public int inMerge() {
    return 60;
  }

  @Override
  public int inFull() {
    return 1000;
  }

  @Override
  public String trial(int number, long seed, Path scratch) throws Exception {
    Random random = new Random(seed);
    List<Golden.Step> steps = Golden.steps();
    Golden.Step step = steps.get(random.nextInt(steps.size()));
    int kills = 1;
    while (kills < MOST_KILLS && random.nextInt(3) == 0) {
      kills++;
    }
    StringBuilder story = new StringBuilder(step.name());
    story.append(" +").append(hit(step, scratch, 0, random)).append(" ms");
    Path home = scratch.resolve("home");
    for (int kill = 1; kill < kills; kill++) {
      long delay = random.nextLong(step.millis());
      boolean over = Program.over(step, home, scratch, delay);
      story.append(" +").append(over ? "over" : delay + " ms");
    }
    step.finish(home);
    return story.toString();
  }

  /**
   * Kills a command before its end, in {@code home} below {@code scratch}: if one is faster than
   * that, it is given again, and killed within the time that it really takes.
   *
   * @param earliest the share of its time, 0 to 1, after which it may be killed
   * @return how long it lived, in ms
   */
  static long hit(Golden.Step step, Path scratch, double earliest, Random random) throws Exception {
    long takes = step.millis();
    while (true) {
      Path home = step.home(scratch);
      long delay = (long) (takes * (earliest + (1 - earliest) * random.nextDouble()));
      long began = System.nanoTime();
      if (!Program.over(step, home, scratch, delay)) {
        return delay;
      }
      takes = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
      Folders.delete(home);
    }
  }
}

package cn.bidui.endure;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** SIGKILL at any moment of any command of the story; then the command is given again. */
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
    Path home = step.home(scratch);
    StringBuilder story = new StringBuilder(step.name());
    int kills = 1;
    while (kills < MOST_KILLS && random.nextInt(3) == 0) {
      kills++;
    }
    for (int kill = 0; kill < kills; kill++) {
      story.append(" +").append(kill(step, home, scratch, random));
    }
    step.finish(home);
    return story.toString();
  }

  /** How long it lived, in ms; "over" if it was faster. */
  private static String kill(Golden.Step step, Path home, Path scratch, Random random)
      throws Exception {
    long delay = random.nextLong(step.millis());
    Process process = Program.start(scratch.resolve("killed.txt"), step.line(home));
    boolean over = process.waitFor(delay, TimeUnit.MILLISECONDS);
    Program.kill(process);
    return over ? "over" : delay + " ms";
  }
}

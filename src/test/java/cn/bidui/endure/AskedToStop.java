package cn.bidui.endure;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** SIGTERM at any moment of a night. */
final class AskedToStop implements Family {

  private static final int STOPPED = 143;
  private static final long PATIENCE_SECONDS = 30;

  @Override
  public String name() {
    return "sigterm";
  }

  @Override
  public String promise() {
    return "asked to stop, a run ends with 143 within 30 s and the next one goes on";
  }

  @Override
  public int inCheck() {
    return 1;
  }

  @Override
  public int inMerge() {
    return 15;
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
    long delay = random.nextLong(step.millis());
    Path said = scratch.resolve("stopped.txt");
    Process process = Program.start(said, step.line(home));
    boolean over = process.waitFor(delay, TimeUnit.MILLISECONDS);
    String what = step.name() + (over ? " over" : " after " + delay + " ms");
    long began = System.nanoTime();
    process.destroy();
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      Program.kill(process);
      throw new AssertionError(what + ": still running after " + PATIENCE_SECONDS + " s");
    }
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
    int exit = process.exitValue();
    // What has published its night when it is asked has nothing left to stop.
    if (exit != STOPPED && exit != step.exit()) {
      throw new AssertionError(what + " ended with " + exit + ": " + Program.said(said));
    }
    if (Program.said(said).contains("出错")) {
      throw new AssertionError(what + " was told as a fault: " + Program.said(said));
    }
    step.finish(home);
    return what + " ended with " + exit + " within " + millis + " ms";
  }
}

package cn.bidui.endure;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import org.opentest4j.TestAbortedException;

/**
 * A disk that really is full: a file system in memory that is a little larger than what it holds.
 */
final class SmallDisk implements Family {

  /** What a night needs at most beyond what lies there, in steps of one trial each. */
  private static final int STEPS = 57;

  private static final int STEP_KB = 64;

  @Override
  public String name() {
    return "small-disk";
  }

  @Override
  public String promise() {
    return "a disk that fills up at any size is told plainly, and with space the night is finished";
  }

  @Override
  public int inCheck() {
    return 1;
  }

  @Override
  public int inMerge() {
    return 6;
  }

  @Override
  public int inFull() {
    return STEPS * 3;
  }

  @Override
  public String trial(int number, long seed, Path scratch) throws Exception {
    List<Golden.Step> nights = Golden.nights();
    Golden.Step step = nights.get(number % nights.size());
    long free = STEP_KB * (long) (number < 9 ? new Random(seed).nextInt(STEPS) : number / 3);
    Path disk = Files.createDirectories(scratch.resolve("disk"));
    mount("-t", "tmpfs", "-o", "size=64m", "tmpfs", disk.toString());
    try {
      Path home = step.home(disk);
      long held = Long.parseLong(said("du", "-sk", disk.toString()).split("\\s", 2)[0]);
      mount("-o", "remount,size=" + (held + free) + "k", disk.toString());
      SortedMap<String, String> before = Ending.digests(home.resolve("reports"));
      Program.Ended ended = Program.run(scratch.resolve("full.txt"), step.line(home));
      String what = step.name() + " with " + free + " kB, exit " + ended.exit();
      DiskFull.told(what, step, ended);
      DiskFull.whole(what, home, before);
      mount("-o", "remount,size=64m", disk.toString());
      step.finishApart(home, scratch);
      return what;
    } finally {
      said("umount", "-l", disk.toString());
    }
  }

  private static void mount(String... words) throws Exception {
    String[] line = new String[words.length + 1];
    line[0] = "mount";
    System.arraycopy(words, 0, line, 1, words.length);
    String said = said(line);
    if (!said.isEmpty()) {
      throw new TestAbortedException("no file system in memory can be mounted here");
    }
  }

  private static String said(String... line) throws Exception {
    Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
    String said =
        new String(
            process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    process.waitFor();
    return said;
  }
}

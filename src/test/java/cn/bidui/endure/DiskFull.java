package cn.bidui.endure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.SortedMap;

/**
 * A disk that is full, or fails to sync, from one call on or for one call. The command ends with a
 * plain message, what was published stays whole, and when there is space again the next run comes
 * to the same end. The command is given in a warm process; if that does not end as it should, one
 * of its own decides, since only its end lets go of all that it held.
 */
final class DiskFull implements Family {

  private static final List<String> SPACE =
      List.of("write", "pwrite", "create", "mkdir", "rename", "truncate", "fsync");

  /** About as many calls as a night makes. */
  private static final int CALLS = 560;

  /** The exit code of a command whose reading or writing failed. */
  private static final int IO = 74;

  @Override
  public String name() {
    return "disk-full";
  }

  @Override
  public String promise() {
    return "a full or failing disk is told plainly, the old report stays, and nothing is lost";
  }

  @Override
  public int inCheck() {
    return 2;
  }

  @Override
  public int inMerge() {
    return 40;
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
    boolean sync = random.nextInt(4) == 0;
    Faults faults =
        new Faults(
            sync ? List.of("fsync") : SPACE,
            1 + random.nextInt(calls(step, sync)),
            sync ? Faults.How.IOERROR : Faults.How.NOSPACE,
            random.nextBoolean());
    try {
      return trial(step, faults, scratch.resolve("warm"), true);
    } catch (IOException | AssertionError notSure) {
      Served.shared().close();
      return trial(step, faults, scratch.resolve("apart"), false);
    }
  }

  private static String trial(Golden.Step step, Faults faults, Path scratch, boolean warm)
      throws Exception {
    Files.createDirectories(scratch);
    Path home = step.home(scratch);
    SortedMap<String, String> before = published(home);
    Program.Ended ended =
        warm
            ? Served.shared().run(faults, home, step.line(home))
            : Program.run(scratch.resolve("failed.txt"), faults.in(home), step.line(home));
    String what =
        step.name()
            + " "
            + faults.how().name().toLowerCase(Locale.ROOT)
            + (faults.ever() ? " from " : " at ")
            + faults.at()
            + ", exit "
            + ended.exit();
    told(what, step, ended);
    whole(what, home, before);
    step.finish(home);
    return what + (warm ? "" : ", apart");
  }

  /** About as many calls as the command makes. */
  private static int calls(Golden.Step step, boolean sync) {
    int calls = step.name().equals("answer") ? 20 : CALLS;
    return sync ? calls / 5 : calls;
  }

  /** Either it came to its end, or it says that reading or writing failed, and how to go on. */
  static void told(String what, Golden.Step step, Program.Ended ended) {
    if (ended.exit() == step.exit()) {
      return;
    }
    if (ended.exit() != IO) {
      throw new AssertionError(what + ": " + ended.said());
    }
    if (ended.said().contains("\tat ") || !ended.said().contains("磁盘空间")) {
      throw new AssertionError(what + " was not told plainly: " + ended.said());
    }
  }

  /** Of the nights before nothing may have changed, and what has a final name is whole. */
  static void whole(String what, Path home, SortedMap<String, String> before) throws Exception {
    SortedMap<String, String> now = published(home);
    List<String> broken = new ArrayList<>();
    before.forEach(
        (name, digest) -> {
          if (!digest.equals(now.get(name)) && !name.equals("latest.txt")) {
            broken.add(name);
          }
        });
    for (Path report : Folders.all(home.resolve("reports"))) {
      if (String.valueOf(report.getFileName()).matches("\\d{4}-\\d\\d-\\d\\d")
          && !Files.exists(report.resolve("data/run.json"))) {
        broken.add("half a report " + report.getFileName());
      }
    }
    for (Path answer : Folders.files(home.resolve("feedback"))) {
      if (answer.toString().endsWith(".xlsx")
          && !String.valueOf(answer.getFileName()).startsWith(".")) {
        try (var zip = new java.util.zip.ZipFile(answer.toFile())) {
          zip.size();
        } catch (java.io.IOException torn) {
          broken.add("half an answer " + answer.getFileName());
        }
      }
    }
    if (!broken.isEmpty()) {
      throw new AssertionError(what + ": " + broken);
    }
  }

  /** The digests of the reports that were there before the command. */
  static SortedMap<String, String> published(Path home) throws Exception {
    return Ending.digests(home.resolve("reports"));
  }
}

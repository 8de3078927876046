package cn.bidui.endure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The story of {@link StoryLists} as it goes when nobody disturbs it, lived once for each build:
 * before each command the work folder, after it what counts of its end.
 */
final class Golden {

  private static final List<Told> STORY =
      List.of(
          new Told("night-1", 2, home -> List.of("run", "--as-of", StoryLists.FIRST)),
          new Told("answer", 0, Answers::byCommand),
          new Told("night-2", 3, Golden::second),
          new Told("release", 0, Golden::third));

  private static List<Step> steps = List.of();

  private Golden() {}

  /** What happens before a command, and the command. */
  @FunctionalInterface
  private interface Prepared {
    List<String> in(Path home) throws IOException;
  }

  /** One command of the story and its exit code. */
  private record Told(String name, int exit, Prepared prepared) {}

  /**
   * A command of the story.
   *
   * @param before a work folder in which the command can be given
   * @param millis how long it takes if nobody disturbs it
   * @param ending what counts of the end
   */
  record Step(
      int number,
      String name,
      List<String> words,
      int exit,
      Path before,
      long millis,
      SortedMap<String, String> ending) {

    /** The command line in that work folder. */
    List<String> line(Path home) {
      List<String> line = new ArrayList<>(words);
      line.addAll(List.of("--home", home.toString()));
      return line;
    }

    /** A work folder of one's own in which the command can be given. */
    Path home(Path scratch) throws IOException {
      return Folders.copy(before, scratch.resolve("home"));
    }

    /**
     * Gives the command until its end, in this process, which is warm and so five times as quick as
     * one of its own, and holds the end against the golden one.
     */
    void finish(Path home) throws Exception {
      ended(home, Desk.bidui(line(home).toArray(String[]::new)), all -> true);
    }

    /** The same in a process of its own, which holds no file of the folder open afterwards. */
    void finishApart(Path home, Path scratch) throws Exception {
      Program.Ended ended = Program.run(scratch.resolve("finish.txt"), line(home));
      ended(home, ended.exit(), ended.said(), all -> true);
    }

    /**
     * Holds an end that the command came to in this process against the golden one, as far as it
     * counts.
     */
    void ended(Path home, Desk.Said said, Predicate<String> counts) throws Exception {
      ended(home, said.exit(), said.words(), counts);
    }

    private void ended(Path home, int code, String said, Predicate<String> counts)
        throws Exception {
      if (code != exit) {
        throw new AssertionError(name + " ended with " + code + ": " + said);
      }
      Ending.same(name, what(ending, counts), what(Ending.of(home), counts));
    }

    private static SortedMap<String, String> what(
        SortedMap<String, String> ending, Predicate<String> counts) {
      SortedMap<String, String> what = new TreeMap<>(ending);
      what.keySet().removeIf(counts.negate());
      return what;
    }
  }

  /** The commands, in order. */
  static synchronized List<Step> steps() throws Exception {
    if (steps.isEmpty()) {
      Path folder = Program.folder().resolve("golden-" + Program.stamp());
      if (!Files.exists(folder)) {
        Path unfinished = Files.createTempDirectory(Program.folder(), "golden-");
        live(unfinished);
        if (!unfinished.toFile().renameTo(folder.toFile())) {
          // Another shard was faster.
          Folders.delete(unfinished);
        }
      }
      steps = read(folder);
    }
    return steps;
  }

  /** The commands that are nights. */
  static List<Step> nights() throws Exception {
    return steps().stream().filter(step -> step.words().contains("run")).toList();
  }

  private static List<Step> read(Path folder) throws Exception {
    List<Step> read = new ArrayList<>();
    for (Told told : STORY) {
      Path at = folder.resolve(told.name());
      read.add(
          new Step(
              read.size(),
              told.name(),
              Files.readAllLines(at.resolve("words")),
              told.exit(),
              at.resolve("before"),
              Long.parseLong(Files.readString(at.resolve("millis"))),
              Ending.of(at.resolve("after"))));
    }
    return read;
  }

  private static void live(Path folder) throws Exception {
    Path home = folder.resolve("home");
    Path said = folder.resolve("said");
    Program.run(said, List.of("init", home.toString()));
    Path key = home.resolve("bidui.key");
    Files.writeString(key, "5".repeat(64) + "\n");
    StoryLists.first(home);
    for (Told told : STORY) {
      Path at = Files.createDirectories(folder.resolve(told.name()));
      List<String> words = told.prepared().in(home);
      Files.write(at.resolve("words"), words, StandardCharsets.UTF_8);
      Folders.copy(home, at.resolve("before"));
      List<String> line = new ArrayList<>(words);
      line.addAll(List.of("--home", home.toString()));
      Program.Ended ended = Program.run(said, line);
      if (ended.exit() != told.exit()) {
        throw new AssertionError(
            "undisturbed, " + told.name() + " ended with " + ended.exit() + ": " + ended.said());
      }
      Files.writeString(at.resolve("millis"), Long.toString(ended.millis()));
      Folders.copy(home, at.resolve("after"));
    }
    Folders.delete(home);
  }

  private static List<String> second(Path home) throws IOException {
    Answers.workbooks(home);
    StoryLists.second(home);
    return List.of("run", "--as-of", StoryLists.SECOND);
  }

  private static List<String> third(Path home) {
    return List.of("run", "--as-of", StoryLists.THIRD, "--accept", StoryLists.HELD, "--by", "王老师");
  }
}

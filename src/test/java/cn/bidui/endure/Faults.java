package cn.bidui.endure;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.opentest4j.TestAbortedException;

/**
 * Lets one call by which a process changes files below a folder fail, or kills the process there.
 * Calls are counted over all threads, by a library that is loaded before the C library; {@code
 * strace} counts each thread for itself, so that calls of a thread that is behind another one could
 * not be chosen.
 *
 * @param calls the kinds of call that count; empty for all
 * @param at the number of the call, from 1
 * @param how what happens there
 * @param ever whether every call from that one on fails
 */
record Faults(List<String> calls, int at, How how, boolean ever) {

  private static final Set<String> NAMES = Set.of("rename", "unlink", "fsync", "create");

  /** What happens at a call. */
  enum How {
    KILL,
    /** The process is killed in the middle of a write, or behind any other call. */
    TEAR,
    NOSPACE,
    IOERROR
  }

  /** A call that was made: what it was and on which file. */
  record Call(int number, String name, String path) {

    /** Whether it decides which files are there and for good, rather than what is in them. */
    boolean isOfNames() {
      return NAMES.contains(name);
    }
  }

  /** The variables that a process needs for these faults in {@code home}. */
  Map<String, String> in(Path home) throws IOException {
    Map<String, String> variables = new TreeMap<>(library(home));
    variables.put("ENDURE_AT", Integer.toString(at));
    variables.put("ENDURE_HOW", how.name().toLowerCase(java.util.Locale.ROOT));
    variables.put("ENDURE_EVER", ever ? "1" : "0");
    if (!calls.isEmpty()) {
      variables.put("ENDURE_CALLS", "," + String.join(",", calls) + ",");
    }
    return variables;
  }

  /** Runs a step undisturbed; {@code folder} gets the calls that it makes, in order. */
  static void calls(Golden.Step step, Path folder) throws Exception {
    run(step, folder, Map.of());
  }

  /**
   * The same, and {@code snaps/N} in that folder is the work folder before call N; {@code
   * snaps/N-torn} after half of it, if it is a write.
   */
  static void snapshots(Golden.Step step, Path folder) throws Exception {
    Path snaps = Files.createDirectories(folder.resolve("snaps"));
    run(step, folder, Map.of("ENDURE_SNAPS", snaps.toString()));
  }

  private static void run(Golden.Step step, Path folder, Map<String, String> more)
      throws Exception {
    Path home = step.home(folder);
    Path log = folder.resolve("log.txt");
    Map<String, String> variables = new TreeMap<>(library(home));
    variables.put("ENDURE_LOG", log.toString());
    variables.putAll(more);
    Program.Ended ended = Program.run(folder.resolve("said.txt"), variables, step.line(home));
    if (ended.exit() != step.exit()) {
      throw new AssertionError(step.name() + " ended with " + ended.exit() + ": " + ended.said());
    }
    List<String> calls = new ArrayList<>();
    for (String line : Files.readAllLines(log)) {
      String[] parts = line.split(" ", 3);
      calls.add(parts[0] + " " + parts[1] + " " + parts[2].substring(home.toString().length() + 1));
    }
    Files.write(calls(folder), calls);
    Folders.delete(home);
  }

  /** The calls that a run left in its folder. */
  static List<Call> read(Path folder) throws IOException {
    return called(calls(folder));
  }

  /** Where a run leaves its calls in its folder. */
  static Path calls(Path folder) {
    return folder.resolve("calls.txt");
  }

  /** The calls of such a file. */
  static List<Call> called(Path file) throws IOException {
    List<Call> calls = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      String[] parts = line.split(" ", 3);
      calls.add(new Call(Integer.parseInt(parts[0]), parts[1], parts[2]));
    }
    return calls;
  }

  /** The variables of a process that is told by a file, again and again, which calls fail. */
  static Map<String, String> controlled(Path file) throws IOException {
    return Map.of("LD_PRELOAD", library().toString(), "ENDURE_CONTROL", file.toString());
  }

  private static Map<String, String> library(Path home) throws IOException {
    return Map.of("LD_PRELOAD", library().toString(), "ENDURE_ROOT", home.toString());
  }

  /**
   * Builds the library, once.
   *
   * @throws TestAbortedException where there is no C compiler
   */
  private static synchronized Path library() throws IOException {
    Path library = Program.folder().resolve("faults-" + Program.stamp() + ".so");
    if (!Files.exists(library)) {
      Path source = Files.createTempFile(Program.folder(), "faults-", ".c");
      Path unfinished = source.resolveSibling(source.getFileName() + ".so");
      try (InputStream in = Faults.class.getResourceAsStream("faults.c")) {
        if (in == null) {
          throw new IllegalStateException("faults.c is not beside the tests");
        }
        Files.copy(in, source, StandardCopyOption.REPLACE_EXISTING);
      }
      compile(source, unfinished);
      Files.move(unfinished, library, StandardCopyOption.ATOMIC_MOVE);
      Files.delete(source);
    }
    return library;
  }

  private static void compile(Path source, Path library) throws IOException {
    try {
      int exit =
          new ProcessBuilder(
                  "cc", "-shared", "-fPIC", "-O1", "-o", library + "", source + "", "-ldl")
              .inheritIO()
              .start()
              .waitFor();
      if (exit != 0) {
        throw new IOException("cc ended with " + exit);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (IOException absent) {
      throw new TestAbortedException("no C compiler (cc) here: " + absent.getMessage());
    }
  }
}

package cn.bidui.endure;

import cn.bidui.BiduiApplication;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.zip.Deflater;

/**
 * The program as processes of its own, which start as cheaply as a JVM can: from one jar, with the
 * archive of loaded classes that Java makes only for jars, and with the quick compiler alone.
 */
final class Program {

  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();

  private static final List<String> OPTIONS =
      List.of(
          "-XX:TieredStopAtLevel=1",
          "-XX:+UseSerialGC",
          "-XX:-UsePerfData",
          "-Xlog:disable",
          "-Xmx256m",
          "-Dfile.encoding=UTF-8",
          "-Dstdout.encoding=UTF-8",
          "-Dstderr.encoding=UTF-8");

  /** A command that takes longer hangs. */
  static final Duration HANGS = Duration.ofMinutes(10);

  private static String stamp = "";

  private Program() {}

  /** How a process ended, and what it said. */
  record Ended(int exit, String said, long millis) {}

  /**
   * Where the harness keeps what it makes. It may be a link to a folder in memory: calls are
   * counted by the names that the system knows.
   */
  static Path folder() throws IOException {
    Path folder = Path.of("target", "endure");
    return (Files.exists(folder) ? folder : Files.createDirectories(folder)).toRealPath();
  }

  /** Names the classes that are tried: other classes, another name. */
  static synchronized String stamp() throws IOException {
    if (stamp.isEmpty()) {
      StringBuilder text = new StringBuilder();
      for (Path file : Folders.files(classes())) {
        text.append(classes().relativize(file)).append(' ').append(Files.size(file)).append(' ');
        text.append(Files.getLastModifiedTime(file).toMillis()).append('\n');
      }
      stamp = digest(text.toString().getBytes(StandardCharsets.UTF_8)).substring(0, 12);
    }
    return stamp;
  }

  /** Starts one command line; {@code said} gets what it writes. */
  static Process start(Path said, List<String> arguments) throws IOException {
    return start(said, Map.of(), arguments);
  }

  /** The same with further variables in its environment. */
  static Process start(Path said, Map<String, String> more, List<String> arguments)
      throws IOException {
    return process(said, more, List.of("-XX:SharedArchiveFile=" + archive()), arguments);
  }

  /**
   * Starts a class that serves: what it says is left to it, what it complains of goes to {@code
   * said}.
   */
  static Process serve(Class<?> served, Path said, Map<String, String> variables)
      throws IOException {
    List<String> line = new ArrayList<>(List.of(JAVA));
    line.addAll(OPTIONS.subList(1, OPTIONS.size()));
    String path = String.valueOf(System.getProperty("java.class.path"));
    line.addAll(List.of("-Dbidui.app=" + Path.of("").toAbsolutePath(), "-cp", path));
    line.add(served.getName());
    return started(line, variables).redirectError(said.toFile()).start();
  }

  /** What starts the program quickly; the words of a command follow. */
  static List<String> line(String... options) throws IOException {
    List<String> line = new ArrayList<>(List.of(JAVA));
    line.addAll(OPTIONS);
    line.add("-XX:SharedArchiveFile=" + archive());
    line.addAll(List.of(options));
    line.addAll(List.of("-cp", classPath(), BiduiApplication.class.getName()));
    return line;
  }

  /** Runs one command line to its end. */
  static Ended run(Path said, List<String> arguments) throws Exception {
    return run(said, Map.of(), arguments);
  }

  /** The same with further variables in its environment. */
  static Ended run(Path said, Map<String, String> more, List<String> arguments) throws Exception {
    long began = System.nanoTime();
    int exit = end(start(said, more, arguments));
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
    return new Ended(exit, said(said), millis);
  }

  /** What was written, even if a kill cut a character in two. */
  static String said(Path said) throws IOException {
    return new String(Files.readAllBytes(said), StandardCharsets.UTF_8);
  }

  /** How a process ended; one that takes too long hangs. */
  static int end(Process process) throws InterruptedException {
    if (!process.waitFor(HANGS.toMillis(), TimeUnit.MILLISECONDS)) {
      kill(process);
      throw new AssertionError("a process hung");
    }
    return process.exitValue();
  }

  /** Gives a command and kills it after {@code delay} ms; whether it was over before. */
  static boolean over(Golden.Step step, Path home, Path scratch, long delay) throws Exception {
    Process process = start(scratch.resolve("killed.txt"), step.line(home));
    boolean over = process.waitFor(delay, TimeUnit.MILLISECONDS);
    kill(process);
    return over;
  }

  /** Kills a process with whatever it has started. */
  static void kill(Process process) throws InterruptedException {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly().waitFor();
  }

  private static Process process(
      Path said, Map<String, String> variables, List<String> options, List<String> arguments)
      throws IOException {
    List<String> line = new ArrayList<>(List.of(JAVA));
    line.addAll(OPTIONS);
    line.addAll(options);
    line.add("-Dbidui.app=" + Path.of("").toAbsolutePath());
    line.addAll(List.of("-cp", classPath(), BiduiApplication.class.getName()));
    line.addAll(arguments);
    return started(line, variables).redirectErrorStream(true).redirectOutput(said.toFile()).start();
  }

  private static ProcessBuilder started(List<String> line, Map<String, String> variables) {
    ProcessBuilder builder = new ProcessBuilder(line);
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.environment().putAll(variables);
    return builder;
  }

  private static String classPath() throws IOException {
    List<String> path = new ArrayList<>(List.of(jar().toString()));
    String own = String.valueOf(System.getProperty("java.class.path"));
    Arrays.stream(own.split(java.io.File.pathSeparator, -1))
        .filter(entry -> entry.endsWith(".jar"))
        .forEach(path::add);
    return String.join(java.io.File.pathSeparator, path);
  }

  private static Path classes() {
    try {
      return Path.of(
          BiduiApplication.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  private static synchronized Path jar() throws IOException {
    Path jar = folder().resolve("app-" + stamp() + ".jar");
    if (!Files.exists(jar)) {
      Path unfinished = Files.createTempFile(folder(), "app-", ".jar");
      try (OutputStream out = Files.newOutputStream(unfinished);
          JarOutputStream entries = new JarOutputStream(out)) {
        entries.setLevel(Deflater.NO_COMPRESSION);
        // Folders too: migrations are looked for in one.
        for (Path path : Folders.all(classes())) {
          String name = classes().relativize(path).toString().replace('\\', '/');
          boolean folder = Files.isDirectory(path);
          JarEntry entry = new JarEntry(folder ? name + "/" : name);
          entries.putNextEntry(entry.setLastModifiedTime(FileTime.fromMillis(0)));
          if (!folder) {
            Files.copy(path, entries);
          }
        }
      }
      Files.move(unfinished, jar, StandardCopyOption.ATOMIC_MOVE);
    }
    return jar;
  }

  /** The classes that a night loads, as they lie in memory; made once for each build. */
  private static synchronized Path archive() throws IOException {
    Path archive = folder().resolve("app-" + stamp() + ".jsa");
    if (!Files.exists(archive)) {
      Path training = Files.createTempDirectory(folder(), "training-");
      Path unfinished = training.resolve("app.jsa");
      try {
        Path home = training.resolve("home");
        Path said = training.resolve("said");
        end(process(said, Map.of(), List.of(), List.of("init", home.toString())));
        StoryLists.first(home);
        String option = "-XX:ArchiveClassesAtExit=" + unfinished;
        List<String> night = List.of("run", "--home", home.toString(), "--as-of", StoryLists.FIRST);
        end(process(said, Map.of(), List.of(option), night));
        Files.move(unfinished, archive, StandardCopyOption.ATOMIC_MOVE);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        throw new IOException("stopped while the class archive was made", stopped);
      } finally {
        Folders.delete(training);
      }
    }
    return archive;
  }

  private static String digest(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}

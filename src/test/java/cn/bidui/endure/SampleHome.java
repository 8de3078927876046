package cn.bidui.endure;

import cn.bidui.cli.Bidui;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A work folder that lives through nights of {@code sample-inputs} in this process. */
record SampleHome(Path home) {

  private static final List<String> AS_OF = List.of("2025-11-03", "2025-11-04", "2025-11-05");

  /** How a command ended, and everything that it said. */
  record Said(int exit, String text) {}

  static String asOf(int night) {
    return AS_OF.get(night - 1);
  }

  /** A new one; all of them have the same key, so that they publish the same bytes. */
  static SampleHome made(Path home) throws IOException {
    SampleHome made = new SampleHome(home);
    made.expect(0, bidui("init", home.toString()));
    Files.writeString(home.resolve("bidui.key"), "5".repeat(64) + "\n");
    return made;
  }

  /** Replaces {@code before} in the settings. */
  SampleHome setting(String before, String after) throws IOException {
    Path settings = home.resolve("bidui.yml");
    Files.writeString(settings, Files.readString(settings).replace(before, after));
    return this;
  }

  /** Puts a night's files into the inbox. */
  SampleHome drop(int night) throws IOException {
    Path inbox = Path.of("sample-inputs", "night-" + night, "inbox");
    copy(inbox, home.resolve("inbox"));
    return this;
  }

  Said run(int night) {
    return bidui("run", "--as-of", asOf(night), "--quiet", "--home", home.toString());
  }

  /** A night that must end as it always does. */
  SampleHome lived(int night) throws IOException {
    drop(night).expect(exit(night), run(night));
    return this;
  }

  static int exit(int night) {
    return night == 2 ? 0 : 2;
  }

  void expect(int exit, Said said) {
    if (said.exit() != exit) {
      throw new AssertionError("exit " + said.exit() + " instead of " + exit + ": " + said.text());
    }
  }

  /** Everything that a night published but times and run id, and everything that was answered. */
  SortedMap<String, String> end(int night) throws IOException {
    SortedMap<String, String> end = new TreeMap<>();
    digests(home.resolve("reports").resolve(asOf(night)), end, "");
    end.remove("data/run.json");
    digests(home.resolve("feedback"), end, "feedback/");
    digests(home.resolve("inbox"), end, "inbox/");
    return end;
  }

  /** Holds the end against that of an undisturbed run. */
  void sameEnd(SampleHome usual, int night, String story) throws IOException {
    SortedMap<String, String> here = end(night);
    SortedMap<String, String> there = usual.end(night);
    if (!here.equals(there)) {
      here.entrySet().removeIf(entry -> entry.getValue().equals(there.remove(entry.getKey())));
      throw new AssertionError(
          story + ": differs in " + here.keySet() + ", missing or different " + there.keySet());
    }
  }

  SampleHome copiedTo(Path target) throws IOException {
    copy(home, target);
    return new SampleHome(target);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> walk = Files.walk(from)) {
      for (Path path : walk.toList()) {
        Path there = to.resolve(from.relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(there);
        } else {
          Files.copy(path, there, StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    }
  }

  private static void digests(Path folder, SortedMap<String, String> into, String prefix)
      throws IOException {
    List<Path> files = new ArrayList<>();
    try (Stream<Path> walk = Files.walk(folder)) {
      walk.filter(Files::isRegularFile).forEach(files::add);
    }
    for (Path file : files) {
      into.put(prefix + folder.relativize(file), sha256(Files.readAllBytes(file)));
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  /** One command line in this process, one at a time: it says what it says on the one screen. */
  static synchronized Said bidui(String... arguments) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    try {
      System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
      System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
      int exit = Bidui.execute(arguments);
      return new Said(exit, said.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }
}

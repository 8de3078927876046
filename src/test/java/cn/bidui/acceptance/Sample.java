package cn.bidui.acceptance;

import cn.bidui.fixture.QuickFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The three nights of {@code sample-inputs}. */
final class Sample {

  /** The as-of dates of the nights. */
  static final List<String> AS_OF = List.of("2025-11-03", "2025-11-04", "2025-11-05");

  static final Path INPUTS = Path.of("sample-inputs");

  private static final List<Office> LIVED = new ArrayList<>();
  private static final Set<String> CLEARED = new HashSet<>();

  private Sample() {}

  /** The as-of date of night 1, 2 or 3. */
  static String asOf(int night) {
    return AS_OF.get(night - 1);
  }

  /** Nights 1 and 3 have a file that must be refused; rows that go back are no reason for 2. */
  static int exit(int night) {
    return night == 2 ? 0 : 2;
  }

  /** What is dropped in a night. */
  static List<Path> files(int night) throws IOException {
    return Office.files(inbox(night));
  }

  private static Path inbox(int night) {
    return INPUTS.resolve("night-" + night).resolve("inbox");
  }

  /** The content of a dropped file. */
  static byte[] bytes(int night, String name) throws IOException {
    return Files.readAllBytes(inbox(night).resolve(name));
  }

  static void drop(int night, Office office) throws IOException {
    for (Path file : files(night)) {
      office.drop(inbox(night).relativize(file).toString(), Files.readAllBytes(file));
    }
  }

  /** The same files, in the opposite order and with other time stamps. */
  static void dropBackwards(int night, Office office) throws IOException {
    List<Path> files = new ArrayList<>(files(night));
    Collections.reverse(files);
    long millis = 1_600_000_000_000L;
    for (Path file : files) {
      Path name = inbox(night).relativize(file);
      office.drop(name.toString(), Files.readAllBytes(file));
      millis += 86_400_000L;
      Files.setLastModifiedTime(
          office.inbox().resolve(name.toString()), FileTime.fromMillis(millis));
    }
  }

  /** Gives the answers that people give before a night. */
  static void answer(int night, Office office) throws IOException {
    Path answers = INPUTS.resolve("expected").resolve("night-" + night).resolve("answers.csv");
    if (!Files.exists(answers)) {
      return;
    }
    String before = asOf(night - 1);
    for (Table.Row answer : Table.read(answers).rows()) {
      String id = office.finding(before, answer.get("rule"), answer.get("name"));
      Office.Said said =
          office.does(
              "answer",
              id,
              answer.get("outcome"),
              "--by",
              "王老师",
              "--until",
              answer.get("until"),
              "--as-of",
              before);
      if (said.exit() != 0) {
        throw new AssertionError(said.all());
      }
    }
  }

  /** One night: answers, files, run. */
  static Office.Said night(int night, Office office) throws IOException {
    answer(night, office);
    drop(night, office);
    return office.run(asOf(night), "--quiet");
  }

  /**
   * A work folder of its own that has lived through the nights up to {@code last}; they are run
   * once and copied from then on.
   */
  static synchronized Office after(int last, Path home) throws IOException {
    while (LIVED.size() < last) {
      int night = LIVED.size() + 1;
      Path kept = QuickFolder.make("night-" + night + "-");
      Office office =
          night == 1
              ? Office.open(kept.resolve("home"))
              : LIVED.get(night - 2).copiedTo(kept.resolve("home"));
      Office.Said said = night(night, office);
      if (said.exit() != exit(night)) {
        throw new AssertionError(said.exit() + ": " + said.all());
      }
      LIVED.add(office);
    }
    return LIVED.get(last - 1).copiedTo(home);
  }

  /**
   * A new, empty folder that stays until the next build, for what has to be looked at when it
   * breaks.
   *
   * @param test whose it is: tests of two processes must not clear each other's
   */
  static synchronized Path kept(String test) throws IOException {
    Path kept = Path.of("target", "acceptance", test).toAbsolutePath();
    if (CLEARED.add(test)) {
      clear(kept);
    }
    return Files.createTempDirectory(Files.createDirectories(kept), test + "-");
  }

  private static void clear(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path path : walk.sorted(Collections.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}

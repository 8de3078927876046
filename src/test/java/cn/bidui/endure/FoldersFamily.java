package cn.bidui.endure;

import cn.bidui.fixture.QuickFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A folder of the work folder is read-only, missing or somebody else's while a night runs; then it
 * is put right, and another run comes to the usual end. Each trial is another folder or another
 * fault; the program runs as a process without a superuser's rights.
 */
final class FoldersFamily implements Family {

  private static final List<String> FOLDERS =
      List.of("inbox", "feedback", "reports", "archive", "journal", "data", "logs");
  private static final int NOBODY = 65_534;
  private static @Nullable SampleHome usual;

  private enum Fault {
    READ_ONLY,
    CLOSED,
    MISSING,
    A_FILE,
    FOREIGN,
    DANGLING,
    UNMARKED
  }

  @Override
  public String name() {
    return "folders";
  }

  @Override
  public String promise() {
    return "Folders read-only, missing, foreign or unmounted: said once and clearly, nothing is made in"
        + " their place, and the next run comes to the usual end";
  }

  @Override
  public int inCheck() {
    return 1;
  }

  @Override
  public int inMerge() {
    return 14;
  }

  @Override
  public int inFull() {
    return FOLDERS.size() * Fault.values().length + 1;
  }

  @Override
  public String trial(int number, long seed, Path scratch) throws Exception {
    String folder = FOLDERS.get(number % FOLDERS.size());
    Fault fault = Fault.values()[number / FOLDERS.size() % Fault.values().length];
    SampleHome home = SampleHome.made(scratch.resolve("home")).drop(1);
    if (fault == Fault.UNMARKED) {
      folder = "inbox";
      home.setting("inbox-marker: \"\"", "inbox-marker: \".bidui-inbox\"");
    }
    Path harmed = home.home().resolve(folder);
    Path aside = scratch.resolve("aside");
    harm(fault, harmed, aside);
    String story = folder + " " + fault;
    SampleHome.Said said = run(home);
    if (said.exit() == 70 || said.exit() > 75 || said.text().contains("Exception:")) {
      throw new AssertionError(story + ": exit " + said.exit() + ": " + said.text());
    }
    boolean kept = fault != Fault.MISSING || folder.equals("inbox") || Files.exists(harmed);
    if (fault == Fault.MISSING && folder.equals("inbox") && Files.exists(harmed)) {
      throw new AssertionError(story + ": a folder was made where a share should be");
    }
    mend(fault, harmed, aside);
    SampleHome.Said again = run(home);
    home.expect(SampleHome.exit(1), again);
    if (fault == Fault.UNMARKED) {
      // The program leaves it where it is, for the next night; the usual end has none.
      Files.delete(harmed.resolve(".bidui-inbox"));
    }
    home.sameEnd(usual(), 1, story);
    return story + ", exit " + said.exit() + (kept ? "" : ", not made") + ", then as usual";
  }

  private static synchronized SampleHome usual() throws IOException {
    if (usual == null) {
      Path kept = QuickFolder.make("folders-");
      usual = SampleHome.made(kept.resolve("usual")).lived(1);
    }
    return usual;
  }

  private static void harm(Fault fault, Path folder, Path aside) throws IOException {
    switch (fault) {
      case READ_ONLY -> mode(folder, "r-xr-xr-x");
      case CLOSED -> mode(folder, "---------");
      case FOREIGN -> {
        mode(folder, root() ? "rwx------" : "---------");
        owner(folder, NOBODY);
      }
      case MISSING -> Files.move(folder, aside);
      case A_FILE -> {
        Files.move(folder, aside);
        Files.writeString(folder, "not a folder");
      }
      case DANGLING -> {
        Files.move(folder, aside);
        Files.createSymbolicLink(folder, aside.resolveSibling("no-such-share"));
      }
      case UNMARKED -> {
        // An empty folder, as an unmounted share leaves it.
        Files.move(folder, aside);
        Files.createDirectory(folder);
      }
    }
  }

  private static void mend(Fault fault, Path folder, Path aside) throws IOException {
    switch (fault) {
      case READ_ONLY, CLOSED -> mode(folder, "rwxr-xr-x");
      case FOREIGN -> {
        owner(folder, 0);
        mode(folder, "rwxr-xr-x");
      }
      case A_FILE, DANGLING -> {
        Files.delete(folder);
        Files.move(aside, folder);
      }
      case UNMARKED -> {
        Files.delete(folder);
        Files.move(aside, folder);
        Files.createFile(folder.resolve(".bidui-inbox"));
      }
      case MISSING -> {
        if (!Files.exists(folder)) {
          Files.move(aside, folder);
        }
      }
    }
  }

  private static void mode(Path folder, String mode) throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(mode));
  }

  private static void owner(Path folder, int uid) throws IOException {
    if (root()) {
      Files.setAttribute(folder, "unix:uid", uid);
    }
  }

  private static boolean root() {
    return System.getProperty("user.name").equals("root");
  }

  private static SampleHome.Said run(SampleHome home) throws IOException, InterruptedException {
    List<String> line = new ArrayList<>();
    if (root()) {
      // Root still, but without the right to pass by owners and modes.
      line.addAll(List.of("setpriv", "--bounding-set=-all", "--inh-caps=-all", "--"));
    }
    line.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xmx256m",
            "-Dfile.encoding=UTF-8",
            "-Dbidui.app=" + Path.of("").toAbsolutePath(),
            "-cp",
            System.getProperty("java.class.path"),
            "cn.bidui.BiduiApplication",
            "run",
            "--quiet",
            "--as-of",
            SampleHome.asOf(1),
            "--home",
            home.home().toString()));
    Path said = Files.createTempFile("bidui-said-", ".txt");
    Process process =
        new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(said.toFile()).start();
    if (!process.waitFor(10, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new AssertionError("a night hung");
    }
    String text = Files.readString(said);
    Files.delete(said);
    return new SampleHome.Said(process.exitValue(), text);
  }
}

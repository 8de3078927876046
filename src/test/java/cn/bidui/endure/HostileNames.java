package cn.bidui.endure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Names that nobody chose for our sake, as files, units, schools, townships and persons. */
final class HostileNames implements Family {

  private static final int BATCH = 10;
  private static final Pattern STEERING =
      Pattern.compile(
          "[\\p{Cntrl}&&[^\\t\\r\\n]]|[\\u202A-\\u202E\\u2028\\u2029\\u200B\\u2066-\\u2069]");
  private static final String MARK = "伪造行";

  private static final List<String> PARTS =
      List.of(
          "../../逃",
          "..\\..\\逃",
          "/etc/逃",
          "C:\\Windows\\逃",
          "\\\\x.invalid\\share",
          "换\n2026-11-22 ERROR " + MARK,
          "回\r2026-11-22 ERROR " + MARK,
          "行\u20282026-11-22 ERROR " + MARK,
          "色\u001b[31m红\u001b[2J",
          "响\u0007铃\u0008",
          "名单\u202Exslx.exe",
          "零\u200B宽",
          "CON",
          "NUL.txt",
          "com1",
          "%n%s%x%d",
          "${jndi:ldap://x.invalid/a}",
          "{0}{1}",
          "{",
          "'{0",
          "$(touch 逃)",
          "`touch 逃`",
          "; touch 逃 #",
          "| touch 逃",
          "-rf",
          "--home",
          "👨‍👩‍👧🎒",
          "\"引'号\"",
          "=cmd|' /C calc'!A0",
          "<script>alert(1)</script>");

  private static final List<String> AROUND =
      List.of("%s", " %s ", "甲%s", "%s乙", ".%s", "%s.", "～%s", "(%s)", "甲 %s 乙", "%s%s");

  @Override
  public String name() {
    return "hostile-names";
  }

  @Override
  public String promise() {
    return "Odd names (10 in each trial) of files, units, schools and persons write nothing outside"
        + " the work folder, and no line of log or screen";
  }

  @Override
  public int inCheck() {
    return 1;
  }

  @Override
  public int inMerge() {
    return 5;
  }

  @Override
  public int inFull() {
    return 30;
  }

  /** One of 300, no two of them the same. */
  static String of(int number) {
    return AROUND.get(number / 30 % 10).replace("%s", PARTS.get(number % 30));
  }

  @Override
  public String trial(int number, long seed, Path scratch) throws Exception {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < BATCH; i++) {
      names.add(of(number * BATCH + i));
    }
    Path jail = Files.createDirectories(scratch.resolve("a").resolve("b"));
    SampleHome home = SampleHome.made(jail.resolve("home"));
    int dropped = drop(home.home().resolve("inbox"), names);
    HostileCounty county = HostileCounty.of(names);
    Path inbox = home.home().resolve("inbox");
    Files.write(inbox.resolve("学籍.csv"), county.roll(""));
    Files.write(inbox.resolve("受助.csv"), county.aid(""));
    Files.write(inbox.resolve("监测.csv"), county.households(""));
    NavigableSet<String> before = outside(scratch, home.home());
    SampleHome.Said said =
        SampleHome.bidui("run", "--as-of", HostileCounty.FIRST, "--home", home.home().toString());
    if (said.exit() != 2 && said.exit() != 3) {
      throw new AssertionError("exit " + said.exit() + ": " + said.text());
    }
    if (!outside(scratch, home.home()).equals(before)) {
      throw new AssertionError("written outside: " + outside(scratch, home.home()));
    }
    lines("the screen", said.text());
    for (Path log : Computed.files(home.home().resolve("logs"))) {
      lines("the log", Files.readString(log));
    }
    paths(home.home());
    String run =
        Files.readString(home.home().resolve("reports/" + HostileCounty.FIRST + "/data/run.json"));
    int listed = run.split("\"sha256\" :", -1).length - 1;
    if (listed != dropped + 3) {
      throw new AssertionError(listed + " files are listed of " + (dropped + 3));
    }
    return BATCH + " names, " + dropped + " of them of files and units";
  }

  /** As files and as units; what no disk here can hold is not dropped. */
  private static int drop(Path inbox, List<String> names) throws IOException {
    int dropped = 0;
    for (String name : names) {
      String plain = name.replace("/", "\u2215");
      if (plain.startsWith(".")) {
        plain = "甲" + plain;
      }
      byte[] none = ("甲,乙\n1," + dropped + "\n").getBytes(StandardCharsets.UTF_8);
      Files.write(inbox.resolve(plain + ".csv"), none);
      Path unit = Files.createDirectories(inbox.resolve(plain));
      Files.write(unit.resolve("乙.csv"), ("乙,丙\n" + dropped).getBytes(StandardCharsets.UTF_8));
      dropped += 2;
    }
    return dropped;
  }

  private static NavigableSet<String> outside(Path scratch, Path home) throws IOException {
    NavigableSet<String> found = new TreeSet<>();
    for (Path place : List.of(scratch, Path.of("").toAbsolutePath())) {
      try (Stream<Path> walk = Files.walk(place, place.equals(scratch) ? 9 : 1)) {
        walk.filter(path -> !path.startsWith(home)).map(Path::toString).forEach(found::add);
      }
    }
    return found;
  }

  private static void lines(String where, String text) {
    if (STEERING.matcher(text).find()) {
      throw new AssertionError("a mark that steers reached " + where);
    }
    if (text.lines().anyMatch(line -> line.startsWith("2026-11-22 ERROR " + MARK))) {
      throw new AssertionError("a line was forged in " + where);
    }
  }

  private static void paths(Path home) throws IOException {
    try (Stream<Path> walk = Files.walk(home)) {
      for (Path path : walk.toList()) {
        String name = home.relativize(path).toString();
        if (!name.startsWith("inbox") && name.matches("(?s).*[\\x00-\\x1f\\\\:*?\"<>|\\u202e].*")) {
          throw new AssertionError("a path of ours is " + name.replaceAll("\\p{Cntrl}", "?"));
        }
      }
    }
  }
}

package cn.bidui.endure;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Every output for people and programs, with words in all its places that would compute. */
final class Formulas implements Family {

  private static final int BATCH = 50;

  @Override
  public String name() {
    return "formulas";
  }

  @Override
  public String promise() {
    return "Words that look like formulas (50 in each trial) compute nowhere in what is written, and"
        + " come back as they were";
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
    return 40;
  }

  @Override
  public String trial(int number, long seed, Path scratch) throws Exception {
    HostileCounty county = HostileCounty.of(Payloads.from(number * BATCH, BATCH));
    SampleHome home = SampleHome.made(scratch.resolve("home"));
    drop(home, county, "");
    night(home, HostileCounty.FIRST);
    Computed written = new Computed().in(reports(home)).in(home.home().resolve("feedback"));
    noFaults(written);
    everyWordIsThere(county, written.texts());
    // As our own exports write them, the same lists say the same.
    Set<String> findings = findings(home, HostileCounty.FIRST);
    drop(home, county, "'");
    night(home, HostileCounty.SECOND);
    same(findings, findings(home, HostileCounty.SECOND));
    String seen = "not opened by LibreOffice";
    if (Computed.libreOfficeIsThere()) {
      List<Path> folders =
          List.of(reports(home).resolve(HostileCounty.FIRST), home.home().resolve("feedback"));
      int formulas = Computed.inLibreOffice(folders, Files.createDirectory(scratch.resolve("lo")));
      if (formulas != 0) {
        throw new AssertionError("LibreOffice sees " + formulas + " formulas");
      }
      seen = "0 formulas in LibreOffice";
    }
    return BATCH + " words, " + written.count() + " files, " + seen;
  }

  private static Path reports(SampleHome home) {
    return home.home().resolve("reports");
  }

  private static void drop(SampleHome home, HostileCounty county, String before) throws Exception {
    Path inbox = home.home().resolve("inbox");
    Files.write(inbox.resolve("=学籍" + before.length() + ".csv"), county.roll(before));
    Files.write(inbox.resolve("+受助" + before.length() + ".csv"), county.aid(before));
    Files.write(inbox.resolve("@监测" + before.length() + ".csv"), county.households(before));
    String odd = "=1+1,@姓名,\"+HYPERLINK(\"\"http://x.invalid\"\",1)\"\n=2,-3,=4\n" + before;
    Files.writeString(inbox.resolve("-1+2.csv"), odd, StandardCharsets.UTF_8);
  }

  private static void night(SampleHome home, String asOf) {
    SampleHome.Said said =
        SampleHome.bidui("run", "--as-of", asOf, "--quiet", "--home", home.home().toString());
    if (said.exit() != 2 && said.exit() != 3) {
      throw new AssertionError("exit " + said.exit() + ": " + said.text());
    }
  }

  private static void noFaults(Computed written) {
    if (!written.faults().isEmpty()) {
      List<String> some = written.faults().subList(0, Math.min(9, written.faults().size()));
      throw new AssertionError(written.faults().size() + " faults: " + some);
    }
  }

  /** Blanks and marks that are not seen, at either end, are no part of a word. */
  private static void everyWordIsThere(HostileCounty county, Set<String> texts) {
    List<String> seen = texts.stream().map(Formulas::seen).distinct().toList();
    List<String> lost =
        county.words().stream().filter(word -> !seen.contains(seen(word))).sorted().toList();
    if (!lost.isEmpty()) {
      throw new AssertionError(lost.size() + " words lost: " + lost);
    }
  }

  private static String seen(String word) {
    String unseen = "[\\s\\p{Z}\\p{Cntrl}\\p{Cf}]+";
    return word.replaceAll("^" + unseen + "|" + unseen + "$", "");
  }

  private static Set<String> findings(SampleHome home, String asOf) throws Exception {
    Path file = reports(home).resolve(asOf).resolve("data").resolve("findings.csv");
    Set<String> ids = new java.util.TreeSet<>();
    for (String line : Files.readAllLines(file)) {
      if (line.matches("F[0-9A-Z].*")) {
        ids.add(line.split(",", 2)[0]);
      }
    }
    return ids;
  }

  private static void same(Set<String> first, Set<String> second) {
    if (first.isEmpty() || !second.equals(first)) {
      throw new AssertionError(first.size() + " findings became " + second.size());
    }
  }
}

package cn.bidui.endure;

import cn.bidui.cli.Bidui;
import cn.bidui.ledger.Backups;
import cn.bidui.ledger.Entry.Drilled;
import cn.bidui.ledger.JournalReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/**
 * A night's newest backup is drilled: an unharmed one passes, and one with a single bit changed, or
 * cut off anywhere, never does; the work folder itself stays as it is.
 */
public final class RestoreDrill implements Family {

  @Override
  public String name() {
    return "restore-drill";
  }

  @Override
  public String promise() {
    return "A drill passes with a whole backup and fails with a harmed one, and leaves nothing"
        + " behind.";
  }

  @Override
  public int inCheck() {
    return 1;
  }

  @Override
  public int inMerge() {
    return 10;
  }

  @Override
  public int inFull() {
    return 100;
  }

  @Override
  public String trial(int number, long seed, Path scratch) throws Exception {
    Random chance = new Random(seed);
    Path home = scratch.resolve("home");
    does(0, "init", home.toString(), "--quiet");
    Files.write(home.resolve("inbox/list.csv"), roll(chance));
    does(3, "run", "--quiet", "--as-of", "2025-11-03", "--home", home.toString());
    does(0, "backup", "--quiet", "--home", home.toString());
    does(0, "drill", "--quiet", "--home", home.toString());
    expect(drilled(home).trouble().isEmpty(), "the whole backup did not pass");
    Path backup = Backups.in(home.resolve("backup")).list().get(0).file();
    String harm = harm(backup, chance);
    int exit = Bidui.execute("drill", "--quiet", "--home", home.toString());
    // Where its own first line is harmed, it is no backup any more and none is found.
    expect(exit == 3, "a harmed backup gave exit " + exit);
    expect(!Files.exists(home.resolve(".drill")), "the scratch folder is still there");
    expect(JournalReader.of(home).verify(java.util.List.of()).ok(), "the journal is not whole");
    return harm;
  }

  private static byte[] roll(Random chance) {
    StringBuilder text = new StringBuilder("姓名,班级,备注\n");
    for (int i = 0; i < 20 + chance.nextInt(50); i++) {
      text.append("某某").append(i).append(",一班,").append(chance.nextLong()).append('\n');
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String harm(Path backup, Random chance) throws IOException {
    byte[] bytes = Files.readAllBytes(backup);
    int place = chance.nextInt(bytes.length);
    if (chance.nextBoolean()) {
      bytes[place] ^= (byte) (1 << chance.nextInt(8));
      Files.write(backup, bytes);
      return "bit changed at byte " + place;
    }
    Files.write(backup, java.util.Arrays.copyOf(bytes, place));
    return "cut off at byte " + place;
  }

  private static Drilled drilled(Path home) throws IOException {
    return JournalReader.of(home).state().safety().lastDrill().orElseThrow();
  }

  private static void does(int exit, String... line) {
    int was = Bidui.execute(line);
    expect(was == exit, line[0] + " gave exit " + was);
  }

  private static void expect(boolean holds, String otherwise) {
    if (!holds) {
      throw new AssertionError(otherwise);
    }
  }
}

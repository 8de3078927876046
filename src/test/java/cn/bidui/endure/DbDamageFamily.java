package cn.bidui.endure;

import cn.bidui.fixture.QuickFolder;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** The embedded database is damaged, cut short, replaced or removed between two nights. */
final class DbDamageFamily implements Family {

  private static @Nullable SampleHome before;
  private static @Nullable SampleHome usual;

  /** What is done to the file. */
  private enum Harm {
    BIT,
    ROW_TEXT,
    ROW_TEXTS,
    BYTES,
    BLOCK,
    CUT,
    EMPTY,
    FOREIGN,
    FORMAT,
    GONE
  }

  /** Which harm is done how often: most of it is hard to see. */
  private static final List<Harm> TURNS =
      List.of(
          Harm.BIT,
          Harm.ROW_TEXT,
          Harm.BIT,
          Harm.ROW_TEXTS,
          Harm.CUT,
          Harm.BYTES,
          Harm.ROW_TEXT,
          Harm.BLOCK,
          Harm.BIT,
          Harm.GONE,
          Harm.ROW_TEXT,
          Harm.BYTES,
          Harm.CUT,
          Harm.BLOCK,
          Harm.ROW_TEXTS,
          Harm.EMPTY,
          Harm.FOREIGN,
          Harm.FORMAT);

  @Override
  public String name() {
    return "db-damage";
  }

  @Override
  public String promise() {
    return "A damaged or deleted embedded database is set aside and made again; every export is the"
        + " same to the byte";
  }

  @Override
  public int inCheck() {
    return 2;
  }

  @Override
  public int inMerge() {
    return 15;
  }

  @Override
  public int inFull() {
    return 500;
  }

  @Override
  public String trial(int number, long seed, Path scratch) throws Exception {
    prepare();
    Random random = new Random(seed);
    SampleHome home = before().copiedTo(scratch.resolve("home"));
    Path file = home.home().resolve("data").resolve("bidui.mv.db");
    String harm = harm(TURNS.get(number % TURNS.size()), file, random);
    SampleHome.Said said = home.drop(2).run(2);
    home.expect(SampleHome.exit(2), said);
    home.sameEnd(usual(), 2, harm);
    boolean noticed = said.text().contains(".damaged-");
    if (noticed != Files.exists(file.resolveSibling("bidui.mv.db.damaged-1"))) {
      throw new AssertionError(harm + ": said otherwise than done");
    }
    return harm + (noticed ? ", made again" : ", nothing of it was read");
  }

  private static synchronized void prepare() throws IOException {
    if (before == null) {
      Path kept = QuickFolder.make("db-damage-");
      before = SampleHome.made(kept.resolve("before")).lived(1);
      usual = before.copiedTo(kept.resolve("usual")).lived(2);
    }
  }

  private static SampleHome before() {
    return java.util.Objects.requireNonNull(before);
  }

  private static SampleHome usual() {
    return java.util.Objects.requireNonNull(usual);
  }

  private static String harm(Harm harm, Path file, Random random) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    switch (harm) {
      case BIT -> flip(bytes, random.nextInt(bytes.length), random);
      case ROW_TEXT -> flip(bytes, inRow(bytes, random), random);
      case ROW_TEXTS -> {
        for (int i = 0; i < 20; i++) {
          flip(bytes, inRow(bytes, random), random);
        }
      }
      case BYTES -> {
        for (int i = 0; i < 1 + random.nextInt(64); i++) {
          bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
      }
      case BLOCK -> {
        int at = random.nextInt(bytes.length / 4096) * 4096;
        java.util.Arrays.fill(bytes, at, Math.min(bytes.length, at + 4096), (byte) 0);
      }
      case CUT -> bytes = java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length));
      case EMPTY -> bytes = new byte[0];
      case FOREIGN -> bytes = "PK\u0003\u0004 quite another file".repeat(400).getBytes(UTF_8);
      case FORMAT -> replace(bytes, "format:3", "format:9");
      case GONE -> {
        Files.delete(file);
        return harm.name();
      }
    }
    write(file, bytes);
    return harm.name();
  }

  private static final java.nio.charset.Charset UTF_8 = StandardCharsets.UTF_8;

  private static void flip(byte[] bytes, int at, Random random) {
    bytes[at] ^= (byte) (1 << random.nextInt(8));
  }

  /** A byte of a row's values, which stand apart by U+001F. */
  private static int inRow(byte[] bytes, Random random) {
    List<Integer> marks = new ArrayList<>();
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == 0x1F) {
        marks.add(i);
      }
    }
    int at = marks.isEmpty() ? bytes.length / 2 : marks.get(random.nextInt(marks.size()));
    return Math.max(0, Math.min(bytes.length - 1, at + random.nextInt(40) - 20));
  }

  private static void replace(byte[] bytes, String from, String to) {
    byte[] wanted = from.getBytes(UTF_8);
    for (int i = 0; i + wanted.length <= bytes.length; i++) {
      if (java.util.Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
        System.arraycopy(to.getBytes(UTF_8), 0, bytes, i, wanted.length);
      }
    }
  }

  /** In place: a new file would hide a length that was not cut. */
  private static void write(Path file, byte[] bytes) throws IOException {
    try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
      out.setLength(bytes.length);
      out.write(bytes);
    }
  }
}

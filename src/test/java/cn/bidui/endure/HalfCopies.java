package cn.bidui.endure;

import cn.bidui.collect.Arrival;
import cn.bidui.collect.Inbox;
import cn.bidui.collect.Taken;
import cn.bidui.collect.Vigil;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A file that is copied into the inbox slowly, with rests, or after its length was reserved. Time
 * is reckoned, not waited for; time stamps are those of any clock, 1970 and 2099 among them.
 */
final class HalfCopies implements Family {

  private static final int STILL = 10;
  private static final int PATIENCE = 30;

  /** Seconds since 1970 at which a copy may say that it was written: then, in 2025, in 2099. */
  private static final long[] CLOCKS = {0, 1_762_128_000L, 4_070_908_800L};

  @Override
  public String name() {
    return "half-copies";
  }

  @Override
  public String promise() {
    return "a file that is still being copied is not taken; once whole, it is taken once";
  }

  @Override
  public int inCheck() {
    return 100;
  }

  @Override
  public int inMerge() {
    return 500;
  }

  @Override
  public int inFull() {
    return 500;
  }

  @Override
  public String trial(int number, long seed, Path scratch) throws Exception {
    Random random = new Random(seed);
    boolean container = random.nextBoolean();
    boolean reserved = random.nextBoolean();
    byte[] content = container ? container(random) : text(random);
    // A text without a reserved length has no end to be seen by: only stillness tells.
    int longest = container || reserved ? PATIENCE - 1 : STILL - 1;
    Copy copy = new Copy(Files.createDirectories(scratch.resolve("inbox")), content, random);
    copy.reserve(reserved);
    watch(copy, longest, random);
    return (container ? "container, " : "text, ")
        + (reserved ? "reserved, " : "growing, ")
        + copy.parts
        + " parts";
  }

  /** Looks every few seconds while the copy goes on, until a minute after its end. */
  private static void watch(Copy copy, int longest, Random random) throws IOException {
    Inbox inbox = Inbox.of(copy.folder);
    Vigil vigil = new Vigil(inbox, Duration.ofSeconds(STILL), Duration.ofSeconds(PATIENCE));
    long next = 0;
    int taken = 0;
    for (long now = 0; copy.left() > 0 || now < next + 60; now += 1 + random.nextInt(3)) {
      while (copy.left() > 0 && now >= next) {
        copy.go(next, random);
        next += random.nextInt(4) == 0 ? random.nextInt(longest + 1) : random.nextInt(3);
      }
      for (Arrival arrival : vigil.look(Duration.ofSeconds(now)).arrivals()) {
        taken += take(inbox, arrival, copy) ? 1 : 0;
      }
    }
    if (taken != 1 || Files.exists(copy.file)) {
      throw new AssertionError("taken " + taken + " times");
    }
  }

  private static boolean take(Inbox inbox, Arrival arrival, Copy copy) throws IOException {
    AtomicReference<byte[]> kept = new AtomicReference<>(new byte[0]);
    Optional<Taken> taken =
        inbox.take(
            arrival,
            (file, unchanged) -> {
              kept.set(Files.readAllBytes(file));
              return unchanged.getAsBoolean()
                  ? Optional.of(ReplacedWhileReading.sha256(kept.get()))
                  : Optional.empty();
            });
    taken.ifPresent(inbox::clear);
    if (taken.isPresent() && !Arrays.equals(kept.get(), copy.content)) {
      throw new AssertionError("half of a file was taken, " + copy.left() + " bytes to come");
    }
    return taken.isPresent();
  }

  /** Somebody else's copying program. */
  private static final class Copy {
    private final Path folder;
    private final Path file;
    private final byte[] content;
    private final long clock;
    private int written;
    private int parts;

    Copy(Path folder, byte[] content, Random random) {
      this.folder = folder;
      this.file = folder.resolve("名单.dat");
      this.content = content;
      this.clock = CLOCKS[random.nextInt(CLOCKS.length)];
    }

    void reserve(boolean whole) throws IOException {
      try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
        out.setLength(whole ? content.length : 0);
      }
      Files.setLastModifiedTime(file, FileTime.fromMillis(clock * 1000));
    }

    int left() {
      return content.length - written;
    }

    void go(long now, Random random) throws IOException {
      int length = Math.min(left(), 1 + random.nextInt(content.length / 3));
      try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
        out.seek(written);
        out.write(content, written, length);
      }
      written += length;
      parts++;
      // Some programs give the copy the time of the original in the end.
      long shown = left() == 0 && random.nextBoolean() ? 1_000_000_000L : clock + 1 + now;
      Files.setLastModifiedTime(file, FileTime.fromMillis(shown * 1000 + parts));
    }
  }

  private static byte[] text(Random random) {
    StringBuilder text = new StringBuilder("姓名,身份证件号\n");
    for (int i = 20 + random.nextInt(200); i > 0; i--) {
      text.append("测小满,").append(random.nextInt(1_000_000)).append('\n');
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] container(Random random) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (int part = 1 + random.nextInt(4); part > 0; part--) {
        zip.putNextEntry(new ZipEntry("xl/part" + part + ".xml"));
        zip.write(text(random));
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }
}

package cn.bidui.endure;

import cn.bidui.collect.Arrival;
import cn.bidui.collect.Inbox;
import cn.bidui.collect.Taken;
import cn.bidui.ledger.Archive;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** A file that is replaced or written over while the archive copies it. */
final class ReplacedWhileReading implements Family {

  private static final int BYTES = 1 << 21;

  @Override
  public String name() {
    return "replaced-while-reading";
  }

  @Override
  public String promise() {
    return "of a file that changes while it is read the old or the new is kept, never a mix";
  }

  @Override
  public int inCheck() {
    return 50;
  }

  @Override
  public int inMerge() {
    return 200;
  }

  @Override
  public int inFull() {
    return 500;
  }

  @Override
  public String trial(int number, long seed, Path scratch) throws Exception {
    Random random = new Random(seed);
    Path file = Files.createDirectories(scratch.resolve("inbox")).resolve("名单.csv");
    byte[] before = bytes(random, 'a');
    byte[] after = bytes(random, 'b');
    Files.write(file, before);
    Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000_000_000L + random.nextInt(1000)));
    Inbox inbox = Inbox.of(scratch.resolve("inbox"), length -> {});
    Archive archive = Archive.of(scratch.resolve("home"));
    int way = random.nextInt(3);
    List<String> kept = new ArrayList<>();
    Arrival seen = look(inbox).orElseThrow();
    Thread other = new Thread(() -> harm(file, after, way, random.nextInt(60_000_000)));
    other.start();
    Optional<Taken> first = inbox.take(seen, archive::put);
    Inbox.Cleared cleared = first.map(inbox::clear).orElse(Inbox.Cleared.REPLACED);
    other.join();
    first.ifPresent(taken -> kept.add(taken.file().sha256()));
    // What was cleared before the other began to write lies there again, or it was the old one.
    look(inbox).flatMap(again -> taken(inbox, again, archive)).ifPresent(kept::add);
    Set<String> whole = Set.of(sha256(before), sha256(after));
    for (String digest : kept) {
      try (InputStream in = archive.open(digest)) {
        if (!whole.contains(digest) || !sha256(in.readAllBytes()).equals(digest)) {
          throw new AssertionError("a mix of old and new was kept");
        }
      }
    }
    // Who writes over a file that was just removed writes into nothing; a rename is never lost.
    if (way == 0 && !kept.contains(sha256(after))) {
      throw new AssertionError("the new file was lost, the old one " + cleared);
    }
    if (kept.isEmpty()) {
      throw new AssertionError("neither was kept");
    }
    return List.of("renamed over", "written over", "cut and written").get(way)
        + ", "
        + (first.isPresent() ? "old kept, " : "put off, ")
        + cleared;
  }

  private static Optional<String> taken(Inbox inbox, Arrival arrival, Archive archive) {
    try {
      Optional<Taken> taken = inbox.take(arrival, archive::put);
      taken.ifPresent(inbox::clear);
      return taken.map(each -> each.file().sha256());
    } catch (IOException failed) {
      throw new AssertionError(failed);
    }
  }

  private static Optional<Arrival> look(Inbox inbox) throws IOException {
    return inbox.look(Duration.ZERO, Set.of()).arrivals().stream().findFirst();
  }

  private static void harm(Path file, byte[] after, int way, int nanos) {
    long start = System.nanoTime();
    while (System.nanoTime() - start < nanos) {
      Thread.onSpinWait();
    }
    try {
      if (way == 0) {
        Path beside = file.resolveSibling("~$新.tmp");
        Files.write(beside, after);
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
        return;
      }
      try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
        out.setLength(way == 1 ? out.length() : 0);
        for (int at = 0; at < after.length; at += 1 << 16) {
          out.write(after, at, Math.min(1 << 16, after.length - at));
        }
        out.setLength(after.length);
      }
    } catch (IOException failed) {
      throw new AssertionError(failed);
    }
  }

  private static byte[] bytes(Random random, char letter) {
    byte[] bytes = new byte[BYTES / 2 + random.nextInt(BYTES)];
    java.util.Arrays.fill(bytes, (byte) letter);
    bytes[random.nextInt(bytes.length)] = '\n';
    return bytes;
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}

package cn.bidui.endure;

import cn.bidui.ledger.Archive;
import cn.bidui.ledger.Backups;
import cn.bidui.ledger.Entry;
import cn.bidui.ledger.HomeKey;
import cn.bidui.ledger.Journal;
import cn.bidui.ledger.Lease;
import cn.bidui.ledger.LeaseOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A backup is killed, or its disk is full, at a random moment, while somebody appends to the
 * journal: whatever lies under a final name restores, and what does not is not kept.
 */
public final class BackupKill implements Family {

  private static final Clock CLOCK = Clock.system(ZoneId.of("Asia/Shanghai"));
  private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
  private static final int BLOBS = 40;
  private static final int BLOB_BYTES = 100_000;

  /** From the start of the process to a finished backup of this size, and some more. */
  private static final int WHOLE_MILLIS = 1_500;

  @Override
  public String name() {
    return "backup-kill";
  }

  @Override
  public String promise() {
    return "A backup that was killed or ran out of space is never kept under a final name, and every"
        + " kept backup restores.";
  }

  @Override
  public int inCheck() {
    return 2;
  }

  @Override
  public int inMerge() {
    return 40;
  }

  @Override
  public int inFull() {
    return 400;
  }

  @Override
  public String trial(int number, long seed, Path scratch) throws Exception {
    Random chance = new Random(seed);
    Path home = Files.createDirectories(scratch.resolve("home"));
    Path target = scratch.resolve("backup");
    HomeKey key = HomeKey.open(home, Optional.empty());
    for (int i = 0; i < BLOBS; i++) {
      byte[] content = new byte[BLOB_BYTES];
      chance.nextBytes(content);
      Archive.of(home).put(content);
    }
    append(home, 50);
    boolean full = number % 2 == 1;
    // Counted in blocks of 1,024 bytes; the whole backup has about 4,000.
    int blocks = full ? 1 + chance.nextInt(4_500) : 0;
    Process backup = start(home, target, blocks);
    append(home, 20);
    boolean ended =
        backup.waitFor(full ? 60_000 : chance.nextInt(WHOLE_MILLIS), TimeUnit.MILLISECONDS);
    backup.destroyForcibly().waitFor();
    boolean kept = check(target, key, scratch);
    if (ended && (backup.exitValue() == 0) != kept) {
      throw new AssertionError("exit " + backup.exitValue() + ", but kept is " + kept);
    }
    Backups.in(target).make(home, key, Archive.of(home), BackupOnce.maker());
    check(target, key, scratch);
    return (full ? "full at " + blocks + " KiB" : "killed") + (kept ? ", kept" : ", nothing kept");
  }

  private static void append(Path home, int entries) throws IOException {
    LeaseOutcome outcome = Lease.acquire(home, Duration.ofSeconds(10), CLOCK);
    try (Lease lease = ((LeaseOutcome.Held) outcome).lease();
        Journal journal = Journal.open(home, lease, CLOCK)) {
      for (int i = 0; i < entries; i++) {
        journal.append(new Entry.RunStarted("R-" + i, "nightly", DAY));
      }
    }
  }

  private static Process start(Path home, Path target, int blocks) throws IOException {
    List<String> line =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                // Its file for profilers would be cut off by the limit, and Java with it.
                "-XX:-UsePerfData",
                "-Xshare:auto",
                "-Xmx128m",
                "-Dfile.encoding=UTF-8",
                "-Dsun.jnu.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                BackupOnce.class.getName(),
                home.toString(),
                target.toString()));
    if (blocks > 0) {
      line.addAll(0, List.of("bash", "-c", "ulimit -f " + blocks + "; exec \"$@\"", "bash"));
    }
    ProcessBuilder builder =
        new ProcessBuilder(line)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("LC_ALL", "C.UTF-8");
    return builder.start();
  }

  /** Restores every kept backup; whether there was one. */
  private static boolean check(Path target, HomeKey key, Path scratch) throws IOException {
    List<Path> kept = finals(target);
    for (Path file : kept) {
      Path restored = Files.createTempDirectory(scratch, "restored");
      int blobs = Backups.unpack(file, key, restored);
      long head = cn.bidui.ledger.BackupHead.of(file).orElseThrow().head().seq();
      boolean whole =
          Backups.reaches(restored, cn.bidui.ledger.BackupHead.of(file).orElseThrow().head());
      if (blobs != BLOBS || !whole || head < 50) {
        throw new AssertionError("a kept backup holds " + blobs + " blobs and " + head + " lines");
      }
    }
    return !kept.isEmpty();
  }

  private static List<Path> finals(Path target) throws IOException {
    if (!Files.isDirectory(target)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(target)) {
      return files.filter(file -> !file.getFileName().toString().startsWith(".")).toList();
    }
  }
}

package cn.bidui.cli;

import cn.bidui.ledger.Lease;
import cn.bidui.ledger.LeaseOutcome;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Puts a restored and checked folder in the place of what was there, which goes into a folder of
 * its own and is not deleted (安全副本). Whoever is killed in between finds it finished by the next
 * command: each part is moved once, out and in, and what is done is not done again.
 */
final class Restoration {

  /** Where the restored folder is made ready, within the work folder. */
  static final String STAGING = ".restoring";

  /** Stands in the staging folder from when it is whole; names the folder for the safety copy. */
  private static final String READY = "READY";

  /** Stands there instead once everything that was there before is out of the way. */
  private static final String CLEARED = "CLEARED";

  private static final String JOURNAL = "journal";
  private static final String KEY = "bidui.key";
  private static final Duration WAIT = Duration.ofSeconds(60);

  /** Inbox, answers and backups stay: they are not part of the record. */
  private static final List<String> PARTS =
      List.of("archive", "keys", "reports", "data", "what-if", "jobs", "bidui.yml", KEY);

  private final Path home;
  private final Path staging;

  Restoration(Path home) {
    this.home = home;
    this.staging = home.resolve(STAGING);
  }

  Path staging() {
    return staging;
  }

  /** Says that the staged folder is whole, and puts it in place. */
  void swap(String safety) throws IOException {
    Path unfinished = staging.resolve(READY + ".tmp");
    Files.writeString(unfinished, safety);
    try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.move(unfinished, staging.resolve(READY), StandardCopyOption.ATOMIC_MOVE);
    finish();
  }

  /** Finishes what was cut short in {@code home}, if anything was. */
  static void finishCutShort(Path home, Clock clock) throws IOException {
    Restoration restoration = new Restoration(home);
    if (restoration.cutShort()
        && Lease.acquire(home, WAIT, clock) instanceof LeaseOutcome.Held held) {
      try (Lease lease = held.lease()) {
        lease.check();
        if (restoration.cutShort()) {
          restoration.finish();
        }
      }
    }
  }

  private boolean cutShort() {
    return Files.exists(staging.resolve(READY)) || Files.exists(staging.resolve(CLEARED));
  }

  private void finish() throws IOException {
    if (Files.exists(staging.resolve(READY))) {
      Path safety = home.resolve(Files.readString(staging.resolve(READY)).strip());
      for (String part : parts(home)) {
        moveOut(part, safety);
      }
      sync(home);
      Files.move(staging.resolve(READY), staging.resolve(CLEARED), StandardCopyOption.ATOMIC_MOVE);
    }
    for (String part : parts(staging)) {
      move(staging.resolve(part), home.resolve(part));
    }
    sync(home);
    sync(home.resolve(JOURNAL));
    Trees.delete(staging);
  }

  /** Until the last part is out, nothing has come in: what is there is what was there before. */
  private void moveOut(String part, Path safety) throws IOException {
    if (part.equals(KEY)) {
      // A key that says the same stays: it may be a link to a safer place.
      if (same(home.resolve(part), staging.resolve(part))) {
        Files.delete(staging.resolve(part));
      }
      if (!Files.exists(staging.resolve(part))) {
        return;
      }
    }
    move(home.resolve(part), safety.resolve(part));
  }

  private static void move(Path from, Path to) throws IOException {
    Files.createDirectories(to.toAbsolutePath().getParent());
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
  }

  /**
   * What of the record lies in {@code folder}. The lease lies in the journal's folder, so that its
   * lines are moved and not the folder.
   */
  private static List<String> parts(Path folder) throws IOException {
    List<String> parts = new ArrayList<>();
    for (String part : PARTS) {
      if (Files.exists(folder.resolve(part), LinkOption.NOFOLLOW_LINKS)) {
        parts.add(part);
      }
    }
    if (Files.isDirectory(folder.resolve(JOURNAL))) {
      try (Stream<Path> files = Files.list(folder.resolve(JOURNAL))) {
        files
            .map(file -> String.valueOf(file.getFileName()))
            .filter(name -> name.contains(".jsonl"))
            .sorted()
            .forEach(name -> parts.add(JOURNAL + "/" + name));
      }
    }
    return parts;
  }

  private static boolean same(Path there, Path restored) throws IOException {
    return Files.exists(there) && Files.exists(restored) && Files.mismatch(there, restored) < 0;
  }

  private static void sync(Path folder) throws IOException {
    if (java.io.File.separatorChar == '/') {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }
}

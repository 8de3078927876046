package cn.bidui.ledger;

import cn.bidui.ledger.LeaseOutcome.Busy;
import cn.bidui.ledger.LeaseOutcome.Held;
import cn.bidui.ledger.LeaseOutcome.Holder;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The right to change a work folder (独占): one process at a time, freed by the operating system when
 * that process dies. Each acquisition gets a higher epoch; the journal and the publication refuse
 * whoever comes back with an older one, so a process that slept through its lease does no harm.
 */
public final class Lease implements Closeable {

  /**
   * The locked byte lies far behind the text: Windows lets nobody read a locked byte, and the text
   * says who holds the lease.
   */
  static final long LOCKED_BYTE = 1L << 40;

  private static final Duration POLL = Duration.ofMillis(100);

  /** So long a new holder may take to write its name. */
  private static final int NAME_LOOKS = 10;

  /**
   * Leases of this process. POSIX frees a process's locks when it closes any handle on the file, so
   * the file of a lease that is held here must not even be opened a second time.
   */
  private static final Map<Path, Holder> HELD_HERE = new ConcurrentHashMap<>();

  private final Path folder;
  private final FileChannel channel;
  private final FileLock lock;
  private final long epoch;
  private final boolean inherited;

  private Lease(Path folder, FileChannel channel, FileLock lock, long epoch, boolean inherited) {
    this.folder = folder;
    this.channel = channel;
    this.lock = lock;
    this.epoch = epoch;
    this.inherited = inherited;
  }

  /**
   * Takes the work folder {@code home}, trying again until {@code wait} has passed.
   *
   * @param clock tells since when it is held; waiting itself does not depend on it
   * @throws IOException if the folder cannot be written
   */
  public static LeaseOutcome acquire(Path home, Duration wait, Clock clock) throws IOException {
    Path folder = JournalFiles.folder(home);
    Durably.makeFolder(folder);
    Path real = folder.toRealPath();
    long start = System.nanoTime();
    while (true) {
      LeaseOutcome outcome = attempt(real, clock);
      boolean patient = System.nanoTime() - start < wait.toNanos();
      if (outcome instanceof Held || !patient || !pause()) {
        return outcome;
      }
    }
  }

  /** The holder within this process, whose file must not be opened a second time. */
  static Optional<Holder> heldHere(Path realFolder) {
    return Optional.ofNullable(HELD_HERE.get(realFolder));
  }

  /** The number of this acquisition: 1, 2, 3 … */
  public long epoch() {
    return epoch;
  }

  /**
   * Whether the holder before never gave the work folder back. It was killed, or it sleeps and will
   * not know before it has written once more.
   */
  boolean inherited() {
    return inherited;
  }

  /**
   * Makes sure that nobody has taken the work folder since.
   *
   * @throws LeaseLostException if somebody has, or the lease was closed
   */
  public void check() throws IOException {
    if (!lock.isValid()) {
      throw new LeaseLostException("the lease of epoch " + epoch + " was given back");
    }
    long current = recordedEpoch(folder).orElse(0L);
    if (current != epoch) {
      throw new LeaseLostException(
          "the lease of epoch " + epoch + " is over, epoch " + current + " has begun");
    }
  }

  /** Gives the work folder back; closing twice does nothing. */
  @Override
  public void close() throws IOException {
    if (channel.isOpen()) {
      try {
        if (recordedEpoch(folder).orElse(0L) == epoch) {
          channel.truncate(0);
        }
      } catch (IOException full) {
        // Only the name of the holder is left; whether a lock is held is not told by it.
        return;
      } finally {
        channel.close();
        HELD_HERE.remove(folder);
      }
    }
  }

  private static LeaseOutcome attempt(Path folder, Clock clock) throws IOException {
    Holder self =
        new Holder(
            Long.toString(ProcessHandle.current().pid()),
            host(),
            clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
    Holder other = HELD_HERE.putIfAbsent(folder, self);
    if (other != null) {
      return new Busy(other);
    }
    boolean held = false;
    try {
      LeaseOutcome outcome = lock(folder, self);
      held = outcome instanceof Held;
      return outcome;
    } finally {
      if (!held) {
        HELD_HERE.remove(folder);
      }
    }
  }

  private static LeaseOutcome lock(Path folder, Holder self) throws IOException {
    FileChannel channel =
        FileChannel.open(
            folder.resolve("lease.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    Optional<Lease> lease = Optional.empty();
    try {
      FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
      if (lock != null) {
        lease = Optional.of(begin(folder, channel, lock, self));
      }
    } catch (OverlappingFileLockException e) {
      // Another class loader of this process holds it: as busy as another process.
    } finally {
      if (lease.isEmpty()) {
        channel.close();
      }
    }
    return lease.isPresent() ? new Held(lease.get()) : new Busy(readHolder(folder));
  }

  private static Lease begin(Path folder, FileChannel channel, FileLock lock, Holder self)
      throws IOException {
    Optional<Long> recorded = recordedEpoch(folder);
    long last = recorded.isPresent() ? recorded.get() : JournalFiles.highestEpoch(folder);
    long epoch = last + 1;
    Durably.replace(epochFile(folder), (epoch + "\n").getBytes(StandardCharsets.US_ASCII));
    boolean inherited = channel.size() > 0;
    channel.truncate(0);
    Durably.writeAll(channel, text(self).getBytes(StandardCharsets.UTF_8));
    return new Lease(folder, channel, lock, epoch, inherited);
  }

  /** Empty if the file is missing or damaged; then the journal's own lines tell. */
  private static Optional<Long> recordedEpoch(Path folder) throws IOException {
    try {
      String text = Files.readString(epochFile(folder), StandardCharsets.ISO_8859_1).strip();
      return Optional.of(Long.parseLong(text));
    } catch (NoSuchFileException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Path epochFile(Path folder) {
    return folder.resolve("epoch");
  }

  private static String text(Holder holder) {
    return holder.pid() + "\n" + holder.host() + "\n" + holder.since() + "\n";
  }

  /**
   * The holder may be just writing its name, over that of one who was killed: that is waited for,
   * for a second.
   */
  static Holder readHolder(Path folder) throws IOException {
    for (int look = 1; ; look++) {
      Holder named = lastHolder(folder);
      if (!named.pid().isEmpty() && !dead(named.pid(), named.host())) {
        return named;
      }
      if (look == NAME_LOOKS || !pause()) {
        return new Holder("", "", "");
      }
    }
  }

  /** Whoever wrote its name last and has not taken it back, alive or not; blank if nobody. */
  static Holder lastHolder(Path folder) throws IOException {
    byte[] text = Files.readAllBytes(folder.resolve("lease.lock"));
    List<String> lines = new String(text, StandardCharsets.UTF_8).lines().toList();
    return lines.size() < 3
        ? new Holder("", "", "")
        : new Holder(lines.get(0), lines.get(1), lines.get(2));
  }

  /** Whether that process ran on this host and runs no more; of another host nobody can tell. */
  private static boolean dead(String pid, String on) {
    return on.equals(host())
        && pid.matches("\\d{1,18}")
        && ProcessHandle.of(Long.parseLong(pid)).filter(ProcessHandle::isAlive).isEmpty();
  }

  /** No name service is asked: a broken one would hold up the night. */
  private static String host() {
    for (String variable : List.of("COMPUTERNAME", "HOSTNAME")) {
      String name = System.getenv(variable);
      if (name != null && !name.isBlank()) {
        return name;
      }
    }
    try {
      return Files.readString(Path.of("/proc/sys/kernel/hostname")).strip();
    } catch (IOException e) {
      return "localhost";
    }
  }

  private static boolean pause() {
    try {
      Thread.sleep(POLL.toMillis());
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}

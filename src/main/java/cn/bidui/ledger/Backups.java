package cn.bidui.ledger;

import cn.bidui.ledger.JournalLine.Head;
import cn.bidui.source.Content;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The backups in one folder (备份): each is one sealed file that holds the record, and never the key
 * that opens it.
 */
public final class Backups {

  private static final Pattern NAME = Pattern.compile("备份-\\d{4}-\\d\\d-\\d\\d-\\d+\\.bidui");
  private static final int SALT_BYTES = 32;
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private final Path folder;

  private Backups(Path folder) {
    this.folder = folder;
  }

  /** The backups in {@code folder}, which need not exist yet. */
  public static Backups in(Path folder) {
    return new Backups(folder);
  }

  /**
   * A backup that was made.
   *
   * @param blobs how many archived files are in it
   * @param damaged digests of those that were no longer what was put there, or had no key: they are
   *     in it as they lay there
   */
  public record Made(
      Path file, String digest, BackupHead head, long bytes, int blobs, SortedSet<String> damaged) {
    public Made {
      damaged = Collections.unmodifiableSortedSet(new TreeSet<>(damaged));
    }
  }

  /** A backup that lies in the folder. */
  public record Listed(Path file, BackupHead head, long bytes) {}

  /** Who makes a backup and when. */
  public record Maker(String unit, int format, String software, Instant now) {}

  /**
   * Backs up the work folder {@code home}; others may work in it meanwhile. The file gets its name
   * only after it was synced, read back and found whole; whatever fails leaves no file under such a
   * name.
   *
   * @throws JournalDamagedException if the journal is
   * @throws DamagedBlobException if an archived file became so meanwhile
   */
  public Made make(Path home, HomeKey key, Archive archive, Maker maker) throws IOException {
    Verdict verdict = JournalReader.of(home).verify(List.of());
    if (!verdict.ok() && !(verdict instanceof Verdict.Torn)) {
      throw new JournalDamagedException(verdict);
    }
    LastNight last = LastNight.of(home, verdict.sound());
    byte[] salt = new byte[SALT_BYTES];
    new SecureRandom().nextBytes(salt);
    BackupHead head =
        new BackupHead(
            maker.unit(),
            maker.now().truncatedTo(ChronoUnit.SECONDS),
            verdict.sound(),
            last.day(),
            maker.format(),
            maker.software(),
            key.fingerprint(),
            HexFormat.of().formatHex(salt));
    Durably.makeFolder(folder);
    discardUnfinished();
    SortedSet<String> damaged = archive.damaged();
    BackupWriter writer = new BackupWriter(home, verdict.sound(), last, archive::intact, damaged);
    return finished(head, key, writer, damaged);
  }

  private Made finished(
      BackupHead head, HomeKey key, BackupWriter writer, SortedSet<String> damaged)
      throws IOException {
    Path file = folder.resolve(name(head));
    Path unfinished = folder.resolve("." + name(head) + ".tmp");
    try {
      OwnerOnly.create(unfinished);
      try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
        OutputStream out = Channels.newOutputStream(channel);
        writer.write(out, head.line(), head.sealingKey(key));
        channel.force(true);
      }
      int blobs = BackupReader.read(unfinished, key, (name, content) -> {});
      String digest = Sha256.hex(Content.of(unfinished));
      long bytes = Files.size(unfinished);
      Durably.move(unfinished, file);
      Durably.syncFolder(folder);
      return new Made(file, digest, head, bytes, blobs, damaged);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  private static String name(BackupHead head) {
    return "备份-%s-%06d.bidui".formatted(head.made().atZone(ZONE).toLocalDate(), head.head().seq());
  }

  /** What lies in the folder, the newest first. */
  public List<Listed> list() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> NAME.matcher(String.valueOf(file.getFileName())).matches())
          .flatMap(Backups::listed)
          .sorted(
              Comparator.comparing((Listed each) -> each.head().head().seq())
                  .thenComparing(each -> each.head().made())
                  .reversed())
          .toList();
    }
  }

  private static Stream<Listed> listed(Path file) {
    return BackupHead.of(file).stream().map(head -> new Listed(file, head, file.toFile().length()));
  }

  /**
   * Copies a backup from another folder into this one, whole or not at all.
   *
   * @throws IOException if the copy is not what was read
   */
  public Path copy(Made made) throws IOException {
    Durably.makeFolder(folder);
    discardUnfinished();
    Path target = folder.resolve(String.valueOf(made.file().getFileName()));
    Path unfinished = folder.resolve("." + made.file().getFileName() + ".tmp");
    try {
      OwnerOnly.create(unfinished);
      try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
        Files.copy(made.file(), Channels.newOutputStream(channel));
        channel.force(true);
      }
      if (!Sha256.hex(Content.of(unfinished)).equals(made.digest())) {
        throw new IOException("the copied backup is not the one that was made");
      }
      Durably.move(unfinished, target);
      Durably.syncFolder(folder);
      return target;
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  /**
   * Deletes backups of this key that were made more than {@code keep} before the newest one; the
   * newest always stays. What was deleted elsewhere is gone for good when the last backup that held
   * it is.
   *
   * @return how many
   */
  public int prune(HomeKey key, Duration keep) throws IOException {
    List<Listed> own = list().stream().filter(each -> each.head().opensWith(key)).toList();
    int deleted = 0;
    for (Listed each : own.subList(Math.min(1, own.size()), own.size())) {
      Instant newest = own.get(0).head().made();
      if (each.head().made().plus(keep).isBefore(newest)) {
        Files.delete(each.file());
        deleted++;
      }
    }
    return deleted;
  }

  /**
   * Makes the work folder {@code target} out of the backup {@code file}: everything but the key,
   * the database and what can be made again.
   *
   * @param target must be an empty folder
   * @return how many archived files are in it
   * @throws HomeKeyException if the backup was sealed with another key
   * @throws IOException if the backup is not whole; then {@code target} is to be thrown away
   */
  public static int unpack(Path file, HomeKey key, Path target) throws IOException {
    Path root = target.toAbsolutePath().normalize();
    return BackupReader.read(file, key, (name, content) -> place(root, name, content));
  }

  /**
   * Digests of the archived files in an unpacked backup that were damaged when it was made; the
   * list itself is removed.
   */
  public static SortedSet<String> damagedThen(Path unpacked) throws IOException {
    Path list = unpacked.resolve(BackupWriter.DAMAGED);
    SortedSet<String> damaged = new TreeSet<>();
    if (Files.isRegularFile(list)) {
      damaged.addAll(Files.readAllLines(list));
      Files.delete(list);
    }
    return damaged;
  }

  private static void place(Path root, String name, InputStream content) throws IOException {
    Path file = root.resolve(name).normalize();
    if (!file.startsWith(root) || file.equals(root)) {
      throw new IOException("the backup names a file outside the work folder");
    }
    Path parent = file.getParent();
    if (parent != null) {
      Durably.makeFolder(parent);
    }
    OwnerOnly.create(file);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      content.transferTo(Channels.newOutputStream(channel));
      channel.force(true);
    }
    if (name.startsWith("archive/")) {
      Archive.protect(file);
    }
    if (parent != null) {
      Durably.syncFolder(parent);
    }
  }

  /** Whether the journal in {@code home} is sound and goes exactly as far as {@code head}. */
  public static boolean reaches(Path home, Head head) throws IOException {
    return JournalReader.of(home).verify(List.of(head)).equals(new Verdict.Intact(head));
  }

  /** Removes what killed processes were writing; one that is at work fails and says so. */
  private void discardUnfinished() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        String name = String.valueOf(file.getFileName());
        if (name.startsWith(".备份-") && name.endsWith(".tmp")) {
          Files.deleteIfExists(file);
        }
      }
    }
  }
}

package cn.bidui.ledger;

import cn.bidui.source.Content;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Every taken file, kept unchanged under the digest of its content (档案): {@code archive/ab/cdef…},
 * sealed under a key of its own that is kept in {@code keys/archive.keys}. What is in the archive
 * is on the disk; putting the same content twice keeps it once; what is destroyed cannot be read
 * any more, not even from a copy of the folder {@code archive}.
 */
public final class Archive {

  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
  private static final int DIGEST_LENGTH = 64;
  private static final AtomicLong SERIAL = new AtomicLong();

  private final Path folder;
  private final KeyRing keys;
  private final UnaryOperator<String> standIns;

  private Archive(Path folder, KeyRing keys, UnaryOperator<String> standIns) {
    this.folder = folder;
    this.keys = keys;
    this.standIns = standIns;
  }

  /** The archive of the work folder {@code home}. */
  public static Archive of(Path home) {
    KeyRing keys =
        new KeyRing(
            home.resolve("keys").resolve("archive.keys"),
            () -> HomeKey.ofHome(home).subkey("archive"));
    return new Archive(home.resolve("archive"), keys, UnaryOperator.identity());
  }

  /**
   * The same, giving what stands in for content that is gone.
   *
   * @param standIns the digest of what is to be read for a digest; that digest itself if nothing
   *     stands in for it
   */
  public Archive standing(UnaryOperator<String> standIns) {
    return new Archive(folder, keys, standIns);
  }

  /** Whether something else stands in for the content of that digest. */
  public boolean standsIn(String sha256) {
    return !standIns.apply(sha256).equals(sha256);
  }

  /** Keeps {@code content} and returns its digest. */
  public String put(byte[] content) throws IOException {
    return put(() -> new ByteArrayInputStream(content), () -> true).orElseThrow();
  }

  /** Keeps a copy of {@code source} and returns its digest. */
  public String put(Path source) throws IOException {
    return put(source, () -> true).orElseThrow();
  }

  /**
   * Keeps a copy of {@code source}, unless it changed meanwhile.
   *
   * @param unchanged asked after the last byte was read; if it says no, nothing is kept
   */
  public Optional<String> put(Path source, BooleanSupplier unchanged) throws IOException {
    return put(() -> Files.newInputStream(source), unchanged);
  }

  private interface Opening {
    InputStream open() throws IOException;
  }

  private Optional<String> put(Opening source, BooleanSupplier unchanged) throws IOException {
    Path unfinished = unfinished();
    String id = HexFormat.of().formatHex(KeyRing.random(SealedFormat.ID_BYTES));
    byte[] key = KeyRing.newKey();
    try {
      String sha256 = seal(source, unfinished, id, key);
      if (!unchanged.getAsBoolean()) {
        return Optional.empty();
      }
      if (!holds(sha256, Files.size(unfinished))) {
        keys.add(sha256, id, key);
        file(unfinished, sha256);
      }
      return Optional.of(sha256);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  /** The digest under which {@code source} would be kept. */
  public static String digest(Path source) throws IOException {
    return Sha256.hex(Content.of(source));
  }

  /** Whether content of that digest was put and not destroyed, or something stands in for it. */
  public boolean holds(String sha256) {
    return Files.isRegularFile(path(standIns.apply(sha256)));
  }

  /** Whether content of exactly that digest is there. */
  public boolean holdsItself(String sha256) {
    return Files.isRegularFile(path(sha256));
  }

  /** The digests of all that is kept. */
  public SortedSet<String> all() throws IOException {
    SortedSet<String> kept = new TreeSet<>();
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> groups = Files.newDirectoryStream(folder, "[0-9a-f][0-9a-f]")) {
        for (Path group : groups) {
          names(group, kept);
        }
      }
    }
    return kept;
  }

  private static void names(Path group, Set<String> into) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(group)) {
      for (Path file : files) {
        String sha256 = String.valueOf(group.getFileName()) + file.getFileName();
        if (SHA256.matcher(sha256).matches()) {
          into.add(sha256);
        }
      }
    }
  }

  Path path(String sha256) {
    if (!SHA256.matcher(sha256).matches()) {
      throw new IllegalArgumentException("not a SHA-256 in lower-case hex: " + sha256);
    }
    return folder.resolve(sha256.substring(0, 2)).resolve(sha256.substring(2, DIGEST_LENGTH));
  }

  /**
   * The content of that digest, or what stands in for it, to be read at any place. Reading it fails
   * with {@link NoSuchFileException} if it was never put or was destroyed, and with {@link
   * SealedFileException} if it is damaged, or its key is missing or another one.
   */
  public Content content(String sha256) {
    String standing = standIns.apply(sha256);
    return new Kept(path(standing), standing);
  }

  /** A kept file, unlocked whenever it is opened. */
  private final class Kept implements Content {

    private final Path file;
    private final String sha256;

    Kept(Path file, String sha256) {
      this.file = file;
      this.sha256 = sha256;
    }

    @Override
    public long size() throws IOException {
      return unlocked(file, sha256).size();
    }

    @Override
    public InputStream open() throws IOException {
      return unlocked(file, sha256).open();
    }

    @Override
    public SeekableByteChannel channel() throws IOException {
      return unlocked(file, sha256).channel();
    }
  }

  private Content unlocked(Path file, String sha256) throws IOException {
    Optional<String> id = SealedFormat.id(file);
    if (id.isEmpty()) {
      return plain(file, sha256);
    }
    try {
      Optional<byte[]> key = keys.find(sha256, id.get());
      if (key.isPresent()) {
        return new SealedContent(file, sha256, id.get(), key.get());
      }
    } catch (GeneralSecurityException otherSecret) {
      throw SealedFileException.keyless(sha256);
    }
    throw keys.knows(sha256)
        ? SealedFileException.damaged(sha256)
        : SealedFileException.keyless(sha256);
  }

  /** Kept before files were sealed; or its header is damaged, for then its key is known. */
  private Content plain(Path file, String sha256) throws IOException {
    Content content = Content.of(file);
    if (keys.knows(sha256) && !Sha256.hex(content).equals(sha256)) {
      throw SealedFileException.damaged(sha256);
    }
    return content;
  }

  /**
   * The content of that digest from front to back.
   *
   * @throws NoSuchFileException if it was never put, or was destroyed
   * @throws SealedFileException if it is damaged, or its key is missing or another one
   */
  public InputStream open(String sha256) throws IOException {
    return content(sha256).open();
  }

  /**
   * Whether the content of that digest, or what stands in for it, is there and still has it; reads
   * all of it.
   *
   * @throws SealedFileException if nobody can tell, because its key is missing or another one
   */
  public boolean intact(String sha256) throws IOException {
    String standing = standIns.apply(sha256);
    try {
      return holdsItself(standing) && Sha256.hex(content(standing)).equals(standing);
    } catch (SealedFileException unreadable) {
      if (unreadable.keyMissing()) {
        throw unreadable;
      }
      return false;
    }
  }

  /**
   * Destroys the content of exactly that digest: first its key, then the file. What a crash leaves
   * of the file is removed at the next start.
   *
   * @return its size on the disk in bytes; 0 if it was not there
   */
  public long destroy(String sha256) throws IOException {
    Path file = path(sha256);
    keys.destroy(sha256);
    if (!Files.isRegularFile(file)) {
      return 0;
    }
    long bytes = Files.size(file);
    Files.delete(file);
    Durably.syncFolderOf(file);
    return bytes;
  }

  /**
   * Digests of files that are there and cannot be read back as they were put: damaged, or without
   * their key. Reads all of every file.
   */
  public SortedSet<String> damaged() throws IOException {
    SortedSet<String> damaged = new TreeSet<>();
    for (String sha256 : all()) {
      if (!readable(sha256) && holdsItself(sha256)) {
        damaged.add(sha256);
      }
    }
    return damaged;
  }

  private boolean readable(String sha256) throws IOException {
    try {
      return Sha256.hex(new Kept(path(sha256), sha256)).equals(sha256);
    } catch (SealedFileException | NoSuchFileException unreadable) {
      return false;
    }
  }

  /** How many files are kept that are not sealed yet, as older versions kept them. */
  public int unsealed() throws IOException {
    int count = 0;
    for (String sha256 : all()) {
      count += SealedFormat.id(path(sha256)).isEmpty() && !damagedHeader(sha256) ? 1 : 0;
    }
    return count;
  }

  private boolean damagedHeader(String sha256) throws IOException {
    return keys.knows(sha256) && !Sha256.hex(Content.of(path(sha256))).equals(sha256);
  }

  /**
   * Seals what older versions kept as it was, one file after the other; only while no other process
   * writes. After a crash the next call goes on with the rest.
   *
   * @return how many files were sealed
   */
  public int sealAll() throws IOException {
    int count = 0;
    for (String sha256 : all()) {
      Path file = path(sha256);
      if (SealedFormat.id(file).isEmpty() && !damagedHeader(sha256)) {
        sealInPlace(file, sha256);
        count++;
      }
    }
    return count;
  }

  private void sealInPlace(Path file, String sha256) throws IOException {
    Path unfinished = unfinished();
    String id = HexFormat.of().formatHex(KeyRing.random(SealedFormat.ID_BYTES));
    byte[] key = KeyRing.newKey();
    try {
      seal(() -> Files.newInputStream(file), unfinished, id, key);
      keys.add(sha256, id, key);
      file(unfinished, sha256);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  /**
   * Removes what crashed processes were copying, and ends what they were destroying; only while no
   * other process can be.
   */
  public void discardUnfinished() throws IOException {
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, ".putting-*")) {
        for (Path unfinished : left) {
          Files.delete(unfinished);
        }
      }
      for (String sha256 : keys.destroyed()) {
        Path file = path(sha256);
        if (holdsItself(sha256) && keys.destroyed(sha256, SealedFormat.id(file).orElse(""))) {
          Files.delete(file);
        }
      }
    }
  }

  /** A copy of another length, or one whose key is gone, can only be damage: it is written anew. */
  private boolean holds(String sha256, long sealed) throws IOException {
    if (!holdsItself(sha256)) {
      return false;
    }
    Path file = path(sha256);
    Optional<String> id = SealedFormat.id(file);
    return id.isPresent()
        ? Files.size(file) == sealed && keys.has(sha256, id.get())
        : Files.size(file) == SealedFormat.contentSize(sealed);
  }

  private Path unfinished() throws IOException {
    Durably.makeFolder(folder);
    String process = Long.toString(ProcessHandle.current().pid());
    return folder.resolve(".putting-" + process + "-" + SERIAL.incrementAndGet());
  }

  private static String seal(Opening source, Path target, String id, byte[] key)
      throws IOException {
    MessageDigest digest = Sha256.digest();
    byte[] buffer = new byte[SealedFormat.SEGMENT];
    try (InputStream in = source.open();
        FileChannel out =
            FileChannel.open(
                target,
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING)) {
      SealedFormat.Writer sealed = new SealedFormat.Writer(out, id, key);
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
        sealed.write(buffer, read);
      }
      sealed.finish();
      out.force(true);
    }
    return Sha256.hex(digest);
  }

  private void file(Path unfinished, String sha256) throws IOException {
    Path target = path(sha256);
    Durably.makeFolder(folder.resolve(sha256.substring(0, 2)));
    protect(unfinished);
    Durably.move(unfinished, target);
    Durably.syncFolder(folder.resolve(sha256.substring(0, 2)));
  }

  /** Lists name children: nobody but the owner reads them, and nobody writes. */
  static void protect(Path file) throws IOException {
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--------"));
    } else if (!file.toFile().setReadOnly()) {
      throw new IOException("the archive cannot protect its files on this disk");
    }
  }
}

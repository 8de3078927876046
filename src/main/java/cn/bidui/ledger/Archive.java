package cn.bidui.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;

/**
 * Every taken file, kept unchanged under the digest of its content (档案): {@code archive/ab/cdef…}.
 * What is in the archive is on the disk; putting the same content twice keeps it once.
 */
public final class Archive {

  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
  private static final AtomicLong SERIAL = new AtomicLong();

  private final Path folder;

  private Archive(Path folder) {
    this.folder = folder;
  }

  /** The archive of the work folder {@code home}. */
  public static Archive of(Path home) {
    return new Archive(home.resolve("archive"));
  }

  /** Keeps {@code content} and returns its digest. */
  public String put(byte[] content) throws IOException {
    String sha256 = Sha256.hex(content);
    if (!holds(sha256, content.length)) {
      Path unfinished = unfinished();
      try {
        Durably.write(unfinished, content);
        file(unfinished, sha256);
      } finally {
        Files.deleteIfExists(unfinished);
      }
    }
    return sha256;
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
    Path unfinished = unfinished();
    try {
      String sha256 = copy(source, unfinished);
      if (!unchanged.getAsBoolean()) {
        return Optional.empty();
      }
      if (!holds(sha256, Files.size(unfinished))) {
        file(unfinished, sha256);
      }
      return Optional.of(sha256);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  /** The digest under which {@code source} would be kept. */
  public static String digest(Path source) throws IOException {
    return Sha256.hex(source);
  }

  /** Whether content of that digest was put. */
  public boolean holds(String sha256) {
    return Files.isRegularFile(path(sha256));
  }

  /** Where the content lies; it may be read there, never changed. */
  public Path path(String sha256) {
    if (!SHA256.matcher(sha256).matches()) {
      throw new IllegalArgumentException("not a SHA-256 in lower-case hex: " + sha256);
    }
    return folder.resolve(sha256.substring(0, 2)).resolve(sha256.substring(2));
  }

  /**
   * The content of that digest.
   *
   * @throws NoSuchFileException if it was never put
   */
  public InputStream open(String sha256) throws IOException {
    return Files.newInputStream(path(sha256));
  }

  /** Whether the content of that digest is there and still has it; reads all of it. */
  public boolean intact(String sha256) throws IOException {
    return holds(sha256) && Sha256.hex(path(sha256)).equals(sha256);
  }

  /** Removes what crashed processes were copying; only while no other process can be. */
  public void discardUnfinished() throws IOException {
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, ".putting-*")) {
        for (Path unfinished : left) {
          Files.delete(unfinished);
        }
      }
    }
  }

  /** A copy of another length under the same digest can only be damage: it is written anew. */
  private boolean holds(String sha256, long bytes) throws IOException {
    return holds(sha256) && Files.size(path(sha256)) == bytes;
  }

  private Path unfinished() throws IOException {
    Durably.makeFolder(folder);
    String process = Long.toString(ProcessHandle.current().pid());
    return folder.resolve(".putting-" + process + "-" + SERIAL.incrementAndGet());
  }

  private static String copy(Path source, Path target) throws IOException {
    MessageDigest digest = Sha256.digest();
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = Files.newInputStream(source);
        FileChannel out =
            FileChannel.open(
                target,
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
        ByteBuffer rest = ByteBuffer.wrap(buffer, 0, read);
        while (rest.hasRemaining()) {
          out.write(rest);
        }
      }
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

package cn.bidui.ledger;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The keys of the kept files (钥匙环, {@code keys/archive.keys}), each wrapped under the secret of the
 * work folder and proven by its own tag. Lines are only added; a line that a crash cut short counts
 * for nothing, because a file gets its name after its key is on the disk. Destroying a key
 * overwrites its line where it stands.
 */
final class KeyRing {

  private static final Pattern LINE =
      Pattern.compile("([01]) ([0-9a-f]{64}) ([0-9a-f]{32}) ([A-Za-z0-9+/]{80})");
  private static final int WRAPPED = 80;
  private static final SecureRandom RANDOM = new SecureRandom();

  /** The secret under which keys are wrapped. */
  @FunctionalInterface
  interface Secret {
    byte[] subkey() throws IOException;
  }

  /**
   * One key.
   *
   * @param at where its line begins
   * @param id which the file that it opens names
   */
  private record Line(long at, boolean destroyed, String sha256, String id, String wrapped) {}

  private final Path file;
  private final Secret secret;
  private List<Line> lines = List.of();
  private long read = -1;

  KeyRing(Path file, Secret secret) {
    this.file = file;
    this.secret = secret;
  }

  /** A new key, not yet on the ring: of a content whose digest is not known yet. */
  static byte[] newKey() {
    return random(Gcm.KEY_BYTES);
  }

  static byte[] random(int bytes) {
    byte[] some = new byte[bytes];
    RANDOM.nextBytes(some);
    return some;
  }

  /** Puts a key on the ring; it is on the disk when this returns. */
  synchronized void add(String sha256, String id, byte[] key) throws IOException {
    byte[] nonce = random(Gcm.NONCE_BYTES);
    byte[] wrapped = new Gcm(secret.subkey()).seal(nonce, associated(sha256, id), key, key.length);
    byte[] both = Arrays.copyOf(nonce, nonce.length + wrapped.length);
    System.arraycopy(wrapped, 0, both, nonce.length, wrapped.length);
    String line = "1 " + sha256 + " " + id + " " + Base64.getEncoder().encodeToString(both) + "\n";
    boolean first = !Files.exists(file);
    if (first) {
      Durably.makeFolder(file.resolveSibling(""));
    }
    String begin = endsWithinALine() ? "\n" : "";
    try (FileChannel ring =
        FileChannel.open(
            file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND), ownerOnly(file))) {
      Durably.writeAll(ring, (begin + line).getBytes(StandardCharsets.US_ASCII));
      ring.force(true);
    }
    if (first) {
      Durably.syncFolderOf(file);
    }
  }

  /** A crash may have left the beginning of a line. */
  private boolean endsWithinALine() throws IOException {
    if (!Files.exists(file) || Files.size(file) == 0) {
      return false;
    }
    try (FileChannel ring = FileChannel.open(file, StandardOpenOption.READ)) {
      ByteBuffer last = ByteBuffer.allocate(1);
      ring.read(last, ring.size() - 1);
      return last.get(0) != '\n';
    }
  }

  static FileAttribute<?>[] ownerOnly(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  /**
   * The key of the file of that digest that names {@code id}; empty if it is not on the ring.
   *
   * @throws GeneralSecurityException if it was wrapped under another secret, or changed
   */
  Optional<byte[]> find(String sha256, String id) throws IOException, GeneralSecurityException {
    Optional<Line> found = line(sha256, id);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    byte[] both = Base64.getDecoder().decode(found.get().wrapped());
    byte[] nonce = Arrays.copyOf(both, Gcm.NONCE_BYTES);
    int length = both.length - Gcm.NONCE_BYTES;
    return Optional.of(
        new Gcm(secret.subkey())
            .open(nonce, associated(sha256, id), both, Gcm.NONCE_BYTES, length));
  }

  /** Whether that key is on the ring. */
  boolean has(String sha256, String id) throws IOException {
    return line(sha256, id).isPresent();
  }

  /** Whether a key for content of that digest is on the ring. */
  boolean knows(String sha256) throws IOException {
    return lines().stream().anyMatch(line -> !line.destroyed() && line.sha256().equals(sha256));
  }

  /** The digests of contents of which a key was destroyed. */
  Set<String> destroyed() throws IOException {
    return lines().stream()
        .filter(Line::destroyed)
        .map(Line::sha256)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Whether that key was on the ring and was destroyed. */
  boolean destroyed(String sha256, String id) throws IOException {
    return lines().stream()
        .anyMatch(line -> line.destroyed() && line.sha256().equals(sha256) && line.id().equals(id));
  }

  private Optional<Line> line(String sha256, String id) throws IOException {
    return lines().stream()
        .filter(line -> !line.destroyed() && line.id().equals(id))
        .filter(line -> line.sha256().equals(sha256))
        .findFirst();
  }

  /** Destroys all keys of content of that digest; tells whether there was one. */
  synchronized boolean destroy(String sha256) throws IOException {
    read = -1;
    List<Line> gone =
        lines().stream().filter(line -> !line.destroyed() && line.sha256().equals(sha256)).toList();
    if (!gone.isEmpty()) {
      try (FileChannel ring = FileChannel.open(file, StandardOpenOption.WRITE)) {
        for (Line line : gone) {
          String over = "0 " + sha256 + " " + line.id() + " " + "0".repeat(WRAPPED);
          ring.position(line.at());
          Durably.writeAll(ring, over.getBytes(StandardCharsets.US_ASCII));
        }
        ring.force(true);
      }
      read = -1;
    }
    return !gone.isEmpty();
  }

  /** Read again when the file has grown: another process may have added a key. */
  private synchronized List<Line> lines() throws IOException {
    long size = Files.exists(file) ? Files.size(file) : 0;
    if (size != read) {
      lines = size == 0 ? List.of() : parsed(Files.readAllBytes(file));
      read = size;
    }
    return lines;
  }

  private static List<Line> parsed(byte[] bytes) {
    List<Line> found = new ArrayList<>();
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    for (int from = 0; from < text.length(); ) {
      int end = text.indexOf('\n', from);
      int to = end < 0 ? text.length() : end;
      Matcher line = LINE.matcher(text).region(from, to);
      // Without its end it may have been cut short; then its file never got its name.
      if (end >= 0 && line.matches()) {
        boolean destroyed = line.group(1).equals("0");
        found.add(new Line(from, destroyed, line.group(2), line.group(3), line.group(4)));
      }
      from = to + 1;
    }
    return List.copyOf(found);
  }

  private static byte[] associated(String sha256, String id) {
    return ("archive key " + sha256 + " " + id).getBytes(StandardCharsets.US_ASCII);
  }
}

package cn.bidui.ledger;

import cn.bidui.link.HandleHash;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;

/**
 * The secret of a work folder ({@code bidui.key}, 256 bits, readable by its owner only): the
 * journal names persons by hashes made with it. Without it the journal tells nobody who a key is; a
 * backup of the journal needs it beside it, kept apart.
 */
public final class HomeKey {

  private static final int KEY_BYTES = 32;
  private static final int HASH_BYTES = 16;
  private static final int SEAL_BYTES = 8;

  private final Hmac hmac;

  private HomeKey(byte[] key) {
    this.hmac = new Hmac(key);
  }

  /** The key with these 32 bytes. */
  static HomeKey of(byte[] key) {
    if (key.length != KEY_BYTES) {
      throw new IllegalArgumentException("a key has 32 bytes, this has " + key.length);
    }
    return new HomeKey(key);
  }

  /**
   * Opens the key of the work folder, or makes one if the journal has none yet.
   *
   * @param fingerprint of the key that the journal was written with; empty if it names none
   * @throws HomeKeyException if the journal was written with a key that is not there: with another
   *     one every person would be taken for somebody new
   */
  public static HomeKey open(Path home, Optional<String> fingerprint) throws IOException {
    Path file = home.resolve("bidui.key");
    if (fingerprint.isEmpty() && !Files.exists(file)) {
      byte[] key = new byte[KEY_BYTES];
      new SecureRandom().nextBytes(key);
      keep(home, key);
    }
    HomeKey key = of(secret(home));
    if (fingerprint.isPresent() && !fingerprint.get().equals(key.fingerprint())) {
      throw new HomeKeyException("bidui.key is not the key that the journal was written with");
    }
    return key;
  }

  /**
   * The key of the work folder, whatever its journal was written with; made if there is none and
   * the journal names none.
   */
  static HomeKey ofHome(Path home) throws IOException {
    return Files.exists(home.resolve("bidui.key"))
        ? of(secret(home))
        : open(home, JournalReader.of(home).state().keyFingerprint());
  }

  /** Names the key without telling it: what the journal keeps as {@link Entry.KeyMaterial}. */
  public String fingerprint() {
    return hash("bidui key fingerprint");
  }

  /** The hash for natural keys; for use by any number of threads. */
  public HandleHash handles() {
    return text -> hash("handle:" + text);
  }

  /**
   * A seal that only the holder of the key can make, 16 hexadecimal digits: it proves that a row of
   * an answer that comes back is the row that went out.
   */
  public String seal(String text) {
    return HexFormat.of().formatHex(hmac.of("return:" + text), 0, SEAL_BYTES);
  }

  /**
   * A key of its own for {@code purpose} ({@code archive}, {@code database}, {@code backup} …), 32
   * bytes: whoever learns it learns neither this key nor the one of another purpose (HKDF's expand
   * step, RFC 5869, with one block).
   */
  public byte[] subkey(String purpose) {
    return hmac.of("key:" + purpose + "\u0001");
  }

  private String hash(String text) {
    return HexFormat.of().formatHex(hmac.of(text), 0, HASH_BYTES);
  }

  /** Writes the key of the work folder {@code home}, readable by its owner only. */
  static void keep(Path home, byte[] key) throws IOException {
    Path file = home.resolve("bidui.key");
    byte[] text = (HexFormat.of().formatHex(key) + "\n").getBytes(StandardCharsets.US_ASCII);
    Path unfinished = file.resolveSibling(".bidui.key.tmp");
    Files.deleteIfExists(unfinished);
    try (FileChannel channel =
        FileChannel.open(
            unfinished,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            ownerOnly(file))) {
      Durably.writeAll(channel, text);
      channel.force(true);
    }
    Durably.move(unfinished, file);
    Durably.syncFolderOf(file);
  }

  private static FileAttribute<?>[] ownerOnly(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  /**
   * The 32 bytes of the key themselves, for whoever puts them into another safe place.
   *
   * @throws HomeKeyException if there are none
   */
  static byte[] secret(Path home) throws IOException {
    Path file = home.resolve("bidui.key");
    try {
      String text = Files.readString(file, StandardCharsets.ISO_8859_1).strip();
      byte[] key = HexFormat.of().parseHex(text);
      if (key.length == KEY_BYTES) {
        return key;
      }
    } catch (NoSuchFileException e) {
      throw new HomeKeyException("bidui.key is missing, and the journal was written with one");
    } catch (IllegalArgumentException e) {
      // Said below; the text itself is a secret and is not quoted.
    }
    throw new HomeKeyException("bidui.key does not hold 64 hexadecimal digits");
  }
}

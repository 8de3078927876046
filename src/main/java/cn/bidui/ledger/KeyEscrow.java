package cn.bidui.ledger;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret of a work folder in a file of its own, under a passphrase (密钥托管): it is kept apart
 * from the backups, and without it no backup opens. PBKDF2 with HMAC-SHA-256 and 600,000 rounds
 * (OWASP Password Storage Cheat Sheet, 2023), then AES-256-GCM.
 */
public final class KeyEscrow {

  /** Shorter passphrases are guessed by trying. */
  public static final int FEWEST_CHARACTERS = 12;

  private static final int ROUNDS = 600_000;
  private static final int SALT_BYTES = 16;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final int KEY_BITS = 256;

  private final byte[] secret;

  private KeyEscrow(byte[] secret) {
    this.secret = secret;
  }

  /** The secret that the work folder {@code home} uses now. */
  public static KeyEscrow of(Path home) throws IOException {
    return new KeyEscrow(HomeKey.secret(home));
  }

  /**
   * Writes it to {@code file}, which must not exist yet.
   *
   * @throws IOException if it cannot be written there
   */
  public void write(Path file, char[] passphrase) throws IOException {
    SecureRandom random = new SecureRandom();
    byte[] salt = new byte[SALT_BYTES];
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(salt);
    random.nextBytes(nonce);
    HexFormat hex = HexFormat.of();
    JsonObject json =
        new JsonObject()
            .with("bidui", "key-escrow")
            .with("fingerprint", key().fingerprint())
            .with("rounds", (long) ROUNDS)
            .with("salt", hex.formatHex(salt))
            .with("nonce", hex.formatHex(nonce));
    byte[] sealed = crypt(Cipher.ENCRYPT_MODE, passphrase, salt, ROUNDS, nonce, secret);
    json.with("secret", hex.formatHex(sealed));
    if (Files.exists(file)) {
      throw new java.nio.file.FileAlreadyExistsException(String.valueOf(file.getFileName()));
    }
    OwnerOnly.create(file);
    byte[] text =
        (new String(Json.write(json), StandardCharsets.UTF_8) + "\n")
            .getBytes(StandardCharsets.UTF_8);
    Durably.write(file, text);
    Durably.syncFolderOf(file);
  }

  /**
   * Reads such a file.
   *
   * @throws HomeKeyException if it is none, or the passphrase is another one
   */
  public static KeyEscrow open(Path file, char[] passphrase) throws IOException {
    try {
      JsonObject json = Json.read(Files.readAllBytes(file));
      HexFormat hex = HexFormat.of();
      byte[] secret =
          crypt(
              Cipher.DECRYPT_MODE,
              passphrase,
              hex.parseHex(json.text("salt")),
              json.count("rounds"),
              hex.parseHex(json.text("nonce")),
              hex.parseHex(json.text("secret")));
      KeyEscrow escrow = new KeyEscrow(secret);
      if (escrow.key().fingerprint().equals(json.text("fingerprint"))) {
        return escrow;
      }
    } catch (java.nio.file.NoSuchFileException e) {
      throw e;
    } catch (IllegalArgumentException | ArithmeticException | IOException e) {
      // Said below: which part of the file is wrong helps nobody.
    }
    throw new HomeKeyException("the escrow file does not open with this passphrase");
  }

  /** The key for hashes and seals. */
  public HomeKey key() {
    return HomeKey.of(secret);
  }

  /** Writes it as the secret of the work folder {@code home}. */
  public void install(Path home) throws IOException {
    HomeKey.keep(home, secret);
  }

  private static byte[] crypt(
      int mode, char[] passphrase, byte[] salt, int rounds, byte[] nonce, byte[] content)
      throws IOException {
    PBEKeySpec spec = new PBEKeySpec(passphrase, salt, rounds, KEY_BITS);
    byte[] key = new byte[0];
    try {
      key = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
      return cipher.doFinal(content);
    } catch (AEADBadTagException e) {
      throw new HomeKeyException("another passphrase");
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("an escrow file of another form", e);
    } finally {
      spec.clearPassword();
      Arrays.fill(key, (byte) 0);
    }
  }
}

package cn.bidui.ledger;

import cn.bidui.source.Content;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Seals texts (封存) for a store that others may read: each under a nonce of its own and bound to its
 * place, so that none can be read, changed or put where another was. For use by any number of
 * threads, each at a {@link Desk} of its own.
 */
public final class TextSeal {

  private static final int DRAWN_BYTES = 8;
  private static final long MOST_COUNTED = 1L << 32;
  private static final int FINGERPRINT_BYTES = 16;

  private final byte[] key;

  /** Drawn once for all that this seal ever seals; what follows it is counted. */
  private final byte[] drawn = KeyRing.random(DRAWN_BYTES);

  private final AtomicLong counted = new AtomicLong();

  /** A seal with this key of 32 bytes. */
  public TextSeal(byte[] key) {
    this.key = key.clone();
  }

  /** Names the key without telling it, 32 hexadecimal digits. */
  public String fingerprint() {
    byte[] hash = new Hmac(key).of("text seal fingerprint");
    return HexFormat.of().formatHex(hash, 0, FINGERPRINT_BYTES);
  }

  /** A place to work at, for one thread. */
  public Desk desk() {
    return new Desk();
  }

  /** A sealed text is not what was sealed at its place with this key. */
  public static final class Broken extends Content.Unreadable {
    private Broken() {
      super("a sealed text was changed or moved, or sealed with another key");
    }
  }

  /** Seals and opens for one thread. */
  public final class Desk {

    private final Gcm gcm = new Gcm(key);

    private Desk() {}

    /** {@code text}, sealed for {@code place}: characters of Base64 only. */
    public String seal(String place, String text) {
      byte[] plain = text.getBytes(StandardCharsets.UTF_8);
      byte[] nonce = nonce();
      byte[] sealed = gcm.seal(nonce, bytes(place), plain, plain.length);
      ByteBuffer both = ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed);
      return Base64.getEncoder().withoutPadding().encodeToString(both.array());
    }

    /**
     * The text that was sealed for {@code place}.
     *
     * @throws Broken if it was not, or with another key
     */
    public String open(String place, String sealed) throws Broken {
      try {
        byte[] both = Base64.getDecoder().decode(sealed);
        byte[] nonce = Arrays.copyOf(both, Gcm.NONCE_BYTES);
        int length = both.length - Gcm.NONCE_BYTES;
        byte[] plain = gcm.open(nonce, bytes(place), both, Gcm.NONCE_BYTES, length);
        return new String(plain, StandardCharsets.UTF_8);
      } catch (GeneralSecurityException | IllegalArgumentException broken) {
        throw new Broken();
      }
    }

    private static byte[] bytes(String place) {
      return place.getBytes(StandardCharsets.UTF_8);
    }
  }

  private byte[] nonce() {
    long number = counted.getAndIncrement();
    if (number >= MOST_COUNTED) {
      throw new IllegalStateException("a seal seals no more than 2^32 texts");
    }
    return ByteBuffer.allocate(Gcm.NONCE_BYTES).put(drawn).putInt((int) number).array();
  }
}

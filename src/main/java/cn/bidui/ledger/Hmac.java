package cn.bidui.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * HMAC-SHA-256 (RFC 2104) under one key, for use by any number of threads. The two keyed blocks are
 * digested once and cloned for each text: a city has millions of handles.
 */
final class Hmac {

  private static final int BLOCK_BYTES = 64;

  private final MessageDigest inner;
  private final MessageDigest outer;

  /** A key of up to 64 bytes. */
  Hmac(byte[] key) {
    this.inner = keyed(key, 0x36);
    this.outer = keyed(key, 0x5c);
  }

  /** The 32 bytes for {@code text} in UTF-8. */
  byte[] of(String text) {
    byte[] within = copy(inner).digest(text.getBytes(StandardCharsets.UTF_8));
    return copy(outer).digest(within);
  }

  private static MessageDigest keyed(byte[] key, int pad) {
    byte[] block = Arrays.copyOf(key, BLOCK_BYTES);
    for (int i = 0; i < block.length; i++) {
      block[i] ^= (byte) pad;
    }
    MessageDigest digest = Sha256.digest();
    digest.update(block);
    return digest;
  }

  private static MessageDigest copy(MessageDigest digest) {
    try {
      return (MessageDigest) digest.clone();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("the SHA-256 of every Java platform can be cloned", e);
    }
  }
}

package cn.bidui.judge.finding;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Names made from content: the same content, the same name, on every night and machine. */
public final class Digest {

  /** No list holds this character, so that parts cannot run into each other. */
  private static final String BETWEEN = "\u001f";

  private Digest() {}

  /** The first {@code digits} lower-case hex digits of the SHA-256 of {@code parts}. */
  public static String hex(int digits, List<String> parts) {
    byte[] content = String.join(BETWEEN, parts).getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(sha256().digest(content)).substring(0, digits);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}

package cn.bidui.ledger;

import cn.bidui.ledger.JournalLine.Head;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The form of a line and the chain of their hashes. A line is {@code
 * {"seq":…,"epoch":…,"at":…,"type":…,"data":{…},"prev":"…","hash":"…"}}; the hash covers the very
 * bytes before {@code ,"hash"}, so that there is nothing to canonicalize and nothing to escape it.
 */
final class Chain {

  static final String GENESIS = "0".repeat(64);

  private static final String BEFORE_HASH = ",\"hash\":\"";
  private static final String BEFORE_PREVIOUS = ",\"prev\":\"";
  private static final int DIGITS = 64;
  private static final int TAIL = BEFORE_HASH.length() + DIGITS + 2;

  private Chain() {}

  /** The bytes of the line after {@code head}, its line break included. */
  static byte[] write(Head head, long epoch, Instant at, Entry entry) {
    JsonObject object =
        new JsonObject()
            .with("seq", head.seq() + 1)
            .with("epoch", epoch)
            .with("at", at.toString())
            .with("type", EntryJson.type(entry))
            .with("data", EntryJson.data(entry))
            .with("prev", head.hash());
    byte[] open = Json.write(object);
    int covered = open.length - 1;
    byte[] line = Arrays.copyOf(open, covered + TAIL + 1);
    byte[] tail = (BEFORE_HASH + hash(open, covered) + "\"}\n").getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(tail, 0, line, covered, tail.length);
    return line;
  }

  /** The hash that a line carries, if it is the hash of the line: then the line is as written. */
  static Optional<String> soundHash(byte[] line) {
    int covered = line.length - TAIL;
    if (covered < 0) {
      return Optional.empty();
    }
    String hash = hash(line, covered);
    return ascii(line, covered, TAIL).equals(BEFORE_HASH + hash + "\"}")
        ? Optional.of(hash)
        : Optional.empty();
  }

  /** The hash that a line of {@link #write} carries. */
  static String carriedHash(byte[] written) {
    return ascii(written, written.length - DIGITS - 3, DIGITS);
  }

  /** Whether a sound line has the number after {@code head} and names its hash. */
  static boolean follows(byte[] line, Head head) {
    String start = "{\"seq\":" + (head.seq() + 1) + ",\"epoch\":";
    String end = BEFORE_PREVIOUS + head.hash() + "\"";
    int endsAt = line.length - TAIL - end.length();
    return endsAt >= start.length()
        && ascii(line, 0, start.length()).equals(start)
        && ascii(line, endsAt, end.length()).equals(end);
  }

  /**
   * Reads a sound line.
   *
   * @throws IOException if it was written by a version that knows more than this one
   */
  static JournalLine read(byte[] line) throws IOException {
    JsonObject object = Json.read(line);
    try {
      return new JournalLine(
          object.number("seq"),
          object.number("epoch"),
          Instant.parse(object.text("at")),
          EntryJson.read(object.text("type"), object.object("data")),
          object.text("hash"));
    } catch (IOException | DateTimeException e) {
      throw new IOException("line " + object.number("seq") + " of the journal: " + e.getMessage());
    }
  }

  private static String ascii(byte[] line, int from, int length) {
    return new String(line, from, length, StandardCharsets.ISO_8859_1);
  }

  private static String hash(byte[] line, int covered) {
    MessageDigest digest = Sha256.digest();
    digest.update(line, 0, covered);
    return HexFormat.of().formatHex(digest.digest());
  }
}

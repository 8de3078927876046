package cn.bidui.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * How a kept file lies on the disk: a header, then its content in segments of 64 KB, each sealed
 * under the file's own key. The nonce of a segment is its number and whether it is the last, so
 * that none can be moved, left out or cut off (the STREAM construction of Hoang, Reyhanitabar,
 * Rogaway and Vizár, 2015).
 */
final class SealedFormat {

  /** No list, text or workbook begins like this. */
  private static final byte[] MAGIC = "BIDUI\0\1\n".getBytes(StandardCharsets.US_ASCII);

  static final int ID_BYTES = 16;
  static final int HEADER = 8 + ID_BYTES;

  /** Bytes of content in a segment. */
  static final int SEGMENT = 1 << 16;

  static final int SEALED_SEGMENT = SEGMENT + Gcm.TAG_BYTES;

  private SealedFormat() {}

  static byte[] header(String id) {
    byte[] header = Arrays.copyOf(MAGIC, HEADER);
    System.arraycopy(HexFormat.of().parseHex(id), 0, header, MAGIC.length, ID_BYTES);
    return header;
  }

  /** Which key the file was sealed with; empty if it is not sealed at all. */
  static Optional<String> id(Path file) throws IOException {
    byte[] start;
    try (InputStream in = Files.newInputStream(file)) {
      start = in.readNBytes(HEADER);
    }
    boolean sealed =
        start.length == HEADER && Arrays.equals(start, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
    return sealed
        ? Optional.of(HexFormat.of().formatHex(start, MAGIC.length, HEADER))
        : Optional.empty();
  }

  /** How many segments {@code content} bytes take; an empty file has one, too. */
  static long segments(long content) {
    return Math.max(1, (content + SEGMENT - 1) / SEGMENT);
  }

  /** How long a file of {@code content} bytes is when it is sealed. */
  static long sealedSize(long content) {
    return HEADER + content + segments(content) * Gcm.TAG_BYTES;
  }

  /** How many bytes were sealed into a file of {@code sealed} bytes; negative if none can be. */
  static long contentSize(long sealed) {
    long body = sealed - HEADER;
    long segments = (body + SEALED_SEGMENT - 1) / SEALED_SEGMENT;
    long content = body - segments * Gcm.TAG_BYTES;
    return body < Gcm.TAG_BYTES || sealedSize(content) != sealed ? -1 : content;
  }

  static byte[] nonce(long segment, boolean last) {
    return ByteBuffer.allocate(Gcm.NONCE_BYTES)
        .put(0, (byte) (last ? 1 : 0))
        .putLong(4, segment)
        .array();
  }

  /** Takes content from front to back and writes it sealed. */
  static final class Writer {

    private final FileChannel out;
    private final Gcm gcm;
    private final byte[] header;
    private final byte[] held = new byte[SEGMENT];
    private int holding;
    private long segment;

    Writer(FileChannel out, String id, byte[] key) throws IOException {
      this.out = out;
      this.gcm = new Gcm(key);
      this.header = header(id);
      Durably.writeAll(out, header);
    }

    /** A full segment is held back until more comes: it may be the last. */
    void write(byte[] content, int length) throws IOException {
      int taken = 0;
      while (taken < length) {
        if (holding == SEGMENT) {
          flush(false);
        }
        int more = Math.min(SEGMENT - holding, length - taken);
        System.arraycopy(content, taken, held, holding, more);
        holding += more;
        taken += more;
      }
    }

    void finish() throws IOException {
      flush(true);
    }

    private void flush(boolean last) throws IOException {
      Durably.writeAll(out, gcm.seal(nonce(segment, last), header, held, holding));
      segment++;
      holding = 0;
    }
  }
}

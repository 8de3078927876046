package cn.bidui.intake;

import cn.bidui.source.Content;
import cn.bidui.source.ProblemCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * The CRC-32 of every entry of a zip file, as its directory states them. No reader of workbooks
 * compares them, so that one damaged byte would read as another name.
 */
final class Checksums {

  private final Map<String, Long> ofParts = new HashMap<>();

  /**
   * Reads the directory, and those small entries that say which part is which: what they say is
   * believed by whoever opens the file next.
   */
  Checksums(Content file, IntakeLimits limits) throws IOException, Refusal {
    try (SeekableByteChannel channel = file.channel()) {
      ZipDirectory zip = new ZipDirectory(channel, limits.entries().value());
      if (zip.entries().size() > limits.entries().value()) {
        throw Refusal.of(ProblemCode.FILE_UNSAFE, "zip");
      }
      long left = limits.graceBytes().value();
      for (ZipDirectory.Entry entry : zip.entries()) {
        note(entry);
        if (describesParts(key(entry.name()))) {
          left -= check(zip, entry, left);
        }
      }
    }
  }

  /** Of two entries of one name, each reader would take another. */
  private void note(ZipDirectory.Entry entry) throws Refusal {
    if (ofParts.putIfAbsent(key(entry.name()), entry.crc()) != null) {
      throw Refusal.of(ProblemCode.FILE_DAMAGED, "");
    }
  }

  private static boolean describesParts(String key) {
    return key.endsWith(".rels") || key.equals("[content_types].xml");
  }

  private static int check(ZipDirectory zip, ZipDirectory.Entry entry, long most)
      throws IOException, Refusal {
    byte[] content = zip.unpacked(entry, (int) most + 1);
    if (content.length > most) {
      throw Refusal.of(ProblemCode.FILE_UNSAFE, "zip");
    }
    CRC32 crc = new CRC32();
    crc.update(content);
    if (crc.getValue() != entry.crc()) {
      throw Refusal.of(ProblemCode.FILE_DAMAGED, "/" + key(entry.name()));
    }
    // In UTF-16, too.
    String text = new String(content, StandardCharsets.ISO_8859_1).replace("\0", "");
    if (text.contains("<!DOCTYPE")) {
      throw Refusal.of(ProblemCode.FILE_UNSAFE, "DOCTYPE");
    }
    return content.length;
  }

  /** Whether {@code crc} is the one stated for the part named {@code /xl/workbook.xml}. */
  boolean agree(String part, long crc) {
    Long stated = ofParts.get(key(part));
    return stated != null && stated == crc;
  }

  /** Whether the zip file has that entry. */
  boolean has(String part) {
    return ofParts.containsKey(key(part));
  }

  /** One spelling for what directories, relationships and POI each write in their own way. */
  private static String key(String name) {
    String slashed = unescaped(name).replace('\\', '/').toLowerCase(Locale.ROOT);
    return slashed.startsWith("/") ? slashed.substring(1) : slashed;
  }

  /** {@code %E5%B7%A5.xml} and the same bytes read as ISO 8859-1 are {@code 工.xml}. */
  private static String unescaped(String name) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(name.length());
    for (int i = 0; i < name.length(); i++) {
      char character = name.charAt(i);
      if (character > 0xFF) {
        return name;
      }
      boolean escape = character == '%' && i + 2 < name.length();
      int code = escape ? code(name.charAt(i + 1), name.charAt(i + 2)) : -1;
      bytes.write(code < 0 ? character : code);
      i += code < 0 ? 0 : 2;
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static int code(char high, char low) {
    int first = Character.digit(high, 16);
    int second = Character.digit(low, 16);
    return first < 0 || second < 0 ? -1 : first * 16 + second;
  }
}

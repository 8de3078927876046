package cn.bidui.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The CRC-32 of every entry of a zip file, as its directory states them. No reader of workbooks
 * compares them, so that one damaged byte would read as another name.
 */
final class Checksums {

  private final Map<String, Long> ofParts = new HashMap<>();

  Checksums(Path file) throws IOException {
    // Entries are ASCII; this charset reads whatever else stands there without failing.
    try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.ISO_8859_1)) {
      zip.stream().forEach(this::note);
    }
  }

  private void note(ZipEntry entry) {
    ofParts.put(key(entry.getName()), entry.getCrc());
  }

  /** Whether {@code crc} is the one stated for the part named {@code /xl/workbook.xml}. */
  boolean agree(String part, long crc) {
    Long stated = ofParts.get(key(part));
    return stated != null && stated == crc;
  }

  private static String key(String name) {
    String slashed = name.replace('\\', '/').toLowerCase(Locale.ROOT);
    return slashed.startsWith("/") ? slashed.substring(1) : slashed;
  }
}

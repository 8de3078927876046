package cn.bidui.acceptance;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** What is in a workbook, to the last part. */
final class Zip {

  private Zip() {}

  /** Every part as text, by name. */
  static Map<String, String> parts(Path workbook) throws IOException {
    return parts(Files.newInputStream(workbook));
  }

  private static Map<String, String> parts(InputStream zip) throws IOException {
    Map<String, String> parts = new TreeMap<>();
    try (ZipInputStream in = new ZipInputStream(zip)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        parts.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return parts;
  }

  /** All words of what a workbook consists of. */
  static String words(byte[] workbook) throws IOException {
    return String.join("\n", parts(new ByteArrayInputStream(workbook)).values());
  }

  /** All words of a file, be it a workbook or text. */
  static String words(Path file) throws IOException {
    return file.toString().matches(".*\\.(xlsx|docx)")
        ? String.join("\n", parts(file).values())
        : Files.readString(file);
  }
}

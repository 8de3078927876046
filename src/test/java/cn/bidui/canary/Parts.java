package cn.bidui.canary;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/** What is packed in workbooks and documents. */
final class Parts {

  /** Rows with their texts, and what holds no text of ours. */
  private static final String ROWS =
      "xl/(sharedStrings|styles)\\.xml|xl/worksheets/sheet\\d+\\.xml|xl/theme/.*|word/.*";

  private Parts() {}

  /** Who is named in what nobody sees: properties, names, comments, caches, links. */
  static Optional<Canaries.Found> besideTheRows(Path book, Canaries canaries) throws IOException {
    try (ZipFile zip = new ZipFile(book.toFile())) {
      List<? extends ZipEntry> hidden =
          zip.stream().filter(entry -> !entry.getName().matches(ROWS)).toList();
      for (ZipEntry entry : hidden) {
        try (InputStream in = zip.getInputStream(entry)) {
          Optional<Canaries.Found> found = canaries.in(in.readAllBytes());
          if (found.isPresent()) {
            return found;
          }
        }
      }
    } catch (ZipException harmed) {
      // Tests harm workbooks too.
    }
    return Optional.empty();
  }

  /** Who is named in any part of what may be a packed file. */
  static Optional<Canaries.Found> any(byte[] bytes, Canaries canaries) throws IOException {
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      while (zip.getNextEntry() != null) {
        Optional<Canaries.Found> found = canaries.in(zip.readAllBytes());
        if (found.isPresent()) {
          return found;
        }
      }
    } catch (EOFException | ZipException cutShort) {
      // What could be unpacked has been searched.
    }
    return Optional.empty();
  }
}

package cn.bidui.intake;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the delimiter of a text file: the one that splits a header out of its first lines. */
final class Delimiters {

  private static final char[] CANDIDATES = {',', '\t', ';', '|', '，'};
  private static final Pattern STATED =
      Pattern.compile("\"?sep=(.)\"?\\s*", Pattern.CASE_INSENSITIVE);
  private static final int SAMPLE = 1 << 16;

  private final HeaderFinder headers;
  private final IntakeLimits limits;

  Delimiters(HeaderFinder headers, IntakeLimits limits) {
    this.headers = headers;
    this.limits = limits;
  }

  CsvBook book(Path file, TextEncoding encoding, String sample) {
    Matcher stated = STATED.matcher(sample.lines().findFirst().orElse(""));
    if (stated.matches()) {
      return new CsvBook(file, encoding, stated.group(1).charAt(0), true, limits);
    }
    return new CsvBook(file, encoding, best(sample), false, limits);
  }

  /** The first {@value #SAMPLE} characters. */
  static String sample(Path file, TextEncoding encoding) throws IOException {
    char[] start = new char[SAMPLE];
    int length = 0;
    try (Reader reader = encoding.reader(file)) {
      for (int read = 0; read >= 0 && length < SAMPLE; length += Math.max(0, read)) {
        read = reader.read(start, length, SAMPLE - length);
      }
    }
    return new String(start, 0, length);
  }

  private char best(String sample) {
    char best = CANDIDATES[0];
    int most = 0;
    for (char candidate : CANDIDATES) {
      int known = headers.mostFields(rows(sample, candidate));
      if (known > most) {
        most = known;
        best = candidate;
      }
    }
    return best;
  }

  /** The sample may end within a quoted value, and quotes may not fit a wrong delimiter. */
  private List<RawRow> rows(String sample, char delimiter) {
    List<RawRow> rows = new ArrayList<>();
    try (RawSheet sheet = new CsvBook.CsvSheet(new StringReader(sample), delimiter, limits)) {
      @Nullable RawRow row = sheet.next();
      while (row != null && rows.size() < limits.headerRows().value()) {
        rows.add(row);
        row = sheet.next();
      }
    } catch (Refusal | IOException endOfSample) {
      return rows;
    }
    return rows;
  }
}

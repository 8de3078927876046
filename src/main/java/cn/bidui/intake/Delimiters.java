package cn.bidui.intake;

import cn.bidui.source.Content;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the delimiter of a text file: the one that splits a header out of its first lines. */
final class Delimiters {

  private static final char[] CANDIDATES = {',', '\t', ';', '|', '，'};

  /** What Excel writes as {@code sep=;}; saved again, the line has more delimiters than one. */
  private static final Pattern STATED =
      Pattern.compile("\"?sep=(.+?)\"?[ \\t]*", Pattern.CASE_INSENSITIVE);

  private static final int SAMPLE = 1 << 16;

  private final HeaderFinder headers;
  private final IntakeLimits limits;

  Delimiters(HeaderFinder headers, IntakeLimits limits) {
    this.headers = headers;
    this.limits = limits;
  }

  CsvBook book(Content file, TextEncoding encoding, String sample) throws IOException, Refusal {
    String first = sample.lines().findFirst().orElse("");
    Matcher stated = STATED.matcher(first);
    boolean separatorLine = stated.matches();
    String list = separatorLine ? sample.substring(first.length()) : sample;
    Choice choice = new Choice(CANDIDATES[0], 0);
    if (separatorLine) {
      choice = best(list, stated.group(1).replace("\\t", "\t").toCharArray());
    }
    if (choice.known() == 0) {
      choice = best(list, CANDIDATES);
    }
    if (choice.known() == 0) {
      encoding.refuseMistaken(file);
    }
    return new CsvBook(file, encoding, choice.delimiter(), separatorLine, limits);
  }

  /**
   * A delimiter.
   *
   * @param known the most columns of a known name that it splits out of a line
   */
  private record Choice(char delimiter, int known) {}

  /** The first {@value #SAMPLE} characters. */
  static String sample(Content file, TextEncoding encoding) throws IOException {
    char[] start = new char[SAMPLE];
    int length = 0;
    try (Reader reader = encoding.reader(file)) {
      for (int read = 0; read >= 0 && length < SAMPLE; length += Math.max(0, read)) {
        read = reader.read(start, length, SAMPLE - length);
      }
    }
    return new String(start, 0, length);
  }

  private Choice best(String sample, char[] candidates) {
    Choice best = new Choice(candidates[0], 0);
    for (char candidate : candidates) {
      int known = splits(candidate) ? headers.mostFields(rows(sample, candidate)) : 0;
      if (known > best.known()) {
        best = new Choice(candidate, known);
      }
    }
    return best;
  }

  private static boolean splits(char candidate) {
    return candidate != '"' && candidate != '\r' && candidate != '\n';
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

package cn.bidui.intake;

import cn.bidui.plan.Limit;
import cn.bidui.source.Cell;
import cn.bidui.source.Content;
import cn.bidui.source.ProblemCode;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * A delimited text file as a workbook of one nameless sheet.
 *
 * @param separatorLine whether the first line is {@code sep=;}, which Excel writes and hides
 */
record CsvBook(
    Content file, TextEncoding encoding, char delimiter, boolean separatorLine, IntakeLimits limits)
    implements Book {

  @Override
  public List<SheetName> sheets() {
    return List.of(new SheetName("", false));
  }

  @Override
  public RawSheet open(int index) throws Refusal {
    try {
      CsvSheet sheet = new CsvSheet(encoding.reader(file), delimiter, limits);
      if (separatorLine) {
        sheet.next();
      }
      return sheet;
    } catch (IOException failure) {
      throw Faults.of(failure);
    }
  }

  @Override
  public boolean gapsAreBlank() {
    return false;
  }

  @Override
  public void close() {
    // The sheet holds the reader.
  }

  /** Records of delimited text, numbered by the line on which they start. */
  static final class CsvSheet implements RawSheet {

    private static final int LEAST_WIDTH = 3;

    private final BoundedText text;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final char delimiter;
    private final IntakeLimits limits;
    private long count;
    private int width;

    CsvSheet(Reader text, char delimiter, IntakeLimits limits) throws IOException {
      CSVFormat format =
          CSVFormat.DEFAULT.builder().setDelimiter(delimiter).setIgnoreEmptyLines(false).get();
      this.text = new BoundedText(text, limits.recordChars().value());
      this.parser = CSVParser.builder().setReader(this.text).setFormat(format).get();
      this.records = parser.iterator();
      this.delimiter = delimiter;
      this.limits = limits;
    }

    @Override
    public @Nullable RawRow next() throws Refusal {
      int line = Math.toIntExact(parser.getCurrentLineNumber() + 1);
      text.begin();
      try {
        return records.hasNext() ? row(line, records.next()) : null;
      } catch (UncheckedIOException failure) {
        boolean quotes =
            failure.getCause() instanceof CSVException
                || failure.getCause() instanceof BoundedText.TooLong;
        throw quotes ? unclosed(line) : Refusal.of(ProblemCode.FILE_DAMAGED, "\"").at("", line, -1);
      }
    }

    private static Refusal unclosed(int line) {
      return Refusal.of(ProblemCode.FILE_UNCLOSED_QUOTE, "\"").at("", line, -1);
    }

    private RawRow row(int line, CSVRecord values) throws Refusal {
      if (parser.getCurrentLineNumber() > line && swallows(values)) {
        throw unclosed(line);
      }
      count++;
      width = values.size();
      int filled = filled(values);
      check(count, limits.textRows(), line);
      check(filled, limits.columns(), line);
      List<Cell> cells = new ArrayList<>(filled);
      for (int i = 0; i < filled; i++) {
        cells.add(TextCell.of(values.get(i)));
      }
      return new RawRow(line, cells);
    }

    /**
     * Whether a value has whole records in it: a quotation mark was left open, and the next one,
     * some records later, closed it.
     */
    private boolean swallows(CSVRecord values) {
      for (String value : values) {
        long breaks = value.lines().count() - 1;
        long delimiters = value.chars().filter(c -> c == delimiter).count();
        if (width >= LEAST_WIDTH && breaks > 0 && delimiters >= breaks * (width - 1)) {
          return true;
        }
      }
      return false;
    }

    private static int filled(CSVRecord values) {
      int filled = values.size();
      while (filled > 0 && empty(values.get(filled - 1))) {
        filled--;
      }
      return filled;
    }

    /** Old programs end a file with the character 26. */
    private static boolean empty(String value) {
      return value.isBlank() || value.equals("\u001A");
    }

    private static void check(long size, Limit limit, int line) throws Refusal {
      if (size > limit.value()) {
        throw Refusal.tooMany(limit).at("", line, -1);
      }
    }

    @Override
    public void verifyRest() {
      // The whole file was decoded strictly before it was opened.
    }

    @Override
    public void close() {
      try {
        parser.close();
      } catch (IOException closed) {
        // It was opened for reading only.
        return;
      }
    }
  }
}

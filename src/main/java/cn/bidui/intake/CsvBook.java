package cn.bidui.intake;

import cn.bidui.source.Cell;
import cn.bidui.source.ProblemCode;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
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
    Path file, TextEncoding encoding, char delimiter, boolean separatorLine, IntakeLimits limits)
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

    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final IntakeLimits limits;
    private long count;

    CsvSheet(Reader text, char delimiter, IntakeLimits limits) throws IOException {
      CSVFormat format =
          CSVFormat.DEFAULT.builder().setDelimiter(delimiter).setIgnoreEmptyLines(false).get();
      this.parser = CSVParser.builder().setReader(text).setFormat(format).get();
      this.records = parser.iterator();
      this.limits = limits;
    }

    @Override
    public @Nullable RawRow next() throws Refusal {
      int line = Math.toIntExact(parser.getCurrentLineNumber() + 1);
      try {
        return records.hasNext() ? row(line, records.next()) : null;
      } catch (UncheckedIOException failure) {
        boolean quotes = failure.getCause() instanceof CSVException;
        throw Refusal.of(quotes ? ProblemCode.FILE_UNCLOSED_QUOTE : ProblemCode.FILE_DAMAGED, "\"")
            .at("", line, -1);
      }
    }

    private RawRow row(int line, CSVRecord values) throws Refusal {
      count++;
      int width = filled(values);
      check(count, limits.textRows().value(), line);
      check(width, limits.columns().value(), line);
      List<Cell> cells = new ArrayList<>(width);
      for (int i = 0; i < width; i++) {
        cells.add(Cell.text(unwrapped(values.get(i))));
      }
      return new RawRow(line, cells);
    }

    private static int filled(CSVRecord values) {
      int width = values.size();
      while (width > 0 && values.get(width - 1).isBlank()) {
        width--;
      }
      return width;
    }

    private static void check(long size, long limit, int line) throws Refusal {
      if (size > limit) {
        throw Refusal.of(ProblemCode.FILE_TOO_LARGE, "> " + limit, String.valueOf(limit))
            .at("", line, -1);
      }
    }

    /** {@code ="0042"} is how text is kept from becoming a number; the value is what it quotes. */
    private static String unwrapped(String value) {
      boolean wrapped = value.startsWith("=\"") && value.endsWith("\"") && value.length() > 2;
      return wrapped ? value.substring(2, value.length() - 1) : value;
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

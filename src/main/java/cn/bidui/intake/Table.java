package cn.bidui.intake;

import cn.bidui.source.Problem.FileProblem;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A file as rows under one header, taken as it stands: which column is wanted is said by its name,
 * and nothing is recognized, judged or sent back. Of a workbook it is the first visible sheet with
 * any of the wanted columns.
 */
public sealed interface Table permits TextTable, BookTable {

  /** What came of opening a file. */
  sealed interface Opening {}

  /** It can be read. */
  record Opened(Table table) implements Opening {}

  /** It cannot. */
  record Refused(FileProblem problem) implements Opening {}

  /** Takes the cells of a file, or of a part of it, in the order of its rows. */
  interface Cells {

    /**
     * A cell with something in it.
     *
     * @param utf8 holds its text from {@code from} to {@code to}, without blanks around it; used
     *     again for what follows
     */
    void cell(int field, byte[] utf8, int from, int to);

    /**
     * A row with something in it is complete.
     *
     * @param number the line on which it starts, counted from the first line of the part; in
     *     workbooks the number that Excel shows
     */
    void row(int number);
  }

  /**
   * A part of a file that one thread read.
   *
   * @param linesBefore lines of the file before its first
   */
  record Part<C extends Cells>(C cells, int linesBefore) {}

  /**
   * Opens {@code file} in the charset that its first characters are in.
   *
   * @param wanted for each wanted column its spellings; the row that has most of them is the header
   * @throws java.io.UncheckedIOException if the disk fails
   */
  static Opening open(Path file, List<List<String>> wanted, IntakeLimits limits) {
    return new TableOpening(file, wanted, limits).open(TextEncoding::likely);
  }

  /** The same after the charset was tried on the whole file: for texts that turned out wrong. */
  static Opening openProven(Path file, List<List<String>> wanted, IntakeLimits limits) {
    return new TableOpening(file, wanted, limits).open(TextEncoding::of);
  }

  /** The headers as they stand, blank where a column has none. */
  List<String> header();

  /** The position of the column that the first possible of {@code spellings} names; -1 if none. */
  default int column(List<String> spellings) {
    return new HeaderNames(header()).column(spellings);
  }

  /** {@link #column} of each of {@code wanted}. */
  default int[] columns(List<List<String>> wanted) {
    HeaderNames names = new HeaderNames(header());
    return wanted.stream().mapToInt(names::column).toArray();
  }

  /** A header that may be meant where none of {@code spellings} is there. */
  default Optional<String> meant(List<String> spellings) {
    return TableHead.meant(header(), spellings);
  }

  /** The number of the header's row. */
  int headerRow();

  /**
   * Reads all rows below the header.
   *
   * @param fields what {@link Cells} are told a column is, by its position; -1 for columns that
   *     nobody wants
   * @param sinks makes one for each part, perhaps on several threads
   * @param taker takes the parts in the file's order, one at a time, while others are still read;
   *     perhaps on several threads
   * @return why the file is not to be trusted; then nothing that was handed on may be used
   * @throws java.io.UncheckedIOException if the disk fails
   */
  <C extends Cells> Optional<FileProblem> read(
      int[] fields, Supplier<C> sinks, Consumer<Part<C>> taker);

  /** About how many rows there are below the header; 0 where that is not known beforehand. */
  long likelyRows();

  /** About how many of them a part has. */
  int likelyRowsOfPart();

  /** Whether several threads read it. */
  boolean inParts();
}

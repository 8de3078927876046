package cn.bidui.intake;

import cn.bidui.source.CellRef;
import cn.bidui.source.Header;
import java.util.List;
import java.util.Optional;

/**
 * What was made of one sheet.
 *
 * @param name blank for text files
 * @param header where it stands and what its columns mean; only for sheets that were read
 * @param columns what was made of each column; empty where no header was found. Of a sheet that was
 *     refused, as the nearest list would have it
 */
public record SheetReading(
    String name, State state, Optional<Header> header, List<ColumnReading> columns, Rows rowsOf) {

  /** Whether a sheet was read, and if not, why. */
  public enum State {
    READ,
    /** Hidden in the workbook: nobody looks at it, so nobody vouches for it. */
    HIDDEN,
    EMPTY,
    /** No row of it looks like a header. */
    NO_HEADER,
    /** It has a header, but of neither names nor ids: a summary, not a list of persons. */
    NO_PERSONS,
    /** Its header or its content is at fault. */
    REFUSED
  }

  /**
   * The rows after the header.
   *
   * @param hidden rows with content that the workbook hides; they are read and counted like others
   * @param notes the numbers of the first rows that are no records
   * @param privateNames cells of names with characters that no other computer shows
   * @param privatePlaces the first of them
   * @param totals what the sheet states of its rows and is not so
   */
  public record Rows(
      int data,
      int blank,
      int note,
      int hidden,
      List<Integer> notes,
      int privateNames,
      List<CellRef> privatePlaces,
      List<DeclaredTotal> totals) {

    static final Rows NONE = new Rows(0, 0, 0, 0, List.of(), 0, List.of(), List.of());

    public Rows {
      notes = List.copyOf(notes);
      totals = List.copyOf(totals);
      privatePlaces = List.copyOf(privatePlaces);
    }
  }

  public SheetReading {
    columns = List.copyOf(columns);
  }

  static SheetReading skipped(String name, State state, List<ColumnReading> columns) {
    return new SheetReading(name, state, Optional.empty(), columns, Rows.NONE);
  }

  /** The header's row number, 0 if the sheet was not read. */
  public int headerRow() {
    return header.map(Header::row).orElse(0);
  }

  /** Headers that no profile of the list knows, as they stand. */
  public List<String> unknownColumns() {
    return columns.stream()
        .filter(column -> column.how() == ColumnReading.How.UNKNOWN)
        .map(ColumnReading::text)
        .toList();
  }

  /** Rows that should be records. */
  public int dataRows() {
    return rowsOf.data();
  }

  /** Rows with nothing in them. */
  public int blankRows() {
    return rowsOf.blank();
  }

  /** Rows that are no records: totals, signatures, a header repeated on a new page. */
  public int noteRows() {
    return rowsOf.note();
  }

  /** Rows with content that the workbook hides. */
  public int hiddenRows() {
    return rowsOf.hidden();
  }

  /** Every row from the first after the header to the last with content. */
  public int rows() {
    return dataRows() + blankRows() + noteRows();
  }
}

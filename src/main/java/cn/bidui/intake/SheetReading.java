package cn.bidui.intake;

import cn.bidui.source.Header;
import java.util.List;
import java.util.Optional;

/**
 * What was made of one sheet.
 *
 * @param name blank for text files
 * @param header where it stands and what its columns mean; only for sheets that were read
 * @param unknownColumns headers that no profile of the list knows, as they stand
 */
public record SheetReading(
    String name,
    State state,
    Optional<Header> header,
    List<String> unknownColumns,
    int dataRows,
    int blankRows,
    int noteRows) {

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

  public SheetReading {
    unknownColumns = List.copyOf(unknownColumns);
  }

  static SheetReading skipped(String name, State state) {
    return new SheetReading(name, state, Optional.empty(), List.of(), 0, 0, 0);
  }

  /** The header's row number, 0 if the sheet was not read. */
  public int headerRow() {
    return header.map(Header::row).orElse(0);
  }

  /** Every row from the first after the header to the last with content. */
  public int rows() {
    return dataRows + blankRows + noteRows;
  }
}

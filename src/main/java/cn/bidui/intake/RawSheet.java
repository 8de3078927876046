package cn.bidui.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of one sheet, one after the other. */
interface RawSheet extends AutoCloseable {

  /** The next row; null at the end, and only once what was read is known to be undamaged. */
  @Nullable RawRow next() throws Refusal;

  /**
   * The ranges whose cells are shown as one, of which only the first holds the value; known before
   * the rows are read, at the price of a second look at the sheet.
   */
  default List<MergedRange> merged() throws Refusal {
    return List.of();
  }

  /** Checks what is left of the sheet for damage without reading its rows. */
  void verifyRest() throws Refusal;

  @Override
  void close();
}

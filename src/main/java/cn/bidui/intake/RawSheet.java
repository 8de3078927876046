package cn.bidui.intake;

import org.jspecify.annotations.Nullable;

/** The rows of one sheet, one after the other. */
interface RawSheet extends AutoCloseable {

  /** The next row; null at the end, and only once what was read is known to be undamaged. */
  @Nullable RawRow next() throws Refusal;

  /** Checks what is left of the sheet for damage without reading its rows. */
  void verifyRest() throws Refusal;

  @Override
  void close();
}

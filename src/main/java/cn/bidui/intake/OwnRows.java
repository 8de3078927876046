package cn.bidui.intake;

import org.jspecify.annotations.Nullable;

/** The rows of one of our own workbooks that came back. */
interface OwnRows extends AutoCloseable {

  /** The next row, or null at the end. */
  @Nullable ReadRow next() throws Refusal;

  /** What the workbook is, once its rows were read. */
  FileReading reading();

  @Override
  void close();
}

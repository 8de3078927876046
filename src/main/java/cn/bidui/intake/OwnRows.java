package cn.bidui.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of one of our own workbooks that came back. */
interface OwnRows extends AutoCloseable {

  /** The next row, or null at the end. */
  @Nullable ReadRow next() throws Refusal;

  /** What the workbook is, once its rows were read. */
  FileReading reading();

  /** The rows above the header, each as one text, where the workbook has such. */
  default List<String> titles() {
    return List.of();
  }

  @Override
  void close();
}

package cn.bidui.intake;

import java.util.List;

/** A file of any format as sheets of rows. */
interface Book extends AutoCloseable {

  /** The sheets in the order of their tabs. */
  List<SheetName> sheets();

  /** Opens the sheet at {@code index} of {@link #sheets()}; one at a time. */
  RawSheet open(int index) throws Refusal;

  /** Whether a row number that is left out is a blank row; in text files it is a line break. */
  boolean gapsAreBlank();

  @Override
  void close();

  /** A sheet's tab. */
  record SheetName(String name, boolean hidden) {}
}

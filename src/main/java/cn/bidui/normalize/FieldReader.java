package cn.bidui.normalize;

import cn.bidui.source.Field;

/** How one field of a row becomes its canonical value. */
@FunctionalInterface
interface FieldReader {

  /**
   * The canonical value of {@code field}, blank for none. What cannot be read is noted on {@code
   * row}; the value is blank then and never used.
   */
  String read(RowReading row, Field field);
}

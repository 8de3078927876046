package cn.bidui.normalize;

import cn.bidui.source.Cell;
import cn.bidui.source.Field;
import cn.bidui.source.Header;
import cn.bidui.source.SheetRow;
import java.util.Arrays;

/** The header of one sheet, looked up once for all of its rows: columns and readers by position. */
final class SheetReading {

  private final Header header;
  private final int[] columns;
  private final Field[] fields;
  private final FieldReader[] readers;

  SheetReading(Header header, Layout layout) {
    this.header = header;
    this.columns = new int[Field.values().length];
    Arrays.fill(columns, -1);
    header.columns().forEach((field, column) -> columns[field.ordinal()] = column);
    this.fields = layout.fields().toArray(Field[]::new);
    this.readers = new FieldReader[fields.length];
    for (int i = 0; i < fields.length; i++) {
      readers[i] = FieldReaders.of(layout.kind(), fields[i], header);
    }
  }

  /** Whether it was made for the sheet of {@code row}. */
  boolean fits(SheetRow row) {
    return header.equals(row.header());
  }

  boolean has(Field field) {
    return columns[field.ordinal()] >= 0;
  }

  Cell cell(SheetRow row, Field field) {
    int column = columns[field.ordinal()];
    return column < 0 || column >= row.cells().size() ? Cell.EMPTY : row.cells().get(column);
  }

  /** The canonical values of {@code row} in the order of the layout; problems are noted on it. */
  String[] read(RowReading row) {
    String[] values = new String[fields.length];
    for (int i = 0; i < fields.length; i++) {
      values[i] = row.sound(fields[i]) ? readers[i].read(row, fields[i]) : "";
    }
    return values;
  }
}

package cn.bidui.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/**
 * The rival of a night from .xlsx: fastexcel reads every cell of the same workbooks and keeps none.
 */
final class FastexcelRead {

  private FastexcelRead() {}

  public static void main(String[] workbooks) throws IOException {
    long rows = 0;
    long characters = 0;
    for (String workbook : workbooks) {
      try (ReadableWorkbook book = new ReadableWorkbook(Path.of(workbook).toFile());
          Stream<Row> all = book.getFirstSheet().openStream()) {
        for (Row row : (Iterable<Row>) all::iterator) {
          rows++;
          for (Cell cell : row) {
            characters += cell == null ? 0 : cell.getText().length();
          }
        }
      }
    }
    System.out.println(rows + " rows, " + characters + " characters");
  }
}

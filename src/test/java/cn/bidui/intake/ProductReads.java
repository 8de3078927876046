package cn.bidui.intake;

import cn.bidui.source.Cell;
import cn.bidui.source.Content;
import java.nio.file.Path;

/** Lets the benchmark look at the reader below the header mapping. */
public final class ProductReads {

  private ProductReads() {}

  /** Takes each cell with content. */
  public interface CellSink {
    void cell(int row, String text);
  }

  /** With the shipped profiles and the usual limits. */
  public static Intake intake() {
    return Given.INTAKE;
  }

  /** All rows of the first sheet, with every check, but without a look at what they mean. */
  public static void rows(Path workbook, CellSink sink) {
    IntakeLimits limits = IntakeLimits.defaults();
    Patience patience = new Patience(System::nanoTime, limits.fileSeconds());
    try (Book book = XlsxBook.open(Content.of(workbook), limits, patience);
        RawSheet sheet = book.open(0)) {
      for (RawRow row = sheet.next(); row != null; row = sheet.next()) {
        for (Cell cell : row.cells()) {
          if (cell.kind() != Cell.Kind.EMPTY) {
            sink.cell(row.number(), cell.text());
          }
        }
      }
    } catch (Refusal refusal) {
      throw new IllegalStateException(refusal);
    }
  }
}

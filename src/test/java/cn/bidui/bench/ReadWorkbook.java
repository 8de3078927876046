package cn.bidui.bench;

import cn.bidui.intake.Intake;
import cn.bidui.intake.ProductReads;
import cn.bidui.intake.ReadRow;
import cn.bidui.intake.RowCursor;
import cn.bidui.source.Cell;
import com.sun.management.OperatingSystemMXBean;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;
import org.xml.sax.InputSource;
import org.xml.sax.XMLReader;

/**
 * Reads one workbook twice in one process by one reader and prints for each pass the CPU time of
 * the whole process in milliseconds, the number of cells with content below the first row, and a
 * hash over their texts. Arguments: reader, workbook.
 */
final class ReadWorkbook {

  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private ReadWorkbook() {}

  public static void main(String[] arguments) throws Exception {
    for (String pass : new String[] {"cold", "warm"}) {
      Tally tally = new Tally();
      // The first pass answers for the start of the process too, as a short run does.
      long began = pass.equals("cold") ? 0 : SYSTEM.getProcessCpuTime();
      read(arguments[0], Path.of(arguments[1]), tally);
      long used = (SYSTEM.getProcessCpuTime() - began) / 1_000_000;
      System.out.println(pass + " " + used + " " + tally.cells + " " + tally.hash);
    }
  }

  private static void read(String reader, Path workbook, Tally tally) throws Exception {
    switch (reader) {
      case "rows" -> ProductReads.rows(workbook, tally);
      case "cursor" -> cursor(workbook, tally);
      case "fastexcel" -> fastexcel(workbook, tally);
      case "poi" -> poi(workbook, tally, true);
      case "poi-plain" -> poi(workbook, tally, false);
      default -> throw new IllegalArgumentException(reader);
    }
  }

  /** How many cells, and what they say; in the order of reading. */
  static final class Tally implements ProductReads.CellSink {
    private long cells;
    private long hash;

    @Override
    public void cell(int row, String text) {
      if (row > 1) {
        cells++;
        hash = hash * 31 + text.hashCode();
      }
    }
  }

  private static void cursor(Path workbook, Tally tally) {
    Intake intake = ProductReads.intake();
    try (RowCursor rows = intake.open(workbook, "list.xlsx")) {
      for (ReadRow row = rows.next(); row != null; row = rows.next()) {
        if (row instanceof ReadRow.Data data) {
          for (Cell cell : data.cells().cells()) {
            if (cell.kind() != Cell.Kind.EMPTY) {
              tally.cell(row.row(), cell.text());
            }
          }
        }
      }
      rows.finish();
    }
  }

  private static void fastexcel(Path workbook, Tally tally) throws Exception {
    try (ReadableWorkbook book = new ReadableWorkbook(workbook.toFile());
        Stream<Row> rows = book.getFirstSheet().openStream()) {
      for (Row row : (Iterable<Row>) rows::iterator) {
        for (org.dhatim.fastexcel.reader.Cell cell : row) {
          if (cell != null) {
            tally.cell(row.getRowNum(), cell.getText());
          }
        }
      }
    }
  }

  private static void poi(Path workbook, Tally tally, boolean styled) throws Exception {
    try (OPCPackage container = OPCPackage.open(workbook.toFile(), PackageAccess.READ)) {
      XSSFReader reader = new XSSFReader(container);
      @Nullable StylesTable styles = styled ? reader.getStylesTable() : null;
      ReadOnlySharedStringsTable shared = new ReadOnlySharedStringsTable(container);
      XMLReader parser = XMLHelper.newXMLReader();
      parser.setContentHandler(
          new XSSFSheetXMLHandler(styles, shared, new Texts(tally), new DataFormatter(), false));
      try (InputStream sheet = reader.getSheetsData().next()) {
        parser.parse(new InputSource(sheet));
      }
    }
  }

  private record Texts(Tally tally) implements XSSFSheetXMLHandler.SheetContentsHandler {
    @Override
    public void startRow(int row) {
      // The reference of the cell tells.
    }

    @Override
    public void endRow(int row) {
      // Nothing is kept of it.
    }

    @Override
    public void cell(String reference, String text, XSSFComment comment) {
      boolean header = reference.length() == 2 && reference.charAt(1) == '1';
      tally.cell(header ? 1 : 2, text);
    }
  }
}

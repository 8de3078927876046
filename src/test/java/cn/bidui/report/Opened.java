package cn.bidui.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A workbook as its reader sees it. */
public final class Opened {

  private Opened() {}

  static XSSFWorkbook book(Path path) {
    try {
      return new XSSFWorkbook(Files.newInputStream(path));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** The cells of each row, trailing empty ones cut, joined with bars. */
  static List<String> rows(Sheet sheet) {
    List<String> rows = new ArrayList<>();
    for (Row row : sheet) {
      rows.add(String.join("|", cells(row)).replaceAll("\\|+$", ""));
    }
    return rows;
  }

  public static List<String> rows(Path path, String sheet) {
    try (XSSFWorkbook book = book(path)) {
      return rows(book.getSheet(sheet));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static List<String> cells(Row row) {
    DataFormatter formatter = new DataFormatter();
    List<String> cells = new ArrayList<>();
    for (int column = 0; column < row.getLastCellNum(); column++) {
      Cell cell = row.getCell(column);
      cells.add(cell == null ? "" : formatter.formatCellValue(cell).replace('\n', '/'));
    }
    return cells;
  }

  /** Every part of the container as text. */
  public static Map<String, String> parts(Path path) {
    Map<String, String> parts = new TreeMap<>();
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(path))) {
      for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
        parts.put(part.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return parts;
  }
}

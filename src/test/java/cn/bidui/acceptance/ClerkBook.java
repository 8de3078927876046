package cn.bidui.acceptance;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A published workbook of findings in the hands of a clerk: a grid for each sheet with keys. */
final class ClerkBook {

  static final String KEY = "行标识";
  static final String CHECK = "校验";

  final List<Grid> grids = new ArrayList<>();
  final Map<String, String> meta = new LinkedHashMap<>();

  /** One sheet. */
  static final class Grid {
    String name;
    final List<String> titles;
    final List<Line> lines = new ArrayList<>();

    /** Rows above the header. */
    int above;

    Grid(String name, List<String> titles) {
      this.name = name;
      this.titles = new ArrayList<>(titles);
    }

    Object get(Line line, String title) {
      return line.cells.get(titles.indexOf(title));
    }

    String text(Line line, String title) {
      return get(line, title).toString();
    }

    void set(Line line, String title, Object value) {
      line.cells.set(titles.indexOf(title), value);
    }

    /** Turns the columns about. */
    void shuffleColumns(Random random) {
      List<Integer> order = new ArrayList<>();
      for (int column = 0; column < titles.size(); column++) {
        order.add(column);
      }
      Collections.shuffle(order, random);
      List<String> before = List.copyOf(titles);
      titles.clear();
      order.forEach(column -> titles.add(before.get(column)));
      for (Line line : lines) {
        List<Object> cells = List.copyOf(line.cells);
        line.cells.clear();
        order.forEach(column -> line.cells.add(cells.get(column)));
      }
    }
  }

  /** One row below the header. */
  static final class Line {
    final List<Object> cells;

    /** What was meant by what stands in it. */
    ExpectedAnswers.Said meant = ExpectedAnswers.Said.NOTHING;

    /** Why it must be listed, whatever the ledger says; blank if nothing is wrong with it. */
    String fault = "";

    boolean hidden;

    Line(List<Object> cells) {
      this.cells = new ArrayList<>(cells);
    }

    Line copy() {
      Line copy = new Line(cells);
      copy.meant = meant;
      copy.fault = fault;
      return copy;
    }

    static Line blank(int columns) {
      return new Line(Collections.nCopies(columns, ""));
    }
  }

  static ClerkBook open(Path file) throws IOException {
    ClerkBook book = new ClerkBook();
    try (InputStream in = Files.newInputStream(file);
        Workbook workbook = new XSSFWorkbook(in)) {
      for (Sheet sheet : workbook) {
        if (sheet.getSheetName().equals("_meta")) {
          sheet.forEach(row -> book.meta.put(text(row, 0), text(row, 1)));
        } else if (sheet.getRow(0) != null && text(sheet.getRow(0), 0).equals(KEY)) {
          book.grids.add(grid(sheet));
        }
      }
    }
    return book;
  }

  private static Grid grid(Sheet sheet) {
    List<String> titles = new ArrayList<>();
    for (int column = 0; column < sheet.getRow(0).getLastCellNum(); column++) {
      titles.add(text(sheet.getRow(0), column));
    }
    Grid grid = new Grid(sheet.getSheetName(), titles);
    for (int row = 1; row <= sheet.getLastRowNum(); row++) {
      List<Object> cells = new ArrayList<>();
      for (int column = 0; column < titles.size(); column++) {
        cells.add(value(sheet.getRow(row), column));
      }
      Line line = new Line(cells);
      line.meant = ExpectedAnswers.Said.printed(grid, line);
      grid.lines.add(line);
    }
    return grid;
  }

  private static Object value(Row row, int column) {
    Cell cell = row.getCell(column);
    boolean day =
        cell != null
            && cell.getCellType() == CellType.NUMERIC
            && DateUtil.isCellDateFormatted(cell);
    return day ? cell.getLocalDateTimeCellValue().toLocalDate() : text(row, column);
  }

  private static String text(Row row, int column) {
    Cell cell = row.getCell(column);
    return cell == null
        ? ""
        : new org.apache.poi.ss.usermodel.DataFormatter().formatCellValue(cell);
  }

  ClerkBook copy() {
    ClerkBook copy = new ClerkBook();
    copy.meta.putAll(meta);
    for (Grid grid : grids) {
      Grid other = new Grid(grid.name, grid.titles);
      grid.lines.forEach(line -> other.lines.add(line.copy()));
      copy.grids.add(other);
    }
    return copy;
  }

  // --- saving ---------------------------------------------------------------------------------

  void save(Path file) throws IOException {
    String name = file.getFileName().toString();
    if (name.endsWith(".csv")) {
      Files.writeString(file, csv(grids.get(0)), StandardCharsets.UTF_8);
      return;
    }
    try (Workbook workbook = name.endsWith(".xls") ? new HSSFWorkbook() : new XSSFWorkbook();
        OutputStream out = Files.newOutputStream(file)) {
      CellStyle day = workbook.createCellStyle();
      day.setDataFormat(workbook.createDataFormat().getFormat("yyyy-mm-dd"));
      grids.forEach(grid -> sheet(workbook, day, grid));
      if (!meta.isEmpty()) {
        Sheet hidden = workbook.createSheet("_meta");
        workbook.setSheetHidden(workbook.getSheetIndex(hidden), true);
        meta.forEach(
            (key, value) -> {
              Row row = hidden.createRow(hidden.getPhysicalNumberOfRows());
              row.createCell(0).setCellValue(key);
              row.createCell(1).setCellValue(value);
            });
      }
      workbook.write(out);
    }
  }

  private static void sheet(Workbook workbook, CellStyle day, Grid grid) {
    Sheet sheet = workbook.createSheet(grid.name);
    if (grid.above > 0) {
      sheet.createRow(0).createCell(0).setCellValue("已填好，交王老师");
    }
    Row header = sheet.createRow(grid.above);
    for (int column = 0; column < grid.titles.size(); column++) {
      header.createCell(column).setCellValue(grid.titles.get(column));
    }
    for (int at = 0; at < grid.lines.size(); at++) {
      Line line = grid.lines.get(at);
      Row row = sheet.createRow(grid.above + 1 + at);
      row.setZeroHeight(line.hidden);
      for (int column = 0; column < line.cells.size(); column++) {
        Object value = line.cells.get(column);
        if (value instanceof LocalDate date) {
          Cell cell = row.createCell(column);
          cell.setCellStyle(day);
          cell.setCellValue(date);
        } else if (!value.toString().isEmpty()) {
          row.createCell(column).setCellValue(value.toString());
        }
      }
    }
  }

  private static String csv(Grid grid) {
    StringBuilder text = new StringBuilder(record(grid.titles));
    grid.lines.forEach(line -> text.append(record(line.cells)));
    return text.toString();
  }

  private static String record(List<?> cells) {
    StringBuilder text = new StringBuilder();
    for (Object cell : cells) {
      text.append(text.isEmpty() ? "" : ",")
          .append('"')
          .append(cell.toString().replace("\"", "\"\""))
          .append('"');
    }
    return text.append("\r\n").toString();
  }

  /** The rows as they are saved, with the numbers that their reader sees. */
  List<ExpectedAnswers.Row> rows(boolean csv) {
    List<ExpectedAnswers.Row> rows = new ArrayList<>();
    for (Grid grid : csv ? grids.subList(0, 1) : grids) {
      int number = csv ? 1 + height(record(grid.titles)) : grid.above + 2;
      for (Line line : grid.lines) {
        rows.add(
            new ExpectedAnswers.Row(
                csv ? "" : grid.name, number, grid.text(line, KEY), line.fault, line.meant));
        number += csv ? height(record(line.cells)) : 1;
      }
    }
    return rows;
  }

  private static int height(String record) {
    return (int) record.chars().filter(c -> c == '\n').count();
  }
}

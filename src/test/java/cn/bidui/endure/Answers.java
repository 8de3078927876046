package cn.bidui.endure;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;

/** What people of the story answer after the first night. */
final class Answers {

  private static final String KEY = "行标识";

  private Answers() {}

  /** One finding is answered on the command line. */
  static List<String> byCommand(Path home) throws IOException {
    return List.of(
        "answer",
        finding(home, "overpaid", "underpaid"),
        "F1",
        "--by",
        "王老师",
        "--as-of",
        StoryLists.FIRST);
  }

  /** One is answered in the workbook, and a rejected row comes back put right. */
  static void workbooks(Path home) throws IOException {
    Path report = home.resolve("reports").resolve(StoryLists.FIRST);
    String id = finding(home, "unfunded-eligible");
    drop(home, report.resolve("差异清单.xlsx"), (sheet, header) -> answer(sheet, header, id));
    drop(
        home,
        home.resolve("feedback").resolve("2025秋受助学生_20251102__未通过.xlsx"),
        (sheet, header) -> {
          Row row = sheet.getRow(header.getRowNum() + 1);
          put(row, last(header, "实发金额"), "312.50");
        });
  }

  /** What somebody does to a sheet with keys. */
  private interface Hand {
    void fill(Sheet sheet, Row header);
  }

  private static void answer(Sheet sheet, Row header, String id) {
    for (Row row : sheet) {
      if (text(row.getCell(last(header, KEY))).startsWith(id + "!")) {
        put(row, last(header, "处理结果"), "G1");
        put(row, last(header, "处理人"), "赵老师");
      }
    }
  }

  private static void drop(Path home, Path book, Hand hand) throws IOException {
    try (InputStream in = Files.newInputStream(book);
        Workbook workbook = WorkbookFactory.create(in);
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      for (Sheet sheet : workbook) {
        for (Row row : sheet) {
          if (last(row, KEY) >= 0) {
            hand.fill(sheet, row);
            break;
          }
        }
      }
      workbook.write(out);
      StoryLists.drop(home, String.valueOf(book.getFileName()), out.toByteArray());
    }
  }

  /** The rightmost column of that title; -1 if there is none. */
  private static int last(Row header, String title) {
    int found = -1;
    for (Cell cell : header) {
      if (text(cell).equals(title)) {
        found = cell.getColumnIndex();
      }
    }
    return found;
  }

  private static String text(@org.jspecify.annotations.Nullable Cell cell) {
    return cell == null ? "" : new DataFormatter().formatCellValue(cell);
  }

  private static void put(Row row, int column, String value) {
    Cell cell = row.getCell(column);
    (cell == null ? row.createCell(column) : cell).setCellValue(value);
  }

  /** The id of the first finding of one of these rules. */
  private static String finding(Path home, String... rules) throws IOException {
    Path file = home.resolve("reports").resolve(StoryLists.FIRST).resolve("data/findings.csv");
    try (var records =
        CSVFormat.DEFAULT
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .get()
            .parse(Files.newBufferedReader(file, StandardCharsets.UTF_8))) {
      for (CSVRecord each : records) {
        if (List.of(rules).contains(each.get("rule"))) {
          return each.get(0);
        }
      }
    }
    throw new AssertionError("no finding of " + List.of(rules));
  }
}

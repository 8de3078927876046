package cn.bidui.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFRow;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;

/** Files at the edge of what their format or their reader can hold; made once. */
final class Extremes {

  private static final int LAST_ROW = 1_048_576;
  private static final int LAST_ROW_OF_XLS = 65_536;
  private static final int COLUMNS = 25;

  /** 1 GiB of nothing. */
  private static final int BOMB_MEGABYTES = 1 << 10;

  private Extremes() {}

  /** As many rows as a sheet can have, of which a header and six say something. */
  static Path tall(Path file) throws IOException {
    return workbook(
        file,
        out -> {
          StringBuilder rows = new StringBuilder();
          for (int row = 1; row <= LAST_ROW; row++) {
            rows.append("<row r=\"").append(row).append("\" s=\"1\" customFormat=\"1\">");
            if (row == 1) {
              rows.append(cells("姓名", "身份证件号", "学校名称", "年级"));
            } else if (row % 200_000 == 0 || row == LAST_ROW) {
              rows.append(cells("赵一一", "990101201001010" + row % 1000, "一小", "三年级"));
            }
            rows.append("</row>");
            if (row % 10_000 == 0 || row == LAST_ROW) {
              out.write(rows.toString().getBytes(StandardCharsets.UTF_8));
              rows.setLength(0);
            }
          }
        });
  }

  private static String cells(String... texts) {
    StringBuilder cells = new StringBuilder();
    for (String text : texts) {
      cells.append("<c t=\"inlineStr\"><is><t>").append(text).append("</t></is></c>");
    }
    return cells.toString();
  }

  /** A sheet that unpacks to 1 GiB. */
  static Path bomb(Path file) throws IOException {
    byte[] rows = "<row></row>\n".repeat((1 << 20) / 12).getBytes(StandardCharsets.UTF_8);
    return workbook(
        file,
        out -> {
          for (int megabyte = 0; megabyte < BOMB_MEGABYTES; megabyte++) {
            out.write(rows);
          }
        });
  }

  private interface Content {
    void write(OutputStream out) throws IOException;
  }

  private static Path workbook(Path file, Content rows) throws IOException {
    if (Files.exists(file)) {
      return file;
    }
    Files.createDirectories(file.toAbsolutePath().getParent());
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part), 1 << 16);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      AidWorkbook.frame(zip, false);
      zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
      zip.write(text(AidWorkbook.SHEET_START));
      rows.write(zip);
      zip.write(text(AidWorkbook.SHEET_END));
    }
    return Files.move(part, file);
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** A sheet of Excel 97 to 2003 without an empty cell. */
  static Path fullXls(Path file) throws IOException {
    if (Files.exists(file)) {
      return file;
    }
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try (HSSFWorkbook workbook = new HSSFWorkbook();
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(part), 1 << 16)) {
      HSSFSheet sheet = workbook.createSheet("受助学生");
      AidWorkbook rows = new AidWorkbook();
      for (int number = 0; number < LAST_ROW_OF_XLS; number++) {
        HSSFRow row = sheet.createRow(number);
        List<?> values = number == 0 ? AidWorkbook.HEADER : rows.record(number + 1);
        for (int column = 0; column < COLUMNS; column++) {
          Object value = values.get(column);
          row.createCell(column).setCellValue(value.equals("") ? "无" : value.toString());
        }
      }
      workbook.write(out);
    }
    return Files.move(part, file);
  }
}

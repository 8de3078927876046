package cn.bidui.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

class SharedTextsTest {

  /** Some twice, and some that XML cannot hold and so cannot tell apart. */
  private static final List<String> TEXTS =
      List.of(
          "王紫瑶",
          "一小",
          "王紫瑶",
          "",
          " ",
          " 一小",
          "一小 ",
          "一\n小",
          "一小",
          "a?",
          "a\u0001",
          "a?",
          "\u001Ca",
          "?a",
          "a\uFFFF",
          "<t>一小</t>",
          "<t>一小</t>",
          "𠮷",
          "a\r",
          "a\t",
          "_x0001_",
          "&lt;",
          "<");

  @Test
  void aWorkbookHoldsTheTextsThatPoiByItselfWouldHold() throws IOException {
    try (XSSFWorkbook own = SharedTexts.workbook();
        XSSFWorkbook usual = new XSSFWorkbook()) {
      assertThat(filled(own)).isEqualTo(filled(usual));
    }
  }

  /** Its table of texts, and which of them each cell has. */
  private static String filled(XSSFWorkbook book) throws IOException {
    XSSFSheet sheet = book.createSheet();
    StringBuilder cells = new StringBuilder();
    for (String text : TEXTS) {
      Cell cell = sheet.createRow(sheet.getLastRowNum() + 1).createCell(0);
      cell.setCellValue(text);
      cells.append(sheet.getRow(cell.getRowIndex()).getCell(0).getCTCell().getV()).append(' ');
    }
    ByteArrayOutputStream table = new ByteArrayOutputStream();
    book.getSharedStringSource().writeTo(table);
    return cells + table.toString(StandardCharsets.UTF_8);
  }
}

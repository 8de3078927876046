package cn.bidui.intake;

import static cn.bidui.intake.Given.id;
import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.intake.Given.Outcome;
import cn.bidui.source.Cell;
import cn.bidui.source.Content;
import cn.bidui.source.Field;
import cn.bidui.source.ProblemCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFRow;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FormulaError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class XlsIntakeTest {

  @TempDir Path folder;

  /** A roll of one pupil, whose fifth cell is free. */
  private static HSSFRow pupil(HSSFWorkbook workbook, String sheetName) {
    HSSFSheet sheet = workbook.createSheet(sheetName);
    texts(sheet.createRow(0), "2025年秋季学期学籍名单");
    texts(sheet.createRow(2), "姓名", "身份证件号", "学校名称", "年级", "出生日期");
    HSSFRow row = sheet.createRow(4);
    texts(row, "周五五", id(5), "一小", "四年级");
    return row;
  }

  private static void texts(HSSFRow row, String... texts) {
    for (int i = 0; i < texts.length; i++) {
      row.createCell(i).setCellValue(texts[i]);
    }
  }

  private static byte[] bytes(HSSFWorkbook workbook) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    workbook.write(out);
    workbook.close();
    return out.toByteArray();
  }

  private Outcome read(HSSFWorkbook workbook) throws IOException {
    return Given.read(Given.file(folder, "list.csv", bytes(workbook)), "学籍.xls");
  }

  @Test
  void aWorkbookOfExcel97IsReadWhateverItsNameSays() throws IOException {
    HSSFWorkbook workbook = new HSSFWorkbook();
    pupil(workbook, "学籍");
    pupil(workbook, "旧");
    workbook.setSheetHidden(1, true);
    workbook.createSheet("空");

    Outcome outcome = read(workbook);

    assertThat(outcome.header().row()).isEqualTo(3);
    assertThat(outcome.kinds()).containsExactly("Blank 4", "Data 5");
    assertThat(outcome.texts(Field.CITIZEN_ID)).containsExactly(id(5));
    assertThat(outcome.taken().titles()).containsExactly("2025年秋季学期学籍名单");
    assertThat(outcome.taken().sheets())
        .extracting(SheetReading::state)
        .containsExactly(
            SheetReading.State.READ, SheetReading.State.HIDDEN, SheetReading.State.EMPTY);
  }

  @Test
  void numbersKeepTheirDigitsAndLostOnesAreNotZeros() throws IOException {
    assertThat(number(529921201203049980d)).isEqualTo("5.2992120120304998E+17");
    assertThat(number(202304)).isEqualTo("202304");
    assertThat(number(13800000000d)).isEqualTo("13800000000");
    assertThat(number(312.5)).isEqualTo("312.5");
    assertThat(number(0)).isEqualTo("0");
  }

  @Test
  void whatIsNoNumberAtAllStaysAsItIs() {
    assertThat(XlsOutline.number(Double.NaN, false, false).text()).isEqualTo("NaN");
    assertThat(XlsOutline.number(Double.NEGATIVE_INFINITY, true, false))
        .isEqualTo(new Cell("-Infinity", Cell.Kind.NUMBER));
  }

  private String number(double number) throws IOException {
    HSSFWorkbook workbook = new HSSFWorkbook();
    pupil(workbook, "学籍").createCell(4).setCellValue(number);
    Cell cell = read(workbook).cell(Field.BIRTH_DATE);
    assertThat(cell.kind()).isEqualTo(Cell.Kind.NUMBER);
    return cell.text();
  }

  @Test
  void datesAreIsoInBothCounts() throws IOException {
    for (boolean since1904 : List.of(false, true)) {
      HSSFWorkbook workbook = new HSSFWorkbook();
      if (since1904) {
        workbook
            .getInternalWorkbook()
            .getRecords()
            .forEach(
                record -> {
                  if (record instanceof org.apache.poi.hssf.record.DateWindow1904Record window) {
                    window.setWindowing((short) 1);
                  }
                });
      }
      HSSFRow row = pupil(workbook, "学籍");
      CellStyle style = workbook.createCellStyle();
      style.setDataFormat(workbook.createDataFormat().getFormat("yyyy/m/d"));
      row.createCell(4).setCellValue(since1904 ? 39511 : 40973);
      row.getCell(4).setCellStyle(style);

      assertThat(read(workbook).cell(Field.BIRTH_DATE))
          .isEqualTo(new Cell("2012-03-05", Cell.Kind.DATE));
    }
  }

  @Test
  void formulasGiveTheirSavedResults() throws IOException {
    HSSFWorkbook workbook = new HSSFWorkbook();
    HSSFRow row = pupil(workbook, "学籍");
    row.createCell(4).setCellFormula("20120305+0");
    workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();

    assertThat(read(workbook).cell(Field.BIRTH_DATE))
        .isEqualTo(new Cell("20120305", Cell.Kind.NUMBER));
  }

  @Test
  void aFormulaThatWasNeverComputedIsNoZero() throws IOException {
    HSSFWorkbook workbook = new HSSFWorkbook();
    pupil(workbook, "学籍").createCell(4).setCellFormula("A1+20120305");

    assertThat(read(workbook).cell(Field.BIRTH_DATE))
        .isEqualTo(new Cell("", Cell.Kind.FORMULA_WITHOUT_VALUE));
  }

  @Test
  void hiddenRowsAndMergedCellsAreTold() throws Exception {
    HSSFWorkbook workbook = new HSSFWorkbook();
    HSSFRow row = pupil(workbook, "学籍");
    row.setZeroHeight(true);
    workbook.getSheetAt(0).addMergedRegion(new org.apache.poi.ss.util.CellRangeAddress(4, 6, 2, 3));
    Path file = Given.file(folder, "a.xls", bytes(workbook));

    try (Book book = XlsBook.open(Content.of(file), IntakeLimits.defaults(), Given.patience());
        RawSheet sheet = book.open(0)) {
      assertThat(sheet.merged()).containsExactly(new MergedRange(5, 7, 2, 3));
      assertThat(sheet.next()).extracting(RawRow::hidden).isEqualTo(false);
      assertThat(sheet.next()).extracting(RawRow::hidden).isEqualTo(false);
      assertThat(sheet.next()).extracting(RawRow::hidden).isEqualTo(true);
    }
  }

  /** A sheet of all kinds of cells. */
  private static HSSFWorkbook medley() {
    HSSFWorkbook workbook = new HSSFWorkbook();
    HSSFRow row = pupil(workbook, "学籍");
    CellStyle day = workbook.createCellStyle();
    day.setDataFormat((short) 14);
    row.createCell(4).setCellValue(40973);
    row.getCell(4).setCellStyle(day);
    row.createCell(6).setCellValue(312.5);
    row.createCell(7).setCellErrorValue(FormulaError.NA);
    row.createCell(8).setCellValue(true);
    row.createCell(9).setBlank();
    row.createCell(10).setCellFormula("\"甲\"&\"乙\"");
    row.createCell(11).setCellFormula("1=1");
    row.createCell(12).setCellFormula("1/0");
    row.createCell(13).setCellFormula("\"\"");
    row.createCell(14).setCellFormula("DATE(2012,3,5)");
    row.getCell(14).setCellStyle(day);
    workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
    row.createCell(15).setCellFormula("A1");
    row.setZeroHeight(true);
    workbook.getSheetAt(0).addMergedRegion(new org.apache.poi.ss.util.CellRangeAddress(4, 6, 2, 3));
    texts(workbook.createSheet("后").createRow(0), "甲", "乙");
    return workbook;
  }

  private static List<Object> contents(Book book) throws Refusal {
    List<Object> contents = new java.util.ArrayList<>(book.sheets());
    for (int i = 0; i < book.sheets().size(); i++) {
      RawSheet sheet = book.open(i);
      contents.addAll(sheet.merged());
      for (RawRow row = sheet.next(); row != null; row = sheet.next()) {
        contents.add(row);
      }
    }
    return contents;
  }

  @Test
  void aWorkbookIsTheSameRowByRowAndAsAWhole() throws Exception {
    Path file = Given.file(folder, "a.xls", bytes(medley()));

    try (Book stream = XlsBook.open(Content.of(file), IntakeLimits.defaults(), Given.patience());
        Book whole =
            XlsBook.whole(
                Content.of(file),
                new POIFSFileSystem(file.toFile(), true),
                IntakeLimits.defaults())) {
      assertThat(stream).isInstanceOf(XlsStreamBook.class);
      List<Object> contents = contents(stream);
      assertThat(contents(whole)).isEqualTo(contents);
      assertThat(contents(stream)).as("once more, from the start").isEqualTo(contents);
      RawRow row = (RawRow) contents.get(5);
      assertThat(row.hidden()).isTrue();
      assertThat(row.cells().subList(4, row.cells().size()))
          .containsExactly(
              new Cell("2012-03-05", Cell.Kind.DATE),
              Cell.EMPTY,
              new Cell("312.5", Cell.Kind.NUMBER),
              new Cell("#N/A", Cell.Kind.ERROR),
              new Cell("TRUE", Cell.Kind.BOOLEAN),
              Cell.EMPTY,
              Cell.text("甲乙"),
              new Cell("TRUE", Cell.Kind.BOOLEAN),
              new Cell("#DIV/0!", Cell.Kind.ERROR),
              Cell.EMPTY,
              new Cell("2012-03-05", Cell.Kind.DATE),
              new Cell("", Cell.Kind.FORMULA_WITHOUT_VALUE));
    }
  }

  @Test
  void sheetsMayBePassedOver() throws Exception {
    Path file = Given.file(folder, "a.xls", bytes(medley()));

    try (Book book = XlsBook.open(Content.of(file), IntakeLimits.defaults(), Given.patience())) {
      assertThat(book.open(1).next()).extracting(row -> row.text(1)).isEqualTo("乙");
      assertThat(book.open(0).next()).extracting(row -> row.text(0)).isEqualTo("2025年秋季学期学籍名单");
    }
  }

  /** The same workbook with the first two cells of row 5 in the wrong order. */
  private static byte[] disordered(HSSFWorkbook workbook) throws IOException {
    byte[] bytes = bytes(workbook);
    byte[] first = {(byte) 0xFD, 0, 10, 0, 4, 0, 0, 0};
    int at = 0;
    while (!Arrays.equals(bytes, at, at + first.length, first, 0, first.length)) {
      at++;
    }
    byte[] cell = Arrays.copyOfRange(bytes, at, at + 14);
    System.arraycopy(bytes, at + 14, bytes, at, 14);
    System.arraycopy(cell, 0, bytes, at + 14, 14);
    return bytes;
  }

  @Test
  void cellsInNoOrderAreReadAllTheSame() throws IOException {
    Path file = Given.file(folder, "a.xls", disordered(medley()));

    assertThat(Given.read(file).texts(Field.NAME)).containsExactly("周五五");
    assertThat(Given.read(file).texts(Field.CITIZEN_ID)).containsExactly(id(5));
  }

  @Test
  void aWorkbookThatBreaksOffIsRefusedUnlessOnlyPaddingIsMissing() throws IOException {
    byte[] whole = bytes(medley());
    Path file = Given.file(folder, "a.xls", whole);
    List<String> rows = Given.read(file).texts(Field.CITIZEN_ID);
    for (int length = 512; length < whole.length; length += 256) {
      Outcome outcome = Given.read(Given.file(folder, "a.xls", Arrays.copyOf(whole, length)));

      boolean refused = outcome.reading() instanceof FileReading.Refused;
      assertThat(refused || outcome.texts(Field.CITIZEN_ID).equals(rows))
          .as("%d of %d bytes", length, whole.length)
          .isTrue();
      assertThat(refused || length > whole.length - 512).isTrue();
    }
  }

  @Test
  void aWorkbookThatMemoryWouldNotHoldIsRefusedUnread() throws IOException {
    HSSFWorkbook workbook = new HSSFWorkbook();
    pupil(workbook, "学籍");
    Path file = Given.file(folder, "a.xls", disordered(workbook));

    Outcome outcome = Given.read(Limits.intake("biffBytes", 1024), file, "a.xls");

    assertThat(outcome.problem().code()).isEqualTo(ProblemCode.FILE_TOO_LARGE);
    assertThat(outcome.problem().arguments()).containsExactly("1024 B");
  }

  @Test
  void booleansErrorsAndBlanksAreTold() throws IOException {
    HSSFWorkbook workbook = new HSSFWorkbook();
    pupil(workbook, "学籍").createCell(4).setCellValue(true);
    assertThat(read(workbook).cell(Field.BIRTH_DATE))
        .isEqualTo(new Cell("TRUE", Cell.Kind.BOOLEAN));

    HSSFWorkbook faulty = new HSSFWorkbook();
    pupil(faulty, "学籍").createCell(4).setCellErrorValue(FormulaError.NA);
    assertThat(read(faulty).cell(Field.BIRTH_DATE)).isEqualTo(new Cell("#N/A", Cell.Kind.ERROR));

    HSSFWorkbook blank = new HSSFWorkbook();
    pupil(blank, "学籍").createCell(4).setBlank();
    assertThat(read(blank).data().get(0).cells().cells()).hasSize(4);
  }

  @Test
  void moreColumnsThanTheLimitAreRefused() throws IOException {
    HSSFWorkbook workbook = new HSSFWorkbook();
    pupil(workbook, "学籍").createCell(250).setCellValue("x");
    Intake narrow = new Intake(Given.PROFILES, BrokenFilesTest.smaller(1 << 20, 9, 9, 200));

    Outcome outcome = Given.read(narrow, Given.file(folder, "a.xls", bytes(workbook)), "a.xls");

    assertThat(outcome.problem().code()).isEqualTo(ProblemCode.FILE_TOO_LARGE);
    assertThat(outcome.problem().place().row()).isEqualTo(5);
  }

  @Test
  void aTruncatedWorkbookIsIncomplete() throws IOException {
    HSSFWorkbook workbook = new HSSFWorkbook();
    pupil(workbook, "学籍");
    byte[] whole = bytes(workbook);
    byte[] half = Arrays.copyOf(whole, 1024);

    assertThat(Given.read(Given.file(folder, "a.xls", half)).problem().code())
        .isEqualTo(ProblemCode.FILE_INCOMPLETE);
  }

  @Test
  void aPasswordIsAskedToBeRemoved() throws IOException {
    assertThat(locked("1234").problem().code()).isEqualTo(ProblemCode.FILE_PASSWORD);
  }

  @Test
  void thePasswordThatExcelTriesByItselfIsTried() throws IOException {
    assertThat(locked(Decryptor.DEFAULT_PASSWORD).texts(Field.CITIZEN_ID)).containsExactly(id(5));
  }

  private Outcome locked(String password) throws IOException {
    HSSFWorkbook workbook = new HSSFWorkbook();
    pupil(workbook, "学籍");
    Biff8EncryptionKey.setCurrentUserPassword(password);
    byte[] locked;
    try {
      locked = bytes(workbook);
    } finally {
      Biff8EncryptionKey.setCurrentUserPassword(null);
    }
    return Given.read(Given.file(folder, "a.xls", locked));
  }

  @Test
  void otherFilesInAnOle2ContainerAreNamed() throws IOException {
    assertThat(ole2("Book", ProblemCode.FILE_FORMAT)).isEqualTo("Excel 5.0/95");
    assertThat(ole2("Data", ProblemCode.FILE_FORMAT)).isEqualTo("OLE2");
    assertThat(ole2("WordDocument", ProblemCode.FILE_NOT_A_TABLE)).isEqualTo("Word (.doc)");
    assertThat(ole2("EncryptedPackage", ProblemCode.FILE_PASSWORD)).isEmpty();
  }

  private String ole2(String stream, ProblemCode code) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (POIFSFileSystem container = new POIFSFileSystem()) {
      container.createDocument(new java.io.ByteArrayInputStream(new byte[5000]), stream);
      container.writeFilesystem(out);
    }
    Outcome outcome = Given.read(Given.file(folder, "a.xls", out.toByteArray()));
    assertThat(outcome.problem().code()).isEqualTo(code);
    return outcome.problem().found();
  }

  @Test
  void hiddenRowsAndMergedCellsAreToldApart() throws Exception {
    HSSFWorkbook workbook = new HSSFWorkbook();
    HSSFSheet sheet = workbook.createSheet("学籍");
    texts(sheet.createRow(0), "姓名");
    sheet.getRow(0).setZeroHeight(true);
    texts(sheet.createRow(1), "赵一一");
    sheet.addMergedRegion(new org.apache.poi.ss.util.CellRangeAddress(1, 3, 0, 0));

    try (Book book =
        XlsBook.open(
            Content.of(Given.file(folder, "a.xls", bytes(workbook))),
            IntakeLimits.defaults(),
            Given.patience())) {
      RawSheet raw = book.open(0);
      assertThat(raw.merged()).containsExactly(new MergedRange(2, 4, 0, 0));
      assertThat(java.util.Objects.requireNonNull(raw.next()).hidden()).isTrue();
      assertThat(java.util.Objects.requireNonNull(raw.next()).hidden()).isFalse();
    }
  }
}

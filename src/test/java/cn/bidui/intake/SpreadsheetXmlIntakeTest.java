package cn.bidui.intake;

import static cn.bidui.intake.Given.id;
import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.intake.Given.Outcome;
import cn.bidui.source.Cell;
import cn.bidui.source.Content;
import cn.bidui.source.Field;
import cn.bidui.source.ProblemCode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpreadsheetXmlIntakeTest {

  private static final String HEADER = row("", "姓名", "身份证件号", "学校名称", "年级", "出生日期");
  private static final String STYLES =
      "<Styles><Style ss:ID=\"Default\"><Alignment/></Style>"
          + "<Style ss:ID=\"d\"><NumberFormat ss:Format=\"Short Date\"/></Style>"
          + "<Style ss:ID=\"e\"><NumberFormat ss:Format=\"yyyy\\-m\\-d\"/></Style>"
          + "<Style ss:ID=\"n\"><NumberFormat ss:Format=\"0.00\"/></Style></Styles>";

  @TempDir Path folder;

  private static String row(String attributes, String... texts) {
    StringBuilder cells = new StringBuilder();
    for (String text : texts) {
      cells.append("<Cell><Data ss:Type=\"String\">").append(text).append("</Data></Cell>");
    }
    return raw(attributes, cells.toString());
  }

  private static String raw(String attributes, String cells) {
    return "<Row " + attributes + ">" + cells + "</Row>\n";
  }

  private static String pupil(int serial, String last) {
    return pupil(serial).replace("</Row>", last + "</Row>");
  }

  private static String pupil(int serial) {
    return row("", "赵一一", id(serial), "一小", "三年级");
  }

  private static String sheet(String name, String rows, String options) {
    return "<Worksheet ss:Name=\""
        + name
        + "\"><Table ss:ExpandedRowCount=\"1\"><Column/>\n"
        + rows
        + "</Table><WorksheetOptions xmlns=\"urn:schemas-microsoft-com:office:excel\">"
        + options
        + "</WorksheetOptions></Worksheet>";
  }

  private static String book(String... parts) {
    return "<?xml version=\"1.0\"?>\n<?mso-application progid=\"Excel.Sheet\"?>\n"
        + "<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"\n"
        + " xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\">"
        + String.join("\n", parts)
        + "</Workbook>\n";
  }

  private static String list(String rows) {
    return book(STYLES, sheet("学籍", HEADER + rows, ""));
  }

  private Outcome read(String xml) {
    return Given.read(Given.file(folder, "名单.xls", xml.getBytes(StandardCharsets.UTF_8)));
  }

  private Cell cell(String last) {
    return read(list(pupil(1, last))).cell(Field.BIRTH_DATE);
  }

  private static String data(String cell, String type, String value) {
    return "<Cell " + cell + "><Data ss:Type=\"" + type + "\">" + value + "</Data></Cell>";
  }

  @Test
  void aWorkbookInXmlIsRead() {
    Outcome outcome = read(list(pupil(1) + pupil(2)));

    assertThat(outcome.header().sheet()).isEqualTo("学籍");
    assertThat(outcome.texts(Field.CITIZEN_ID)).containsExactly(id(1), id(2));
    assertThat(outcome.kinds()).containsExactly("Data 2", "Data 3");
  }

  @Test
  void prefixesAndEncodingsDoNotMatter() {
    String prefixed =
        list(pupil(1))
            .replace("<?xml version=\"1.0\"?>", "<?xml version=\"1.0\" encoding=\"GB2312\"?>")
            .replaceAll("<(/?)(Workbook|Worksheet|Table|Row|Cell|Data)\\b", "<$1ss:$2");

    assertThat(
            Given.read(Given.file(folder, "a.xls", prefixed.getBytes(Charset.forName("GB18030"))))
                .texts(Field.NAME))
        .containsExactly("赵一一");
    assertThat(
            Given.read(
                    Given.file(
                        folder, "a.xls", ("\uFEFF" + prefixed).getBytes(StandardCharsets.UTF_16LE)))
                .texts(Field.NAME))
        .containsExactly("赵一一");
    assertThat(read("\n  " + list(pupil(1))).texts(Field.NAME)).containsExactly("赵一一");
  }

  @Test
  void indexesJumpOverRowsAndCells() {
    String jumped =
        raw(
            "ss:Index=\"5\"",
            data("", "String", "赵一一")
                + data("", "String", id(1))
                + data("ss:Index=\"4\"", "String", "三年级")
                + data("", "DateTime", "2012-03-05T00:00:00.000"));

    Outcome outcome = read(list(jumped + pupil(2)));

    assertThat(outcome.kinds())
        .containsExactly("Blank 2", "Blank 3", "Blank 4", "Data 5", "Data 6");
    assertThat(outcome.texts(Field.SCHOOL_NAME)).containsExactly("", "一小");
    assertThat(outcome.texts(Field.GRADE)).containsExactly("三年级", "三年级");
    assertThat(outcome.cell(Field.BIRTH_DATE)).isEqualTo(new Cell("2012-03-05", Cell.Kind.DATE));
  }

  @Test
  void mergedCellsCoverTheColumnsBesideThem() {
    String groups =
        raw(
            "",
            data("ss:MergeDown=\"1\"", "String", "姓名")
                + data("ss:MergeDown=\"1\"", "String", "身份证件号")
                + data("ss:MergeAcross=\"1\"", "String", "监护人信息")
                + data("ss:MergeDown=\"1\"", "String", "学校名称")
                + data("ss:MergeDown=\"1\"", "String", "年级"));
    String leaves = raw("", data("ss:Index=\"3\"", "String", "姓名") + data("", "String", "身份证件号"));
    String pupil = row("", "赵一一", id(1), "赵大", id(9), "一小", "三年级");

    Outcome outcome = read(book(sheet("学籍", groups + leaves + pupil, "")));

    assertThat(outcome.texts(Field.GUARDIAN1_NAME)).containsExactly("赵大");
    assertThat(outcome.texts(Field.GRADE)).containsExactly("三年级");
  }

  @Test
  void spansAndHiddenRowsAreTold() throws Exception {
    String rows =
        raw(
                "ss:Hidden=\"1\" ss:Span=\"2\"",
                data("ss:MergeAcross=\"1\" ss:MergeDown=\"2\"", "String", "甲"))
            + raw("", data("", "String", "乙"));
    Path file =
        Given.file(
            folder,
            "a.xls",
            book(sheet("一", "", ""), sheet("二", rows, "")).getBytes(StandardCharsets.UTF_8));

    try (Book book =
            SpreadsheetXmlBook.open(
                Content.of(file),
                TextEncoding.of(Content.of(file)),
                IntakeLimits.defaults(),
                Given.patience());
        RawSheet sheet = book.open(1)) {
      assertThat(sheet.merged()).containsExactly(new MergedRange(1, 3, 0, 1));
      assertThat(sheet.next()).extracting(RawRow::hidden).isEqualTo(true);
      assertThat(sheet.next()).extracting(RawRow::number).isEqualTo(4);
      assertThat(sheet.next()).isNull();
      assertThat(book.open(0).next()).as("an earlier sheet again").isNull();
    }
  }

  @Test
  void hiddenSheetsAreNamedAndNotRead() {
    Outcome outcome =
        read(
            book(
                sheet("旧", HEADER + pupil(2), "<Visible>SheetHidden</Visible>"),
                sheet("学籍", HEADER + pupil(1), "<Selected/>"),
                sheet("藏", HEADER + pupil(3), "<Visible>SheetVeryHidden</Visible>")));

    assertThat(outcome.texts(Field.CITIZEN_ID)).containsExactly(id(1));
    assertThat(outcome.taken().sheets())
        .extracting(SheetReading::state)
        .containsExactly(
            SheetReading.State.HIDDEN, SheetReading.State.READ, SheetReading.State.HIDDEN);
  }

  @Test
  void valuesKeepTheirTypes() {
    assertThat(cell(data("", "Number", "5.2992120120304998E+17")))
        .isEqualTo(new Cell("5.2992120120304998E+17", Cell.Kind.NUMBER));
    assertThat(cell(data("ss:StyleID=\"n\"", "Number", "312.5")))
        .isEqualTo(new Cell("312.5", Cell.Kind.NUMBER));
    assertThat(cell(data("ss:StyleID=\"d\"", "Number", "40973")))
        .isEqualTo(new Cell("2012-03-05", Cell.Kind.DATE));
    assertThat(cell(data("ss:StyleID=\"e\"", "Number", "40973")))
        .isEqualTo(new Cell("2012-03-05", Cell.Kind.DATE));
    assertThat(cell(data("", "DateTime", "2012-03-05")))
        .isEqualTo(new Cell("2012-03-05", Cell.Kind.DATE));
    assertThat(cell(data("", "Boolean", "1"))).isEqualTo(new Cell("TRUE", Cell.Kind.BOOLEAN));
    assertThat(cell(data("", "Boolean", "0"))).isEqualTo(new Cell("FALSE", Cell.Kind.BOOLEAN));
    assertThat(cell(data("", "Error", "#N/A"))).isEqualTo(new Cell("#N/A", Cell.Kind.ERROR));
    assertThat(cell("<Cell><Data>x</Data></Cell>")).isEqualTo(Cell.text("x"));
  }

  @Test
  void daysAreCountedFrom1904WhereTheWorkbookSaysSo() {
    String settings =
        "<ExcelWorkbook xmlns=\"urn:schemas-microsoft-com:office:excel\"><Date1904/></ExcelWorkbook>";

    assertThat(
            read(book(
                    settings,
                    STYLES,
                    sheet(
                        "学籍", HEADER + pupil(1, data("ss:StyleID=\"d\"", "Number", "39511")), "")))
                .cell(Field.BIRTH_DATE))
        .isEqualTo(new Cell("2012-03-05", Cell.Kind.DATE));
  }

  @Test
  void aFormulaWithoutItsResultIsNoZero() {
    Cell none = new Cell("", Cell.Kind.FORMULA_WITHOUT_VALUE);

    assertThat(cell("<Cell ss:Formula=\"=RC[-1]\"/>")).isEqualTo(none);
    assertThat(cell(data("ss:Formula=\"=RC[-1]\"", "Number", ""))).isEqualTo(none);
    assertThat(cell(data("ss:Formula=\"=RC[-1]\"", "Number", "0")))
        .isEqualTo(new Cell("0", Cell.Kind.NUMBER));
    assertThat(
            read(list(pupil(1, data("ss:Formula=\"=RC[-1]\"", "String", ""))))
                .data()
                .get(0)
                .cells()
                .cells())
        .hasSize(4);
  }

  @Test
  void commentsAndNamesAreNoValues() {
    String commented =
        "<Cell><Comment ss:Author=\"x\"><ss:Data xmlns=\"http://www.w3.org/TR/REC-html40\"><B>旧</B></ss:Data></Comment>"
            + "<Data ss:Type=\"String\">新</Data><NamedCell ss:Name=\"n\"/>"
            + "<Comment><ss:Data>后</ss:Data></Comment></Cell>";

    assertThat(cell(commented)).isEqualTo(Cell.text("新"));
  }

  @Test
  void textMayHaveLooksOfItsOwn() {
    String rich =
        "<Cell><ss:Data ss:Type=\"String\" xmlns=\"http://www.w3.org/TR/REC-html40\">"
            + "<Font html:Color=\"#FF0000\" xmlns:html=\"http://www.w3.org/TR/REC-html40\">赵</Font>"
            + "<B>一</B>&#10;<![CDATA[<一>]]></ss:Data></Cell>";

    assertThat(cell(rich)).isEqualTo(Cell.text("赵一\n<一>"));
  }

  @Test
  void rowsAndCellsThatGoBackwardsAreDamage() {
    Outcome rows = read(list(pupil(1) + pupil(2).replace("<Row ", "<Row ss:Index=\"2\" ")));

    assertThat(rows.problem().code()).isEqualTo(ProblemCode.FILE_DAMAGED);
    assertThat(rows.problem().place().sheet()).isEqualTo("学籍");
    assertThat(read(list(pupil(1, data("ss:Index=\"2\"", "String", "x")))).problem().code())
        .isEqualTo(ProblemCode.FILE_DAMAGED);
    assertThat(read(list(pupil(1, data("ss:Index=\"x\"", "String", "x")))).problem().found())
        .isEqualTo("ss:Index");
  }

  @Test
  void limitsHold() {
    Path file =
        Given.file(folder, "a.xls", list(pupil(1) + pupil(2)).getBytes(StandardCharsets.UTF_8));

    assertThat(Given.read(Limits.intake("sheetRows", 2), file, "a").codes())
        .containsExactly(ProblemCode.FILE_TOO_LARGE);
    assertThat(Given.read(Limits.intake("columns", 3), file, "a").codes())
        .containsExactly(ProblemCode.FILE_TOO_LARGE);
    assertThat(read(list(pupil(1, data("", "String", "x".repeat(400_000))))).codes())
        .containsExactly(ProblemCode.FILE_UNSAFE);
  }

  @Test
  void brokenFilesAreRefusedBeforeAnyRow() {
    String whole = list(pupil(1) + pupil(2));

    Outcome half = read(whole.substring(0, whole.length() / 2));
    assertThat(half.problem().code()).isEqualTo(ProblemCode.FILE_INCOMPLETE);
    Outcome torn = read(whole.replace("</Cell></Row>\n</Table>", "</Cell>\n</Table>"));
    assertThat(torn.problem().code()).isEqualTo(ProblemCode.FILE_DAMAGED);
    assertThat(torn.rows()).isEmpty();
    assertThat(read(whole.replace("一小", "一&小")).problem().code())
        .isEqualTo(ProblemCode.FILE_DAMAGED);
    assertThat(read(whole.replace("一小", "一&nbsp;小")).problem().code())
        .isEqualTo(ProblemCode.FILE_DAMAGED);
    assertThat(read(whole + "<x/>").problem().code()).isEqualTo(ProblemCode.FILE_DAMAGED);
  }

  @Test
  void documentTypesAreUnsafe() {
    String doctype = "<!DOCTYPE Workbook [<!ENTITY a \"b\">]><Workbook";

    assertThat(read(list(pupil(1)).replace("<Workbook", doctype)).problem().code())
        .isEqualTo(ProblemCode.FILE_UNSAFE);
  }

  @Test
  void otherXmlIsNoTable() {
    assertThat(read("<?xml version=\"1.0\"?><Workbook/>").problem().code())
        .isEqualTo(ProblemCode.FILE_NOT_A_TABLE);
    assertThat(read("<!-- x --><rss/>").problem().found()).isEqualTo("XML");
  }
}

package cn.bidui.intake;

import static cn.bidui.intake.Given.id;
import static cn.bidui.intake.Xlsx.cells;
import static cn.bidui.intake.Xlsx.inline;
import static cn.bidui.intake.Xlsx.row;
import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.intake.Given.Outcome;
import cn.bidui.source.Cell;
import cn.bidui.source.Field;
import cn.bidui.source.ProblemCode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Workbooks that are right but unusual, and cells that other readers get wrong in silence. */
class XlsxQuirksTest {

  private static final String HEADER = row(1, "姓名", "身份证件号", "学校名称", "年级", "出生日期");
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
  private static final String PACKAGE =
      "http://schemas.openxmlformats.org/package/2006/relationships";

  @TempDir Path folder;

  private static Xlsx list(String name) {
    return new Xlsx().sheet("学籍", HEADER, row(2, name, id(1), "一小", "三年级"));
  }

  private Outcome read(Xlsx workbook) {
    return Given.read(workbook.write(folder), "学籍.xlsx");
  }

  private static Xlsx withCell(String cell) {
    return new Xlsx()
        .sheet(
            "学籍",
            HEADER,
            cells(
                2,
                inline("A2", "赵一一"),
                inline("B2", id(1)),
                inline("C2", "一小"),
                inline("D2", "三年级"),
                cell));
  }

  private Cell cell(Xlsx workbook) {
    return read(workbook).cell(Field.BIRTH_DATE);
  }

  @Test
  void elementsMayHaveAPrefix() {
    String sheet =
        "<x:worksheet xmlns:x=\"%s\"><x:sheetData><x:row r=\"1\">%s%s%s%s</x:row><x:row r=\"2\">%s%s%s%s</x:row></x:sheetData></x:worksheet>"
            .formatted(
                Xlsx.MAIN,
                prefixed("姓名"),
                prefixed("身份证件号"),
                prefixed("学校名称"),
                prefixed("年级"),
                prefixed("欧阳一一"),
                prefixed(id(1)),
                prefixed("一小"),
                prefixed("三年级"));

    Outcome outcome = read(list("赵一一").entry("xl/worksheets/sheet1.xml", sheet));

    assertThat(outcome.texts(Field.NAME)).containsExactly("欧阳一一");
  }

  private static String prefixed(String text) {
    return "<x:c t=\"inlineStr\"><x:is><x:t>" + text + "</x:t></x:is></x:c>";
  }

  @Test
  void aHugeDimensionIsNotBelievedEither() {
    Xlsx workbook =
        new Xlsx()
            .rawSheet(
                "学籍",
                "visible",
                "<dimension ref=\"A1:XFD1048576\"/><sheetData>"
                    + HEADER
                    + row(2, "孙三三", id(3), "一小", "一年级")
                    + "</sheetData>");

    assertThat(read(workbook).taken().sheets().get(0).rows()).isEqualTo(1);
  }

  @Test
  void rowsWithoutANumberFollowTheOneBeforeThem() {
    String data = row(5, "钱二二", id(2), "一小", "三年级");
    String next =
        data.replace("<row r=\"5\">", "<row>").replaceAll(" r=\"[A-E]5\"", "").replace("钱", "孙");

    assertThat(read(new Xlsx().sheet("学籍", HEADER, data, next)).kinds())
        .containsExactly("Blank 2", "Blank 3", "Blank 4", "Data 5", "Data 6");
  }

  @Test
  void theNameOfTheFileDoesNotMatter() {
    assertThat(Given.read(list("赵一一").write(folder), "学籍.xls").texts(Field.NAME))
        .containsExactly("赵一一");
  }

  @ParameterizedTest
  @CsvSource({
    "Table.One.XML, data/table.one.xml",
    "工作表1.xml, data/工作表1.xml",
    "%E5%B7%A5.xml, data/工.xml"
  })
  void partsMayHaveAnyNameAndTargetsMayClimb(String target, String entry) {
    String relations =
        "<Relationships xmlns=\"%s\"><Relationship Id=\"rId1\" Type=\"%sworksheet\" Target=\"../data/%s\"/></Relationships>"
            .formatted(PACKAGE, OFFICE, target);
    String sheet =
        "<worksheet xmlns=\"%s\"><sheetData>%s%s</sheetData></worksheet>"
            .formatted(Xlsx.MAIN, HEADER, row(2, "周五五", id(5), "一小", "三年级"));

    Outcome outcome =
        read(list("赵一一").entry("xl/_rels/workbook.xml.rels", relations).entry(entry, sheet));

    assertThat(outcome.texts(Field.NAME)).containsExactly("周五五");
  }

  @Test
  void sheetsComeInTheOrderOfTheirTabs() {
    String relation =
        "<Relationship Id=\"%s\" Type=\"%sworksheet\" Target=\"/xl/worksheets/%s.xml\"/>";
    String relations =
        "<Relationships xmlns=\"%s\">%s%s</Relationships>"
            .formatted(
                PACKAGE,
                relation.formatted("rId1", OFFICE, "sheet2"),
                relation.formatted("rId2", OFFICE, "sheet1"));

    Outcome outcome =
        read(
            list("后一个")
                .sheet("初中", HEADER, row(2, "先一个", id(2), "二中", "七年级"))
                .entry("xl/_rels/workbook.xml.rels", relations));

    assertThat(outcome.texts(Field.NAME)).containsExactly("先一个", "后一个");
  }

  @Test
  void runsOfTextInsideACellAreJoinedBeforeTheyAreDecoded() {
    String rich =
        "<c r=\"E2\" t=\"inlineStr\"><is><r><rPr><b/></rPr><t>2012_x00</t></r><r><t xml:space=\"preserve\">0D_ </t></r>"
            + "<rPh sb=\"0\" eb=\"1\"><t>er</t></rPh></is></c>";

    assertThat(cell(withCell(rich))).isEqualTo(Cell.text("2012\r "));
  }

  @Test
  void charactersOutsideTheBasicPlaneArriveWhole() {
    Xlsx shared =
        new Xlsx()
            .shared("<t>𠅤一·㛃</t>", "<t>&#x2012F;</t>")
            .sheet(
                "学籍",
                HEADER,
                cells(
                    2,
                    "<c r=\"A2\" t=\"s\"><v>0</v></c>",
                    inline("B2", id(1)),
                    inline("C2", "一小"),
                    inline("D2", "三年级"),
                    "<c r=\"E2\" t=\"s\"><v> 1 </v></c>"));

    Outcome outcome = read(shared);

    assertThat(outcome.texts(Field.NAME)).containsExactly("𠅤一·㛃");
    assertThat(outcome.cell(Field.BIRTH_DATE)).isEqualTo(Cell.text("𠄯"));
  }

  @Test
  void halfACharacterThatAWriterEscapedIsNotReplaced() {
    Xlsx shared =
        new Xlsx()
            .shared("<t>_xD840_x</t>")
            .sheet(
                "学籍",
                HEADER,
                cells(
                    2,
                    inline("A2", "赵一一"),
                    inline("B2", id(1)),
                    inline("C2", "一小"),
                    inline("D2", "三年级"),
                    "<c r=\"E2\" t=\"s\"><v>0</v></c>"));

    assertThat(cell(shared)).isEqualTo(Cell.text("\uD840x"));
  }

  @Test
  void aSharedIndexThatIsNoNumberIsDamageWithItsCell() {
    Outcome outcome =
        read(
            new Xlsx()
                .shared("<t>赵一一</t>")
                .sheet("学籍", HEADER, cells(2, "<c r=\"B2\" t=\"s\"><v>赵一一</v></c>")));

    assertThat(outcome.problem().code()).isEqualTo(ProblemCode.FILE_DAMAGED);
    assertThat(outcome.problem().found()).isEqualTo("sharedStrings[?]");
    assertThat(outcome.problem().place().toString()).contains("row=2, column=B");
  }

  @Test
  void aSharedCellWithoutAnIndexIsEmpty() {
    assertThat(cell(withCell("<c r=\"E2\" t=\"s\"><v></v></c>"))).isEqualTo(Cell.EMPTY);
    assertThat(cell(withCell("<c r=\"E2\" t=\"s\"/>"))).isEqualTo(Cell.EMPTY);
  }

  @Test
  void anIdThatIsStoredAsANumberIsTheNumberThatIsStored() {
    Cell rounded = cell(withCell("<c r=\"E2\" s=\"0\"><v>529921201207139970</v></c>"));

    assertThat(rounded).isEqualTo(new Cell("529921201207139970", Cell.Kind.NUMBER));
  }

  @Test
  void blanksAroundANumberAreNoPartOfIt() {
    assertThat(cell(withCell("<c r=\"E2\" s=\"none\"><v>\n 312.5 </v></c>")))
        .isEqualTo(new Cell("312.5", Cell.Kind.NUMBER));
  }

  @Test
  void theYearAndMonthOfAChineseFormatAreADay() {
    Xlsx workbook =
        withCell("<c r=\"E2\" s=\"1\"><v>40969</v></c>")
            .styles(
                "<numFmts><numFmt numFmtId=\"177\" formatCode=\"[$-804]yyyy&quot;年&quot;m&quot;月&quot;;@\"/></numFmts>"
                    + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"177\"/></cellXfs>");

    assertThat(cell(workbook)).isEqualTo(new Cell("2012-03-01", Cell.Kind.DATE));
  }

  @Test
  void aFormatOfAnAmountInYuanIsNoDay() {
    Xlsx workbook =
        withCell("<c r=\"E2\" s=\"0\"><v>1250</v></c>")
            .styles(
                "<numFmts><numFmt numFmtId=\"177\" formatCode=\"#,##0.00&quot;元/年&quot;\"/></numFmts>"
                    + "<cellXfs><xf numFmtId=\"177\"/></cellXfs>");

    assertThat(cell(workbook)).isEqualTo(new Cell("1250", Cell.Kind.NUMBER));
  }

  @Test
  void partsInUtf16AreRead() {
    String sheet =
        "<?xml version=\"1.0\" encoding=\"UTF-16\"?><worksheet xmlns=\"%s\"><sheetData>%s%s</sheetData></worksheet>"
            .formatted(Xlsx.MAIN, HEADER, row(2, "吴八八", id(8), "一小", "三年级"));
    Xlsx workbook =
        list("赵一一").entry("xl/worksheets/sheet1.xml", sheet.getBytes(StandardCharsets.UTF_16));

    assertThat(read(workbook).texts(Field.NAME)).containsExactly("吴八八");
  }
}

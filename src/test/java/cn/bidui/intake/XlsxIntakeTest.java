package cn.bidui.intake;

import static cn.bidui.intake.Given.id;
import static cn.bidui.intake.Xlsx.cells;
import static cn.bidui.intake.Xlsx.inline;
import static cn.bidui.intake.Xlsx.row;
import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.intake.Given.Outcome;
import cn.bidui.source.Cell;
import cn.bidui.source.Field;
import cn.bidui.source.ListKind;
import cn.bidui.source.ProblemCode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class XlsxIntakeTest {

  private static final String HEADER = row(1, "姓名", "身份证件号", "学校名称", "年级", "出生日期");

  @TempDir Path folder;

  private Outcome read(Xlsx workbook) {
    return Given.read(workbook.write(folder), "学籍.xlsx");
  }

  /** A workbook with one record whose fifth cell is {@code cell}. */
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
  void aListIsReadWithItsPlaces() {
    Outcome outcome = read(withCell(""));

    assertThat(outcome.taken().list()).isEqualTo(ListKind.ROLL);
    assertThat(outcome.taken().profile()).isEqualTo("roll-compulsory");
    assertThat(outcome.header().row()).isEqualTo(1);
    assertThat(outcome.header().width()).isEqualTo(5);
    assertThat(outcome.kinds()).containsExactly("Data 2");
    assertThat(outcome.data().get(0).cells().place(Field.CITIZEN_ID).column()).isEqualTo("B");
    assertThat(outcome.data()).hasToString("[Data[学籍!2]]");
  }

  @Test
  void sharedStringsJoinTheirRunsAndLeaveThePhoneticGuideOut() {
    Xlsx workbook =
        new Xlsx()
            .shared(
                "<r><t>欧阳</t></r><r><t>一一</t></r><rPh sb=\"0\" eb=\"1\"><t>ouyang</t></rPh>",
                "<t>" + id(1) + "</t>")
            .sheet(
                "学籍",
                HEADER,
                cells(
                    2,
                    "<c r=\"A2\" t=\"s\"><v>0</v></c>",
                    "<c r=\"B2\" t=\"s\"><v>1</v></c>",
                    inline("C2", "一小"),
                    inline("D2", "三年级")));

    assertThat(read(workbook).texts(Field.NAME)).containsExactly("欧阳一一");
  }

  @Test
  void escapedCharactersAreDecodedOnce() {
    assertThat(cell(withCell(inline("E2", "2012_x000D_年_x005F_x000D_"))).text())
        .isEqualTo("2012\r年_x000D_");
  }

  @Test
  void anUnfinishedEscapeIsText() {
    assertThat(cell(withCell(inline("E2", "a_x00_b_xZZZZ_c_x0041_"))).text())
        .isEqualTo("a_x00_b_xZZZZ_cA");
  }

  @Test
  void numbersKeepTheDigitsStored() {
    Cell rounded = cell(withCell("<c r=\"E2\"><v>5.2992120120304998E+17</v></c>"));
    Cell month = cell(withCell("<c r=\"E2\" t=\"n\"><v>202304.0</v></c>"));

    assertThat(rounded).isEqualTo(new Cell("5.2992120120304998E+17", Cell.Kind.NUMBER));
    assertThat(month).isEqualTo(new Cell("202304.0", Cell.Kind.NUMBER));
  }

  @Test
  void aNumberWithADateFormatIsADay() {
    Xlsx builtIn = styled(14, "");
    Xlsx chinese = styled(31, "");
    Xlsx custom =
        styled(
            176,
            "<numFmts><numFmt numFmtId=\"176\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@\"/></numFmts>");

    for (Xlsx workbook : List.of(builtIn, chinese, custom)) {
      assertThat(cell(workbook)).isEqualTo(new Cell("2012-03-05", Cell.Kind.DATE));
    }
  }

  /** A record whose fifth cell is the day 40973.5 in the second cell style, of that format. */
  private static Xlsx styled(int format, String formats) {
    return withCell("<c r=\"E2\" s=\"1\"><v>40973.5</v></c>")
        .styles(
            formats
                + "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\""
                + format
                + "\"/></cellXfs>");
  }

  @Test
  void aNumberWithATimeFormatStaysANumber() {
    assertThat(cell(styled(20, ""))).isEqualTo(new Cell("40973.5", Cell.Kind.NUMBER));
  }

  @Test
  void daysCountFrom1904WhereTheWorkbookSaysSo() {
    assertThat(cell(styled(14, "").workbookProperties("date1904=\"1\"")))
        .isEqualTo(new Cell("2016-03-06", Cell.Kind.DATE));
  }

  @Test
  void aTypedNumberThatIsNoDayKeepsItsDigitsUnderADateFormat() {
    Xlsx workbook =
        withCell("<c r=\"E2\" s=\"0\"><v>20120305</v></c>")
            .styles("<cellXfs><xf numFmtId=\"14\"/></cellXfs>");

    assertThat(cell(workbook)).isEqualTo(new Cell("20120305", Cell.Kind.NUMBER));
  }

  @Test
  void isoDatesBooleansErrorsAndFormulaTextsAreTold() {
    assertThat(cell(withCell("<c r=\"E2\" t=\"d\"><v>2012-03-05T00:00:00</v></c>")))
        .isEqualTo(new Cell("2012-03-05", Cell.Kind.DATE));
    assertThat(cell(withCell("<c r=\"E2\" t=\"b\"><v>1</v></c>")))
        .isEqualTo(new Cell("TRUE", Cell.Kind.BOOLEAN));
    assertThat(cell(withCell("<c r=\"E2\" t=\"b\"><v>0</v></c>")))
        .isEqualTo(new Cell("FALSE", Cell.Kind.BOOLEAN));
    assertThat(cell(withCell("<c r=\"E2\" t=\"e\"><v>#N/A</v></c>")))
        .isEqualTo(new Cell("#N/A", Cell.Kind.ERROR));
    assertThat(cell(withCell("<c r=\"E2\" t=\"str\"><f>A1</f><v>是</v></c>")))
        .isEqualTo(Cell.text("是"));
    assertThat(cell(withCell("<c r=\"E2\" t=\"str\"><f>A1</f><v></v></c>"))).isEqualTo(Cell.EMPTY);
    assertThat(cell(withCell("<c r=\"E2\" t=\"odd\"><v>文</v></c>"))).isEqualTo(Cell.text("文"));
  }

  @Test
  void aFormulaWhoseResultWasNotSavedIsNotZero() {
    assertThat(cell(withCell("<c r=\"E2\"><f>SUM(A1:A2)</f></c>")).kind())
        .isEqualTo(Cell.Kind.FORMULA_WITHOUT_VALUE);
    assertThat(cell(withCell("<c r=\"E2\"><f>SUM(A1:A2)</f><v></v></c>")).kind())
        .isEqualTo(Cell.Kind.FORMULA_WITHOUT_VALUE);
  }

  @Test
  void strictWorkbooksAreRead() {
    assertThat(read(withCell("").strict()).texts(Field.NAME)).containsExactly("赵一一");
  }

  @Test
  void workbooksWithMacrosAreRead() {
    Xlsx workbook =
        withCell("").contentType("application/vnd.ms-excel.sheet.macroEnabled.main+xml");

    assertThat(read(workbook).texts(Field.NAME)).containsExactly("赵一一");
  }

  @Test
  void entryNamesMayHaveBackslashes() {
    assertThat(read(withCell("").backslashes()).texts(Field.NAME)).containsExactly("赵一一");
  }

  @Test
  void positionsAreCountedWhereTheFileDoesNotStateThem() {
    String cell = "<c t=\"inlineStr\"><is><t>%s</t></is></c>";
    String header =
        "<row>"
            + cell.formatted("姓名")
            + cell.formatted("身份证件号")
            + cell.formatted("学校名称")
            + cell.formatted("年级")
            + "</row>";
    String data =
        "<row>"
            + cell.formatted("钱二二")
            + cell.formatted(id(2))
            + cell.formatted("一小")
            + cell.formatted("一年级")
            + "</row>";
    Outcome outcome = read(new Xlsx().sheet("学籍", header, data));

    assertThat(outcome.kinds()).containsExactly("Data 2");
    assertThat(outcome.texts(Field.CITIZEN_ID)).containsExactly(id(2));
  }

  @Test
  void aWrongDimensionIsNotBelieved() {
    Xlsx workbook =
        new Xlsx()
            .rawSheet(
                "学籍",
                "visible",
                "<dimension ref=\"A1\"/><sheetData>"
                    + HEADER
                    + row(2, "孙三三", id(3), "一小", "一年级")
                    + "</sheetData>");

    assertThat(read(workbook).texts(Field.NAME)).containsExactly("孙三三");
  }

  @Test
  void rowsThatAreLeftOutInTheMiddleAreBlankAndThoseAtTheEndDoNotCount() {
    Outcome outcome =
        read(
            new Xlsx()
                .sheet(
                    "学籍",
                    HEADER,
                    row(2, "孙三三", id(3), "一小", "一年级"),
                    cells(4, "<c r=\"A4\" s=\"0\"/>", inline("B4", "  ")),
                    row(6, "李四四", id(4), "一小", "一年级"),
                    cells(1_048_576, "<c r=\"A1048576\" s=\"0\"/>")));

    assertThat(outcome.kinds())
        .containsExactly("Data 2", "Blank 3", "Blank 4", "Blank 5", "Data 6");
    SheetReading sheet = outcome.taken().sheets().get(0);
    assertThat(sheet.rows()).isEqualTo(5);
    assertThat(sheet.dataRows()).isEqualTo(2);
    assertThat(sheet.blankRows()).isEqualTo(3);
    assertThat(sheet.noteRows()).isZero();
  }

  @Test
  void rowsThatAreStyledToTheLastColumnAreNotTooWide() {
    Outcome outcome =
        read(
            new Xlsx()
                .sheet(
                    "学籍",
                    HEADER,
                    cells(
                        2,
                        inline("A2", "孙三三"),
                        inline("B2", id(3)),
                        inline("C2", "一小"),
                        inline("D2", "一年级"),
                        "<c r=\"XFD2\" s=\"0\"/>")));

    assertThat(outcome.data().get(0).cells().tooWide()).isFalse();
  }

  @Test
  void notesRightOfTheHeaderShiftNothingInAWorksheet() {
    Outcome outcome =
        read(new Xlsx().sheet("学籍", HEADER, row(2, "孙三三", id(3), "一小", "一年级", "", "", "已核")));

    assertThat(outcome.data().get(0).cells().cells()).hasSize(5);
    assertThat(outcome.data().get(0).cells().tooWide()).isFalse();
  }

  @Test
  void severalSheetsOfOneListAreAllRead() {
    Outcome outcome =
        read(
            new Xlsx()
                .sheet("小学", HEADER, row(2, "孙三三", id(3), "一小", "一年级"))
                .sheet("说明", row(1, "本表由学校填写"))
                .sheet("空白")
                .sheet("汇总", row(1, "学校名称", "年级", "人数"), row(2, "一小", "一年级", "35"))
                .hidden("旧表", "hidden", HEADER, row(2, "吴八八", id(8), "一小", "一年级"))
                .hidden("_meta", "veryHidden", row(1, "x"))
                .sheet("初中", HEADER, row(2, "李四四", id(4), "二中", "七年级")));

    assertThat(outcome.texts(Field.NAME)).containsExactly("孙三三", "李四四");
    assertThat(outcome.headers()).extracting(header -> header.sheet()).containsExactly("小学", "初中");
    assertThat(outcome.taken().sheets())
        .extracting(SheetReading::name, SheetReading::state, SheetReading::headerRow)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("小学", SheetReading.State.READ, 1),
            org.assertj.core.groups.Tuple.tuple("说明", SheetReading.State.NO_HEADER, 0),
            org.assertj.core.groups.Tuple.tuple("空白", SheetReading.State.EMPTY, 0),
            org.assertj.core.groups.Tuple.tuple("汇总", SheetReading.State.NO_PERSONS, 0),
            org.assertj.core.groups.Tuple.tuple("旧表", SheetReading.State.HIDDEN, 0),
            org.assertj.core.groups.Tuple.tuple("_meta", SheetReading.State.HIDDEN, 0),
            org.assertj.core.groups.Tuple.tuple("初中", SheetReading.State.READ, 1));
  }

  @Test
  void sheetsOfDifferentListsRefuseTheFile() {
    Outcome outcome =
        read(
            new Xlsx()
                .sheet("学籍", HEADER, row(2, "孙三三", id(3), "一小", "一年级"))
                .sheet(
                    "资助",
                    row(1, "姓名", "身份证件号", "资助项目", "应发金额"),
                    row(2, "孙三三", id(3), "生活补助", "312.5"))
                .sheet("学籍2", HEADER, row(2, "李四四", id(4), "一小", "一年级")));

    assertThat(outcome.problem().code()).isEqualTo(ProblemCode.LIST_MIXED);
    assertThat(outcome.problem().place().sheet()).isEqualTo("资助");
    assertThat(outcome.problem().found()).isEqualTo("受助学生名单");
    assertThat(outcome.problem().arguments()).containsExactly("学籍在籍学生名单", "学籍");
    assertThat(((FileReading.Refused) outcome.reading()).list()).contains(ListKind.ROLL);
    assertThat(outcome.kinds()).as("rows of the sheet before").containsExactly("Data 2");
  }

  @Test
  void aWorkbookWithNothingVisibleIsEmpty() {
    Outcome outcome =
        read(
            new Xlsx().sheet("空白").hidden("旧表", "hidden", HEADER, row(2, "吴八八", id(8), "一小", "一")));

    assertThat(outcome.codes()).containsExactly(ProblemCode.FILE_EMPTY);
  }

  @Test
  void aHeaderWithoutRowsIsAListOfNobody() {
    Outcome outcome = read(new Xlsx().sheet("学籍", HEADER));

    assertThat(outcome.taken().list()).isEqualTo(ListKind.ROLL);
    assertThat(outcome.headers()).hasSize(1);
    assertThat(outcome.rows()).isEmpty();
  }
}

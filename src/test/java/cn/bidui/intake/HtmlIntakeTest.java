package cn.bidui.intake;

import static cn.bidui.intake.Given.id;
import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.intake.Given.Outcome;
import cn.bidui.source.Cell;
import cn.bidui.source.Content;
import cn.bidui.source.Field;
import cn.bidui.source.ListKind;
import cn.bidui.source.ProblemCode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlIntakeTest {

  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final String HEADER = "<tr><th>姓名</th><th>身份证件号</th><th>学校名称</th><th>年级</th></tr>";
  private static final Intake LONG_PAGES = Limits.intake("treeBytes", 1);

  @TempDir Path folder;

  private static String pupil(String name, int serial) {
    return "<tr><td>" + name + "</td><td>" + id(serial) + "</td><td>一小</td><td>三年级</td></tr>";
  }

  private static String page(String... tables) {
    return "<html><head><title>x</title></head><body>"
        + String.join("\n", tables)
        + "</body></html>";
  }

  private static String table(String... rows) {
    return "<table border=1>\n" + String.join("\n", rows) + "\n</table>";
  }

  private Outcome read(String html) {
    return read(html.getBytes(StandardCharsets.UTF_8));
  }

  private Outcome read(byte[] html) {
    return Given.read(Given.file(folder, "名单.xls", html));
  }

  private Outcome readLong(String html) {
    Path file = Given.file(folder, "名单.xls", html.getBytes(StandardCharsets.UTF_8));
    return Given.read(LONG_PAGES, file, "名单.xls");
  }

  @Test
  void aWebPageCalledXlsIsReadAsATable() {
    Outcome outcome = read(page(table(HEADER, pupil("赵一一", 1), pupil("钱二二", 2))));

    assertThat(outcome.taken().list()).isEqualTo(ListKind.ROLL);
    assertThat(outcome.texts(Field.NAME)).containsExactly("赵一一", "钱二二");
    assertThat(outcome.texts(Field.CITIZEN_ID)).containsExactly(id(1), id(2));
    assertThat(outcome.kinds()).containsExactly("Data 2", "Data 3");
    assertThat(outcome.header().sheet()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0//EN\" \"http://www.w3.org/TR/x.dtd\">\n",
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!-- made by a server -->\n",
        "\uFEFF",
        "\r\n \u00A0\n",
        "<META http-equiv=Content-Type content=\"text/html; charset=utf-8\">",
        "<style>td { mso-number-format:\"\\@\" }</style>",
        "<div>"
      })
  void whatStandsBeforeTheTableDoesNotMatter(String before) {
    assertThat(read(before + table(HEADER, pupil("赵一一", 1))).texts(Field.NAME))
        .containsExactly("赵一一");
  }

  @ParameterizedTest
  @ValueSource(strings = {"gb2312", "GBK", "gb18030", "utf-8", "iso-8859-1"})
  void theEncodingIsToldByTheBytesWhateverThePageSays(String stated) {
    String meta = "<meta http-equiv='Content-Type' content='text/html; charset=" + stated + "'>";
    String html = meta + table(HEADER, pupil("赵䶮𠮷", 1));

    assertThat(read(html.getBytes(GB18030)).texts(Field.NAME)).containsExactly("赵䶮𠮷");
    assertThat(read(html.getBytes(StandardCharsets.UTF_8)).texts(Field.NAME))
        .containsExactly("赵䶮𠮷");
    assertThat(read(html.getBytes(StandardCharsets.UTF_16LE)).texts(Field.NAME))
        .containsExactly("赵䶮𠮷");
  }

  @Test
  void aShortPageThatCouldBeEitherIsInTheEncodingItStates() {
    String text = "<meta charset=gb2312><table><tr><td>联通</td></tr></table>";

    Outcome outcome = read(text.getBytes(GB18030));

    assertThat(outcome.problem().found()).contains("联通");
  }

  @Test
  void aPageInBig5IsNamed() {
    byte[] page =
        ("<meta charset=big5>" + table("<tr><td>姓名</td><td>學校</td></tr>"))
            .getBytes(Charset.forName("Big5"));

    assertThat(read(page).problem().code()).isEqualTo(ProblemCode.FILE_FORMAT);
    assertThat(read(page).problem().found()).isEqualTo("Big5");
  }

  @Test
  void blanksFoldAndLineBreaksStay() {
    String row =
        "<tr><td> 赵\r\n   一一 </td><td>&nbsp;"
            + id(1)
            + "&nbsp;</td><td>甲<br>乙<p>丙</p></td><td><b>三</b><font>年级</font></td></tr>";

    Outcome outcome =
        read(table(HEADER, row, "<tr><td>&nbsp;</td><td> </td></tr>", pupil("钱二二", 2)));

    assertThat(outcome.texts(Field.NAME)).containsExactly("赵 一一", "钱二二");
    assertThat(outcome.texts(Field.CITIZEN_ID)).containsExactly(id(1), id(2));
    assertThat(outcome.texts(Field.SCHOOL_NAME).get(0)).isEqualTo("甲\n乙\n丙");
    assertThat(outcome.texts(Field.GRADE).get(0)).isEqualTo("三年级");
    assertThat(outcome.kinds()).containsExactly("Data 2", "Blank 3", "Data 4");
  }

  @Test
  void whatThePageHidesWithinACellIsNotItsText() {
    String row =
        "<tr><td><span style=\"DISPLAY : none\">0001</span>赵一一<script>x()</script>"
            + "<i hidden>y</i><!-- z --></td><td>"
            + id(1)
            + "</td><td>一小</td><td>三年级</td></tr>";

    assertThat(read(table(HEADER, row)).texts(Field.NAME)).containsExactly("赵一一");
  }

  @Test
  void rowsThatThePageHidesAreReadAndMarked() {
    String hidden = pupil("赵一一", 1).replace("<tr>", "<tr style='display:none'>");

    assertThat(read(table(HEADER, hidden)).texts(Field.NAME)).containsExactly("赵一一");
  }

  @Test
  void referencesAreCharacters() {
    assertThat(read(table(HEADER, pupil("&#x8D75;&middot;一&amp;", 1))).texts(Field.NAME))
        .containsExactly("赵·一&");
  }

  @Test
  void endTagsMayBeLeftOut() {
    String rows = "<tr><td>姓名<td>身份证件号<td>学校名称<td>年级<tr><td>赵一一<td>" + id(1) + "<td>一小<td>三年级";

    assertThat(read("<table>" + rows + "</table>").texts(Field.GRADE)).containsExactly("三年级");
    assertThat(readLong("<table>" + rows + "</table>").texts(Field.GRADE)).containsExactly("三年级");
  }

  @Test
  void spannedHeadersArePutWhereTheyShow() {
    String above =
        "<thead><tr><th rowspan=2>姓名</th><th rowspan=\"2\">身份证件号</th>"
            + "<th colspan=2>监护人信息</th><th rowspan=9>学校名称</th><th rowspan=2>年级</th></tr>";
    String below = "<tr><th>姓名</th><th>身份证件号</th></tr></thead>";
    String row =
        "<tbody><tr><td>赵一一</td><td>"
            + id(1)
            + "</td><td>赵大</td><td>"
            + id(9)
            + "</td><td>一小</td><td>三年级</td></tr></tbody>";

    Outcome outcome = read(table(above, below, row));

    assertThat(outcome.texts(Field.NAME)).containsExactly("赵一一");
    assertThat(outcome.texts(Field.GUARDIAN1_NAME)).containsExactly("赵大");
    assertThat(outcome.texts(Field.SCHOOL_NAME)).containsExactly("一小");
    assertThat(outcome.kinds()).containsExactly("Data 3");
  }

  @Test
  void cellsBesideOneThatSpansRowsKeepTheirColumns() throws Refusal {
    String first = pupil("赵一一", 1).replace("<td>一小", "<td rowspan=2>一小");
    String second = "<tr><td>钱二二</td><td>" + id(2) + "</td><td>四年级</td></tr>";
    String html = table(HEADER, first, second, pupil("孙三三", 3));

    for (Outcome outcome : new Outcome[] {read(html), readLong(html)}) {
      assertThat(outcome.texts(Field.GRADE)).containsExactly("三年级", "四年级", "三年级");
      assertThat(outcome.texts(Field.SCHOOL_NAME)).containsExactly("一小", "一小", "一小");
    }
  }

  @Test
  void spansAreToldBeforeTheRowsAreRead() throws Exception {
    String html =
        table("<tr><td rowspan=2 colspan=3>甲</td><td colspan=0>乙</td></tr><tr><td rowspan=x>丙");
    Path file = Given.file(folder, "a.xls", html.getBytes(StandardCharsets.UTF_8));

    for (IntakeLimits limits :
        new IntakeLimits[] {IntakeLimits.defaults(), Limits.with("treeBytes", 1)}) {
      try (Book book =
              HtmlBook.open(
                  Content.of(file), TextEncoding.of(Content.of(file)), limits, Given.patience());
          RawSheet sheet = book.open(0)) {
        assertThat(sheet.merged()).containsExactly(new MergedRange(1, 2, 0, 2));
        assertThat(sheet.next()).extracting(row -> row.text(3)).isEqualTo("乙");
        assertThat(sheet.next()).extracting(row -> row.text(3)).isEqualTo("丙");
      }
    }
  }

  @Test
  void absurdSpansAreCutShort() {
    String html =
        table(
            HEADER.replace("<th>年级", "<th colspan=99999999 rowspan=99999999>年级"), pupil("赵一一", 1));

    assertThat(read(html).problem().code()).isEqualTo(ProblemCode.FILE_TOO_LARGE);
    assertThat(read(html).problem().place().row()).isEqualTo(2);
  }

  @Test
  void severalTablesAreSeveralSheets() {
    String html =
        page(
            table("<tr><td>某县教育局</td></tr>"),
            table(HEADER, pupil("赵一一", 1)),
            table("<tr></tr>"),
            table(HEADER, pupil("钱二二", 2)));

    for (Outcome outcome : new Outcome[] {read(html), readLong(html)}) {
      assertThat(outcome.texts(Field.NAME)).containsExactly("赵一一", "钱二二");
      assertThat(outcome.taken().sheets())
          .extracting(sheet -> sheet.name() + " " + sheet.state())
          .containsExactly("表1 NO_HEADER", "表2 READ", "表3 EMPTY", "表4 READ");
    }
  }

  @Test
  void theListMayStandInATableForLayout() {
    String html =
        page(
            "<table><tr><td>菜单</td><td>"
                + table(HEADER, pupil("赵一一", 1), pupil("钱二二", 2))
                + "</td></tr></table>");

    assertThat(read(html).texts(Field.NAME)).containsExactly("赵一一", "钱二二");
    assertThat(readLong(html).texts(Field.NAME)).containsExactly("赵一一", "钱二二");
  }

  @Test
  void aTableOfOneCellIsAFrameAroundItsText() {
    String framed = pupil("<table><tr><td>赵一一</td></tr></table>", 1);
    String html = table(HEADER, framed, pupil("钱二二", 2));

    assertThat(read(html).texts(Field.NAME)).containsExactly("赵一一", "钱二二");
    assertThat(readLong(html).problem().code()).isEqualTo(ProblemCode.FILE_FORMAT);
  }

  @Test
  void aTableWithinACellIsASheetOfItsOwn() {
    String nested = pupil("赵一一<table><tr><td>甲</td><td>乙</td></tr></table>", 1);

    Outcome outcome = read(table(HEADER, nested));

    assertThat(outcome.texts(Field.NAME)).containsExactly("赵一一");
    assertThat(outcome.taken().sheets()).hasSize(2);
  }

  @Test
  void aCaptionIsATitle() {
    Outcome outcome = read(table("<caption>2025年秋季学期学籍名单</caption>", HEADER, pupil("赵一一", 1)));

    assertThat(outcome.taken().titles()).containsExactly("2025年秋季学期学籍名单");
    assertThat(outcome.header().row()).isEqualTo(2);
  }

  @Test
  void idsOfPagesAreTextWhateverTheirFormat() {
    String row =
        "<tr><td>赵一一</td><td style='mso-number-format:\"\\@\"' x:str=\"x\">"
            + id(1)
            + "</td><td>一小</td><td>=\"三年级\"</td></tr>";

    Outcome outcome = read(table(HEADER, row));

    assertThat(outcome.cell(Field.CITIZEN_ID)).isEqualTo(new Cell(id(1), Cell.Kind.TEXT));
    assertThat(outcome.texts(Field.GRADE)).containsExactly("三年级");
  }

  @Test
  void theNumberThatExcelStoresCountsAndNotTheOneItShows() {
    assertThat(number("x:num=\"529921201203050000\"", "5.29921E+17"))
        .isEqualTo(new Cell("529921201203050000", Cell.Kind.NUMBER));
    assertThat(number("x:num=1250", "￥1,250.00")).isEqualTo(new Cell("1250", Cell.Kind.NUMBER));
    assertThat(number("x:num=1250", "####")).isEqualTo(new Cell("1250", Cell.Kind.NUMBER));
    assertThat(number("x:num", "312.5")).isEqualTo(new Cell("312.5", Cell.Kind.NUMBER));
    assertThat(number("x:num=40973", "2012/3/5")).isEqualTo(new Cell("2012/3/5", Cell.Kind.TEXT));
  }

  private Cell number(String attribute, String shown) {
    String html =
        table(
            HEADER.replace("</tr>", "<th>出生日期</th></tr>"),
            pupil("赵一一", 1).replace("</tr>", "<td " + attribute + ">" + shown + "</td></tr>"));
    return read(html).cell(Field.BIRTH_DATE);
  }

  @Test
  void aPageThatBreaksOffIsIncomplete() {
    String html = page(table(HEADER, pupil("赵一一", 1), pupil("钱二二", 2)));

    assertThat(read(html.substring(0, html.indexOf("钱二二"))).problem().code())
        .isEqualTo(ProblemCode.FILE_INCOMPLETE);
    assertThat(read(html.substring(0, html.indexOf("</table>"))).problem().code())
        .isEqualTo(ProblemCode.FILE_INCOMPLETE);
  }

  @Test
  void aPageWithoutATableIsNoList() {
    assertThat(read("<html><body><form>请登录</form></body></html>").problem().code())
        .isEqualTo(ProblemCode.FILE_NOT_A_TABLE);
    assertThat(read("<html><frameset><frame src=sheet001.htm></frameset></html>").problem().found())
        .isEqualTo("HTML");
  }

  @Test
  void errorTextBeforeTheTableIsDamage() {
    Outcome outcome = read("Warning: timeout\nin line 7\n" + table(HEADER, pupil("赵一一", 1)));

    assertThat(outcome.problem().code()).isEqualTo(ProblemCode.FILE_DAMAGED);
    assertThat(outcome.problem().place().row()).isEqualTo(3);
    assertThat(outcome.problem().found()).isEqualTo("<table");
  }

  @Test
  void entitiesOfItsOwnMakeAPageUnsafe() {
    assertThat(
            read("<!DOCTYPE html [<!ENTITY a \"b\">]>" + table(HEADER, pupil("&a;", 1)))
                .problem()
                .code())
        .isEqualTo(ProblemCode.FILE_UNSAFE);
  }

  @Test
  void moreRowsOrColumnsThanTheLimitAreRefused() {
    Path file =
        Given.file(
            folder,
            "a.xls",
            table(HEADER, pupil("赵一一", 1), pupil("钱二二", 2)).getBytes(StandardCharsets.UTF_8));

    assertThat(Given.read(Limits.intake("sheetRows", 2), file, "a.xls").codes())
        .containsExactly(ProblemCode.FILE_TOO_LARGE);
    assertThat(Given.read(Limits.intake("columns", 3), file, "a.xls").codes())
        .containsExactly(ProblemCode.FILE_TOO_LARGE);
    assertThat(Given.read(Limits.intake("markupBytes", 99), file, "a.xls").problem().arguments())
        .containsExactly("99 B");
  }

  @Test
  void longPagesGiveTheSameRowsAsShortOnes() {
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < 500; i++) {
      rows.append(i % 7 == 0 ? "<tr></tr>\n" : pupil("赵一" + (char) ('一' + i), i));
    }
    String html = page(table("<caption>2025年秋季学期</caption>", HEADER, rows.toString()));

    Outcome shortly = read(html);
    Outcome longly = readLong(html);

    assertThat(longly.kinds()).isEqualTo(shortly.kinds()).hasSize(500);
    assertThat(longly.texts(Field.NAME)).isEqualTo(shortly.texts(Field.NAME));
    assertThat(longly.taken().titles()).isEqualTo(shortly.taken().titles());
  }
}

package cn.bidui.report;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.ledger.SheetEntry;
import cn.bidui.source.FileState;
import cn.bidui.source.RowCounts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnswerBookTest {

  private static final String ROWS = "需要修改";

  @TempDir private Path folder;

  private Path write(Answer answer) throws IOException {
    Path target = Files.createTempDirectory(folder, "answer").resolve("answer.xlsx");
    TempFolder.inside(
        folder,
        () -> new FeedbackBook(SmallCounty.TONIGHT, SampleAnswers.BUREAU, answer).write(target));
    return target;
  }

  private List<String> verdict(Answer answer) throws IOException {
    return Opened.rows(write(answer), "结论");
  }

  private static List<String> sheets(Path answer) throws IOException {
    try (XSSFWorkbook book = Opened.book(answer)) {
      return IntStream.range(0, book.getNumberOfSheets()).mapToObj(book::getSheetName).toList();
    }
  }

  // --- 结论 -----------------------------------------------------------------------------------

  @Test
  void theVerdictNamesReceiptRowsStepsAndWhomToAsk() throws IOException {
    assertThat(verdict(SampleAnswers.rejects()))
        .startsWith(
            "未通过：7 行要改，其余 1,197 行已收下",
            "共 1,211 行：收 1,197，退 7，空行 3，重复 2，合计、签名等 2",
            "",
            "文件|2026春季学籍.xlsx",
            "报送单位|青石镇中心小学",
            "回执号|R-20260512-0017",
            "答复日期|2026-05-12")
        .contains("1. 打开“需要修改”表：同样的问题排在一起，浅红色的格就是要改的地方，直接在格里改。")
        .contains("3. 把本文件（改名也可以）放入收件文件夹里的“青石镇中心小学”，随后有新的答复。")
        .contains("退回|7|4", "核对|平")
        .endsWith("有疑问：联系青石县学生资助管理中心，报上回执号 R-20260512-0017。");
  }

  @Test
  void causesAreCountedMostFrequentFirstAndLeadToTheirFirstRow() throws IOException {
    Path answer = write(SampleAnswers.rejects());
    assertThat(Opened.rows(answer, "结论"))
        .containsSubsequence(
            "哪里不对（点一下，跳到这一类的第一行）",
            "行数|问题",
            "3|姓名：必填内容为空",
            "3|证件号码：证件号码以数字格式保存，末几位已丢失",
            "1|出生日期：日期无法识别");
    try (XSSFWorkbook book = Opened.book(answer)) {
      assertThat(book.getSheet("结论").getHyperlinkList())
          .extracting(link -> link.getLocation())
          .containsExactly("'需要修改'!C2", "'需要修改'!C5", "'需要修改'!C8");
    }
    assertThat(Opened.rows(answer, ROWS).get(4)).startsWith("K-初一-17|");
    assertThat(Opened.rows(answer, ROWS).get(7)).startsWith("K-初二-9|");
  }

  @Test
  void theReceiptKeepsTheDayOnWhichTheFileCame() throws IOException {
    Answer first = SampleAnswers.taken();
    Answer later =
        new Answer(
            first.entry(),
            "",
            17,
            LocalDate.of(2026, 5, 3),
            first.rejects(),
            first.neighbors(),
            null,
            first.meta());
    assertThat(verdict(later)).contains("回执号|R-20260503-0017", "答复日期|2026-05-12");
  }

  @Test
  void theSourceSystemIsNamedWithItsCodeBehind() throws IOException {
    Answer coded = SampleAnswers.taken();
    Answer named =
        new Answer(
            coded.entry(),
            "学籍在籍学生名单",
            17,
            coded.received(),
            coded.rejects(),
            coded.neighbors(),
            null,
            coded.meta());
    assertThat(verdict(named)).contains("来源系统|学籍在籍学生名单（roll-compulsory）");
    assertThat(verdict(coded)).contains("来源系统|roll-compulsory");
  }

  @Test
  void rowsThatCameBackCorrectedCountAsTaken() throws IOException {
    Answer first = SampleAnswers.rejects();
    Answer later =
        new Answer(
            first.entry().takenUp(5),
            "",
            17,
            first.received(),
            first.rejects().subList(0, 2),
            first.neighbors(),
            null,
            first.meta());
    assertThat(verdict(later))
        .startsWith(
            "未通过：2 行要改，其余 1,202 行已收下", "共 1,211 行：收 1,197，退 7（其中 5 行后来已改好收下），空行 3，重复 2，合计、签名等 2");
  }

  @Test
  void ourOwnReportIsNotSentBackForCorrection() throws IOException {
    assertThat(verdict(SampleAnswers.own()))
        .contains("1. 这份文件是发给您看的，不用改，也不用再放入。")
        .noneMatch(line -> line.startsWith("2. 照上面"));
  }

  @Test
  void nothingIsAskedAboutColumnsThatLookLikeTheMissingOneWhereNoneDoes() throws IOException {
    assertThat(verdict(SampleAnswers.refusedForOneColumn("—")))
        .contains("请补上该列后重新放入收件文件夹。若表里其实已有，只是列名不同又不便改，请管理员用 bidui remember 记住这种表头。");
    assertThat(verdict(SampleAnswers.refusedForOneColumn("学生性名 → 学生姓名")))
        .anyMatch(line -> line.contains("您是不是想写（现有列 → 应写成）：学生性名 → 学生姓名。"));
  }

  @Test
  void aWorkbookThatCannotComeBackAsksForTheWholeList() throws IOException {
    Path answer = write(SampleAnswers.many(1));
    assertThat(Opened.rows(answer, "结论")).contains("3. 把改好的整份名单放入收件文件夹里的“青石镇中心小学”，自动替换这一份。");
    assertThat(sheets(answer)).containsExactly("结论", ROWS, "原表标注", "说明");
    assertThat(Opened.rows(answer, "说明")).noneMatch(line -> line.contains("行标识”认行"));
  }

  @Test
  void oneFaultOfTheWholeFileIsOnePageWithOneThingToDo() throws IOException {
    Path answer = write(SampleAnswers.refused());
    assertThat(sheets(answer)).containsExactly("结论");
    assertThat(Opened.rows(answer, "结论"))
        .containsSubsequence(
            "未通过：整份退回",
            "没有读入任何一行；原件原样放在本反馈旁边。",
            "只要做一件事",
            "请在 Excel 或 WPS 中取消打开密码，保存后重新放入收件文件夹。",
            "为什么退回",
            "所在位置|整个文件",
            "问题|文件设有打开密码",
            "要求|不需要密码即可打开的文件",
            "接下来做什么")
        .doesNotContain("控制总数");
  }

  @Test
  void severalFaultsOfTheWholeFileAreATable() throws IOException {
    assertThat(verdict(SampleAnswers.refusedForColumns()))
        .containsSubsequence("有 2 处要改", "所在位置|问题|怎么改")
        .anyMatch(row -> row.startsWith("工作表“初一”第 3 行|像学籍名单，缺少必需列“姓名”"))
        .anyMatch(row -> row.contains("/应为：列名之一：身份证号、证件号码|请补上该列后重新放入收件文件夹。您是不是想写"));
  }

  @Test
  void anUnsafeFileIsNotAskedForAgain() throws IOException {
    assertThat(verdict(SampleAnswers.unsafe()))
        .contains("1. 这份文件不要再打开，也不要再报。")
        .noneMatch(row -> row.contains("改好的文件"));
  }

  @Test
  void aHeldFileSaysWhyAndThatNothingIsLost() throws IOException {
    assertThat(verdict(SampleAnswers.held()))
        .startsWith("已收妥：暂缓生效，等待确认")
        .containsSubsequence(
            "情况",
            "“2026春季学籍.xlsx”比正在用的“2026春季学籍（旧）.xlsx”少了很多：原来 1560 行，现在 1197 行。昨天的名单继续有效；确实如此的，由专人放行。",
            "接下来做什么",
            "2. 名单确实如此：告诉收件单位，由负责人确认后生效，不用再报。")
        .noneMatch(row -> row.contains("是隐藏的"));
  }

  @Test
  void filesWithoutRowsOfTheirOwnSayWhyAndWhatToDo() throws IOException {
    assertThat(verdict(SampleAnswers.duplicate()))
        .startsWith("已收妥：这份名单收到过，没有重复计数", "没有新计入的行。")
        .contains("内容与“学籍（李老师）.xlsx”完全相同，只计一次。", "1. 不需要修改，也不用再报。")
        .doesNotContain("控制总数");
    assertThat(verdict(SampleAnswers.waiting()))
        .startsWith("还没有收取：等待复制完成")
        .contains("1. 关闭正打开这份文件的 Excel 或 WPS，等复制完成。");
    assertThat(verdict(SampleAnswers.answers()))
        .startsWith("已收妥：填写的内容已登记")
        .contains("1. 不需要再做什么；登记的内容下一次核对起生效。")
        .doesNotContain("情况");
  }

  @Test
  void correctedRowsThatAreStillWrongAreSentBack() throws IOException {
    Answer answer = new SampleAnswers().state(FileState.ANSWERS).lost("初一", 4).build();
    assertThat(answer.taken()).isFalse();
    assertThat(SampleAnswers.answers().taken()).isTrue();
    assertThat(verdict(answer)).startsWith("未通过：还有 1 行要改");
  }

  @Test
  void aListThatIsHeldSaysSoAndStillAsksForItsRejectedRows() throws IOException {
    Answer answer = new SampleAnswers().state(FileState.HELD).lost("初一", 4).build();
    assertThat(verdict(answer))
        .startsWith("未通过：1 行要改；其余暂缓生效，等待确认")
        .contains("3. 把改好的整份名单放入收件文件夹里的“青石镇中心小学”，自动替换这一份。");
  }

  // --- 需要修改 -------------------------------------------------------------------------------

  @Test
  void onlyTheSubmittersColumnsMayBeChangedAndTheyAreText() throws IOException {
    try (XSSFWorkbook book = Opened.book(write(SampleAnswers.rejects()))) {
      XSSFSheet sheet = book.getSheet(ROWS);
      assertThat(sheet.getProtect()).isTrue();
      assertThat(sheet.getCTWorksheet().getSheetProtection().isSetPassword()).isFalse();
      assertThat(sheet.getCTWorksheet().getSheetProtection().getAutoFilter()).isFalse();
      assertThat(sheet.getCTWorksheet().getSheetProtection().getInsertRows()).isFalse();
      for (Row row : sheet) {
        for (Cell cell : row) {
          boolean theirs = row.getRowNum() > 0 && cell.getColumnIndex() >= RejectSheet.LEAD;
          assertThat(cell.getCellStyle().getLocked()).isNotEqualTo(theirs);
        }
      }
      for (int column = 0; column < RejectSheet.LEAD + 12; column++) {
        CellStyle below = sheet.getColumnStyle(column);
        assertThat(below.getDataFormatString()).isEqualTo("@");
        assertThat(below.getLocked()).isNotEqualTo(column >= RejectSheet.LEAD);
      }
    }
  }

  @Test
  void keyAndCheckAreHiddenAndTheExplanationStaysInSightAndGoesOnPaper() throws IOException {
    try (XSSFWorkbook book = Opened.book(write(SampleAnswers.rejects()))) {
      XSSFSheet sheet = book.getSheet(ROWS);
      assertThat(IntStream.range(0, 24).filter(sheet::isColumnHidden)).containsExactly(0, 1);
      assertThat(sheet.getPaneInformation().getVerticalSplitPosition()).isEqualTo((short) 6);
      assertThat(sheet.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 1);
      assertThat(sheet.getCTWorksheet().getAutoFilter().getRef()).isEqualTo("A1:X8");
      assertThat(book.getPrintArea(1)).isEqualTo("需要修改!$A$1:$K$8");
      assertThat(sheet.getRepeatingRows().formatAsString()).isEqualTo("1:1");
      int printed = IntStream.range(2, 11).map(sheet::getColumnWidth).sum() / 256;
      // About 150 half-width characters stand on a landscape A4 page at full size.
      assertThat(printed).isLessThanOrEqualTo(150);
    }
  }

  @Test
  void everyValueStandsUnderItsHeaderAndFaultsAreRed() throws IOException {
    Path answer = write(SampleAnswers.rejects());
    assertThat(Opened.rows(answer, ROWS).get(0))
        .endsWith("|原表标注|序号|学校名称|*姓名|性别|身份证件号|出生日期|年级|班级|监护人姓名|现住址|备注|备注");
    try (XSSFWorkbook book = Opened.book(answer)) {
      XSSFSheet sheet = book.getSheet(ROWS);
      assertThat(sheet.getRow(3).getCell(0)).hasToString("K-初二-12");
      assertThat(red(sheet, 3)).containsExactly(14, 17);
      assertThat(red(sheet, 4)).containsExactly(16);
      assertThat(sheet.getRow(4).getCell(6)).hasToString("E 身份证件号");
      assertThat(sheet.getRow(4).getCell(16)).hasToString("9.9E+17");
      assertThat(sheet.getRow(4).getCell(22)).hasToString("");
      assertThat(sheet.getRow(4).getCell(23)).hasToString("第二个备注17");
    }
  }

  private static List<Integer> red(XSSFSheet sheet, int row) {
    return IntStream.range(0, sheet.getRow(row).getLastCellNum())
        .filter(column -> "FFFFC7CE".equals(fill(sheet.getRow(row).getCell(column))))
        .boxed()
        .toList();
  }

  private static String fill(XSSFCell cell) {
    return cell.getCellStyle().getFillForegroundColorColor() == null
        ? ""
        : cell.getCellStyle().getFillForegroundXSSFColor().getARGBHex();
  }

  @Test
  void linksStopAtTwoHundredOfACauseAndSayHowManyMoreThereAre() throws IOException {
    try (XSSFWorkbook book = Opened.book(write(SampleAnswers.many(683)))) {
      XSSFSheet sheet = book.getSheet(ROWS);
      assertThat(sheet.getHyperlinkList()).hasSize(200);
      assertThat(sheet.getRow(200).getCell(11)).hasToString("查看");
      assertThat(sheet.getRow(201).getCell(11)).hasToString("同类原因另有 483 行");
      assertThat(sheet.getRow(202).getCell(11)).hasToString("");
      assertThat(sheet.getLastRowNum()).isEqualTo(683);
    }
  }

  @Test
  void aFaultIsFoundByTheLettersOfItsColumnWhereColumnsWereLeftOut() throws IOException {
    Answer sample = SampleAnswers.many(1);
    RejectedRow lost = sample.rejects().get(0);
    List<RejectedRow.Value> cells =
        List.of(
            new RejectedRow.Value("姓名", "安安", "C"), new RejectedRow.Value("证件号", "9.9E+17", "E"));
    RejectedRow row = new RejectedRow("K", "C", "初一", 4, cells, lost.problems());
    Answer answer =
        new Answer(
            sample.entry(),
            "",
            1,
            LocalDate.of(2026, 5, 12),
            List.of(row),
            List.of(),
            null,
            new java.util.TreeMap<>());
    try (XSSFWorkbook book = Opened.book(write(answer))) {
      assertThat(red(book.getSheet(ROWS), 1)).containsExactly(RejectSheet.LEAD + 1);
      assertThat(book.getSheet(ROWS).getRow(1).getCell(6)).hasToString("E 证件号");
    }
  }

  @Test
  void withoutNamesOfPeopleOrSheetsTheColumnsForThemAreHidden() throws IOException {
    RejectedRow row = SampleAnswers.many(1).rejects().get(0);
    RejectedRow text =
        new RejectedRow("K", "C", "", 4, List.of(new RejectedRow.Value("A", "1")), row.problems());
    Answer sample = SampleAnswers.many(1);
    Answer answer =
        new Answer(
            sample.entry(),
            "",
            1,
            LocalDate.of(2026, 5, 12),
            List.of(text),
            List.of(),
            null,
            new java.util.TreeMap<>());
    try (XSSFWorkbook book = Opened.book(write(answer))) {
      XSSFSheet sheet = book.getSheet(ROWS);
      assertThat(IntStream.range(0, 12).filter(sheet::isColumnHidden)).containsExactly(0, 1, 3, 5);
    }
  }

  // --- 原表标注 -------------------------------------------------------------------------------

  @Test
  void eachOfTheirSheetsIsMarkedWithTheRowsBesideTheRejectedOnes() throws IOException {
    Path answer = write(SampleAnswers.rejects());
    assertThat(sheets(answer)).containsExactly("结论", ROWS, "原表标注·初一", "原表标注·初二", "说明", "_meta");
    List<String> rows = Opened.rows(answer, "原表标注·初一");
    assertThat(rows.get(0)).startsWith("原表行号|序号|学校名称|*姓名|");
    assertThat(rows.stream().map(row -> row.replaceAll("\\|.*", "")))
        .containsExactly("原表行号", "16", "17", "18", "19", "20", "…", "42");
    try (XSSFWorkbook book = Opened.book(answer)) {
      XSSFSheet sheet = book.getSheet("原表标注·初一");
      assertThat(red(sheet, 1)).isEmpty();
      assertThat(red(sheet, 2)).containsExactly(5);
      assertThat(sheet.getCellComment(new CellAddress("F3")).getString().getString())
          .isEqualTo("问题：证件号码以数字格式保存，末几位已丢失\n怎么改：请在原系统重新导出，或先把该列设为“文本”再重新填写；丢失的数字无法恢复。");
      assertThat(book.getSheet(ROWS).getHyperlink(4, 11).getLocation()).isEqualTo("'原表标注·初一'!A3");
      assertThat(book.getSheet("原表标注·初二").getCellComments()).hasSize(4);
    }
  }

  @Test
  void notesStopAtFiveHundredButEveryFaultIsRed() throws IOException {
    Path answer = write(SampleAnswers.many(683));
    try (XSSFWorkbook book = Opened.book(answer)) {
      XSSFSheet sheet = book.getSheet("原表标注");
      assertThat(sheet.getCellComments()).hasSize(500);
      assertThat(red(sheet, 683)).containsExactly(5);
    }
    assertThat(Opened.rows(answer, "说明")).contains("· “原表标注”里前 500 行带批注，其余各行只标红，办法看“需要修改”表。");
  }

  @Test
  void aFaultOfTheWholeRowMarksItsNumber() throws IOException {
    Answer answer = new SampleAnswers().rejected().tooWide("初一", 9).build();
    try (XSSFWorkbook book = Opened.book(write(answer))) {
      assertThat(red(book.getSheet("原表标注"), 1)).containsExactly(0);
    }
  }

  @Test
  void sheetsWhoseNamesAreTooLongOrTheSameAreNumbered() throws IOException {
    String name = "一".repeat(31);
    Answer answer =
        new SampleAnswers()
            .rejected()
            .sheets(
                new SheetEntry(name, 1, RowCounts.NONE, false),
                new SheetEntry(name + "二", 1, RowCounts.NONE, false),
                new SheetEntry("it's", 1, RowCounts.NONE, false))
            .lost(name, 4)
            .lost(name + "二", 4)
            .lost("it's", 4)
            .build();
    Path written = write(answer);
    assertThat(sheets(written)).contains("原表标注·" + "一".repeat(26), "原表标注 2", "原表标注·it's");
    try (XSSFWorkbook book = Opened.book(written)) {
      assertThat(book.getSheet(ROWS).getHyperlinkList())
          .extracting(link -> link.getLocation())
          .contains("'原表标注·it''s'!A2");
    }
  }

  // --- 与上次比较, 说明, _meta ----------------------------------------------------------------

  @Test
  void theComparisonCountsEveryChangeAndListsWhatIsWorthALook() throws IOException {
    Path answer = write(SampleAnswers.compared());
    assertThat(Opened.rows(answer, "结论"))
        .contains("报送次数|第 2 次报送。与上次比：已改正 6 行，仍未改正 1 行，新出现问题 1 行，这次没有的 2 行（看“与上次比较”表）");
    List<String> rows = Opened.rows(answer, "与上次比较");
    assertThat(rows)
        .startsWith("与上次比较", "第 2 次报送，与上一次的“2026春季学籍（旧）.xlsx”（数据日期 2026-04-30）比较。证件号码已部分隐去。")
        .contains("已改正|6|上次退回，这次收下。", "没有变化|1188|两次都收下，内容相同。")
        .containsSubsequence(
            "仍未改正（1 行）", "新出现问题（1 行）", "这次没有（2 行）", "其他改动（450 行）", "另有 250 行，这里不再列出。", "新增（1 行）")
        .contains("上次有、这次没有，需要确认：转出、毕业、退学，还是漏报？")
        .contains("初一|17|欧阳小满|990101********0010|证件号码：末几位已丢失")
        .noneMatch(row -> row.contains("990101198001010018"));
    assertThat(rows.stream().filter(row -> row.contains("班级：1 班"))).hasSize(200);
  }

  @Test
  void theHiddenSheetHoldsWhatTheWorkbookTellsOfItself() throws IOException {
    Path answer = write(SampleAnswers.rejects());
    assertThat(Opened.rows(answer, "_meta"))
        .containsExactly("file|" + "a".repeat(64), "kind|rejects", "schema|1");
    try (XSSFWorkbook book = Opened.book(answer)) {
      assertThat(book.isSheetVeryHidden(book.getSheetIndex("_meta"))).isTrue();
      assertThat(book.getActiveSheetIndex()).isZero();
    }
  }

  @Test
  void remarksNameWhatWasLeftOut() throws IOException {
    assertThat(Opened.rows(write(SampleAnswers.taken()), "说明"))
        .contains(
            "· 工作表“初一”的这些列核对用不到，没有保存：家庭电话、银行账号",
            "· 工作表“备份”是隐藏的，没有读取。需要核对时取消隐藏后重新放入。",
            "备份||||||||隐藏，没有读取");
    assertThat(Opened.rows(write(SampleAnswers.rejects()), "说明"))
        .contains("本文件含未隐去的个人信息，只交给报送单位，用后删除。")
        .contains("· 蓝色表头的各栏加了保护（没有密码），防止误改；可以筛选、插入行。要排序或删行：审阅 → 撤销工作表保护。");
  }

  @Test
  void rareCharactersAreKeptAndSteeringOnesDoNoHarm() throws IOException {
    String name = "𬭎䶮·\u0001";
    for (int rows : new int[] {1, 201}) {
      Answer many = SampleAnswers.many(rows);
      RejectedRow first = many.rejects().get(0);
      List<RejectedRow> rejects = new java.util.ArrayList<>(many.rejects());
      rejects.set(
          0,
          new RejectedRow(
              "K", "C", "初一", 4, List.of(new RejectedRow.Value("姓名", name)), first.problems()));
      Answer answer =
          new Answer(
              many.entry(),
              "",
              1,
              LocalDate.of(2026, 5, 12),
              rejects,
              List.of(),
              null,
              new java.util.TreeMap<>());
      assertThat(Opened.rows(write(answer), ROWS).get(1)).endsWith("|查看|𬭎䶮·?");
    }
  }

  @Test
  void theSameAnswerGivesTheSameBytes() throws IOException {
    for (Answer answer : List.of(SampleAnswers.compared(), SampleAnswers.many(683))) {
      assertThat(write(answer)).hasSameBinaryContentAs(write(answer));
    }
  }

  @Test
  void everyAnswerIsUprightA4WithPageNumbersAndItsVerdictFirst() throws IOException {
    Map<String, Answer> all =
        Map.of("已收妥", SampleAnswers.taken(), "未通过：整份退回", SampleAnswers.refused());
    for (Map.Entry<String, Answer> each : all.entrySet()) {
      try (XSSFWorkbook book = Opened.book(write(each.getValue()))) {
        XSSFSheet sheet = book.getSheetAt(0);
        assertThat(sheet.getRow(0).getCell(0)).hasToString(each.getKey());
        assertThat(sheet.getPrintSetup().getLandscape()).isFalse();
        assertThat(sheet.getFooter().getRight()).isEqualTo("第 &P 页 / 共 &N 页");
      }
    }
  }
}

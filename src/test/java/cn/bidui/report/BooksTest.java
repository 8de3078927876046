package cn.bidui.report;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.ledger.LedgerFinding;
import cn.bidui.ledger.OutcomeCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BooksTest {

  private final Words words = Words.ZH;
  @TempDir private Path folder;

  @BeforeEach
  void write() throws IOException {
    new Reporter().write(SmallCounty.night(), folder);
  }

  @Test
  void theWorkbookOfFindingsHasASheetPerTopicAndAHiddenListOfAnswers() throws IOException {
    try (XSSFWorkbook book = Opened.book(folder.resolve("差异清单.xlsx"))) {
      List<String> sheets =
          java.util.stream.IntStream.range(0, book.getNumberOfSheets())
              .mapToObj(book::getSheetName)
              .toList();
      assertThat(sheets)
          .containsExactly("汇总", "三零三百", "资助", "控辍保学", "身份待认定", "身份与证件", "学籍", "选项", "_meta");
      assertThat(book.isSheetHidden(7)).isTrue();
      assertThat(book.getName("ANSWERS_AID").getRefersToFormula()).isEqualTo("'选项'!$A$1:$A$18");
      assertThat(Opened.rows(book.getSheetAt(7)).get(0)).isEqualTo(OutcomeCode.G1.published());
    }
  }

  @Test
  void openFindingsComeFirstSchoolBySchoolThenWhatIsClosed() {
    assertThat(Opened.rows(folder.resolve("差异清单.xlsx"), "资助").stream().map(BooksTest::unsealed))
        .containsExactly(
            "行标识|校验|学校|乡镇|级别|状态|问题|结果分类|姓名|证件号码|年级|资助类别|项目|学期|应发（元）|查到的情况|"
                + "列出原因|所在位置|首次发现|处理结果|说明|处理人|日期|佐证|有效期至",
            "F-1|白水镇小学|白水镇|高|新|"
                + words.rule("unfunded-eligible")
                + "|应助未助（确认）|白博|990101********0026|三年级|脱贫户、低保|寄宿生生活补助|2026春|625.00|0.00|"
                + "在册未见发放|学籍名单：学籍.xlsx 初一 第5行|2026-05-12",
            "F-5|白水镇小学|白水镇|高|已解决|"
                + words.rule("overpaid")
                + "|金额不符|=白博|990101********0018|三年级|||||625.00|-超出标准|"
                + "资助名单：资助.csv 第4行|2026-05-10");
  }

  /** Without what keys and seals say besides the finding. */
  private static String unsealed(String row) {
    return row.replaceFirst("^([^|!]+)![^|]*!0[|][0-9a-f]{16}[|]", "$1|");
  }

  @Test
  void aSheetOfFindingsIsReadyForWorkAndForPaper() throws IOException {
    try (XSSFWorkbook book = Opened.book(folder.resolve("差异清单.xlsx"))) {
      XSSFSheet sheet = book.getSheet("资助");
      assertThat(sheet.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 1);
      assertThat(sheet.getCTWorksheet().getAutoFilter().getRef()).isEqualTo("A1:Y3");
      assertThat(sheet.isColumnHidden(0)).isTrue();
      assertThat(sheet.isColumnHidden(1)).isTrue();
      assertThat(sheet.getRepeatingRows().formatAsString()).isEqualTo("1:1");
      assertThat(sheet.getPrintSetup().getPaperSize()).isEqualTo(PrintSetup.A4_PAPERSIZE);
      assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
      assertThat(sheet.getPrintSetup().getFitWidth()).isEqualTo((short) 1);
      assertThat(sheet.getPrintSetup().getFitHeight()).isEqualTo((short) 0);
      assertThat(sheet.getFooter().getLeft()).isEqualTo("截至 2026-05-12");
      assertThat(sheet.getFooter().getCenter()).matches("内容摘要 [0-9a-f]{16}");
      assertThat(sheet.getFooter().getRight()).isEqualTo("第 &P 页 / 共 &N 页");
      assertThat(sheet.getRow(1).getCell(9).getCellStyle().getDataFormatString()).isEqualTo("@");
      DataValidation choice = sheet.getDataValidations().get(0);
      assertThat(choice.getValidationConstraint().getFormula1()).isEqualTo("ANSWERS_AID");
      assertThat(choice.getRegions().getCellRangeAddresses()[0].formatAsString())
          .isEqualTo("T2:T3");
    }
  }

  @Test
  void theSummaryTellsNotEvaluatedApartFromNothingFound() {
    List<String> rows = Opened.rows(folder.resolve("差异清单.xlsx"), "汇总");
    assertThat(rows.get(0)).isEqualTo("差异清单");
    assertThat(rows.get(1)).isEqualTo("截至 2026-05-12 · 上次核对 2026-05-11");
    assertThat(rows).contains(words.rule("granted-not-paid") + "|高|未核对：缺实际发放名单|–|–|–|–|–|–");
    assertThat(rows).contains(words.rule("overpaid") + "|高|2|0|0|0|0|0|1");
    assertThat(rows).contains("合计|||1|2|1|4|1|1");
    assertThat(rows).contains("白水镇小学|||1|0|0|1|0|1");
    assertThat(rows).contains("（未知）|||0|0|1|1|1|0");
    assertThat(rows).contains("学籍名单||学籍.xlsx|2026-05-10|aaaaaaaa");
  }

  @Test
  void aSchoolsSummaryNamesNoFilesOfOthers() {
    List<String> rows = Opened.rows(folder.resolve("学校/白水镇小学.xlsx"), "汇总");
    assertThat(rows.get(0)).isEqualTo("白水镇小学 · 核对问题清单");
    assertThat(rows).contains("学籍名单|||2026-05-10");
    assertThat(rows).contains(words.rule("overpaid") + "|高|已核对|0|0|0|0|0|1");
    assertThat(rows).noneMatch(row -> row.contains("暂缓生效"));
  }

  @Test
  void theDropoutLedgerBringsTheHouseholdAlongAndLeavesRoomForTheVisits() {
    List<String> rows = Opened.rows(folder.resolve("疑似辍学台账.xlsx"), "台账");
    assertThat(rows).hasSize(2);
    assertThat(rows.get(0))
        .contains("|环节|责任人|反馈期限|是否逾期|责任教师|责任村干部|责任家长|劝返次数/最近一次|")
        .endsWith("|销号日期|审核人|有效至");
    assertThat(rows.get(1))
        .isEqualTo(
            "F-3|乔乔|女|990101********0018||青石镇石头村|脱贫户、脱贫不稳定户|残疾|乔大山||三年级||2026-05-10|"
                + words.rule("never-enrolled")
                + "|因病|重开|疑似失学|适龄，学籍名单中没有|防返贫名单：监测.xlsx Sheet1 第4行");
  }

  @Test
  void eachOwnerGetsTheCellsThatItShouldLookAt() {
    String why = "学籍“安安”，资助“安鞍”";
    assertThat(Opened.rows(folder.resolve("更正清单/资助系统.xlsx"), "更正"))
        .containsExactly(
            "行标识|文件|报送单位|工作表|行|数据项|现在的内容|其他名单/标准|问题|列出原因|姓名|证件号码|学校|" + "处理结果|说明|处理人|日期",
            "F-2|资助.csv|||2|姓名|安鞍|学籍名单：安安|"
                + words.rule("name-differs")
                + "|"
                + why
                + "|安安|990101********0018|青石镇中心小学");
    assertThat(Opened.rows(folder.resolve("更正清单/学籍系统.xlsx"), "更正")).hasSize(4);
    assertThat(Opened.rows(folder.resolve("更正清单/学籍系统.xlsx"), "更正").get(3))
        .startsWith("F-4|学籍.xlsx||初一|6|学籍号|G99010********" + "*")
        .contains("学籍名单：G99010");
    assertThat(Opened.rows(folder.resolve("更正清单/防返贫系统.xlsx"), "更正")).hasSize(1);
  }

  @Test
  void theLedgerPrintsOnThreePagesSideBySideWithTheNameOnEach() throws IOException {
    try (XSSFWorkbook book = Opened.book(folder.resolve("疑似辍学台账.xlsx"))) {
      XSSFSheet sheet = book.getSheet("台账");
      assertThat(sheet.getPrintSetup().getFitWidth()).isEqualTo((short) 3);
      assertThat(sheet.getRepeatingColumns().formatAsString()).isEqualTo("A:B");
      assertThat(sheet.getRepeatingRows().formatAsString()).isEqualTo("1:1");
    }
  }

  @Test
  void theControlTotalsOfFilesAddUp() {
    List<String> rows = Opened.rows(folder.resolve("控制总账.xlsx"), "收件");
    assertThat(rows)
        .contains(
            "学籍.xlsx|学籍名单|已收妥|2026-05-10||全县|5|3|0|1|0|1|aaaaaaaa|平",
            "白水镇/坏.xlsx||未通过（未生效）|||白水镇|0|0|0|0|0|0|dddddddd|平",
            "合计||||||9|6|1|1|0|1||平");
    assertThat(Opened.rows(folder.resolve("控制总账.xlsx"), "散列总数"))
        .contains("学籍.xlsx|30|20|4|3|2|1|平", "合计|90|60|12|9|6|3|平");
  }

  @Test
  void rowsFlowFromListsToDecisionsAndFindingsFromNightToNight() {
    assertThat(Opened.rows(folder.resolve("控制总账.xlsx"), "名单流转"))
        .contains("学籍名单|1|3|0|3|2|1|0|平", "资助名单|1|2|0|2|1|1|0|平");
    assertThat(Opened.rows(folder.resolve("控制总账.xlsx"), "问题滚存"))
        .contains(
            words.rule("overpaid") + "|1|0|0|1|0|0|平",
            words.rule("never-enrolled") + "|0|0|1|0|0|1|平",
            "合计|3|1|1|1|0|4|平");
  }

  @Test
  void openPointsNameUnknownSchoolsAndGoals() {
    assertThat(Opened.rows(folder.resolve("控制总账.xlsx"), "缺少与待核"))
        .contains(
            "暂缓生效：名单缩水；监测.xlsx",
            "退回文件 1 份，原因见反馈文件夹。",
            "青石小|2",
            "零误差① 在校生|未核对：缺资助系统在校生名单",
            "百分之百② 资助项目纳入|未核对：对应规则停用",
            "百分之百③ 资助信息填报|99999/100000",
            "name+birth: 1");
  }

  @Test
  void theScoreboardHasRightAndComparedAndOnlyWhollyRightIsAHundred() {
    assertThat(Opened.rows(folder.resolve("差异清单.xlsx"), "三零三百"))
        .contains(
            "零误差① 在校生|–|–|–|–|–|未核对：缺资助系统在校生名单",
            "百分之百① 学校机构纳入|3|4|75.00 %|1|-2|已核对",
            "百分之百③ 资助信息填报|99999|100000|99.99 %|1|–|已核对",
            "目标|2026-05-10|2026-05-12",
            "百分之百① 学校机构纳入|3|1",
            "青石镇|–|–|–|2/3|–|–");
    assertThat(Opened.rows(folder.resolve("学校/青石镇中心小学.xlsx"), "三零三百"))
        .contains("百分之百③ 资助信息填报|60|60|100.00 %|0|–|已核对")
        .noneMatch(row -> row.contains("99999"));
  }

  @Test
  void aSchoolReadsWhatItsOwnPupilsAreDueAndGot() {
    assertThat(Opened.rows(folder.resolve("学校/青石镇中心小学.xlsx"), "一单式"))
        .containsExactly(
            "姓名|证件号码|年级|学期|资助类别|项目|应发（元）|系统已录（元）|已发（元）|结论|说明",
            "安安|990101********0018|三年级|2025秋|脱贫户|生活补助|312.50|312.50||应助已助|脱贫户");
    assertThat(Opened.rows(folder.resolve("学校/白水小学.xlsx"), "一单式")).hasSize(2);
  }

  @Test
  void indicatorsHaveTheirFormulaAndWhatIsMissing() {
    assertThat(Opened.rows(folder.resolve("指标.xlsx"), "学龄人口"))
        .containsExactly(
            "范围|入学年份|出生日期|儿童|在籍|不在籍|比上次",
            "全县|2026年秋季|2019-09-01 至 2020-08-31|120|4|116|–",
            "青石镇|2025年秋季|2018-09-01 至 2019-08-31|60|58|2|-3");
    assertThat(Opened.rows(folder.resolve("指标.xlsx"), "指标").get(1))
        .startsWith(
            "全县|"
                + words.text("rule.indicator.disabled-enrolment.title")
                + "|19|20|95.00 %|95 %|达到|");
    assertThat(Opened.rows(folder.resolve("指标.xlsx"), "指标").get(2))
        .contains("|–|–|–|95 %|–|")
        .contains("未核对：缺");
  }

  @Test
  void thePageDrawsTheCourseOfErrors() throws IOException {
    assertThat(Files.readString(folder.resolve("index.html")))
        .contains("<td>百分之百① 学校机构纳入</td>\n<td class=\"n\">3</td>")
        .contains("<path d=\"M4.0 4.0 L146.0 17.3\"/>")
        .contains("aria-label=\"百分之百① 学校机构纳入\"");
  }

  @Test
  void thePageTellsTheNightInOneSentenceAndFourNumbers() throws IOException {
    String page = Files.readString(folder.resolve("index.html"));
    assertThat(page)
        .contains("收件 4 份共 9 行，新问题 2 个，未结 4 个。核对不完整")
        .containsPattern("<b><a href=\"#files\">4</a></b>")
        .containsPattern("<b><a href=\"[^\"]+\">9</a></b>")
        .containsPattern("<b><a href=\"[^\"]+#fresh\">2</a></b>")
        .contains("<tr class=\"off\"><td>" + words.rule("granted-not-paid") + "</td>")
        .contains("未核对：缺实际发放名单")
        .contains("<tr><td>（未落到学校）</td>");
  }

  @Test
  void aLargeWorkbookIsStreamedAndReadsTheSame() throws IOException {
    NightReport night = SmallCounty.night();
    LedgerFinding first = night.findings().get(0);
    List<LedgerFinding> many = Collections.nCopies(300, first);
    Path large = folder.resolve("large.xlsx");
    Path again = folder.resolve("again.xlsx");
    Audience county = Audience.county(new Places(night));
    Pairs pairs = new Pairs(night);
    TempFolder.inside(
        folder,
        () -> {
          new FindingBook(night, pairs, new AnswerColumns(night), county, "差异清单", many)
              .write(large);
          new FindingBook(night, pairs, new AnswerColumns(night), county, "差异清单", many)
              .write(again);
        });
    List<String> rows = Opened.rows(large, "资助");
    assertThat(rows).hasSize(301);
    assertThat(rows.get(300)).isEqualTo(Opened.rows(folder.resolve("差异清单.xlsx"), "资助").get(1));
    assertThat(large).hasSameBinaryContentAs(again);
  }
}

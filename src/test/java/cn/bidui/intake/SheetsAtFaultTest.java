package cn.bidui.intake;

import static cn.bidui.intake.Given.id;
import static cn.bidui.intake.Xlsx.row;
import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.intake.Given.Outcome;
import cn.bidui.source.Field;
import cn.bidui.source.ProblemCode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sheets that would lose their rows, or count them twice, if the file were taken. */
class SheetsAtFaultTest {

  private static final String HEADER = row(1, "姓名", "身份证件号", "学校名称", "年级");

  @TempDir Path folder;

  private static Xlsx workbook() {
    return new Xlsx().sheet("一小", HEADER, row(2, "赵一一", id(1), "一小", "三年级"));
  }

  private Outcome read(Xlsx workbook) {
    return Given.read(workbook.write(folder));
  }

  @Test
  void aSheetOfPersonsWithoutAHeaderRefusesTheFile() {
    Outcome outcome =
        read(workbook().sheet("二小", row(1, "二小"), row(2, "钱二二", id(2)), row(3, "孙三三", id(3))));

    assertThat(outcome.codes()).containsExactly(ProblemCode.HEADER_NOT_FOUND);
    assertThat(outcome.problem().place().sheet()).isEqualTo("二小");
    assertThat(outcome.problem().found()).contains("990101********").doesNotContain(id(2));
  }

  @ParameterizedTest
  @ValueSource(strings = {"990101120305123", "9.9010120120305E+17"})
  void oldAndRoundedIdsArePersonsToo(String id) {
    Outcome outcome = read(workbook().sheet("二小", row(1, "钱二二", id)));

    assertThat(outcome.codes()).containsExactly(ProblemCode.HEADER_NOT_FOUND);
  }

  @Test
  void instructionsWithAnExampleArePassedOver() {
    Outcome outcome =
        read(
            workbook()
                .sheet(
                    "说明",
                    row(1, "填写说明"),
                    row(2, "一、每人一行"),
                    row(3, "二、证件号为文本，如", id(7)),
                    row(4, "三、不得合并单元格")));

    assertThat(outcome.texts(Field.NAME)).containsExactly("赵一一");
    assertThat(outcome.taken().sheets().get(1).state()).isEqualTo(SheetReading.State.NO_HEADER);
  }

  @Test
  void sheetsOfOneNameAreDamage() {
    Xlsx twice = workbook().sheet("一小", HEADER, row(2, "钱二二", id(2), "一小", "三年级"));

    assertThat(read(twice).problem().code()).isEqualTo(ProblemCode.FILE_DAMAGED);
  }

  @Test
  void onePartUnderTwoTabsIsDamage() {
    Xlsx workbook = workbook().sheet("二小", HEADER);
    String relations = workbook.content("xl/_rels/workbook.xml.rels");
    workbook.entry("xl/_rels/workbook.xml.rels", relations.replace("sheet2.xml", "sheet1.xml"));

    assertThat(read(workbook).problem().code()).isEqualTo(ProblemCode.FILE_DAMAGED);
  }

  @Test
  void aTabWithoutItsPartIsDamage() {
    Xlsx workbook = workbook();
    String relations = workbook.content("xl/_rels/workbook.xml.rels");
    workbook.entry("xl/_rels/workbook.xml.rels", relations.replace("sheet1.xml", "sheet9.xml"));

    assertThat(read(workbook).problem().code()).isEqualTo(ProblemCode.FILE_DAMAGED);
  }

  @Test
  void noMessageShowsAnIdThatStandsWhereTheHeaderShould() {
    Outcome outcome =
        read(new Xlsx().sheet("一小", row(1, "姓名", "学校名称", "年级", "班级", id(1)), row(2, "赵一一")));

    assertThat(outcome.problem().code()).isEqualTo(ProblemCode.HEADER_COLUMN_MISSING);
    assertThat(outcome.problem().found()).contains("990101********").doesNotContain(id(1));
  }

  @Test
  void aHeaderMergedOverBlankRowsReachesDownToThem() {
    String cells =
        "<mergeCells><mergeCell ref=\"A1:A3\"/><mergeCell ref=\"B1:B3\"/>"
            + "<mergeCell ref=\"C1:C3\"/><mergeCell ref=\"D1:D3\"/></mergeCells>";
    String pupil = row(4, "赵一一", id(1), "一小", "三年级");

    for (String between : new String[] {"", row(2, ""), row(2, "") + row(3, "")}) {
      Outcome outcome =
          read(
              new Xlsx()
                  .rawSheet(
                      "一小",
                      "visible",
                      "<sheetData>" + HEADER + between + pupil + "</sheetData>" + cells));
      assertThat(outcome.header().row()).isEqualTo(3);
      assertThat(outcome.kinds()).containsExactly("Data 4");
    }
  }

  @Test
  void aRemarkMergedBesideTheTableDoesNotMoveTheHeader() {
    String pupil = row(3, "赵一一", id(1), "一小", "三年级");
    Outcome outcome =
        read(
            new Xlsx()
                .rawSheet(
                    "一小",
                    "visible",
                    "<sheetData>"
                        + row(1, "姓名", "身份证件号", "学校名称", "年级", "说明")
                        + pupil
                        + "</sheetData><mergeCells><mergeCell ref=\"E1:E9\"/></mergeCells>"));

    assertThat(outcome.header().row()).isEqualTo(1);
    assertThat(outcome.kinds()).containsExactly("Blank 2", "Data 3");
  }
}

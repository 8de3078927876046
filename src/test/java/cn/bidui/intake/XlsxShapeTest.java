package cn.bidui.intake;

import static cn.bidui.intake.Xlsx.inline;
import static cn.bidui.intake.Xlsx.row;
import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.source.Content;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a worksheet says of its rows and cells beside their values. */
class XlsxShapeTest {

  @TempDir Path folder;

  private RawSheet sheet(Xlsx workbook) throws Refusal {
    return XlsxBook.open(
            Content.of(workbook.write(folder)), IntakeLimits.defaults(), Given.patience())
        .open(0);
  }

  private static List<RawRow> rows(RawSheet sheet) throws Refusal {
    List<RawRow> rows = new ArrayList<>();
    for (RawRow row = sheet.next(); row != null; row = sheet.next()) {
      rows.add(row);
    }
    return rows;
  }

  @Test
  void hiddenRowsAreReadAndToldApart() throws Refusal {
    RawSheet sheet =
        sheet(
            new Xlsx()
                .sheet(
                    "学籍",
                    row(1, "姓名"),
                    "<row r=\"2\" hidden=\"1\">" + inline("A2", "赵一一") + "</row>",
                    "<row r=\"3\" hidden=\"true\" ht=\"0\">" + inline("A3", "钱二二") + "</row>",
                    "<row r=\"4\" hidden=\"0\">" + inline("A4", "孙三三") + "</row>"));

    assertThat(rows(sheet)).extracting(RawRow::hidden).containsExactly(false, true, true, false);
  }

  @Test
  void mergedRangesAreKnownBeforeTheRows() throws Refusal {
    RawSheet sheet =
        sheet(
            new Xlsx()
                .rawSheet(
                    "监测户",
                    "visible",
                    "<sheetData>"
                        + row(1, "户主", "姓名")
                        + row(2, "赵一一", "赵一一")
                        + row(3, "", "赵二二")
                        + "</sheetData><mergeCells count=\"3\"><mergeCell ref=\"A2:A3\"/>"
                        + "<mergeCell ref=\"$C$1:AB1\"/><mergeCell ref=\"nothing\"/>"
                        + "<mergeCell/></mergeCells>"));

    assertThat(sheet.merged())
        .containsExactly(new MergedRange(2, 3, 0, 0), new MergedRange(1, 1, 2, 27));
    assertThat(rows(sheet)).extracting(RawRow::number).containsExactly(1, 2, 3);
  }

  @Test
  void brokenXmlAfterTheRowsIsDamageOfThatSheet() {
    org.assertj.core.api.Assertions.assertThatThrownBy(
            () ->
                sheet(new Xlsx().rawSheet("监测户", "visible", "<sheetData></sheetData><mergeCells>"))
                    .merged())
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> assertThat(refusal.problem("list.xlsx").place().sheet()).isEqualTo("监测户"));
  }

  private List<MergedRange> merged(String before, String after) throws Refusal {
    return sheet(
            new Xlsx().rawSheet("监测户", "visible", before + "<mergeCell ref=\"A2:A3\"/>" + after))
        .merged();
  }

  @Test
  void mergedRangesAreFoundBehindAnyNumberOfRows() throws Refusal {
    // Each length puts the name elsewhere across the border between two pieces of the part.
    for (int length = 65_300; length < 65_540; length++) {
      String rows = "<sheetData><!--" + "x".repeat(length) + "--></sheetData>";

      assertThat(merged(rows + "<mergeCells>", "</mergeCells>"))
          .as("%s", length)
          .containsExactly(new MergedRange(2, 3, 0, 0));
    }
  }

  @Test
  void namesThatOnlyLookLikeMergedRangesAreNone() throws Refusal {
    String note = "<sheetData><row r=\"1\"><!--<mergeCells>]]>--></row></sheetData>";

    assertThat(merged(note + "<a:mergeCells xmlns:a=\"x\" >", "</a:mergeCells>"))
        .containsExactly(new MergedRange(2, 3, 0, 0));
    assertThat(merged("<sheetData/><mergeCellsNot>", "</mergeCellsNot>")).isEmpty();
    assertThat(merged("<sheetData/><!-- mergeCells >", "-->")).isEmpty();
  }

  @Test
  void aSheetWithoutMergedCellsHasNone() throws Refusal {
    assertThat(sheet(new Xlsx().sheet("学籍", row(1, "mergeCells"))).merged()).isEmpty();
  }
}

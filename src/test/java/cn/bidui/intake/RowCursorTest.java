package cn.bidui.intake;

import static cn.bidui.intake.Given.id;
import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.source.ProblemCode;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowCursorTest {

  @TempDir Path folder;
  private Path workbook;

  @BeforeEach
  void twoSheetsOfThreeRows() {
    String header = Xlsx.row(1, "姓名", "身份证件号", "学校名称", "年级");
    workbook =
        new Xlsx()
            .sheet("甲", header, pupil(2), pupil(3), Xlsx.row(4, "合计"))
            .sheet("乙", header, pupil(2), pupil(3), pupil(4))
            .write(folder);
  }

  private static String pupil(int row) {
    return Xlsx.row(row, "赵一一", id(row), "一小", "三年级");
  }

  @Test
  void rowsAreSkippedAcrossSheetsAndReadingGoesOnFromThere() {
    try (RowCursor rows = Given.INTAKE.open(workbook, "学籍.xlsx")) {
      assertThat(rows.header()).isNull();
      rows.skip(4);
      ReadRow next = rows.next();

      assertThat(next).hasToString("Data[乙!3]");
      assertThat(rows.header().sheet()).isEqualTo("乙");
      assertThat(((FileReading.Read) rows.finish()).sheets())
          .extracting(SheetReading::dataRows, SheetReading::noteRows)
          .containsExactly(
              org.assertj.core.groups.Tuple.tuple(2, 1), org.assertj.core.groups.Tuple.tuple(3, 0));
    }
  }

  @Test
  void skippingBeyondTheEndEndsThere() {
    try (RowCursor rows = Given.INTAKE.open(workbook, "学籍.xlsx")) {
      rows.skip(100);

      assertThat(rows.next()).isNull();
      assertThat(rows.finish()).isInstanceOf(FileReading.Read.class);
    }
  }

  @Test
  void finishingTwiceSaysTheSame() {
    try (RowCursor rows = Given.INTAKE.open(workbook, "学籍.xlsx")) {
      assertThat(rows.finish()).isEqualTo(rows.finish());
    }
  }

  @Test
  void aCursorMayBeClosedInTheMiddle() {
    RowCursor kept;
    try (RowCursor rows = Given.INTAKE.open(workbook, "学籍.xlsx")) {
      rows.next();
      kept = rows;
    }

    assertThat(kept.next()).isNull();
  }

  @Test
  void aFileThatCannotBeOpenedGivesNoRowsAndSaysWhy() {
    try (RowCursor rows = Given.INTAKE.open(Given.file(folder, "a", new byte[0]), "a.xlsx")) {
      assertThat(rows.next()).isNull();
      FileReading.Refused refused = (FileReading.Refused) rows.finish();
      assertThat(refused.problems().get(0).code()).isEqualTo(ProblemCode.FILE_EMPTY);
      assertThat(refused.problems().get(0).place().file()).isEqualTo("a.xlsx");
    }
  }

  @Test
  void rowsNamePlacesAndNobody() {
    assertThat(new ReadRow.Blank("甲", 3)).hasToString("Blank[sheet=甲, row=3]");
    assertThat(new RawRow(7, java.util.List.of(cn.bidui.source.Cell.text("赵一一"))))
        .hasToString("RawRow[7]");
  }
}

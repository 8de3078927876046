package cn.bidui.intake;

import static cn.bidui.intake.Xlsx.row;
import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.intake.Given.Outcome;
import cn.bidui.source.ProblemCode;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workbooks of findings that come back, whatever was done to their sheets. */
class AnswerRowsTest {

  private static final String HEADER = row(1, "学校", "处理结果", "校验", "说明", "行标识", "处理人");

  @TempDir Path folder;

  private static Xlsx meta(Xlsx book, String schema) {
    return book.sheet(
        "_meta",
        row(1, "kind", "findings"),
        row(2, "schema", schema),
        row(3, "night", "0123456789abcdef"),
        row(4, "check", "fedcba9876543210"));
  }

  private Outcome read(Path file) throws Exception {
    return Given.read(
        new Intake(Given.PROFILES, IntakeLimits.defaults()), file, file.getFileName().toString());
  }

  private static List<String> said(Outcome outcome) {
    return outcome.rows().stream()
        .map(
            row ->
                row instanceof ReadRow.Answer answer
                    ? "%s!%d %s/%s %s|%s|%s"
                        .formatted(
                            row.sheet(),
                            row.row(),
                            answer.key(),
                            answer.check(),
                            answer.text(AnswerColumn.OUTCOME),
                            answer.text(AnswerColumn.NOTE),
                            answer.text(AnswerColumn.UNTIL))
                    : row.sheet() + "!" + row.row() + " blank")
        .toList();
  }

  @Test
  void answersAreReadFromEverySheetWithKeysWhereverTheColumnsStand() throws Exception {
    Path file =
        meta(
                new Xlsx()
                    .sheet("汇总", row(1, "差异清单"))
                    .sheet("表1", HEADER, row(2, "一小", "G4", "c1", "", "k1", "王老师"))
                    .sheet(
                        "表2",
                        row(1, "填好了"),
                        row(3, "行 标识", "校验", "处理\n结果"),
                        row(5, "k2", "c2", ""),
                        row(6, "k3", "c3", "A1")),
                "1")
            .write(folder);
    Outcome outcome = read(file);
    assertThat(outcome.reading()).isInstanceOf(FileReading.Answers.class);
    FileReading.Answers answers = (FileReading.Answers) outcome.reading();
    assertThat(answers.slip().orElseThrow().value(ReturnSlip.NIGHT)).isEqualTo("0123456789abcdef");
    assertThat(answers.sheets()).extracting(SheetReading::rows).contains(1);
    assertThat(said(outcome))
        .containsExactly("表1!2 k1/c1 G4||", "表2!4 blank", "表2!5 k2/c2 ||", "表2!6 k3/c3 A1||");
  }

  @Test
  void aWorkbookThatHasLostWhatItSaysOfItselfIsKnownByItsColumns() throws Exception {
    Path file =
        new Xlsx()
            .sheet("Sheet1", HEADER, row(2, "一小", "G4", "c1", "见附件", "k1", "王老师"))
            .write(folder);
    Outcome outcome = read(file);
    assertThat(outcome.reading()).isInstanceOf(FileReading.Answers.class);
    assertThat(((FileReading.Answers) outcome.reading()).slip()).isEmpty();
    assertThat(said(outcome)).containsExactly("Sheet1!2 k1/c1 G4|见附件|");
  }

  @Test
  void anAnswerThatWasMergedOverRowsIsMeantForAllOfThemAndAKeyIsNot() throws Exception {
    Path file = folder.resolve("merged.xlsx");
    try (XSSFWorkbook book = new XSSFWorkbook();
        OutputStream out = Files.newOutputStream(file)) {
      Sheet sheet = book.createSheet("表");
      String[][] rows = {
        {"行标识", "校验", "处理结果"}, {"k1", "c1", "G4"}, {"k2", "c2", ""}, {"", "", ""}, {"k4", "c4", ""}
      };
      for (int row = 0; row < rows.length; row++) {
        for (int column = 0; column < 3; column++) {
          Row at = column == 0 ? sheet.createRow(row) : sheet.getRow(row);
          if (!rows[row][column].isEmpty()) {
            at.createCell(column).setCellValue(rows[row][column]);
          }
        }
      }
      sheet.addMergedRegion(new CellRangeAddress(1, 3, 2, 2));
      book.write(out);
    }
    assertThat(said(read(file)))
        .containsExactly("表!2 k1/c1 G4||", "表!3 k2/c2 G4||", "表!4 blank", "表!5 k4/c4 ||");
  }

  @Test
  void inTextFilesABreakWithinACellIsNoRow() throws Exception {
    Path file =
        Given.text(
            folder, "行标识,校验,说明,处理结果,有效期至\nk1,c1,\"两\n行\",G4,2026-08-31\n,,,,\nk2,c2,,,\n,,,,\n");
    assertThat(said(read(file)))
        .containsExactly("!2 k1/c1 G4|两\n行|2026-08-31", "!4 blank", "!5 k2/c2 ||");
  }

  @Test
  void aWorkbookOfAnotherVersionOrWithoutKeysIsSentBack() throws Exception {
    Path later =
        meta(new Xlsx().sheet("表1", HEADER, row(2, "一小", "", "c", "", "k", "")), "2").write(folder);
    assertThat(read(later).codes()).containsExactly(ProblemCode.ANSWERS_INCOMPLETE);
    Path keyless = meta(new Xlsx().sheet("表1", row(1, "学校", "处理结果", "说明")), "1").write(folder);
    assertThat(read(keyless).codes()).containsExactly(ProblemCode.ANSWERS_INCOMPLETE);
    Path nothing = meta(new Xlsx().sheet("汇总", row(1, "差异清单")), "1").write(folder);
    assertThat(read(nothing).codes()).containsExactly(ProblemCode.OWN_WORKBOOK);
  }
}

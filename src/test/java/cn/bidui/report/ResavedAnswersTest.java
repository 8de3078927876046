package cn.bidui.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left of an answer that was saved again by another program; runs where there is one. */
class ResavedAnswersTest {

  private static final String PROGRAM = "soffice";

  @TempDir private static Path folder;
  private static Path answer;

  @BeforeAll
  static void write() throws IOException {
    assumeTrue(installed(), "LibreOffice is not installed");
    answer = folder.resolve("answer.xlsx");
    new FeedbackBook(SmallCounty.TONIGHT, SampleAnswers.BUREAU, SampleAnswers.compared())
        .write(answer);
  }

  private static boolean installed() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
        .anyMatch(place -> Files.isExecutable(Path.of(place, PROGRAM)));
  }

  private static Path saved(String format) throws IOException, InterruptedException {
    Path out = Files.createTempDirectory(folder, format);
    Process process =
        new ProcessBuilder(
                PROGRAM,
                "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                "--headless",
                "--convert-to",
                format,
                "--outdir",
                out.toString(),
                answer.toString())
            .redirectErrorStream(true)
            .redirectOutput(out.resolve("log").toFile())
            .start();
    assertThat(process.waitFor(180, TimeUnit.SECONDS)).isTrue();
    return out.resolve("answer." + format);
  }

  @Test
  void nothingIsLostWhenLibreOfficeSavesItAsXlsx() throws IOException, InterruptedException {
    assertSame(saved("xlsx"));
  }

  @Test
  void nothingIsLostWhenLibreOfficeSavesItAsXls() throws IOException, InterruptedException {
    assertSame(saved("xls"));
  }

  private static void assertSame(Path again) throws IOException {
    try (Workbook before = open(answer);
        Workbook after = open(again)) {
      for (String name : List.of("结论", "需要修改", "原表标注·初一", "原表标注·初二", "_meta")) {
        assertThat(texts(after.getSheet(name))).as(name).isEqualTo(texts(before.getSheet(name)));
      }
      Sheet rows = after.getSheet("需要修改");
      assertThat(texts(rows).get(4)).startsWith("K-初一-17", "C17", "4");
      assertThat(rows.isColumnHidden(0)).isTrue();
      assertThat(rows.isColumnHidden(1)).isTrue();
      assertThat(rows.isColumnHidden(2)).isFalse();
      assertThat(rows.getProtect()).isTrue();
      Cell fault = rows.getRow(4).getCell(RejectSheet.LEAD + 4);
      assertThat(fault.getStringCellValue()).isEqualTo("9.9E+17");
      assertThat(fault.getCellStyle().getDataFormatString()).isEqualTo("@");
      assertThat(fault.getCellStyle().getLocked()).isFalse();
      assertThat(rows.getRow(1).getCell(0).getCellStyle().getLocked()).isTrue();
      assertThat(after.getSheetVisibility(after.getSheetIndex("_meta")))
          .isIn(SheetVisibility.HIDDEN, SheetVisibility.VERY_HIDDEN);
    }
  }

  private static Workbook open(Path path) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      return WorkbookFactory.create(in);
    }
  }

  private static List<List<String>> texts(Sheet sheet) {
    DataFormatter formatter = new DataFormatter();
    List<List<String>> rows = new ArrayList<>();
    for (Row row : sheet) {
      List<String> cells = new ArrayList<>();
      for (Cell cell : row) {
        cells.add(formatter.formatCellValue(cell));
      }
      while (!cells.isEmpty() && cells.get(cells.size() - 1).isEmpty()) {
        cells.remove(cells.size() - 1);
      }
      rows.add(cells);
    }
    return rows;
  }
}

package cn.bidui.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cn.bidui.intake.FileReading;
import cn.bidui.source.ProblemCode;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A list that somebody opened in LibreOffice and saved again holds the same records. */
class ResavedTest {

  private static final Path SAMPLES = Path.of("sample-inputs/quirks");

  /** In text, a date stands as the language of the computer writes it: 03/05/2012 in English. */
  private static final String DATES = "date-chinese-format.xlsx";

  private static final List<String> LISTS =
      List.of(
          "list-roll-compulsory.xlsx",
          "list-aid.xlsx",
          "list-households.xlsx",
          "rare-names.xlsx",
          DATES,
          "xls-biff8.xls",
          "header-two-rows.xlsx",
          "sheet-empty.xlsx");

  @TempDir Path folder;

  @BeforeEach
  void libreOfficeIsThere() {
    assumeTrue(program() != null, "LibreOffice (soffice) is not installed: not tried");
  }

  @ParameterizedTest(name = "saved as .{0}")
  @ValueSource(strings = {"xlsx", "xls"})
  void theSameRowsAreAccepted(String extension) throws IOException, InterruptedException {
    save(extension);
    for (String list : LISTS) {
      same(list, extension);
    }
  }

  @Test
  void theSameRowsAreAcceptedFromText() throws IOException, InterruptedException {
    save("csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false");
    for (String list : LISTS) {
      if (!list.equals(DATES)) {
        same(list, "csv");
      }
    }
  }

  @Test
  void anOpenDocumentIsRefusedWithTheReason() throws IOException, InterruptedException {
    save("ods");
    for (String list : LISTS) {
      ListReading.Outcome outcome = ListReading.of(saved(list, "ods"), "名单.ods");

      assertThat(outcome.reading()).isInstanceOf(FileReading.Refused.class);
      assertThat(((FileReading.Refused) outcome.reading()).problems())
          .extracting(problem -> problem.code())
          .containsExactly(ProblemCode.FILE_FORMAT);
    }
  }

  private void same(String list, String extension) {
    ListReading.Outcome before = ListReading.of(SAMPLES.resolve(list), list);
    ListReading.Outcome after = ListReading.of(saved(list, extension), list);

    assertThat(accepted(after)).as(list + " as " + extension).isEqualTo(accepted(before));
    assertThat(accepted(before)).isNotEmpty();
  }

  private static List<List<String>> accepted(ListReading.Outcome outcome) {
    return outcome.rows().stream()
        .filter(row -> row.bucket() == 'A')
        .map(ListReading.Row::values)
        .toList();
  }

  private Path saved(String list, String extension) {
    return folder.resolve(list.substring(0, list.lastIndexOf('.')) + "." + extension);
  }

  /** All lists in one start of the program, with a profile of its own. */
  private void save(String filter) throws IOException, InterruptedException {
    List<String> line = new ArrayList<>(List.of(String.valueOf(program())));
    line.add("-env:UserInstallation=" + folder.resolve("profile").toUri());
    line.addAll(List.of("--headless", "--convert-to", filter, "--outdir", folder.toString()));
    LISTS.forEach(list -> line.add(SAMPLES.resolve(list).toString()));
    Process process =
        new ProcessBuilder(line)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("said.txt").toFile())
            .start();
    if (!process.waitFor(3, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new AssertionError("LibreOffice hung");
    }
  }

  private static @org.jspecify.annotations.Nullable Path program() {
    String path = System.getenv().getOrDefault("PATH", "");
    for (String part : path.split(File.pathSeparator, -1)) {
      Path program = Path.of(part.isEmpty() ? "." : part, "soffice");
      if (Files.isExecutable(program)) {
        return program;
      }
    }
    return null;
  }
}

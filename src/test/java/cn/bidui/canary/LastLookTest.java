package cn.bidui.canary;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.fixture.people.IdNumbers;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@InTheClear("leaks are planted here")
class LastLookTest {

  private static final String ID = IdNumbers.ofOrder(LocalDate.of(2015, 6, 1), 7);
  private static final Instant BEGAN = Instant.parse("2025-11-03T00:00:00Z");

  @TempDir private Path folder;
  private final LastLook look = new LastLook(new Canaries(List.of("安小宁")));

  private List<String> report(String testcase) throws IOException {
    String suite = "<testsuite name=\"cn.bidui.XTest\">" + testcase + "</testsuite>";
    Files.writeString(folder.resolve("TEST-cn.bidui.XTest.xml"), suite);
    look.reports(folder);
    return look.leaks();
  }

  @ParameterizedTest
  @ValueSource(strings = {"system-out", "system-err", "failure", "error"})
  void whatATestSaidIsSearched(String element) throws IOException {
    String said = "<" + element + "><![CDATA[row " + ID + "]]></" + element + ">";

    List<String> leaks = report("<testcase name=\"aRow(Path) " + ID + "\">" + said + "</testcase>");

    assertThat(leaks).containsExactly("TEST-cn.bidui.XTest.xml " + element + " aRow: id at 4");
  }

  @Test
  void whatATestWasGivenIsNoLeak() throws IOException {
    assertThat(report("<testcase name=\"[1] " + ID + "\"><system-out>安</system-out></testcase>"))
        .isEmpty();
  }

  @Test
  void aBrokenReportIsSearchedAsAWhole() throws IOException {
    assertThat(report("<testcase name=\"a\"><system-out>安小宁")).hasSize(1);
  }

  @Test
  void whatAProcessDumpedIsSearched() throws IOException {
    Files.writeString(folder.resolve("XTest-output.txt"), "安小宁");
    look.reports(folder);
    assertThat(look.leaks()).containsExactly("XTest-output.txt: name at 0");
  }

  private void temporary(String name, byte[] content, Instant at) throws IOException {
    Path file = Files.write(folder.resolve(name), content);
    Files.setLastModifiedTime(file, FileTime.from(at));
  }

  private List<String> left() throws IOException, InterruptedException {
    look.temporary(folder, BEGAN, 0);
    return look.leaks();
  }

  @Test
  void aWorkbookThatWasLeftBehindIsUnpacked() throws Exception {
    Path book = folder.resolve("book123.xlsx");
    try (OutputStream out = Files.newOutputStream(book);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
      zip.write(("<t>" + ID + "</t>").getBytes(StandardCharsets.UTF_8));
    }
    assertThat(left()).containsExactly("book123.xlsx: id at 3");
  }

  @Test
  void onlyWhatIsOursAndOfTheseTestsIsLookedAt() throws Exception {
    byte[] named = ID.getBytes(StandardCharsets.UTF_8);
    temporary("somebody.csv", named, BEGAN);
    temporary("bidui-11.tmp", named, BEGAN.minusSeconds(1));
    temporary("bidui-tests-77", named, BEGAN);
    temporary("bidui-12.tmp", new byte[0], BEGAN);
    temporary("poi-cut-short", new byte[] {'P', 'K', 3, 4, 20, 0, 8, 0, 8, 0}, BEGAN);
    assertThat(left()).isEmpty();
    temporary("bidui-13.tmp", named, BEGAN);
    assertThat(left()).containsExactly("bidui-13.tmp: id at 0");
  }

  @Test
  void aWorkFolderThatWasKeptIsSearched() throws IOException {
    Path home = folder.resolve("ATest/a-1/home");
    Files.createDirectories(home.resolve("journal"));
    Files.createDirectories(home.resolve("logs"));
    Files.writeString(home.resolve("logs/bidui.log"), ID);
    look.kept(folder);
    look.kept(folder.resolve("none"));
    assertThat(look.leaks()).containsExactly("logs/bidui.log: id at 0");
  }
}

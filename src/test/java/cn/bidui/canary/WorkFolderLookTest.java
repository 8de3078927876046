package cn.bidui.canary;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.fixture.people.IdNumbers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@InTheClear("leaks are planted here")
class WorkFolderLookTest {

  private static final String ID = IdNumbers.ofOrder(LocalDate.of(2015, 6, 1), 7);

  @TempDir private Path folder;
  private final WorkFolderLook look = new WorkFolderLook(new Canaries(List.of("安小宁")));
  private Path home;

  @BeforeEach
  void aWorkFolder() throws IOException {
    home = folder.resolve("deeper/home");
    Files.createDirectories(home.resolve("journal"));
  }

  private void write(String name, String words) throws IOException {
    Path file = home.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, words);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "logs/bidui.log",
        "journal/000001.jsonl",
        "data/bidui.mv.db",
        "notices/2025-11-03.txt",
        "reports/2025-11-03/data/run.json",
        "reports/2025-11-03/data/links.csv",
        "reports/2025-11-03/index.html",
        "what-if/2025-11-03/data/run.json"
      })
  void aPlantedLeakIsFoundAndNotRepeated(String place) throws IOException {
    write(place, "could not read " + ID);

    List<String> leaks = look.leaks(folder);

    assertThat(leaks).containsExactly(place + ": id at 15");
    assertThat(leaks.toString()).doesNotContain(ID);
  }

  @Test
  void aNameIsFoundToo() throws IOException {
    write("logs/bidui.log", "安小宁");
    assertThat(look.leaks(folder)).containsExactly("logs/bidui.log: name at 0");
  }

  @Test
  void whereSomebodyHasToActPeopleAreNamed() throws IOException {
    write("inbox/名单.csv", ID);
    write("reports/2025-11-03/差异清单.xlsx", ID);
    write("reports/2025-11-03/data/findings.csv", ID);
    book("xl/sharedStrings.xml");
    write("feedback/a__未通过.xlsx", ID);
    assertThat(look.leaks(folder)).isEmpty();
  }

  @Test
  void whatNobodySeesOfAWorkbookNamesNobody() throws IOException {
    book("docProps/core.xml");
    assertThat(look.leaks(folder)).containsExactly("reports/2025-11-03/学校/一小.xlsx: id at 0");
  }

  private void book(String part) throws IOException {
    Path file = home.resolve("reports/2025-11-03/学校/一小.xlsx");
    Files.createDirectories(file.getParent());
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry(part));
      zip.write(ID.getBytes(StandardCharsets.UTF_8));
    }
  }

  @Test
  void whatHasNotChangedIsNotReadAgain() throws IOException {
    write("logs/bidui.log", ID);
    assertThat(look.leaks(folder)).hasSize(1);
    assertThat(look.leaks(folder)).isEmpty();
    write("logs/bidui.log", "line\n" + ID);
    assertThat(look.leaks(folder)).hasSize(1);
  }
}

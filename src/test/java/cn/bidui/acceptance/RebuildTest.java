package cn.bidui.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Archive and journal are the record; the database can be made again from them. */
class RebuildTest {

  private static final String LAST = Sample.asOf(3);

  private Office office;

  @BeforeEach
  void liveThroughTheNights(@TempDir Path folder) throws IOException {
    office = Sample.after(3, folder.resolve("home"));
  }

  @Test
  void aLostDatabaseAndALostReportComeBackToTheByte() throws IOException {
    SortedMap<String, String> before = Office.digests(office.home().resolve("reports"));
    remove(office.home().resolve("data"));
    Files.delete(office.report(LAST).resolve("差异清单.xlsx"));

    Office.Said said = office.does("rebuild");

    assertThat(said.exit()).as(said.all()).isZero();
    assertThat(said.out()).contains("（" + LAST + "）重新导出后逐字节相同").contains("已按原样补回");
    assertThat(Office.digests(office.home().resolve("reports"))).isEqualTo(before);
    assertThat(office.run(LAST).exit()).isEqualTo(2);
    assertThat(office.published(LAST)).isEqualTo(published(before));
  }

  @Test
  void aRunAfterTheDatabaseWasLostNeedsNoRebuild() throws IOException {
    SortedMap<String, String> before = office.published(LAST);
    remove(office.home().resolve("data"));
    assertThat(office.run(LAST).exit()).isEqualTo(2);
    assertThat(office.published(LAST)).isEqualTo(before);
  }

  @Test
  void rebuildRefusesADamagedJournalAndChangesNothing() throws IOException {
    Path journal = office.home().resolve("journal").resolve("000001.jsonl");
    byte[] lines = Files.readAllBytes(journal);
    lines[lines.length / 2] ^= 1;
    Files.write(journal, lines);
    SortedMap<String, String> before = record();

    Office.Said said = office.does("rebuild");

    assertThat(said.exit()).as(said.all()).isEqualTo(74);
    assertThat(said.err()).contains("没有改动任何东西");
    assertThat(record()).isEqualTo(before);
  }

  @Test
  void rebuildRefusesADamagedArchive() throws IOException {
    Path largest = null;
    for (Path blob : Office.files(office.home().resolve("archive"))) {
      largest = largest == null || Files.size(blob) > Files.size(largest) ? blob : largest;
    }
    byte[] bytes = Files.readAllBytes(largest);
    bytes[bytes.length / 2] ^= 1;
    Files.delete(largest);
    Files.write(largest, bytes);
    SortedMap<String, String> reports = Office.digests(office.home().resolve("reports"));

    Office.Said said = office.does("rebuild");

    assertThat(said.exit()).as(said.all()).isEqualTo(74);
    assertThat(Office.digests(office.home().resolve("reports"))).isEqualTo(reports);
  }

  /** Everything but the lease, which says who tried last, and the log. */
  private SortedMap<String, String> record() throws IOException {
    SortedMap<String, String> all = Office.digests(office.home());
    all.keySet().removeIf(path -> path.startsWith("logs/"));
    all.remove("journal/epoch");
    all.remove("journal/lease.lock");
    return all;
  }

  private static SortedMap<String, String> published(SortedMap<String, String> reports) {
    SortedMap<String, String> last = new java.util.TreeMap<>();
    reports.forEach(
        (path, digest) -> {
          if (path.startsWith(LAST + "/") && !path.endsWith("/run.json")) {
            last.put(path.substring(LAST.length() + 1), digest);
          }
        });
    return last;
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}

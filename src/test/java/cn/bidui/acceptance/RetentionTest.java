package cn.bidui.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is over age goes; what the nights still need stays as far as they need it. */
class RetentionTest {

  private static final String LAST = Sample.asOf(3);
  private static final String LATER = "2027-03-01";

  private Office office;

  @BeforeEach
  void liveThroughTheNights(@TempDir Path folder) throws IOException {
    office = Sample.after(3, folder.resolve("home"));
  }

  @Test
  void aDryRunTellsAndChangesNothing() throws IOException {
    SortedMap<String, String> before = Office.digests(office.home());

    Office.Said said = office.does("purge", "--dry-run", "--as-of", LATER);

    assertThat(said.exit()).as(said.all()).isZero();
    assertThat(said.out()).contains("还在用，只留比对所需各列").contains("没有动任何东西");
    assertThat(Office.digests(office.home())).isEqualTo(before);
  }

  @Test
  void aPurgeNamesWhoOrderedIt() {
    Office.Said said = office.does("purge", "--as-of", LATER);

    assertThat(said.exit()).isEqualTo(64);
    assertThat(said.err()).contains("--by");
  }

  @Test
  void aMistypedYearDestroysNothing() throws IOException {
    SortedMap<String, String> before = Office.digests(office.home().resolve("archive"));

    Office.Said said = office.run("2999-01-01", "--quiet");

    assertThat(said.exit()).as(said.all()).isIn(0, 2, 3);
    assertThat(Office.digests(office.home().resolve("archive"))).containsAllEntriesOf(before);
    assertThat(office.home().resolve("reports/销毁证明")).doesNotExist();
    assertThat(office.home().resolve("reports").resolve(LAST)).isDirectory();
  }

  @Test
  void nothingIsOverAgeOnTheDayItself() throws IOException {
    SortedMap<String, String> reports = Office.digests(office.home().resolve("reports"));
    Path old = log("bidui.log.2024-11-04.0.gz", "2024-11-04T02:00:00Z");
    Path oldSteps = log("steps-2024-11.jsonl", "2024-11-04T02:00:00Z");
    Path oldCron = log("cron-2024-11.txt", "2024-11-04T02:00:00Z");
    Path steps = log("steps-2025-10.jsonl", "2025-10-31T02:00:00Z");
    Path other = log("notes.txt", "2024-11-04T02:00:00Z");

    Office.Said said = office.does("purge", "--by", "王主任", "--as-of", LAST);

    assertThat(said.out()).contains("没有超过保存期限");
    assertThat(Office.digests(office.home().resolve("reports"))).isEqualTo(reports);
    // Logs are kept for 365 days, and need no certificate.
    assertThat(old).doesNotExist();
    assertThat(oldSteps).doesNotExist();
    assertThat(oldCron).doesNotExist();
    assertThat(steps).exists();
    assertThat(other).exists();
  }

  private Path log(String name, String written) throws IOException {
    Path file = Files.writeString(office.home().resolve("logs").resolve(name), "{}\n");
    return Files.setLastModifiedTime(file, FileTime.from(Instant.parse(written)));
  }

  @Test
  void aDatabaseMadeAgainFromCheckpointsExportsTheSameBytes() throws IOException {
    SortedMap<String, String> before = office.published(LAST);
    int blobs = Office.files(office.home().resolve("archive")).size();

    Office.Said purged = office.does("purge", "--by", "王主任", "--as-of", LATER);
    assertThat(purged.exit()).as(purged.all()).isZero();
    assertThat(Office.files(office.home().resolve("archive")).size()).isNotEqualTo(blobs);
    Path report = office.report(LAST);
    Files.delete(report.resolve("差异清单.xlsx"));
    Office.Said rebuilt = office.does("rebuild");

    assertThat(rebuilt.exit()).as(rebuilt.all()).isZero();
    assertThat(rebuilt.out()).contains("重新导出后逐字节相同");
    assertThat(office.published(LAST)).isEqualTo(before);
  }

  @Test
  void noRawFileIsLeftAndTheCertificateSaysSo() throws IOException {
    office.does("purge", "--by", "王主任", "--as-of", LATER);

    for (Path blob : Office.files(office.home().resolve("archive"))) {
      byte[] start = Files.readAllBytes(blob);
      assertThat(start.length > 1 && start[0] == 'P' && start[1] == 'K')
          .as(blob.toString())
          .isFalse();
    }
    Path certificate = office.home().resolve("reports").resolve("销毁证明").resolve(LATER + ".txt");
    assertThat(certificate).content().contains("王主任").contains("原件销毁").contains("Certificate");
    assertThat(office.does("purge", "--by", "王主任", "--as-of", LATER).out()).contains("没有超过保存期限");
  }

  @Test
  void theNextNightRunsOnCheckpointsAndFindsTheSame() throws IOException {
    SortedMap<String, String> before = office.published(LAST);
    office.does("purge", "--by", "王主任", "--as-of", LATER);

    Office.Said again = office.run(LAST);

    assertThat(again.exit()).as(again.all()).isEqualTo(2);
    assertThat(office.published(LAST)).isEqualTo(before);
  }
}

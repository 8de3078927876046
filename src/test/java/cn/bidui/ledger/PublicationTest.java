package cn.bidui.ledger;

import static cn.bidui.ledger.Invented.CLOCK;
import static cn.bidui.ledger.Invented.MONDAY;
import static cn.bidui.ledger.Invented.TUESDAY;
import static cn.bidui.ledger.Invented.sha;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.bidui.ledger.Entry.Published;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublicationTest {

  @TempDir Path home;
  private Path reports;
  private Publication publication;
  private Lease lease;
  private Journal journal;

  @BeforeEach
  void takeTheFolder() throws IOException {
    reports = home.resolve("reports");
    publication = Publication.under(reports);
    lease = Invented.lease(home);
    journal = Journal.open(home, lease, CLOCK);
  }

  @AfterEach
  void giveTheFolderBack() throws IOException {
    journal.close();
    lease.close();
  }

  private SortedMap<String, String> stage(LocalDate asOf, String runId) throws IOException {
    Path folder = publication.stage(asOf, runId, lease);
    Files.writeString(folder.resolve("index.html"), runId);
    Files.createDirectory(folder.resolve("data"));
    Files.writeString(folder.resolve("data/findings.csv"), "finding_id\n");
    return publication.seal(asOf, runId, lease);
  }

  private void journal(LocalDate asOf, String runId, SortedMap<String, String> manifest)
      throws IOException {
    journal.append(
        new Published(
            runId, asOf, null, List.of(), "", "", "", manifest, new TreeMap<>(), new TreeMap<>()));
  }

  private void publish(LocalDate asOf, String runId) throws IOException {
    journal(asOf, runId, stage(asOf, runId));
    publication.swap(asOf, runId, lease);
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(reports)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void aSealedFolderIsListedWithItsDigests() throws IOException {
    assertThat(stage(MONDAY, "run-1"))
        .containsExactly(
            Map.entry("data/findings.csv", sha("finding_id\n")),
            Map.entry("index.html", sha("run-1")));
  }

  @Test
  void nothingIsVisibleBeforeTheSwap() throws IOException {
    stage(MONDAY, "run-1");
    assertThat(publication.folder(MONDAY)).doesNotExist();
    assertThat(reports.resolve("latest.txt")).doesNotExist();
  }

  @Test
  void aPublishedNightIsTheNewestOne() throws IOException {
    publish(MONDAY, "run-1");
    publish(TUESDAY, "run-2");
    assertThat(names()).containsExactly("2026-10-05", "2026-10-06", "latest.txt");
    assertThat(reports.resolve("latest.txt")).hasContent("2026-10-06");
  }

  @Test
  void publishingTheSameDayAgainReplacesTheFolderWhole() throws IOException {
    publish(MONDAY, "run-1");
    Files.writeString(publication.folder(MONDAY).resolve("left-over.txt"), "old");
    publish(MONDAY, "run-2");
    assertThat(publication.folder(MONDAY).resolve("index.html")).hasContent("run-2");
    assertThat(publication.folder(MONDAY).resolve("left-over.txt")).doesNotExist();
    assertThat(names()).containsExactly("2026-10-05", "latest.txt");
  }

  @Test
  void stagingTwiceStartsWithAnEmptyFolder() throws IOException {
    stage(MONDAY, "run-1");
    assertThat(publication.stage(MONDAY, "run-1", lease)).isEmptyDirectory();
  }

  @Test
  void aStagedNightThatWasNotJournaledIsDropped() throws IOException {
    publish(MONDAY, "run-1");
    stage(MONDAY, "run-2");
    publication.recover(journal.state(), lease);
    assertThat(publication.folder(MONDAY).resolve("index.html")).hasContent("run-1");
    assertThat(names()).containsExactly("2026-10-05", "latest.txt");
  }

  @Test
  void aJournaledNightIsSwappedInAfterACrash() throws IOException {
    publish(MONDAY, "run-1");
    journal(MONDAY, "run-2", stage(MONDAY, "run-2"));
    recoverTwice("run-2");
  }

  @Test
  void aCrashBetweenMovingTheOldAsideAndTheNewInIsRecovered() throws IOException {
    publish(MONDAY, "run-1");
    journal(MONDAY, "run-2", stage(MONDAY, "run-2"));
    Files.move(publication.folder(MONDAY), reports.resolve(".old-2026-10-05-run-2"));
    recoverTwice("run-2");
  }

  @Test
  void aCrashBeforeTheOldIsRemovedIsRecovered() throws IOException {
    publish(MONDAY, "run-1");
    Files.createDirectories(reports.resolve(".old-2026-10-05-run-1/data"));
    Files.delete(reports.resolve("latest.txt"));
    recoverTwice("run-1");
  }

  private void recoverTwice(String runId) throws IOException {
    for (int i = 0; i < 2; i++) {
      publication.recover(journal.state(), lease);
      assertThat(publication.folder(MONDAY).resolve("index.html")).hasContent(runId);
      assertThat(names()).containsExactly("2026-10-05", "latest.txt");
      assertThat(reports.resolve("latest.txt")).hasContent("2026-10-05");
    }
  }

  /** It had the same run to write, and its lease was over. */
  @Test
  void whatASleeperWroteUnderTheSameNumberNeverReplacesWhatCounts() throws IOException {
    publish(MONDAY, "run-1");
    Path left = reports.resolve(".staging-2026-10-05-run-1.e1");
    Files.createDirectory(left);
    Files.writeString(left.resolve("index.html"), "half of it");
    recoverTwice("run-1");
  }

  @Test
  void ofTwoThatStagedTheSameRunTheJournaledOneIsSwappedIn() throws IOException {
    for (String other : List.of("", ".e0", ".e99")) {
      Path left = reports.resolve(".staging-2026-10-05-run-1" + other);
      SortedMap<String, String> manifest = stage(MONDAY, "run-1");
      Files.createDirectory(left);
      Files.writeString(left.resolve("index.html"), "half of it");
      journal(MONDAY, "run-1", manifest);
      recoverTwice("run-1");
      Files.move(publication.folder(MONDAY), home.resolve("moved away" + other));
    }
  }

  @Test
  void aVersionBeforeStagedWithoutAnEpoch() throws IOException {
    SortedMap<String, String> manifest = stage(MONDAY, "run-1");
    Path old = reports.resolve(".staging-2026-10-05-run-1");
    Files.move(reports.resolve(".staging-2026-10-05-run-1.e" + lease.epoch()), old);
    journal(MONDAY, "run-1", manifest);
    Published night = journal.state().publicationOf(MONDAY).orElseThrow();
    assertThat(publication.whereItLies(night)).isEqualTo(old);
    recoverTwice("run-1");
    assertThat(publication.whereItLies(night)).isEqualTo(publication.folder(MONDAY));
  }

  @Test
  void whoeverIsLateRemovesWhatItStaged() throws IOException {
    stage(MONDAY, "run-1");
    publication.giveUpIfLate(MONDAY, "run-1", lease);
    assertThat(names()).hasSize(1);
    Files.writeString(home.resolve("journal/epoch"), "2\n");
    assertThatThrownBy(() -> publication.giveUpIfLate(MONDAY, "run-1", lease))
        .isInstanceOf(LeaseLostException.class);
    assertThat(names()).isEmpty();
  }

  @Test
  void anAbandonedWhatIfLeavesWhatItWouldHaveReplaced() throws IOException {
    publish(MONDAY, "run-1");
    stage(MONDAY, "run-2");
    Files.move(publication.folder(MONDAY), reports.resolve(".old-2026-10-05-run-2"));
    publication.abandon(lease);
    assertThat(publication.folder(MONDAY).resolve("index.html")).hasContent("run-1");
    assertThat(names()).containsExactly("2026-10-05", "latest.txt");
  }

  @Test
  void recoveringNothingMakesNothing() throws IOException {
    publication.recover(journal.state(), lease);
    assertThat(reports).doesNotExist();
  }

  @Test
  void aHolderOfAnOutdatedLeasePublishesNothing() throws IOException {
    journal(MONDAY, "run-1", stage(MONDAY, "run-1"));
    Files.writeString(home.resolve("journal/epoch"), "2\n");
    assertThatThrownBy(() -> publication.swap(MONDAY, "run-1", lease))
        .isInstanceOf(LeaseLostException.class);
    assertThatThrownBy(() -> publication.recover(journal.state(), lease))
        .isInstanceOf(LeaseLostException.class);
    assertThat(publication.folder(MONDAY)).doesNotExist();
  }
}

package cn.bidui.batch;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.collect.KeepCopy;
import cn.bidui.collect.Pause;
import cn.bidui.ledger.Archive;
import cn.bidui.ledger.Entry;
import cn.bidui.ledger.JournalReader;
import cn.bidui.ledger.Lease;
import cn.bidui.ledger.LeaseOutcome;
import cn.bidui.plan.Mistakes;
import cn.bidui.plan.WorkFolder;
import cn.bidui.source.FileState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The share with the inbox goes away while a run looks at it, and leaves the empty folder that it
 * was mounted on; then it comes back. Three lists lie in it.
 */
class ShareAwayTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2025-11-03T14:00:00Z"), ZoneOffset.UTC);
  private static final LocalDate DAY = LocalDate.of(2025, 11, 3);
  private static final int LISTS = 3;

  @TempDir private Path folder;
  private Path home;
  private Path inbox;
  private Path share;
  private int runs;

  @BeforeEach
  void threeLists() throws IOException {
    home = Files.createDirectories(folder.resolve("home"));
    inbox = Files.createDirectories(home.resolve("inbox"));
    share = folder.resolve("share");
    Files.writeString(home.resolve("bidui.yml"), "unit: 试验县教育局\n");
    for (int i = 0; i < LISTS; i++) {
      Files.writeString(inbox.resolve(i + ".csv"), "姓名\n" + i + "\n");
    }
  }

  private void unmount() {
    try {
      Files.move(inbox, share);
      Files.createDirectory(inbox);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private void mount() throws IOException {
    Files.delete(inbox);
    Files.move(share, inbox);
  }

  /** One run's collecting; what it knows of the inbox afterwards. */
  private NightWork run(Pause pause, Reading reading) throws IOException {
    Mistakes mistakes = new Mistakes();
    JobTree tree = JobTree.read(home.resolve("bidui.yml"), Path.of("jobs"), "nightly");
    NightOrder order =
        NightOrder.read(new WorkFolder(home), tree, "nightly", DAY, "0.2.0", CLOCK, mistakes);
    assertThat(mistakes.all()).isEmpty();
    NightWork work = new NightWork("R-" + ++runs, false);
    try (Lease lease = ((LeaseOutcome.Held) Lease.acquire(home, Duration.ZERO, CLOCK)).lease();
        OpenRecord record = OpenRecord.open(new WorkFolder(home), lease, CLOCK)) {
      record.journal().append(new Entry.RunStarted(work.runId, "nightly", DAY));
      KeepCopy copies = reading.of(record.archive());
      new CollectStage(order, record, pause, copies).run(work);
    }
    return work;
  }

  /** How files are copied into an archive. */
  @FunctionalInterface
  private interface Reading {
    KeepCopy of(Archive archive);
  }

  private NightWork run() throws IOException {
    return run(length -> {}, archive -> archive::put);
  }

  /** Names of what was received, in order, once for each time. */
  private List<String> received() throws IOException {
    List<String> names = new ArrayList<>();
    JournalReader.of(home)
        .read(
            1,
            line -> {
              if (line.entry() instanceof Entry.FileReceived received) {
                names.add(received.file().name());
              }
            });
    return names;
  }

  /**
   * The share is there again: all three lists are kept, each has one receipt, the inbox is empty.
   */
  private void nothingIsLost() throws IOException {
    mount();
    NightWork work = run();
    assertThat(work.inboxAway).isFalse();
    assertThat(work.waiting).isEmpty();
    assertThat(received()).containsExactlyInAnyOrder("0.csv", "1.csv", "2.csv");
    assertThat(Archive.of(home).all()).hasSize(LISTS);
    assertThat(inbox).isEmptyDirectory();
  }

  @Test
  void betweenTwoLooksNothingIsTakenAndTheInboxIsSaidToBeAway() throws IOException {
    NightWork work = run(length -> unmount(), archive -> archive::put);

    assertThat(work.inboxAway).isTrue();
    assertThat(work.waiting).isEmpty();
    assertThat(received()).isEmpty();
    nothingIsLost();
  }

  @Test
  void betweenListingAndReadingWhatWasReadIsKept() throws IOException {
    NightWork work =
        run(
            length -> {},
            archive ->
                (file, unchanged) -> {
                  Optional<String> kept = archive.put(file, unchanged);
                  unmount();
                  return kept;
                });

    assertThat(work.inboxAway).isTrue();
    assertThat(received()).containsExactly("0.csv");
    // It could not be removed, which the next run knows.
    assertThat(work.waiting).hasSize(1);
    assertThat(work.waiting.get(0).state()).isEqualTo(FileState.WAITING);
    nothingIsLost();
  }

  @Test
  void inTheMiddleOfACopyTheHalfIsDroppedAndNoFileIsBlamed() throws IOException {
    NightWork work =
        run(
            length -> {},
            archive ->
                (file, unchanged) -> {
                  if (file.endsWith("1.csv")) {
                    unmount();
                    throw new IOException("Host is down");
                  }
                  return archive.put(file, unchanged);
                });

    assertThat(work.inboxAway).isTrue();
    assertThat(received()).containsExactly("0.csv");
    assertThat(work.waiting).extracting(entry -> entry.file().name()).containsExactly("0.csv");
    nothingIsLost();
  }

  @Test
  void afterTheLastCopyTheFilesAreTakenOnce() throws IOException {
    NightWork work =
        run(
            length -> {},
            archive ->
                (file, unchanged) -> {
                  Optional<String> kept = archive.put(file, unchanged);
                  if (file.endsWith("2.csv")) {
                    unmount();
                  }
                  return kept;
                });

    assertThat(work.inboxAway).isTrue();
    assertThat(received()).containsExactly("0.csv", "1.csv", "2.csv");
    nothingIsLost();
  }

  @Test
  void aFileThatIsStillBeingCopiedIsRememberedAllTheSame() throws IOException {
    Path half = inbox.resolve("3.csv");
    NightWork work =
        run(
            length -> {
              append(half);
            },
            archive ->
                (file, unchanged) -> {
                  Optional<String> kept = archive.put(file, unchanged);
                  unmount();
                  return kept;
                });

    assertThat(work.waiting)
        .extracting(entry -> entry.file().name())
        .containsExactlyInAnyOrder("0.csv", "3.csv");
    assertThat(received()).containsExactly("0.csv");
    try (Stream<Path> left = Files.list(share)) {
      assertThat(left).hasSize(LISTS + 1);
    }
  }

  private static void append(Path file) {
    try {
      Files.write(
          file,
          "姓名\n".getBytes(StandardCharsets.UTF_8),
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}

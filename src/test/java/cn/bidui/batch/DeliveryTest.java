package cn.bidui.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.bidui.ledger.FileEntry;
import cn.bidui.ledger.HashTotals;
import cn.bidui.plan.WorkFolder;
import cn.bidui.source.FileState;
import cn.bidui.source.RowCounts;
import cn.bidui.source.Scope;
import cn.bidui.source.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.TreeMap;
import java.util.zip.ZipException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessResourceFailureException;

/** What becomes of an answer that cannot be laid where it belongs. */
class DeliveryTest {

  private static final FileEntry ENTRY =
      new FileEntry(
          new SourceFile("", "名单.csv", ""),
          FileState.ACCEPTED,
          null,
          "",
          Scope.COUNTY,
          null,
          null,
          List.of(),
          RowCounts.NONE,
          HashTotals.NONE,
          List.of(),
          new TreeMap<>(),
          false,
          List.of());

  @TempDir private Path home;

  private Delivery delivery(Delivery.Written written) {
    return new Delivery(new WorkFolder(home), written, Progress.NONE);
  }

  @Test
  void aDatabaseThatIsAwayLeavesTheFileUnanswered() {
    Delivery delivery =
        delivery(
            (entry, receipt, folder) -> {
              throw new DataAccessResourceFailureException(
                  "", new SQLException("Connection is closed", "08003"));
            });

    assertThatThrownBy(() -> delivery.answer(ENTRY, 6))
        .isInstanceOf(DataAccessResourceFailureException.class);
    assertThat(delivery.answers()).isEmpty();
    assertThat(home.resolve("data/unsent")).doesNotExist();
  }

  @Test
  void aDatabaseThatGoesAwayWhileAnAnswerIsPutAsideDoesSoToo() {
    Delivery delivery =
        delivery(
            (entry, receipt, folder) -> {
              if (folder.endsWith("feedback")) {
                throw new AccessDeniedException("feedback");
              }
              throw new DataAccessResourceFailureException("", new SQLException("", "08006"));
            });

    assertThatThrownBy(() -> delivery.answer(ENTRY, 6))
        .isInstanceOf(DataAccessResourceFailureException.class);
    assertThat(delivery.answers()).isEmpty();
  }

  @Test
  void aFolderThatIsClosedLetsTheAnswerWait() throws IOException {
    Delivery delivery =
        delivery(
            (entry, receipt, folder) -> {
              if (folder.endsWith("feedback")) {
                throw new AccessDeniedException("feedback");
              }
              Files.writeString(folder.resolve("a.txt"), "answer");
            });

    delivery.answer(ENTRY, 6);

    assertThat(delivery.answers()).containsEntry(FileState.ACCEPTED, 1);
    assertThat(home.resolve("data/unsent/6/a.txt")).hasContent("answer");
    assertThat(Delivery.waits(new WorkFolder(home))).isTrue();
  }

  @Test
  void anAnswerThatCannotBeWrittenAtAllDoesNotStopTheNight() throws IOException {
    Delivery delivery =
        delivery(
            (entry, receipt, folder) -> {
              throw new IllegalStateException("a mistake of the program");
            });

    delivery.answer(ENTRY, 6);

    assertThat(delivery.answers()).containsEntry(FileState.ACCEPTED, 1);
  }

  @Test
  void bytesThatNobodyCanReadDoNotStopTheNightAndADiskThatFailsDoes() throws IOException {
    Delivery odd =
        delivery(
            (entry, receipt, folder) -> {
              throw new UncheckedIOException(new ZipException("incorrect header check"));
            });
    Delivery full =
        delivery(
            (entry, receipt, folder) -> {
              throw new UncheckedIOException(new IOException("No space left on device"));
            });

    odd.answer(ENTRY, 6);

    assertThat(odd.answers()).containsEntry(FileState.ACCEPTED, 1);
    assertThatThrownBy(() -> full.answer(ENTRY, 6)).isInstanceOf(UncheckedIOException.class);
    assertThat(full.answers()).isEmpty();
  }
}

package cn.bidui.batch;

import cn.bidui.ledger.FileEntry;
import cn.bidui.ledger.Lease;
import cn.bidui.ledger.LeaseLostException;
import cn.bidui.plan.WorkFolder;
import cn.bidui.report.Feedback;
import cn.bidui.report.TempFolder;
import cn.bidui.source.FileState;
import cn.bidui.store.Trouble;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lays answers into the feedback folder. One that cannot be laid there, because the folder or one
 * in it is read-only or not mounted, is kept in the work folder, and the next run lays it there:
 * one school's folder must not stop the night of a county.
 */
final class Delivery implements AnswerStage.Answering {

  private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

  private final WorkFolder folder;
  private final Written feedbacks;
  private final Progress progress;
  private final Map<FileState, Integer> answers = new EnumMap<>(FileState.class);

  /** Writes the answer of a file below a folder. */
  @FunctionalInterface
  interface Written {
    void answer(FileEntry entry, long receipt, Path folder) throws IOException;
  }

  Delivery(WorkFolder folder, Written feedbacks, Progress progress) {
    this.folder = folder;
    this.feedbacks = feedbacks;
    this.progress = progress;
  }

  @Override
  public void answer(FileEntry entry, long receipt) throws IOException {
    try {
      feedbacks.answer(entry, receipt, folder.feedback());
    } catch (LeaseLostException over) {
      throw over;
    } catch (IOException | RuntimeException failure) {
      if (NightFailure.of(failure).database() != Trouble.NONE) {
        // The file stays unanswered, and is answered once the database is back.
        throw failure;
      }
      LOG.warn(
          "the answer of receipt {} waits: {}", receipt, NightFailure.of(failure).getMessage());
      keep(entry, receipt);
      progress.unsent(entry.file());
    }
    answers.merge(entry.state(), 1, Integer::sum);
    progress.answered(entry);
  }

  /** How many files got which answer. */
  Map<FileState, Integer> answers() {
    return answers;
  }

  /** Where the disk fails, the night fails; where the answer itself does, the night goes on. */
  private void keep(FileEntry entry, long receipt) throws IOException {
    Path kept = Files.createDirectories(unsent(folder).resolve(String.valueOf(receipt)));
    try {
      feedbacks.answer(entry, receipt, kept);
    } catch (RuntimeException failure) {
      if (NightFailure.machine(failure) && !liesInTheContent(failure)) {
        throw failure;
      }
      LOG.error("no answer to receipt {}: {}", receipt, NightFailure.of(failure).getMessage());
    }
  }

  /** Whether bytes of a file are what they cannot be: no other night would read them either. */
  private static boolean liesInTheContent(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ZipException || cause instanceof CharacterCodingException) {
        return true;
      }
    }
    return false;
  }

  /** Where answers wait, in a folder for each receipt. */
  static Path unsent(WorkFolder folder) {
    return folder.data().resolve("unsent");
  }

  /** Whether answers wait. */
  static boolean waits(WorkFolder folder) throws IOException {
    return !kept(folder).isEmpty();
  }

  private static List<Path> kept(WorkFolder folder) throws IOException {
    List<Path> kept = new ArrayList<>();
    if (Files.isDirectory(unsent(folder))) {
      try (DirectoryStream<Path> receipts = Files.newDirectoryStream(unsent(folder), "[0-9]*")) {
        receipts.forEach(kept::add);
      }
    }
    kept.sort(Comparator.comparing((Path path) -> path.toString().length()).thenComparing(p -> p));
    return kept;
  }

  /** Tries again, in the order of the receipts; what a killed process left half written goes. */
  void sendWhatWaits(Lease lease) throws IOException {
    TempFolder.clear(folder.scratch());
    for (Path kept : kept(folder)) {
      try {
        Feedback.forward(kept, folder.feedback(), lease.epoch());
      } catch (IOException still) {
        LOG.warn("answers still wait: {}", NightFailure.of(still).getMessage());
        return;
      }
    }
  }
}

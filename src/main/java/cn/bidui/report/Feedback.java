package cn.bidui.report;

import cn.bidui.ledger.FileEntry;
import cn.bidui.source.FileState;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.poi.UnsupportedFileFormatException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;

/**
 * The answer to one dropped file (收件反馈): {@code <name>__已收妥.xlsx} where nothing is to be done,
 * {@code <name>__未通过.xlsx} where something must be corrected.
 *
 * <p>{@code <name>} is the file's name without its ending. Where an answer of that name already
 * belongs to a file with another ending ({@code 名单.xlsx} and {@code 名单.csv}), the later one keeps
 * its ending: {@code 名单.csv__未通过.xlsx}. Each answer knows its file from the document's subject.
 */
public final class Feedback {

  private static final String TAKEN = "__已收妥.xlsx";
  private static final String RETURNED = "__未通过.xlsx";

  /** File systems take 255 bytes; the ending, a number and the folder's own marks need 40. */
  private static final int NAME_BYTES = 215;

  private final LocalDate asOf;

  /** Answers given on {@code asOf}. */
  public Feedback(LocalDate asOf) {
    this.asOf = asOf;
  }

  /**
   * Answers one file under {@code feedbackDir}, in the sub-folder of its unit. An earlier answer to
   * the same file is replaced; where somebody holds it open, a numbered one is written beside it. A
   * refused original is laid beside its answer, untouched.
   *
   * @param originalBlob the file's bytes as they were taken
   * @return the answer
   */
  public Path write(Answer said, Path originalBlob, Path feedbackDir) throws IOException {
    FileEntry entry = said.entry();
    Path folder = Files.createDirectories(folder(entry, feedbackDir));
    String name = name(entry, folder);
    // The same file again does not take away the rows that its first answer asked for.
    boolean asked = entry.state() == FileState.DUPLICATE && !said.rejects().isEmpty();
    boolean taken = taken(entry.state()) && !asked;
    Path answer = answer(folder.resolve(name + (taken ? TAKEN : RETURNED)), said);
    withdraw(folder.resolve(name + (taken ? RETURNED : TAKEN)));
    if (entry.state() == FileState.REFUSED) {
      original(originalBlob, folder.resolve(entry.file().name()));
    }
    return answer;
  }

  private Path answer(Path target, Answer said) throws IOException {
    FeedbackBook book = new FeedbackBook(asOf, said);
    Path scratch = Files.createTempDirectory("bidui-feedback");
    try {
      return SafeFile.writeBeside(
          target, draft -> TempFolder.inside(scratch, () -> book.write(draft)));
    } finally {
      Files.delete(scratch);
    }
  }

  private static Path folder(FileEntry entry, Path feedbackDir) {
    String unit = entry.file().unit();
    return unit.isEmpty() ? feedbackDir : feedbackDir.resolve(Folder.safe(unit));
  }

  /** Whether nothing is left for the owner to do. */
  static boolean taken(FileState state) {
    return switch (state) {
      case ACCEPTED, DUPLICATE, SUPERSEDED, HELD, WAITING, ANSWERS -> true;
      case ACCEPTED_WITH_REJECTS, REFUSED -> false;
    };
  }

  private static String name(FileEntry entry, Path folder) {
    String whole = entry.file().name();
    int dot = whole.lastIndexOf('.');
    String stem = cut(dot <= 0 ? whole : whole.substring(0, dot));
    boolean free =
        List.of(TAKEN, RETURNED).stream()
            .map(ending -> folder.resolve(stem + ending))
            .allMatch(answer -> isFreeFor(whole, answer));
    return free ? stem : cut(whole);
  }

  private static String cut(String name) {
    String cut = name;
    while (cut.getBytes(StandardCharsets.UTF_8).length > NAME_BYTES) {
      cut = cut.substring(0, cut.offsetByCodePoints(cut.length(), -1));
    }
    return cut;
  }

  private static boolean isFreeFor(String file, Path answer) {
    return !Files.isRegularFile(answer) || subject(answer).filter(file::equals).isPresent();
  }

  /** The file that an earlier answer was given to; empty if the answer cannot be read any more. */
  private static Optional<String> subject(Path answer) {
    try (InputStream in = Files.newInputStream(answer);
        OPCPackage opened = OPCPackage.open(in)) {
      return opened.getPackageProperties().getSubjectProperty();
    } catch (IOException
        | OpenXML4JException
        | OpenXML4JRuntimeException
        | UnsupportedFileFormatException unreadable) {
      return Optional.empty();
    }
  }

  /** One answer per file: the one that no longer holds goes, unless somebody has it open. */
  private static void withdraw(Path other) {
    try {
      if (Files.isRegularFile(other)) {
        Files.delete(other);
      }
    } catch (IOException held) {
      // It says of itself when it was given; the newer one is there beside it.
      return;
    }
  }

  private static void original(Path blob, Path target) throws IOException {
    SafeFile.writeBeside(target, draft -> Files.copy(blob, draft));
  }
}

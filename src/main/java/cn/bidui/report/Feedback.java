package cn.bidui.report;

import cn.bidui.ledger.FileEntry;
import cn.bidui.source.Content;
import cn.bidui.source.FileState;
import cn.bidui.source.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.poi.UnsupportedFileFormatException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;

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

  private final LocalDate asOf;
  private final String bureau;
  private final Path scratch;
  private final long epoch;

  /**
   * Answers given on {@code asOf} by {@code bureau}, whom owners of files ask what they do not
   * understand; blank if it has given no name.
   *
   * @param scratch where half-written answers lie, out of the owners' sight; made if need be
   * @param epoch of the lease under which they are given
   */
  public Feedback(LocalDate asOf, String bureau, Path scratch, long epoch) {
    this.asOf = asOf;
    this.bureau = bureau;
    this.scratch = scratch;
    this.epoch = epoch;
  }

  /**
   * Answers one file under {@code feedbackDir}, in the sub-folder of its unit. An earlier answer to
   * the same file is replaced; where somebody holds it open, a numbered one is written beside it. A
   * refused original is laid beside its answer, untouched.
   *
   * @param originalBlob the file's bytes as they were taken
   * @return the answer
   */
  public Path write(Answer said, Content originalBlob, Path feedbackDir) throws IOException {
    FileEntry entry = said.entry();
    Path folder = Files.createDirectories(folder(entry, feedbackDir));
    String name = name(entry, folder);
    boolean taken = said.taken();
    Path answer = answer(folder.resolve(name + (taken ? TAKEN : RETURNED)), said);
    withdraw(folder.resolve(name + (taken ? RETURNED : TAKEN)));
    if (entry.state() == FileState.REFUSED) {
      original(originalBlob, folder.resolve(FileName.of(entry.file().name())), epoch);
    }
    return answer;
  }

  /** Removes the answer to {@code file}, and the refused original beside it, if they are there. */
  public static void remove(SourceFile file, Path feedbackDir) throws IOException {
    Path folder = file.unit().isEmpty() ? feedbackDir : FileName.under(feedbackDir, file.unit());
    String whole = FileName.of(file.name());
    int dot = whole.lastIndexOf('.');
    String stem = FileName.fit(dot <= 0 ? whole : whole.substring(0, dot));
    for (String name : List.of(stem, FileName.fit(whole))) {
      for (String ending : List.of(TAKEN, RETURNED)) {
        Path answer = folder.resolve(name + ending);
        if (Files.isRegularFile(answer) && isFreeFor(whole, answer)) {
          Files.delete(answer);
        }
      }
    }
    Files.deleteIfExists(folder.resolve(whole));
  }

  private Path answer(Path target, Answer said) throws IOException {
    FeedbackBook book = new FeedbackBook(asOf, bureau, said);
    Files.createDirectories(scratch);
    return SafeFile.writeBeside(
        target, epoch, draft -> TempFolder.inside(scratch, () -> book.write(draft)));
  }

  private static Path folder(FileEntry entry, Path feedbackDir) {
    String unit = entry.file().unit();
    return unit.isEmpty() ? feedbackDir : FileName.under(feedbackDir, unit);
  }

  private static String name(FileEntry entry, Path folder) {
    String whole = FileName.of(entry.file().name());
    int dot = whole.lastIndexOf('.');
    String stem = FileName.fit(dot <= 0 ? whole : whole.substring(0, dot));
    boolean free =
        List.of(TAKEN, RETURNED).stream()
            .map(ending -> folder.resolve(stem + ending))
            .allMatch(answer -> isFreeFor(whole, answer));
    return free ? stem : FileName.fit(whole);
  }

  private static boolean isFreeFor(String file, Path answer) {
    return !Files.isRegularFile(answer)
        || subject(answer).filter(Folder.shown(file)::equals).isPresent();
  }

  /** The file that an earlier answer was given to; empty if the answer cannot be read any more. */
  private static Optional<String> subject(Path answer) {
    // By its file: from a stream the whole answer would be unpacked into memory.
    try (OPCPackage opened = OPCPackage.open(answer.toFile(), PackageAccess.READ)) {
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

  private static void original(Content blob, Path target, long epoch) throws IOException {
    SafeFile.writeBeside(
        target,
        epoch,
        draft -> {
          // Not Files.copy: the archive's copy is read-only, and the draft would be so too.
          try (InputStream in = blob.open();
              OutputStream out = Files.newOutputStream(draft)) {
            in.transferTo(out);
          }
        });
  }

  /**
   * Lays answers under {@code feedbackDir} that were written under {@code kept} because they could
   * not be laid there at once; what was laid is gone from {@code kept}.
   *
   * @param epoch of the lease under which they are laid
   */
  public static void forward(Path kept, Path feedbackDir, long epoch) throws IOException {
    List<Path> paths;
    try (Stream<Path> walk = Files.walk(kept)) {
      paths = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : paths) {
      if (Files.isRegularFile(path)) {
        Path target = feedbackDir.resolve(kept.relativize(path).toString());
        Files.createDirectories(target.getParent());
        original(Content.of(path), target, epoch);
        withdrawOther(target);
      }
      Files.delete(path);
    }
  }

  private static void withdrawOther(Path answer) {
    String name = String.valueOf(answer.getFileName());
    if (name.endsWith(TAKEN)) {
      withdraw(answer.resolveSibling(stem(name, TAKEN) + RETURNED));
    } else if (name.endsWith(RETURNED)) {
      withdraw(answer.resolveSibling(stem(name, RETURNED) + TAKEN));
    }
  }

  private static String stem(String name, String ending) {
    return name.substring(0, name.length() - ending.length());
  }
}

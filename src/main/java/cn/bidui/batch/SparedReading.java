package cn.bidui.batch;

import cn.bidui.intake.FileReading;
import cn.bidui.intake.RowTape;
import cn.bidui.source.CellRef;
import cn.bidui.source.Content;
import cn.bidui.source.Problem.FileProblem;
import cn.bidui.source.ProblemCode;
import cn.bidui.source.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Keeps one bad file from stopping the night: whatever reading it throws, a stack that ran over or
 * a heap that ran full included, refuses this file, under a number that its owner and the log name
 * alike. Only where the disk does not give the copy back is it the machine that failed.
 */
final class SparedReading {

  /** As much of a digest as names a file. */
  private static final int NUMBER_LENGTH = 8;

  private final SourceFile file;
  private final Content copy;
  private volatile boolean broken;

  SparedReading(SourceFile file, Content copy) {
    this.file = file;
    this.copy = copy;
  }

  /**
   * Refuses a dropped file that says it is one of the checkpoints that stand in for files: only the
   * journal can name those.
   */
  void requireHonest(boolean standsIn) throws IOException {
    broken |= !standsIn && RowTape.is(copy);
  }

  /** What {@code reading} gives; {@code otherwise} if it breaks, and from then on. */
  <T> @Nullable T or(@Nullable T otherwise, Supplier<? extends @Nullable T> reading) {
    if (broken) {
      return otherwise;
    }
    try {
      return reading.get();
    } catch (Throwable failure) {
      refuse(failure);
      return otherwise;
    }
  }

  /** Whether something was thrown. */
  boolean broken() {
    return broken;
  }

  private void refuse(Throwable failure) {
    if (!whole()) {
      throw NightFailure.of(failure);
    }
    broken = true;
    NightFailure told = NightFailure.of(failure);
    StackTraceElement[] where = told.getStackTrace();
    LoggerFactory.getLogger(SparedReading.class)
        .warn(
            "file {} was refused: {} at {}",
            number(),
            told.getMessage(),
            where.length == 0 ? "" : where[0]);
  }

  private boolean whole() {
    try (InputStream in = copy.open()) {
      in.transferTo(OutputStream.nullOutputStream());
      return true;
    } catch (IOException disk) {
      return false;
    }
  }

  private String number() {
    return file.sha256().substring(0, NUMBER_LENGTH);
  }

  /** What is said of the file. */
  FileReading.Refused refusal() {
    return new FileReading.Refused(
        Optional.empty(),
        List.of(),
        List.of(
            new FileProblem(
                ProblemCode.FILE_UNREADABLE,
                new CellRef(file.name(), "", 0, ""),
                number(),
                List.of())));
  }

  /** {@code reading}, with a number where it says only that the file cannot be read. */
  FileReading numbered(FileReading reading) {
    if (!(reading instanceof FileReading.Refused refused)) {
      return reading;
    }
    return new FileReading.Refused(
        refused.list(), refused.sheets(), refused.problems().stream().map(this::numbered).toList());
  }

  private FileProblem numbered(FileProblem problem) {
    return problem.code() == ProblemCode.FILE_UNREADABLE && problem.found().isEmpty()
        ? new FileProblem(problem.code(), problem.place(), number(), problem.arguments())
        : problem;
  }
}

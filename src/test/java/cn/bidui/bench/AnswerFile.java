package cn.bidui.bench;

import cn.bidui.intake.FileReading;
import cn.bidui.intake.Intake;
import cn.bidui.intake.ProductReads;
import cn.bidui.intake.RowCursor;
import java.nio.file.Path;

/**
 * Reads one file by the whole intake and prints in one line what came of it: the number of its rows
 * or why it was refused. Argument: the file.
 */
final class AnswerFile {

  private AnswerFile() {}

  public static void main(String[] arguments) {
    Path file = Path.of(arguments[0]);
    Intake intake = ProductReads.intake();
    long rows = 0;
    try (RowCursor cursor = intake.open(file, file.getFileName().toString())) {
      while (cursor.next() != null) {
        rows++;
      }
      System.out.println(
          cursor.finish() instanceof FileReading.Refused refused
              ? "refused " + refused.problems().get(0).code()
              : "read " + rows);
    }
  }
}

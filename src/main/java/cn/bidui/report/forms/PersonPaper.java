package cn.bidui.report.forms;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** A letter about one child's own data (个人信息答复), on A4. */
public final class PersonPaper {

  private PersonPaper() {}

  /**
   * Writes it.
   *
   * @param asOf its day; the same words of the same day give the same bytes
   */
  public static void write(Path target, String title, List<String> lines, LocalDate asOf)
      throws IOException {
    try (Paper paper = new Paper(Margins.LETTER, title, asOf)) {
      paper.line(Line.TITLE, title);
      for (String line : lines) {
        paper.line(line.startsWith("　") ? Line.SMALL : Line.BODY.flush(), line);
      }
      paper.save(target);
    }
  }
}

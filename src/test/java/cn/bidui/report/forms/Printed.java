package cn.bidui.report.forms;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;

/**
 * A document as read back.
 *
 * @param paragraphs outside tables
 * @param rows the cells of all tables, row by row
 */
record Printed(List<String> paragraphs, List<List<String>> rows) {

  private static final Pattern PAGE = Pattern.compile("/Type/Page/");

  static Printed read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file);
        XWPFDocument document = new XWPFDocument(in)) {
      return new Printed(
          document.getParagraphs().stream().map(XWPFParagraph::getText).toList(),
          document.getTables().stream()
              .flatMap(table -> table.getRows().stream())
              .map(Printed::cells)
              .toList());
    }
  }

  private static List<String> cells(XWPFTableRow row) {
    return row.getTableCells().stream().map(XWPFTableCell::getText).toList();
  }

  /** What stands right of the first cell with that label. */
  String beside(String label) {
    for (List<String> row : rows) {
      int at = row.indexOf(label);
      if (at >= 0) {
        return row.get(at + 1);
      }
    }
    throw new AssertionError("no cell " + label);
  }

  /** Everything, a paragraph or row a line. */
  String all() {
    return String.join(
        "\n",
        Stream.concat(paragraphs.stream(), rows.stream().map(row -> String.join("|", row)))
            .toList());
  }

  /** On how many pages LibreOffice prints it; empty where there is none that reads documents. */
  static Optional<Integer> pages(Path file, Path folder) throws IOException, InterruptedException {
    Path out = Files.createTempDirectory(folder, "pdf-");
    Process process;
    try {
      process =
          new ProcessBuilder(
                  "soffice",
                  "-env:UserInstallation=" + out.resolve("profile").toUri(),
                  "--headless",
                  "--convert-to",
                  "pdf",
                  "--outdir",
                  out.toString(),
                  file.toString())
              .redirectErrorStream(true)
              .redirectOutput(out.resolve("said.txt").toFile())
              .start();
    } catch (IOException notInstalled) {
      return Optional.empty();
    }
    if (!process.waitFor(3, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new AssertionError("LibreOffice hung");
    }
    Path pdf = out.resolve(file.getFileName().toString().replace(".docx", ".pdf"));
    return Files.exists(pdf)
        ? Optional.of(
            (int)
                PAGE.matcher(Files.readString(pdf, StandardCharsets.ISO_8859_1)).results().count())
        : Optional.empty();
  }
}

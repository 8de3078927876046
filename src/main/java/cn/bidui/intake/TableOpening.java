package cn.bidui.intake;

import cn.bidui.intake.Table.Opened;
import cn.bidui.intake.Table.Opening;
import cn.bidui.intake.Table.Refused;
import cn.bidui.source.Content;
import cn.bidui.source.ProblemCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Opens files whose columns are asked for by name. */
final class TableOpening {

  /** Dozens of lines: enough to tell how long lines are, and looked at in no time. */
  private static final int FIRST_CHARACTERS = 1 << 14;

  /** Empty lines at the start of a file do not mean that there are millions. */
  private static final int FEWEST_BYTES = 16;

  private final Path file;
  private final Content content;
  private final List<List<String>> wanted;
  private final IntakeLimits limits;

  TableOpening(Path file, List<List<String>> wanted, IntakeLimits limits) {
    this.file = file;
    this.content = Content.of(file);
    this.wanted = wanted;
    this.limits = limits;
  }

  /** Tells the charset of a text file. */
  interface Charsets {
    TextEncoding of(Content file) throws IOException, Refusal;
  }

  Opening open(Charsets charsets) {
    try {
      return new Opened(table(charsets));
    } catch (Refusal refusal) {
      return new Refused(refusal.problem(name()));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private String name() {
    return String.valueOf(file.getFileName());
  }

  private Table table(Charsets charsets) throws IOException, Refusal {
    return switch (Format.of(content)) {
      case ZIP -> zip();
      case OLE2 -> book(patience -> XlsBook.open(content, limits, patience));
      case TEXT -> text(charsets.of(content));
    };
  }

  /** Whoever reads text only needs none of what guards containers. */
  private Table zip() throws IOException, Refusal {
    Intake.guardContainers(limits);
    return book(patience -> XlsxBook.open(content, limits, patience));
  }

  private Table text(TextEncoding encoding) throws IOException, Refusal {
    String sample = Delimiters.sample(content, encoding);
    return switch (Markup.of(sample)) {
      case PAGE -> book(patience -> HtmlBook.open(content, encoding, limits, patience));
      case SPREADSHEET -> book(p -> SpreadsheetXmlBook.open(content, encoding, limits, p));
      case NONE -> delimited(encoding, sample);
    };
  }

  private Table delimited(TextEncoding encoding, String sample) throws IOException, Refusal {
    TableHead head =
        TableHead.inText(sample, wanted, limits)
            .orElseThrow(() -> Refusal.of(ProblemCode.FILE_EMPTY, "0"));
    if (head.delimiter() < 0x80 && !loneReturn(sample)) {
      return new TextTable(file, encoding, head, likelyRows(sample, encoding), limits);
    }
    return book(patience -> new CsvBook(content, encoding, head.delimiter(), false, limits));
  }

  /** As many as there were if all lines were as long as the first, and none very short. */
  private long likelyRows(String sample, TextEncoding encoding) throws IOException {
    String start = sample.substring(0, Math.min(sample.length(), FIRST_CHARACTERS));
    long lines = 0;
    for (int at = start.indexOf('\n'); at >= 0; at = start.indexOf('\n', at + 1)) {
      lines++;
    }
    long bytes = start.getBytes(encoding.charset()).length;
    return lines * Files.size(file) / Math.max(bytes, lines * FEWEST_BYTES);
  }

  /** A line break of old computers, which the fast reader does not know. */
  private static boolean loneReturn(String sample) {
    int at = sample.indexOf('\r');
    while (at >= 0 && at + 1 < sample.length() && sample.charAt(at + 1) == '\n') {
      at = sample.indexOf('\r', at + 1);
    }
    return at >= 0 && at + 1 < sample.length();
  }

  private Table book(BookTable.Opener opener) throws IOException, Refusal {
    return BookTable.open(name(), opener, wanted, limits);
  }
}

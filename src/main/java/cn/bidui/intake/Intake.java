package cn.bidui.intake;

import cn.bidui.plan.ColumnProfiles;
import cn.bidui.plan.Limit;
import cn.bidui.source.Header;
import cn.bidui.source.ProblemCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.apache.poi.openxml4j.util.ZipSecureFile;

/**
 * Reads lists as offices export them: .xlsx, .xls, web pages and XML that go by the name of .xls,
 * and delimited text, all told apart by their bytes. What a file is, and where its header stands,
 * is recognized from its content with the column profiles; nothing is guessed.
 */
public final class Intake {

  private final ColumnProfiles profiles;
  private final IntakeLimits limits;
  private final HeaderFinder headers;

  public Intake(ColumnProfiles profiles, IntakeLimits limits) {
    this.profiles = profiles;
    this.limits = limits;
    this.headers = new HeaderFinder(profiles, limits);
    guardContainers(limits);
  }

  /** POI keeps these for the whole process; its own defaults refuse honest files. */
  private static void guardContainers(IntakeLimits limits) {
    ZipSecureFile.setMinInflateRatio(limits.inflatePermille().value() / 1000.0);
    ZipSecureFile.setGraceEntrySize(limits.graceBytes().value());
    ZipSecureFile.setMaxEntrySize(limits.entryBytes().value());
    ZipSecureFile.setMaxFileCount(limits.entries().value());
  }

  /**
   * Reads {@code stagedFile} once, from front to back.
   *
   * <p>A refusal can come after rows were handed to {@code sink}, because damage shows only where a
   * part of the file ends: whoever keeps them must then discard all of them.
   *
   * @param fileName the name as its owner knows it, for places and for hints
   * @throws UncheckedIOException if the file cannot be read from the disk at all
   */
  public FileReading read(Path stagedFile, String fileName, RowSink sink) {
    try (RowCursor rows = open(stagedFile, fileName, sink::header)) {
      for (ReadRow row = rows.next(); row != null; row = rows.next()) {
        sink.row(row);
      }
      return rows.finish();
    }
  }

  /**
   * Opens {@code stagedFile} for pulling its rows one by one. A file that cannot be opened as a
   * list gives no rows, and {@link RowCursor#finish()} says why.
   *
   * @throws UncheckedIOException if the file cannot be read from the disk at all
   */
  public RowCursor open(Path stagedFile, String fileName) {
    return open(stagedFile, fileName, header -> {});
  }

  private RowCursor open(Path stagedFile, String fileName, Consumer<Header> begun) {
    try {
      return new RowCursor(book(stagedFile), profiles, limits, fileName, begun);
    } catch (Refusal refusal) {
      return RowCursor.refused(profiles, limits, fileName, refusal);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private Book book(Path file) throws IOException, Refusal {
    requireSize(file, limits.fileBytes());
    return switch (Format.of(file)) {
      case ZIP -> XlsxBook.open(file, limits);
      case OLE2 -> XlsBook.open(file, limits);
      case TEXT -> text(file);
    };
  }

  private Book text(Path file) throws IOException, Refusal {
    TextEncoding encoding = TextEncoding.of(file);
    String sample = Delimiters.sample(file, encoding);
    Markup markup = Markup.of(sample);
    if (markup != Markup.NONE) {
      requireSize(file, limits.markupBytes());
    }
    return switch (markup) {
      case PAGE -> HtmlBook.open(file, encoding, limits);
      case SPREADSHEET -> SpreadsheetXmlBook.open(file, encoding, limits);
      case NONE -> new Delimiters(headers, limits).book(file, encoding, sample);
    };
  }

  private static void requireSize(Path file, Limit limit) throws IOException, Refusal {
    long size = Files.size(file);
    if (size > limit.value()) {
      throw Refusal.of(
          ProblemCode.FILE_TOO_LARGE, String.valueOf(size), String.valueOf(limit.value()));
    }
  }
}

package cn.bidui.intake;

import cn.bidui.plan.ColumnProfiles;
import cn.bidui.plan.HeaderMemory;
import cn.bidui.plan.Limit;
import cn.bidui.source.Content;
import cn.bidui.source.Header;
import cn.bidui.source.ProblemCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.apache.poi.openxml4j.util.ZipSecureFile;

/**
 * Reads lists as offices export them: .xlsx, .xls, web pages and XML that go by the name of .xls,
 * and delimited text, all told apart by their bytes. What a file is, and where its header stands,
 * is recognized from its content with the column profiles; nothing is guessed.
 */
public final class Intake {

  private final IntakeLimits limits;
  private final HeaderFinder headers;
  private final FindBase bases;
  private final LongSupplier nanos;

  /** Where no answer can come back. */
  public Intake(ColumnProfiles profiles, IntakeLimits limits) {
    this(profiles, limits, FindBase.NONE);
  }

  /**
   * Where answers come back too.
   *
   * @param bases finds the lists to which they were given
   */
  public Intake(ColumnProfiles profiles, IntakeLimits limits, FindBase bases) {
    this(new HeaderFinder(profiles, limits), bases, System::nanoTime);
  }

  /**
   * Measures the time that each file takes by {@code nanos}, a clock that only ever goes forward.
   */
  public Intake(ColumnProfiles profiles, IntakeLimits limits, LongSupplier nanos) {
    this(new HeaderFinder(profiles, limits), FindBase.NONE, nanos);
  }

  private Intake(HeaderFinder headers, FindBase bases, LongSupplier nanos) {
    this.limits = headers.limits();
    this.headers = headers;
    this.bases = bases;
    this.nanos = nanos;
    guardContainers(limits);
  }

  /** The same, reading headers that a person has decided about as they were decided. */
  public Intake remembering(HeaderMemory memory) {
    return new Intake(new HeaderFinder(headers.profiles(), limits, memory), bases, nanos);
  }

  /** POI keeps these for the whole process; its own defaults refuse honest files. */
  static void guardContainers(IntakeLimits limits) {
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
  public FileReading read(Content stagedFile, String fileName, RowSink sink) {
    try (RowCursor rows = open(stagedFile, fileName, sink::header)) {
      for (ReadRow row = rows.next(); row != null; row = rows.next()) {
        sink.row(row);
      }
      return rows.finish();
    }
  }

  /** The same of a file on the disk. */
  public FileReading read(Path stagedFile, String fileName, RowSink sink) {
    return read(Content.of(stagedFile), fileName, sink);
  }

  /**
   * Opens {@code stagedFile} for pulling its rows one by one. A file that cannot be opened as a
   * list gives no rows, and {@link RowCursor#finish()} says why.
   *
   * @throws UncheckedIOException if the file cannot be read from the disk at all
   */
  public RowCursor open(Content stagedFile, String fileName) {
    return open(stagedFile, fileName, header -> {});
  }

  /** The same of a file on the disk. */
  public RowCursor open(Path stagedFile, String fileName) {
    return open(Content.of(stagedFile), fileName);
  }

  private RowCursor open(Content stagedFile, String fileName, Consumer<Header> begun) {
    Patience patience = new Patience(nanos, limits.fileSeconds());
    try {
      if (RowTape.is(stagedFile)) {
        return RowCursor.over(null, RowTape.rows(stagedFile, fileName), headers, fileName);
      }
      Book book = patience.within(() -> distinct(book(stagedFile, patience)));
      return cursor(new TimedBook(book, patience), fileName, begun);
    } catch (Refusal refusal) {
      return RowCursor.refused(headers, fileName, refusal);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private RowCursor cursor(Book book, String fileName, Consumer<Header> begun) throws Refusal {
    try {
      Optional<AnswerRows> answers = OwnWorkbook.answers(book, limits);
      if (answers.isPresent()) {
        return RowCursor.over(book, answers.get(), headers, fileName);
      }
      Optional<OwnWorkbook> own = OwnWorkbook.of(book, limits);
      if (own.isEmpty()) {
        return new RowCursor(book, headers, fileName, begun);
      }
      List<Header> base = baseOf(own.get().slip());
      ReturnedRows rows = ReturnedRows.open(own.get(), book, fileName, base, limits);
      return RowCursor.over(book, rows, headers, fileName);
    } catch (Refusal refusal) {
      book.close();
      throw refusal;
    } catch (UncheckedIOException disk) {
      book.close();
      throw disk;
    } catch (RuntimeException failure) {
      book.close();
      throw Faults.of(failure);
    }
  }

  /** The headers of the list to which the answer was given. */
  private List<Header> baseOf(ReturnSlip slip) throws Refusal {
    FindBase.Base base =
        bases
            .find(slip.base(), slip.receipt())
            .orElseThrow(() -> Refusal.of(ProblemCode.RETURN_UNKNOWN, ""));
    List<Header> found = headers(base);
    if (found.isEmpty()) {
      throw Refusal.of(ProblemCode.RETURN_UNKNOWN, "");
    }
    return found;
  }

  /** What the headers of a list's sheets mean, by the profiles of now. */
  private List<Header> headers(FindBase.Base base) throws Refusal {
    List<Header> found = new ArrayList<>();
    if (recorded(base)) {
      return RowTape.headers(base.content(), base.name());
    }
    try (Book book = book(base.content())) {
      for (int i = 0; i < book.sheets().size(); i++) {
        Book.SheetName sheet = book.sheets().get(i);
        if (!sheet.hidden()) {
          try (RawSheet rows = book.open(i)) {
            new SheetStart(headers, rows, base.name(), sheet.name())
                .look()
                .mapping()
                .ifPresent(mapping -> found.add(mapping.header()));
          }
        }
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return found;
  }

  private static boolean recorded(FindBase.Base base) {
    try {
      return RowTape.is(base.content());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  Book book(Content file) throws IOException, Refusal {
    return book(file, new Patience(nanos, limits.fileSeconds()));
  }

  private Book book(Content file, Patience patience) throws IOException, Refusal {
    requireSize(file, limits.fileBytes());
    return switch (Format.of(file)) {
      case ZIP -> XlsxBook.open(file, limits, patience);
      case OLE2 -> XlsBook.open(file, limits, patience);
      case TEXT -> text(file, patience);
    };
  }

  HeaderFinder headers() {
    return headers;
  }

  /** Of two sheets of one name nobody could tell which a row is from; Excel never writes them. */
  private static Book distinct(Book book) throws Refusal {
    Set<String> names = new HashSet<>();
    for (Book.SheetName sheet : book.sheets()) {
      if (!names.add(sheet.name().toLowerCase(Locale.ROOT))) {
        book.close();
        throw Refusal.of(ProblemCode.FILE_DAMAGED, "");
      }
    }
    return book;
  }

  private Book text(Content file, Patience patience) throws IOException, Refusal {
    TextEncoding encoding = TextEncoding.of(file);
    String sample = Delimiters.sample(file, encoding);
    Markup markup = Markup.of(sample);
    if (markup != Markup.NONE) {
      requireSize(file, limits.markupBytes());
    }
    return switch (markup) {
      case PAGE -> HtmlBook.open(file, encoding, limits, patience);
      case SPREADSHEET -> SpreadsheetXmlBook.open(file, encoding, limits, patience);
      case NONE -> new Delimiters(headers, limits).book(file, encoding, sample);
    };
  }

  private static void requireSize(Content file, Limit limit) throws IOException, Refusal {
    long size = file.size();
    if (size > limit.value()) {
      throw Refusal.tooLarge(size, limit.value());
    }
  }
}

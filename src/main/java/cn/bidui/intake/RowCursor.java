package cn.bidui.intake;

import cn.bidui.source.Header;
import cn.bidui.source.ListKind;
import cn.bidui.source.Problem.FileProblem;
import cn.bidui.source.ProblemCode;
import cn.bidui.source.Term;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one file, pulled one by one through all of its sheets.
 *
 * <p>That no row comes any more says nothing yet: damage shows only where a part of the file ends.
 * {@link #finish()} tells whether the file is whole; if it is refused, every row that came before
 * must be discarded.
 */
public final class RowCursor implements AutoCloseable {

  private final @Nullable Book book;
  private final @Nullable OwnRows returned;
  private final HeaderFinder headers;
  private final String file;
  private final Consumer<Header> begun;
  private final List<SheetReading> sheets = new ArrayList<>();
  private final List<String> titles = new ArrayList<>();
  private final List<FileProblem> problems = new ArrayList<>();

  /** What would be said if no sheet at all could be read. */
  private final List<FileProblem> reserve = new ArrayList<>();

  private int nextSheet;
  private @Nullable SheetRows current;
  private @Nullable Mapping first;

  /**
   * Over {@code book}.
   *
   * @param begun is told of each sheet before its first row
   */
  RowCursor(@Nullable Book book, HeaderFinder headers, String file, Consumer<Header> begun) {
    this(book, null, headers, file, begun);
  }

  private RowCursor(
      @Nullable Book book,
      @Nullable OwnRows returned,
      HeaderFinder headers,
      String file,
      Consumer<Header> begun) {
    this.book = book;
    this.returned = returned;
    this.headers = headers;
    this.file = file;
    this.begun = begun;
  }

  /** A file that cannot even be opened. */
  static RowCursor refused(HeaderFinder headers, String file, Refusal refusal) {
    RowCursor cursor = new RowCursor(null, headers, file, header -> {});
    cursor.problems.add(refusal.problem(file));
    return cursor;
  }

  /** Over one of our own workbooks that came back in {@code book}. */
  static RowCursor over(@Nullable Book book, OwnRows rows, HeaderFinder headers, String file) {
    return new RowCursor(book, rows, headers, file, header -> {});
  }

  /** The next row; null if no more come, be it at the end or because the file is refused. */
  public @Nullable ReadRow next() {
    try {
      if (returned != null) {
        return problems.isEmpty() ? returned.next() : null;
      }
      while (current != null || openSheet()) {
        @Nullable ReadRow row = current == null ? null : current.next();
        if (row != null) {
          return row;
        }
        endSheet();
      }
    } catch (Refusal refusal) {
      problems.add(refusal.problem(file));
      abandon();
    } catch (RuntimeException failure) {
      problems.add(Faults.of(failure).problem(file));
      abandon();
    }
    return null;
  }

  /** The header above the row that {@link #next()} gave last; null before the first. */
  public @Nullable Header header() {
    return current == null ? null : current.header();
  }

  /** What the titles, else the file name, say of the term; known once a row was given. */
  public Optional<Hint<Term>> term() {
    return TitleHints.term(titles(), file);
  }

  /** The same of the day up to which the list is right. */
  public Optional<Hint<LocalDate>> dataDate() {
    return TitleHints.dataDate(titles(), file);
  }

  /** The rows above the header, each as one text; known once a row was given. */
  List<String> titles() {
    return returned == null ? List.copyOf(titles) : returned.titles();
  }

  /**
   * Passes over {@code rows} rows: reading goes on where an earlier reading of the file stopped.
   */
  public void skip(long rows) {
    for (long i = 0; i < rows; i++) {
      if (next() == null) {
        return;
      }
    }
  }

  /** Reads whatever is left, checks that the file is whole, and says what it is. */
  public FileReading finish() {
    // The rows are not wanted, but the end of the file must be seen.
    skip(Long.MAX_VALUE);
    if (returned != null && problems.isEmpty()) {
      return returned.reading();
    }
    Optional<ListKind> list = Optional.ofNullable(first).map(one -> one.header().list());
    if (first == null || !problems.isEmpty()) {
      return new FileReading.Refused(list, sheets, faults());
    }
    return new FileReading.Read(
        first.header().list(),
        first.header().profile(),
        sheets,
        titles,
        TitleHints.term(titles, file),
        TitleHints.dataDate(titles, file));
  }

  private List<FileProblem> faults() {
    if (problems.isEmpty() && reserve.isEmpty()) {
      return List.of(Refusal.of(ProblemCode.FILE_EMPTY, "").problem(file));
    }
    return problems.isEmpty() ? reserve : problems;
  }

  /** Opens the next visible sheet that holds a list; false if there is none. */
  private boolean openSheet() throws Refusal {
    while (book != null && nextSheet < book.sheets().size()) {
      int index = nextSheet++;
      Book.SheetName name = book.sheets().get(index);
      if (name.hidden()) {
        sheets.add(SheetReading.skipped(name.name(), SheetReading.State.HIDDEN, List.of()));
      } else if (begin(book, name.name(), book.open(index))) {
        return true;
      }
    }
    return false;
  }

  private boolean begin(Book opened, String name, RawSheet sheet) throws Refusal {
    try {
      SheetStart start = new SheetStart(headers, sheet, file, name).look();
      Optional<Mapping> mapping = start.mapping();
      if (mapping.isPresent() && readable(start, mapping.get())) {
        current = new SheetRows(start, mapping.get(), sheet, opened.gapsAreBlank());
        begun.accept(mapping.get().header());
        return true;
      }
      sheet.verifyRest();
      passOver(name, start);
    } finally {
      if (current == null) {
        sheet.close();
      }
    }
    return false;
  }

  /** Whether rows of the sheet may be handed on: they may not once any sheet is at fault. */
  private boolean readable(SheetStart start, Mapping mapping) {
    if (first == null) {
      first = mapping;
      titles.addAll(start.titles(mapping));
    } else if (first.header().list() != mapping.header().list()) {
      problems.add(start.faults().mixed(mapping, first));
    }
    return problems.isEmpty() && start.problems().isEmpty();
  }

  private void passOver(String name, SheetStart start) {
    boolean refused = start.state() == SheetReading.State.REFUSED;
    (refused ? problems : reserve).addAll(start.problems());
    boolean readable = start.state() == SheetReading.State.READ;
    SheetReading.State state = readable ? SheetReading.State.REFUSED : start.state();
    sheets.add(SheetReading.skipped(name, state, start.columns()));
  }

  private void endSheet() {
    SheetRows ended = current;
    current = null;
    if (ended != null) {
      ended.conflict().ifPresent(problems::add);
      boolean whole = ended.conflict().isEmpty();
      sheets.add(ended.reading(whole ? SheetReading.State.READ : SheetReading.State.REFUSED));
      ended.close();
    }
  }

  private void abandon() {
    if (current != null) {
      sheets.add(current.reading(SheetReading.State.REFUSED));
      current.close();
      current = null;
    }
    nextSheet = Integer.MAX_VALUE;
  }

  @Override
  public void close() {
    if (current != null) {
      current.close();
      current = null;
    }
    nextSheet = Integer.MAX_VALUE;
    if (returned != null) {
      returned.close();
    }
    if (book != null) {
      book.close();
    }
  }
}

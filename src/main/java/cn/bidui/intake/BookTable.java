package cn.bidui.intake;

import cn.bidui.source.Cell;
import cn.bidui.source.Problem.FileProblem;
import cn.bidui.source.ProblemCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A sheet of a workbook, or of anything else that is read as one.
 *
 * @param sheet its position
 */
record BookTable(String file, Opener opener, int sheet, TableHead head, IntakeLimits limits)
    implements Table {

  /** Opens the book, once for its header and once for its rows. */
  interface Opener {
    Book open(Patience patience) throws IOException, Refusal;
  }

  static BookTable open(String file, Opener opener, List<List<String>> wanted, IntakeLimits limits)
      throws IOException, Refusal {
    try (Book book = opener.open(patience(limits))) {
      BookTable best = null;
      for (int i = 0; i < book.sheets().size(); i++) {
        Optional<TableHead> head = head(book, i, wanted);
        if (head.isPresent() && (best == null || (best.head.found() == 0 && better(head.get())))) {
          best = new BookTable(file, opener, i, head.get(), limits);
        }
      }
      if (best == null) {
        throw Refusal.of(ProblemCode.FILE_EMPTY, "0");
      }
      return best;
    } catch (RuntimeException failure) {
      throw Faults.of(failure);
    }
  }

  private static boolean better(TableHead head) {
    return head.found() > 0;
  }

  private static Optional<TableHead> head(Book book, int index, List<List<String>> wanted)
      throws Refusal {
    if (book.sheets().get(index).hidden()) {
      return Optional.empty();
    }
    try (RawSheet sheet = book.open(index)) {
      return TableHead.inRows(sheet, ',', wanted);
    }
  }

  private static Patience patience(IntakeLimits limits) {
    return new Patience(System::nanoTime, limits.fileSeconds());
  }

  @Override
  public List<String> header() {
    return head.names();
  }

  @Override
  public int headerRow() {
    return head.row();
  }

  @Override
  public long likelyRows() {
    return 0;
  }

  @Override
  public int likelyRowsOfPart() {
    return 0;
  }

  @Override
  public boolean inParts() {
    return false;
  }

  @Override
  public <C extends Cells> Optional<FileProblem> read(
      int[] fields, Supplier<C> sinks, Consumer<Part<C>> taker) {
    C cells = sinks.get();
    try (Book book = opener.open(patience(limits));
        RawSheet rows = book.open(sheet)) {
      for (@Nullable RawRow row = rows.next(); row != null; row = rows.next()) {
        if (row.number() > head.row() && !row.blank()) {
          give(row, fields, cells);
        }
      }
      taker.accept(new Part<>(cells, 0));
      return Optional.empty();
    } catch (Refusal refusal) {
      return Optional.of(refusal.problem(file));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (RuntimeException failure) {
      return Optional.of(Faults.of(failure).problem(file));
    }
  }

  private static void give(RawRow row, int[] fields, Cells cells) {
    int width = Math.min(fields.length, row.cells().size());
    for (int i = 0; i < width; i++) {
      if (fields[i] >= 0) {
        byte[] text = text(row.cell(i)).getBytes(StandardCharsets.UTF_8);
        cells.cell(fields[i], text, 0, text.length);
      }
    }
    cells.row(row.number());
  }

  private static String text(Cell cell) {
    return cell.kind() == Cell.Kind.ERROR ? "" : cell.text().strip();
  }
}

package cn.bidui.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A book of any format that has only so much time, and the memory there is, for all its sheets. */
record TimedBook(Book book, Patience patience) implements Book {

  @Override
  public List<SheetName> sheets() {
    return book.sheets();
  }

  @Override
  public RawSheet open(int index) throws Refusal {
    return patience.within(() -> new TimedSheet(book.open(index), patience));
  }

  @Override
  public boolean gapsAreBlank() {
    return book.gapsAreBlank();
  }

  @Override
  public void close() {
    book.close();
  }

  private record TimedSheet(RawSheet sheet, Patience patience) implements RawSheet {

    @Override
    public @Nullable RawRow next() throws Refusal {
      // Not by a lambda, as the others: there are millions of rows.
      patience.enter();
      try {
        return sheet.next();
      } catch (OutOfMemoryError | StackOverflowError tooMuch) {
        throw Patience.tooLarge();
      } finally {
        patience.leave();
      }
    }

    @Override
    public List<MergedRange> merged() throws Refusal {
      return patience.within(sheet::merged);
    }

    @Override
    public void verifyRest() throws Refusal {
      patience.within(
          () -> {
            sheet.verifyRest();
            return sheet;
          });
    }

    @Override
    public void close() {
      sheet.close();
    }
  }
}

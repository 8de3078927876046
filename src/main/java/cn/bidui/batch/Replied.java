package cn.bidui.batch;

import cn.bidui.ledger.Entry;
import cn.bidui.ledger.ReplyLines;
import cn.bidui.report.ReplyLine;
import java.util.List;

/**
 * What the answers of a workbook come to.
 *
 * @param lines for their owner
 * @param archived a line for every row, for the record
 * @param entries to be journaled, rulings before the answers that they come with
 */
record Replied(List<ReplyLine> lines, ReplyLines archived, List<Entry> entries) {
  Replied {
    lines = List.copyOf(lines);
    entries = List.copyOf(entries);
  }
}

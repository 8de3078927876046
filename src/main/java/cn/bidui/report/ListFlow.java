package cn.bidui.report;

import cn.bidui.link.LinkResult;
import cn.bidui.normalize.RecordTable;
import cn.bidui.source.ListKind;

/**
 * What became of the accepted rows of one list (名单流转).
 *
 * @param files effective files
 * @param accepted their accepted rows
 * @param compared rows that entered the comparison
 */
record ListFlow(
    ListKind list, int files, int accepted, int compared, int linked, int undecided, int unlinked) {

  static ListFlow of(RecordTable table, int files, int accepted, LinkResult links) {
    int[] decided = new int[3];
    for (int row = 0; row < table.size(); row++) {
      decided[links.decision(table.kind(), row).ordinal()]++;
    }
    return new ListFlow(
        table.kind(), files, accepted, table.size(), decided[0], decided[1], decided[2]);
  }

  /** Rows of a county list whose unit has since sent its own list. */
  int replaced() {
    return accepted - compared;
  }

  boolean balanced() {
    boolean whole = files > 1 ? replaced() >= 0 : replaced() == 0;
    return whole && linked + undecided + unlinked == compared;
  }
}

package cn.bidui.link;

import cn.bidui.link.frame.Spread;
import java.util.BitSet;

/**
 * Which birth dates each list holds: a father cannot be a pupil of another list, and need not be
 * looked for there. Most rows of households are such.
 */
final class BirthDays {

  private final Columns columns;
  private final BitSet[] ofList;

  BirthDays(Columns columns) {
    this.columns = columns;
    ofList = new BitSet[columns.kinds.size()];
    Spread.over(ofList.length, list -> ofList[list] = days(list));
  }

  private BitSet days(int list) {
    BitSet days = new BitSet();
    for (int row = columns.start(list); row < columns.start(list + 1); row++) {
      days.set(columns.birth[row]);
    }
    return days;
  }

  /** Whether another list than that of the row holds its birth date, or a row without one. */
  boolean onAnotherList(int row) {
    for (int list = 0; list < ofList.length; list++) {
      if (list != columns.list(row) && ofList[list].get(columns.birth[row])) {
        return true;
      }
    }
    return false;
  }
}

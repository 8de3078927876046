package cn.bidui.link;

import java.util.BitSet;

/**
 * Which birth dates each list holds: a father who alone has an id cannot be a pupil of another
 * list, and need not be looked for there. Most rows of households are such.
 */
final class BirthDays {

  private final Columns columns;
  private final BitSet[] ofList;
  private final BitSet withoutId = new BitSet();

  BirthDays(Matching matching) {
    columns = matching.columns;
    ofList = new BitSet[columns.kinds.size()];
    for (int list = 0; list < ofList.length; list++) {
      ofList[list] = new BitSet();
    }
    for (int row = 0; row < columns.size(); row++) {
      ofList[columns.list(row)].set(columns.birth[row]);
      if (matching.groups.id(row) == 0) {
        withoutId.set(columns.birth[row]);
      }
    }
  }

  /**
   * Whether anybody can be found who has the name, birth date and sex of a row with an id: somebody
   * on another list, or somebody without an id. Lists that repeat people are looked for by their
   * school too.
   */
  boolean met(int row) {
    if (columns.repeats(row)) {
      return true;
    }
    int day = columns.birth[row];
    if (day == 0 || withoutId.get(day)) {
      return day != 0;
    }
    for (int list = 0; list < ofList.length; list++) {
      if (list != columns.list(row) && ofList[list].get(day)) {
        return true;
      }
    }
    return false;
  }
}

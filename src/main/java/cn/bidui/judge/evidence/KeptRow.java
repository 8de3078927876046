package cn.bidui.judge.evidence;

import cn.bidui.link.Decision;
import cn.bidui.link.Tier;
import cn.bidui.source.RowRef;
import java.util.List;

/**
 * A row with what was decided about it that night.
 *
 * @param values canonical texts in the order of the layout of its list
 * @param person its number among the kept persons; {@link #NOBODY} of a list of schools
 * @param weight in hundredths of a bit
 */
public record KeptRow(
    RowRef place, List<String> values, int person, Decision decision, Tier tier, int weight) {

  /** A row that speaks of no person. */
  public static final int NOBODY = -1;

  public KeptRow {
    values = List.copyOf(values);
  }

  /** No person. */
  @Override
  public String toString() {
    return "KeptRow[" + place.row() + "]";
  }
}

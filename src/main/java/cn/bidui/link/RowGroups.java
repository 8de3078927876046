package cn.bidui.link;

import cn.bidui.source.ListKind;
import java.util.function.IntUnaryOperator;

/**
 * Rows that belong together: groups numbered in the order of their first rows, with the rows of
 * each. Rows are numbered through all lists.
 */
final class RowGroups {

  private static final int[] NOBODY = {};

  private final Numbering numbering;
  private final int[] groupOf;

  /** The rows of group {@code p} are {@code byGroup[starts[p]]} … {@code [starts[p + 1] - 1]}. */
  private final int[] starts;

  private final int[] byGroup;

  /**
   * Of all rows.
   *
   * @param firstOf the first row of the group that a row belongs to
   */
  RowGroups(Numbering numbering, IntUnaryOperator firstOf) {
    this.numbering = numbering;
    groupOf = new int[numbering.size()];
    byGroup = new int[numbering.size()];
    starts = new int[number(firstOf) + 1];
    sortByGroup();
  }

  private int number(IntUnaryOperator firstOf) {
    int groups = 0;
    for (int row = 0; row < groupOf.length; row++) {
      int first = firstOf.applyAsInt(row);
      groupOf[row] = first == row ? groups++ : groupOf[first];
    }
    return groups;
  }

  private void sortByGroup() {
    for (int group : groupOf) {
      starts[group + 1]++;
    }
    for (int group = 1; group < starts.length; group++) {
      starts[group] += starts[group - 1];
    }
    int[] next = starts.clone();
    for (int row = 0; row < groupOf.length; row++) {
      byGroup[next[groupOf[row]]++] = row;
    }
  }

  /** How many groups. */
  int count() {
    return starts.length - 1;
  }

  /** The group of a row. */
  int of(int row) {
    return groupOf[row];
  }

  /** How many rows a group has. */
  int rows(int group) {
    return starts[group + 1] - starts[group];
  }

  /** Row number {@code i} of a group, ascending from 0. */
  int row(int group, int i) {
    return byGroup[starts[group] + i];
  }

  /** Whether a group has rows in more than one list. */
  boolean acrossLists(int group) {
    int first = byGroup[starts[group]];
    int last = byGroup[starts[group + 1] - 1];
    return numbering.list(first) != numbering.list(last);
  }

  /** The rows of {@code group} in {@code list}, numbered in that list, ascending. */
  int[] rows(ListKind list, int group) {
    int[] range = numbering.range(list);
    int from = starts[group];
    while (from < starts[group + 1] && byGroup[from] < range[0]) {
      from++;
    }
    int to = from;
    while (to < starts[group + 1] && byGroup[to] < range[1]) {
      to++;
    }
    if (from == to) {
      return NOBODY;
    }
    int[] rows = new int[to - from];
    for (int i = from; i < to; i++) {
      rows[i - from] = byGroup[i] - range[0];
    }
    return rows;
  }
}

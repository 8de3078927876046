package cn.bidui.plan;

import cn.bidui.source.Field;
import cn.bidui.source.ListKind;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a person decided that one header means (表头记忆). Columns that it does not name are read as the
 * profile says.
 *
 * @param fingerprint digest of the header's texts, column by column
 * @param profile the column profile by which the rest is read
 * @param columns 0-based column → what it holds
 * @param ignored columns that hold nothing of the list, whatever their header says
 * @param by who decided
 */
public record RememberedHeader(
    String fingerprint,
    ListKind list,
    String profile,
    SortedMap<Integer, Field> columns,
    SortedSet<Integer> ignored,
    String by) {

  public RememberedHeader {
    columns = Collections.unmodifiableSortedMap(new TreeMap<>(columns));
    ignored = Collections.unmodifiableSortedSet(new TreeSet<>(ignored));
  }

  /** A decision whose columns come in any order. */
  public static RememberedHeader of(
      String fingerprint,
      ColumnProfile profile,
      Map<Integer, Field> columns,
      Set<Integer> ignored,
      String by) {
    return new RememberedHeader(
        fingerprint,
        profile.list(),
        profile.id(),
        new TreeMap<>(columns),
        new TreeSet<>(ignored),
        by);
  }
}

package cn.bidui.report;

import cn.bidui.link.Decision;
import cn.bidui.link.LinkResult;
import cn.bidui.normalize.RecordTable;
import cn.bidui.person.PersonName;
import cn.bidui.source.Field;
import cn.bidui.source.ListKind;
import cn.bidui.source.Messages;
import cn.bidui.source.RowRef;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What would be decided otherwise (变化): the rows of which two linkages of the same lists say
 * different things.
 */
public final class LinkChanges {

  /** More examples nobody reads. */
  private static final int EXAMPLES = 20;

  /** What became of a row; {@code moved}: linked both times, to other rows. */
  private record Change(Decision before, Decision after) implements Comparable<Change> {
    String key() {
      return before == after
          ? "link.changes.moved"
          : "link.changes." + before.code() + "-" + after.code();
    }

    @Override
    public int compareTo(Change other) {
      int order = before.compareTo(other.before);
      return order != 0 ? order : after.compareTo(other.after);
    }
  }

  private record Example(Change change, ListKind list, RowRef row, String name) {}

  private final Map<Change, Integer> counts = new TreeMap<>();
  private final List<Example> examples = new ArrayList<>();

  /** Of two linkages of {@code tables}. */
  public LinkChanges(LinkResult before, LinkResult after, Map<ListKind, RecordTable> tables) {
    List<RecordTable> lists =
        tables.values().stream().sorted(Comparator.comparing(RecordTable::kind)).toList();
    for (RecordTable table : lists) {
      for (int row = 0; row < table.size(); row++) {
        compare(before, after, table, row, lists);
      }
    }
  }

  private void compare(
      LinkResult before, LinkResult after, RecordTable table, int row, List<RecordTable> lists) {
    ListKind list = table.kind();
    Change change = new Change(before.decision(list, row), after.decision(list, row));
    int then = before.person(list, row);
    int now = after.person(list, row);
    boolean together =
        lists.stream()
            .map(RecordTable::kind)
            .allMatch(each -> Arrays.equals(before.rows(each, then), after.rows(each, now)));
    if (change.before() == change.after() && together) {
      return;
    }
    counts.merge(change, 1, Integer::sum);
    if (examples.size() < EXAMPLES) {
      examples.add(new Example(change, list, table.place(row), masked(table, row)));
    }
  }

  private static String masked(RecordTable table, int row) {
    return PersonName.of(table.text(Field.NAME, row)).masked();
  }

  /** Whether every row is where it was. */
  public boolean none() {
    return counts.isEmpty();
  }

  /** How many rows changed in which way, then examples with masked names. */
  public List<String> lines(Messages messages) {
    if (none()) {
      return List.of(messages.text("link.changes.none"));
    }
    List<String> lines = new ArrayList<>();
    counts.forEach((change, rows) -> lines.add(messages.text(change.key(), Words.grouped(rows))));
    for (Example example : examples) {
      lines.add(
          messages.text(
              "link.changes.example",
              messages.text("report.list." + example.list().code()),
              example.row().file().name(),
              example.row().row(),
              example.name(),
              messages.text("link.decision." + example.change().before().code()),
              messages.text("link.decision." + example.change().after().code())));
    }
    return lines;
  }
}

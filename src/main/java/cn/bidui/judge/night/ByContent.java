package cn.bidui.judge.night;

import cn.bidui.normalize.Layout;
import cn.bidui.normalize.RecordTable;
import cn.bidui.source.Field;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * In which order a person's rows of one list are looked at: the one that says most first, then by
 * what they say. Where a rule takes the first of several, no order of rows or files decides it.
 */
final class ByContent {

  private ByContent() {}

  static int[] order(RecordTable table, int[] rows) {
    if (rows.length < 2) {
      return rows;
    }
    List<Field> fields = Layout.of(table.kind()).fields();
    Comparator<Integer> order = Comparator.comparingInt(row -> blanks(table, fields, row));
    return Arrays.stream(rows)
        .boxed()
        .sorted(order.thenComparing((one, other) -> compare(table, fields, one, other)))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static int blanks(RecordTable table, List<Field> fields, int row) {
    return (int) fields.stream().filter(field -> table.code(field, row) == 0).count();
  }

  private static int compare(RecordTable table, List<Field> fields, int one, int other) {
    return IntStream.range(0, fields.size())
        .map(at -> compare(table, fields.get(at), one, other))
        .filter(order -> order != 0)
        .findFirst()
        .orElse(0);
  }

  private static int compare(RecordTable table, Field field, int one, int other) {
    return table.code(field, one) == table.code(field, other)
        ? 0
        : table.text(field, one).compareTo(table.text(field, other));
  }
}

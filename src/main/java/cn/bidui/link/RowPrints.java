package cn.bidui.link;

import cn.bidui.normalize.RecordTable;
import cn.bidui.source.Field;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A number of 64 bits for everything that linking reads of a row, its list included. It is made of
 * texts, not of their codes, so that a row that did not change has the same number every night.
 */
final class RowPrints {

  /** What rulings name rows by, beside what is compared. */
  private static final List<Field> NAMED_BY =
      List.of(Field.HEAD_ID, Field.MEMBER_NUMBER, Field.CLASS_NAME, Field.VILLAGE);

  /** More would only cost time. */
  private static final List<Field> READ =
      Stream.concat(Columns.FIELDS.stream(), NAMED_BY.stream()).toList();

  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private RowPrints() {}

  /** By row, numbered through all lists. */
  static long[] of(Columns columns) {
    long[] prints = new long[columns.size()];
    if (prints.length == 0) {
      return prints;
    }
    long[] texts = texts(columns);
    IntStream.range(0, prints.length)
        .parallel()
        .forEach(row -> prints[row] = print(columns.table(row), columns.local(row), texts));
    return prints;
  }

  /** By code. */
  private static long[] texts(Columns columns) {
    long[] prints = new long[columns.table(0).strings().size()];
    IntStream.range(0, prints.length)
        .parallel()
        .forEach(code -> prints[code] = print(columns.text(code)));
    return prints;
  }

  static long print(String text) {
    long print = text.length();
    for (int i = 0; i < text.length(); i++) {
      print = (print ^ text.charAt(i)) * GOLDEN;
    }
    return mixed(print);
  }

  private static long print(RecordTable table, int row, long[] texts) {
    long print = table.kind().ordinal() + 1L;
    for (Field field : READ) {
      print = joined(print, texts[table.code(field, row)]);
    }
    return print;
  }

  /** A number for two in this order. */
  static long joined(long before, long next) {
    return mixed(before * GOLDEN + next);
  }

  /** Every bit of the result depends on every bit (the finalizer of MurmurHash3). */
  static long mixed(long number) {
    long mixed = number ^ (number >>> 33);
    mixed *= 0xFF51AFD7ED558CCDL;
    mixed ^= mixed >>> 33;
    mixed *= 0xC4CEB9FE1A85EC53L;
    return mixed ^ (mixed >>> 33);
  }
}

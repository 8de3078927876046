package cn.bidui.link;

import cn.bidui.link.frame.Column;
import cn.bidui.person.HouseholdNumber;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * Household numbers that are one: spreadsheets make {@code 12345.0} of a number. Nearly all are
 * written as they are meant, which is seen without keeping a text of each.
 */
final class HouseholdCodes {

  /** So many characters have words for nothing at the most. */
  private static final int LONGEST_NOTHING = 4;

  private final Column column;
  private final int[] codes;
  private final int[] name;
  private final int rows;

  /** Whether a code stands in a row that names somebody. */
  private final boolean[] used;

  /**
   * Of one column.
   *
   * @param name by row, 0 where nobody is named
   * @param rows so many count, in arrays that may be longer, and not equally long
   */
  HouseholdCodes(Column column, int[] name, int rows) {
    this.column = column;
    this.codes = column.codes();
    this.name = name;
    this.rows = rows;
    used = new boolean[1 + Parts.largest(codes)];
    Parts.each(
        rows,
        (from, to) -> {
          for (int row = from; row < to; row++) {
            used[code(row)] = true;
          }
        });
    used[0] = false;
  }

  private int code(int row) {
    return name[row] == 0 ? 0 : codes[row];
  }

  /** By row the first code of all that mean its number; 0 where nobody is named. */
  int[] byRow() {
    int[] meant = byCode();
    int[] byRow = new int[rows];
    Parts.each(
        byRow.length,
        (from, to) -> {
          for (int row = from; row < to; row++) {
            byRow[row] = meant[code(row)];
          }
        });
    return byRow;
  }

  /** A number that is written in one way only is its own code. */
  private int[] byCode() {
    int[] meant = new int[used.length];
    Arrays.setAll(meant, code -> code);
    Set<String> unusual = new HashSet<>();
    for (int code : find(used.length, code -> used[code] && !usual(column.text(code)))) {
      unusual.add(number(code));
    }
    if (!unusual.isEmpty()) {
      BitSet alike = new BitSet();
      Arrays.stream(find(used.length, code -> used[code] && unusual.contains(number(code))))
          .forEach(alike::set);
      Map<String, Integer> firsts = new HashMap<>(Map.of("", 0));
      for (int row : find(rows, row -> alike.get(code(row)))) {
        firsts.putIfAbsent(number(code(row)), code(row));
      }
      alike.stream().forEach(code -> meant[code] = firsts.getOrDefault(number(code), code));
    }
    return meant;
  }

  private static int[] find(int size, IntPredicate wanted) {
    return Parts.find(
            size,
            (from, to, found) -> {
              for (int i = from; i < to; i++) {
                if (wanted.test(i)) {
                  found.add(0, i);
                }
              }
            })
        .rows();
  }

  private String number(int code) {
    String text = column.text(code);
    return usual(text) ? text : HouseholdNumber.read(text).map(HouseholdNumber::text).orElse("");
  }

  private static boolean usual(String text) {
    return text.length() > LONGEST_NOTHING && IdTexts.plain(text);
  }
}

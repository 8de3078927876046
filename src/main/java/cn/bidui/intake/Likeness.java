package cn.bidui.intake;

import cn.bidui.plan.HeaderText;
import cn.bidui.plan.ProfileColumn;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Which accepted header a text may have been meant to be. It only ever asks, it never maps. */
final class Likeness {

  private Likeness() {}

  /**
   * The spelling of {@code columns} that is nearest to a header: one typing error away, else the
   * longest that contains it or is contained in it.
   */
  static Optional<String> nearest(List<ProfileColumn> columns, HeaderCell cell) {
    List<String> spellings =
        columns.stream().flatMap(column -> column.spellings().stream()).toList();
    Optional<String> mistyped =
        spellings.stream().filter(name -> oneEdit(HeaderText.fold(name), cell.leaf())).findFirst();
    return mistyped.or(
        () ->
            spellings.stream()
                .filter(name -> contained(HeaderText.fold(name), cell.leaf()))
                .max(Comparator.comparingInt(String::length)));
  }

  /** Whether {@code seen} may have been meant by {@code name}; both folded. */
  static boolean meant(String name, String seen) {
    return oneEdit(name, seen) || contained(name, seen);
  }

  private static boolean contained(String name, String seen) {
    return name.length() >= 2 && seen.length() >= 2 && (seen.contains(name) || name.contains(seen));
  }

  private static boolean oneEdit(String name, String seen) {
    if (Math.abs(name.length() - seen.length()) > 1 || name.length() < 2 || seen.length() < 2) {
      return false;
    }
    int head = 0;
    int shorter = Math.min(name.length(), seen.length());
    while (head < shorter && name.charAt(head) == seen.charAt(head)) {
      head++;
    }
    int tail = 0;
    while (tail < shorter - head
        && name.charAt(name.length() - 1 - tail) == seen.charAt(seen.length() - 1 - tail)) {
      tail++;
    }
    return Math.max(name.length(), seen.length()) - head - tail <= 1;
  }
}

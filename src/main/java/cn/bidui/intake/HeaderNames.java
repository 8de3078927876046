package cn.bidui.intake;

import cn.bidui.plan.HeaderText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where the columns of a header stand, by what they are called. */
final class HeaderNames {

  /** The first column of each name. */
  private final Map<String, Integer> written = new HashMap<>();

  /** The first column of each name, whatever case, width and hints it has. */
  private final Map<String, Integer> alike = new HashMap<>();

  private final List<String> folded;

  HeaderNames(List<String> names) {
    folded = folded(names);
    for (int column = 0; column < names.size(); column++) {
      written.putIfAbsent(names.get(column), column);
      alike.putIfAbsent(folded.get(column), column);
    }
  }

  static List<String> folded(List<String> names) {
    return names.stream().map(HeaderText::fold).toList();
  }

  /**
   * The column that the first possible of {@code spellings} names, as it is written, else whatever
   * case, width and hints it has; -1 if none.
   */
  int column(List<String> spellings) {
    return column(spellings, folded(spellings));
  }

  /** The same of spellings that have been folded already. */
  int column(List<String> spellings, List<String> asFolded) {
    for (int i = 0; i < spellings.size(); i++) {
      Integer exact = written.get(spellings.get(i));
      Integer column = exact == null ? alike.get(asFolded.get(i)) : exact;
      if (column != null && !folded.get(column).isEmpty()) {
        return column;
      }
    }
    return -1;
  }
}

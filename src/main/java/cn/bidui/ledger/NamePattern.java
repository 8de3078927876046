package cn.bidui.ledger;

import cn.bidui.ledger.SameCause.Cause;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** In which way two spellings of one person's name differ. */
final class NamePattern {

  private static final String UNREADABLE = "?？□■*＊�";

  private NamePattern() {}

  /**
   * What {@code 学籍：张三；资助：张三；民政：章三} says: which lists agree, and how the two spellings differ. Empty
   * where there are not just two.
   */
  static Optional<Cause> of(String text) {
    Map<String, String> listsByName = new LinkedHashMap<>();
    for (String entry : text.split("；", -1)) {
      int colon = entry.indexOf('：');
      if (colon < 0) {
        return Optional.empty();
      }
      listsByName.merge(
          entry.substring(colon + 1), entry.substring(0, colon), (some, one) -> some + "、" + one);
    }
    List<String> names = List.copyOf(listsByName.keySet());
    return names.size() == 2
        ? Optional.of(
            CausePattern.cause(
                kind(names.get(0), names.get(1)), String.join("／", listsByName.values())))
        : Optional.empty();
  }

  /** The kind of difference, as the end of a catalog key. */
  static String kind(String one, String other) {
    int[] first = one.codePoints().toArray();
    int[] second = other.codePoints().toArray();
    if (isUnreadable(one) || isUnreadable(other)) {
      return "name-unreadable";
    } else if (first.length != second.length) {
      return one.contains(other) || other.contains(one) ? "name-part" : "name-other";
    } else if (different(first, second) == 1) {
      return "name-one-character";
    }
    return sameCharacters(one, other) ? "name-order" : "name-other";
  }

  private static boolean isUnreadable(String name) {
    return name.codePoints().anyMatch(point -> UNREADABLE.indexOf(point) >= 0);
  }

  private static int different(int[] first, int[] second) {
    int different = 0;
    for (int i = 0; i < first.length; i++) {
      different += first[i] == second[i] ? 0 : 1;
    }
    return different;
  }

  private static boolean sameCharacters(String one, String other) {
    return java.util.Arrays.equals(
        one.codePoints().sorted().toArray(), other.codePoints().sorted().toArray());
  }
}

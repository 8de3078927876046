package cn.bidui.intake;

import java.util.List;

/**
 * One column's header.
 *
 * @param column 0-based
 * @param title as it stands; {@code upper/lower} under a group
 * @param leaf its folded name
 * @param groups the folded upper headers that cover it, the topmost first
 * @param hint the folded text in brackets after its name: {@code 姓名（家长）}
 */
record HeaderCell(int column, String title, String leaf, List<String> groups, String hint) {

  HeaderCell {
    groups = List.copyOf(groups);
  }

  /** Whether a group or the hint says that it is a relative's, or of an earlier state. */
  boolean aboutRelative() {
    return Relatives.named(hint) || groups.stream().anyMatch(Relatives::named);
  }

  /** Whether a group says that it is of the head of the household. */
  boolean aboutHead() {
    return Relatives.head(hint) || groups.stream().anyMatch(Relatives::head);
  }

  /**
   * The groups from the nearest to the farthest, each with what stands below it as one word: under
   * {@code 监护人信息} and {@code 证件} the name {@code 号码} is also {@code 证件号码} of {@code 监护人信息}.
   */
  List<Grouped> readings() {
    List<Grouped> readings = new java.util.ArrayList<>();
    String below = leaf;
    for (int level = groups.size() - 1; level >= 0; level--) {
      readings.add(new Grouped(groups.get(level), below));
      if (!below.equals(leaf)) {
        readings.add(new Grouped(groups.get(level), leaf));
      }
      below = groups.get(level) + below;
    }
    return readings;
  }

  /** A name under a group. */
  record Grouped(String group, String name) {

    /** Both as one word: {@code 成员1} and {@code 姓名} are {@code 成员1姓名}. */
    String word() {
      return group + name;
    }
  }
}

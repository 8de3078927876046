package cn.bidui.batch;

import cn.bidui.normalize.Layout;
import cn.bidui.normalize.SchoolRegistry;
import cn.bidui.source.Field;
import cn.bidui.source.ListKind;
import cn.bidui.source.Scope;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * For whom the rows of a list speak: schools and townships by name. A list in a unit's sub-folder
 * is that unit's own if all of its rows are; else it speaks for the county, and the guard against
 * shrinking sees to it that it does not replace more than it holds.
 */
final class Units {

  private final int schoolAt;
  private final int townshipAt;
  private final Set<String> schools = new TreeSet<>();
  private final Set<String> townships = new TreeSet<>();

  /** Every spelling is folded once: a list names its few units on each of its rows. */
  private final Map<String, String> folded = new HashMap<>();

  Units(ListKind list) {
    schoolAt = Layout.of(list).position(Field.SCHOOL_NAME);
    townshipAt = Layout.of(list).position(Field.TOWNSHIP);
  }

  /** Takes the next row. */
  void add(List<String> values) {
    schools.add(unit(values, schoolAt));
    townships.add(unit(values, townshipAt));
  }

  private String unit(List<String> values, int position) {
    String written = position < 0 ? "" : values.get(position);
    return folded.computeIfAbsent(written, SchoolRegistry::fold);
  }

  /** The schools, folded. */
  Set<String> schools() {
    return schools;
  }

  /** The scope of a list that lay in the sub-folder {@code unit}; blank for none. */
  Scope scope(String unit) {
    String folded = SchoolRegistry.fold(unit);
    boolean own = schools.equals(Set.of(folded)) || townships.equals(Set.of(folded));
    return unit.isEmpty() || !own ? Scope.COUNTY : new Scope(unit);
  }

  /** Whether one of the rows is of {@code unit}. */
  boolean holds(String unit) {
    String folded = SchoolRegistry.fold(unit);
    return schools.contains(folded) || townships.contains(folded);
  }

  /** Whether a row belongs to one of {@code units}. */
  static boolean belongs(ListKind list, List<String> values, Set<String> units) {
    if (units.isEmpty()) {
      return false;
    }
    Units one = new Units(list);
    one.add(values);
    return units.stream().anyMatch(one::holds);
  }
}

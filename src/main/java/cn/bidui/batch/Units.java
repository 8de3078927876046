package cn.bidui.batch;

import cn.bidui.normalize.Layout;
import cn.bidui.normalize.SchoolRegistry;
import cn.bidui.source.Field;
import cn.bidui.source.ListKind;
import cn.bidui.source.Scope;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * For whom the rows of a list speak: schools and townships by name. A list in a unit's sub-folder
 * is that unit's own if all of its rows are; else it speaks for the county, and the guard against
 * shrinking sees to it that it does not replace more than it holds.
 */
final class Units {

  private final ListKind list;
  private final Set<String> schools = new TreeSet<>();
  private final Set<String> townships = new TreeSet<>();

  Units(ListKind list) {
    this.list = list;
  }

  /** Takes the next row. */
  void add(List<String> values) {
    schools.add(SchoolRegistry.fold(value(values, Field.SCHOOL_NAME)));
    townships.add(SchoolRegistry.fold(value(values, Field.TOWNSHIP)));
  }

  private String value(List<String> values, Field field) {
    int position = Layout.of(list).position(field);
    return position < 0 ? "" : values.get(position);
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

package cn.bidui.plan;

import cn.bidui.person.Boarding;
import cn.bidui.person.Stage;
import cn.bidui.source.Term;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Checks that the rows of one file about the same pupils follow each other term by term: no term is
 * covered twice, and none between two rows is left out.
 */
final class PolicyPeriods {

  private PolicyPeriods() {}

  /** Notes each overlap and gap at the later of the two rows, once. */
  static void check(Map<AidPolicy, Yaml> rows) {
    Map<String, List<AidPolicy>> byPupils = new TreeMap<>();
    for (AidPolicy row : rows.keySet()) {
      pupils(row).forEach(key -> byPupils.computeIfAbsent(key, k -> new ArrayList<>()).add(row));
    }
    Set<String> said = new TreeSet<>();
    for (List<AidPolicy> same : byPupils.values()) {
      same.sort(Comparator.comparing(AidPolicy::from));
      for (int i = 1; i < same.size(); i++) {
        compare(same.get(i - 1), same.get(i), rows, said);
      }
    }
  }

  private static void compare(
      AidPolicy earlier, AidPolicy later, Map<AidPolicy, Yaml> rows, Set<String> said) {
    @Nullable Yaml place = rows.get(later);
    if (place == null) {
      return;
    }
    String kind = kind(earlier.to(), later.from());
    if (!kind.isEmpty() && said.add(kind + place.line())) {
      place.mistake("policy." + kind, later.program(), later.from().label());
    }
  }

  private static String kind(@Nullable Term to, Term from) {
    if (to == null || to.compareTo(from) >= 0) {
      return "overlap";
    }
    return to.equals(from.previous()) ? "" : "gap";
  }

  /** One key for each kind of pupil that the row speaks of. */
  private static List<String> pupils(AidPolicy row) {
    List<String> keys = new ArrayList<>();
    for (Stage stage : row.stages()) {
      for (int year : years(row, stage)) {
        for (Boarding boarding : Boarding.values()) {
          if (row.boarding() == null || row.boarding() == boarding) {
            categories(row).forEach(c -> keys.add(row.program() + stage + year + boarding + c));
          }
        }
      }
    }
    return keys;
  }

  private static Set<Integer> years(AidPolicy row, Stage stage) {
    Set<Integer> years = new TreeSet<>(row.years());
    for (int year = 1; row.years().isEmpty() && year <= stage.years(); year++) {
      years.add(year);
    }
    return years;
  }

  private static List<String> categories(AidPolicy row) {
    return row.eligible().isEmpty()
        ? List.of("")
        : row.eligible().stream().map(Category::code).toList();
  }
}

package cn.bidui.plan;

import cn.bidui.person.Boarding;
import cn.bidui.person.Grade;
import cn.bidui.person.Stage;
import cn.bidui.source.Term;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which rows decide for whom in one term and stage: each kind of pupil is tried. */
final class PolicyLines {

  private final AidPolicies policies;
  private final Set<Category> held;
  private final List<Attendance> pupils;

  PolicyLines(
      AidPolicies policies,
      Term term,
      Stage stage,
      @Nullable Boarding boarding,
      Set<Category> held) {
    this.policies = policies;
    this.held = held;
    this.pupils = pupils(term, stage, boarding);
  }

  /** Every grade, boarding and province that there is. */
  static List<Attendance> pupils(Term term, Stage stage, @Nullable Boarding only) {
    List<Attendance> pupils = new ArrayList<>();
    for (int year = 1; year <= stage.years(); year++) {
      for (Boarding boarding : Boarding.values()) {
        for (Province province : Province.values()) {
          if (only == null || only == boarding) {
            pupils.add(new Attendance(term, new Grade(stage, year), boarding, province));
          }
        }
      }
    }
    return pupils;
  }

  List<PolicyLine> all() {
    return policies.programs().stream().flatMap(program -> lines(program).stream()).toList();
  }

  private List<PolicyLine> lines(Program program) {
    Map<AidPolicy, Set<Category>> deciding = new LinkedHashMap<>();
    policies.rows(program).forEach(row -> deciding.put(row, EnumSet.noneOf(Category.class)));
    Set<AidPolicy> used = new java.util.HashSet<>();
    for (Attendance pupil : pupils) {
      unspecified(program, pupil, used);
      for (Set<Category> categories : held.isEmpty() ? each() : List.of(held)) {
        policies
            .dueRow(program, pupil, categories)
            .ifPresent(
                row -> {
                  used.add(row);
                  named(row, categories, deciding);
                });
      }
    }
    return deciding.entrySet().stream()
        .filter(line -> used.contains(line.getKey()))
        .map(line -> line(program, line.getKey(), line.getValue()))
        .toList();
  }

  /** What is said without saying for whom holds for whoever has it. */
  private void unspecified(Program program, Attendance pupil, Set<AidPolicy> used) {
    policies
        .widest(program, pupil)
        .filter(row -> row.eligible().isEmpty() && !row.everyone())
        .filter(row -> held.isEmpty() || policies.dueRow(program, pupil, held).isEmpty())
        .ifPresent(used::add);
  }

  private static void named(
      AidPolicy row, Set<Category> categories, Map<AidPolicy, Set<Category>> deciding) {
    Set<Category> named = deciding.computeIfAbsent(row, r -> EnumSet.noneOf(Category.class));
    categories.stream().filter(row.eligible()::contains).forEach(named::add);
  }

  private static List<Set<Category>> each() {
    List<Set<Category>> each = new ArrayList<>(List.of(Set.of()));
    for (Category category : Category.values()) {
      each.add(Set.of(category));
    }
    return each;
  }

  private PolicyLine line(Program program, AidPolicy row, Set<Category> categories) {
    return new PolicyLine(
        program,
        row,
        policies.level(row),
        PolicyLine.ordered(categories),
        policies.continued(program));
  }
}

package cn.bidui.plan;

import cn.bidui.person.Stage;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Finds spellings that an aid list could mean two programs by: shared between programs of one and
 * the same stage.
 */
final class PolicySpellings {

  private final AidPolicies policies;
  private final Map<String, Set<Stage>> stages = new TreeMap<>();

  private PolicySpellings(AidPolicies policies) {
    this.policies = policies;
  }

  /** Notes each such spelling at the later of the two programs. */
  static void check(AidPolicies policies, Map<String, Yaml> places) {
    PolicySpellings spellings = new PolicySpellings(policies);
    List<Program> before = new ArrayList<>();
    for (Program program : policies.programs()) {
      before.forEach(other -> spellings.compare(program, other, places));
      before.add(program);
    }
  }

  private void compare(Program program, Program other, Map<String, Yaml> places) {
    Yaml place = places.getOrDefault(program.code(), places.get(other.code()));
    Set<Stage> both = EnumSet.noneOf(Stage.class);
    both.addAll(stages(program));
    both.retainAll(stages(other));
    if (place == null || both.isEmpty()) {
      return;
    }
    Set<String> shared = folded(program);
    shared.retainAll(folded(other));
    String stage = both.iterator().next().label();
    shared.forEach(
        word -> place.mistake("policy.spelling-twice", word, program.name(), other.name(), stage));
  }

  private Set<Stage> stages(Program program) {
    return stages.computeIfAbsent(
        program.code(),
        code -> {
          Set<Stage> found = EnumSet.noneOf(Stage.class);
          policies.rows(program).forEach(row -> found.addAll(row.stages()));
          return found;
        });
  }

  private static Set<String> folded(Program program) {
    Set<String> folded = new TreeSet<>(List.of(Program.fold(program.name())));
    program.spellings().forEach(spelling -> folded.add(Program.fold(spelling)));
    return folded;
  }
}

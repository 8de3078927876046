package cn.bidui.report.city;

import cn.bidui.report.Standing;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the findings of one county, or of several, come to.
 *
 * @param rules by the rule's code
 * @param unfunded those who are still to be funded, by program and term
 * @param allUnfunded the same over all programs; who waits for several is one person here
 * @param dropouts by stage
 */
record Figures(
    SortedMap<String, Standing> rules,
    SortedMap<Program, Due> unfunded,
    Due allUnfunded,
    SortedMap<SchoolStage, Standing> dropouts) {

  /** Of nobody. */
  static final Figures NONE =
      new Figures(new TreeMap<>(), new TreeMap<>(), Due.NONE, new TreeMap<>());

  Figures {
    rules = Collections.unmodifiableSortedMap(new TreeMap<>(rules));
    unfunded = Collections.unmodifiableSortedMap(new TreeMap<>(unfunded));
    dropouts = Collections.unmodifiableSortedMap(new TreeMap<>(dropouts));
  }

  /** All of {@code several} together. */
  static Figures sum(Collection<Figures> several) {
    return several.stream().reduce(NONE, Figures::plus);
  }

  private Figures plus(Figures other) {
    SortedMap<String, Standing> byRule = new TreeMap<>(rules);
    other.rules.forEach((rule, standing) -> byRule.merge(rule, standing, Standing::plus));
    SortedMap<Program, Due> byProgram = new TreeMap<>(unfunded);
    other.unfunded.forEach((program, due) -> byProgram.merge(program, due, Due::plus));
    SortedMap<SchoolStage, Standing> byStage = new TreeMap<>(dropouts);
    other.dropouts.forEach((stage, standing) -> byStage.merge(stage, standing, Standing::plus));
    return new Figures(byRule, byProgram, allUnfunded.plus(other.allUnfunded), byStage);
  }

  Standing rule(String code) {
    return rules.getOrDefault(code, Standing.NONE);
  }

  Standing dropout(SchoolStage stage) {
    return dropouts.getOrDefault(stage, Standing.NONE);
  }

  Standing allDropouts() {
    return dropouts.values().stream().reduce(Standing.NONE, Standing::plus);
  }

  Standing all() {
    return rules.values().stream().reduce(Standing.NONE, Standing::plus);
  }
}

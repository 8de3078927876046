package cn.bidui.plan;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The words of a linkage plan that stand for constants. */
final class PlanWords {

  private PlanWords() {}

  /** The constant that is written here, or {@code otherwise}; a mistake if it is none. */
  static <E extends Enum<E>> E choice(Yaml at, Class<E> type, E otherwise) {
    String written = at.text("");
    if (written.isEmpty()) {
      return otherwise;
    }
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> LinkPlan.word(constant).equals(written))
        .findFirst()
        .orElseGet(
            () -> {
              at.mistake("plan.not-a-choice", written, all(type));
              return otherwise;
            });
  }

  /** All words for constants of {@code type}. */
  static <E extends Enum<E>> String all(Class<E> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(LinkPlan::word)
        .collect(Collectors.joining(", "));
  }
}

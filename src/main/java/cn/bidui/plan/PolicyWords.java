package cn.bidui.plan;

import cn.bidui.source.Term;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The words of policy files that stand for constants and terms. */
final class PolicyWords {

  private PolicyWords() {}

  /** The name of a constant in policies: lower case with hyphens. */
  static String code(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The constant that is written here; a mistake with the message {@code key} if it is none. */
  static <E extends Enum<E>> Optional<E> constant(Yaml item, Class<E> type, String key) {
    String word = item.text("");
    Optional<E> found =
        Arrays.stream(type.getEnumConstants())
            .filter(candidate -> code(candidate).equals(word))
            .findFirst();
    if (found.isEmpty()) {
      item.mistake(key, word, all(type));
    }
    return found;
  }

  /** The same of a key that may be left out. */
  static <E extends Enum<E>> @Nullable E orNull(Yaml item, Class<E> type, String key) {
    return item.absent() ? null : constant(item, type, key).orElse(null);
  }

  private static <E extends Enum<E>> String all(Class<E> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(PolicyWords::code)
        .collect(Collectors.joining(", "));
  }

  /** The term here, if any; a mistake if it cannot be read. */
  static @Nullable Term term(Yaml item) {
    if (item.absent()) {
      return null;
    }
    Optional<Term> term = Term.find(item.text(""));
    if (term.isEmpty()) {
      item.mistake("policy.unknown-term", item.text(""));
    }
    return term.orElse(null);
  }

  /** Unlike {@link Yaml#requiredText}, names the line of the item that lacks the key. */
  static void required(Yaml item, String key) {
    if (item.at(key).absent()) {
      item.mistake("plan.missing-key", key);
    }
  }

  static String requiredText(Yaml item, String key) {
    required(item, key);
    return item.at(key).text("");
  }
}

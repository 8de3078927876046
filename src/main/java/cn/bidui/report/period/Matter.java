package cn.bidui.report.period;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** What a rule, or a case, is about. */
enum Matter {
  /** Children who may be out of school. */
  DROPOUT(
      "never-enrolled",
      "vanished-from-roll",
      "leave-expired",
      "transfer-in-limbo",
      "no-progression",
      "absent",
      "disabled-unplaced"),
  /** Who gets what. */
  AID(
      "unfunded-eligible",
      "underpaid",
      "overpaid",
      "wrong-standard",
      "granted-not-paid",
      "paid-not-granted",
      "duplicate-aid",
      "funded-not-enrolled",
      "funded-not-eligible",
      "shared-account"),
  /** Whether the lists are right; rules of other versions too. */
  QUALITY;

  // A list of constants; the compiler cannot tell.
  @SuppressWarnings("ImmutableEnumChecker")
  private final List<String> rules;

  Matter(String... rules) {
    this.rules = List.of(rules);
  }

  static Matter of(String rule) {
    return Arrays.stream(values())
        .filter(matter -> matter.rules.contains(rule))
        .findFirst()
        .orElse(QUALITY);
  }

  /** The first matter of which one of the rules is: a child out of school goes before money. */
  static Matter of(Collection<String> rules) {
    return rules.stream().map(Matter::of).min(Matter::compareTo).orElse(QUALITY);
  }

  /** The line of its cases. */
  String cases() {
    return "cases/" + code();
  }

  /** {@code dropout}. */
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}

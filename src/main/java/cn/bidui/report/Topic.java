package cn.bidui.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Which sheet of the workbook a rule's findings stand on, with its rules in their order. */
enum Topic {
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
  DROPOUT(
      "never-enrolled",
      "vanished-from-roll",
      "leave-expired",
      "transfer-in-limbo",
      "no-progression",
      "absent",
      "disabled-unplaced",
      "status-conflict",
      "out-of-county"),
  /** Who is the same person, for people to decide. */
  UNDECIDED("undecided-identity"),
  IDENTITY("id-invalid", "id-suspected-typo", "id-shared", "name-differs", "birth-or-sex-differs"),
  ROLL("duplicate-roll", "school-or-grade-differs", "age-implausible"),
  /** Whatever else is found: completeness of the aid system, and rules of later versions. */
  QUALITY;

  // A list of constants; the compiler cannot tell.
  @SuppressWarnings("ImmutableEnumChecker")
  private final List<String> rules;

  Topic(String... rules) {
    this.rules = List.of(rules);
  }

  /** The topic of a rule. */
  static Topic of(String rule) {
    return Arrays.stream(values())
        .filter(topic -> topic.rules.contains(rule))
        .findFirst()
        .orElse(QUALITY);
  }

  /** The sheet's name. */
  String label(Words words) {
    return words.text("report.topic." + name().toLowerCase(Locale.ROOT));
  }
}

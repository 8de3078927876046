package cn.bidui.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What helps a child soonest, in order (先后次序): the order in which a first night is worked off, when
 * everything is new. A child out of school comes before money, money before doubts about who
 * somebody is, and those before records that are only wrong.
 */
enum Urgency {
  OUT_OF_SCHOOL(
      "absent",
      "never-enrolled",
      "vanished-from-roll",
      "no-progression",
      "leave-expired",
      "disabled-unplaced"),
  WITHOUT_AID("unfunded-eligible", "granted-not-paid", "underpaid"),
  /** Where a child is must be asked; it may well be at school. */
  WHEREABOUTS("transfer-in-limbo", "status-conflict", "out-of-county"),
  /** As long as these are open, others may be hidden behind them. */
  WHO_IT_IS("undecided-identity", "id-shared", "duplicate-roll", "id-suspected-typo"),
  MONEY_GONE_WRONG(
      "duplicate-aid",
      "funded-not-enrolled",
      "overpaid",
      "wrong-standard",
      "paid-not-granted",
      "shared-account"),
  /** Whatever else is found, and rules of later versions. */
  RECORDS;

  // A list of constants; the compiler cannot tell.
  @SuppressWarnings("ImmutableEnumChecker")
  private final List<String> rules;

  Urgency(String... rules) {
    this.rules = List.of(rules);
  }

  /** How urgent findings of a rule are. */
  static Urgency of(String rule) {
    return Arrays.stream(values())
        .filter(urgency -> urgency.rules.contains(rule))
        .findFirst()
        .orElse(RECORDS);
  }

  /** What it is, in a few words. */
  String label(Words words) {
    return words.text("report.urgency." + name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }
}

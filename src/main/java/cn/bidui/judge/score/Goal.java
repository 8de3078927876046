package cn.bidui.judge.score;

import java.util.List;
import java.util.Locale;

/**
 * The six parts of the scoreboard (三个零误差、三个百分之百), each with the rules whose findings are its
 * errors.
 */
public enum Goal {
  ENROLLED_EXACT("enrolled-missing", "enrolled-extra"),
  HARDSHIP_EXACT("hardship-missing", "hardship-extra"),
  PAYMENTS_EXACT("granted-not-paid", "paid-not-granted"),
  SCHOOLS_COMPLETE("school-missing"),
  PROGRAMS_COMPLETE("program-missing"),
  FIELDS_COMPLETE("field-missing");

  // A list of constants; the compiler cannot tell.
  @SuppressWarnings("ImmutableEnumChecker")
  private final List<String> rules;

  Goal(String... rules) {
    this.rules = List.of(rules);
  }

  /** {@code enrolled-exact}, as {@code run.json} names it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The codes of the rules that measure it. */
  public List<String> rules() {
    return rules;
  }
}

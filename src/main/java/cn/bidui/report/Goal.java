package cn.bidui.report;

import cn.bidui.source.ListKind;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The six parts of the scoreboard (三个零误差、三个百分之百), each with the rule that measures it and the lists
 * that the rule compares. Nothing compared is never shown as 0.
 */
enum Goal {
  ENROLLED_EXACT("enrolled-missing", ListKind.ENROLLED, ListKind.ROLL),
  HARDSHIP_EXACT("hardship-missing", ListKind.HARDSHIP, ListKind.HOUSEHOLDS),
  PAYMENTS_EXACT("granted-not-paid", ListKind.PAYMENTS, ListKind.AID),
  SCHOOLS_COMPLETE("school-missing", ListKind.SCHOOLS, ListKind.ROLL),
  PROGRAMS_COMPLETE("program-missing", ListKind.SCHOOLS, ListKind.AID),
  FIELDS_COMPLETE("field-missing", ListKind.AID);

  private final String rule;

  // A list of constants; the compiler cannot tell.
  @SuppressWarnings("ImmutableEnumChecker")
  private final List<ListKind> needs;

  Goal(String rule, ListKind... needs) {
    this.rule = rule;
    this.needs = List.of(needs);
  }

  /** {@code enrolled-exact}. */
  String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** 零误差① 在校生. */
  String title(Words words) {
    return words.text("report.goal." + code());
  }

  /** The lists that it needs and that are not there. */
  List<ListKind> missing(Set<ListKind> present) {
    return needs.stream().filter(list -> !present.contains(list)).toList();
  }

  /** Where it stands, for people. */
  String state(Set<ListKind> present, Words words) {
    List<ListKind> missing = missing(present);
    return missing.isEmpty()
        ? words.text("report.goal.needs-rule", rule)
        : words.text("report.goal.needs-lists", words.lists(missing));
  }

  /** Where it stands, for programs. */
  String state(Set<ListKind> present) {
    List<ListKind> missing = missing(present);
    String needs =
        missing.isEmpty()
            ? "rule " + rule
            : missing.stream().map(ListKind::code).collect(Collectors.joining(", "));
    return "not compared: needs " + needs;
  }
}

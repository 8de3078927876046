package cn.bidui.report.period;

import cn.bidui.ledger.NightCounts;
import cn.bidui.source.ListKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What a report rests on, and what keeps it from being whole. */
final class Facts {

  private static final int DIGITS = 16;
  private static final int NAMED = 12;

  private final PeriodFigures figures;

  Facts(PeriodFigures figures) {
    this.figures = figures;
  }

  List<String> all() {
    Period period = figures.period();
    List<String> facts = new ArrayList<>();
    facts.add(
        Texts.of(
            "fact.nights",
            period.first(),
            period.last(),
            period.days(),
            figures.nights().size(),
            period.schoolYears()));
    if (!figures.lists().isEmpty()) {
      facts.add(Texts.of("fact.lists", lists()));
    }
    facts.add(Texts.of("fact.digest", figures.digest().substring(0, DIGITS)));
    return facts;
  }

  /** What is not there: nights, totals, a chain that holds, rules that compared. */
  List<String> alarms() {
    List<String> alarms = new ArrayList<>();
    List<LocalDate> missing = figures.missing();
    if (figures.nights().isEmpty()) {
      alarms.add(Texts.of("alarm.no-night"));
    } else if (!missing.isEmpty()) {
      alarms.add(Texts.of("alarm.missing", missing.size(), ranges(missing)));
    }
    if (!figures.bare().isEmpty()) {
      alarms.add(Texts.of("alarm.bare", figures.bare().size(), ranges(figures.bare())));
    }
    SortedSet<String> blind = notCompared();
    if (!blind.isEmpty()) {
      String rules = blind.stream().map(Texts::rule).collect(Collectors.joining(Texts.of("and")));
      alarms.add(Texts.of("alarm.not-compared", rules));
    }
    return alarms;
  }

  /** The same, with places where the nights do not fit each other; these are for the bureau. */
  List<String> allAlarms() {
    List<String> alarms = new ArrayList<>(alarms());
    if (!chain().isEmpty()) {
      alarms.add(Texts.of("alarm.chain", chain().size(), broken()));
    }
    return alarms;
  }

  private SortedSet<String> chain() {
    return figures.figures().lines(NightTally.CHAIN);
  }

  /** Where and when: {@code 10月5日 应助未助（应接 3，实为 4）}. */
  private String broken() {
    return figures.figures().values().keySet().stream()
        .filter(key -> key.line().startsWith(NightTally.CHAIN) && key.measure().equals("was"))
        .limit(NAMED)
        .map(
            key -> {
              String[] parts = key.line().split("/", 3);
              return Texts.of(
                  "fact.break",
                  day(LocalDate.parse(parts[1])),
                  key.place().name(),
                  Texts.rule(parts[2]),
                  figures.figures().of(key.place(), key.line(), "was"),
                  figures.figures().of(key.place(), key.line(), "is"));
            })
        .collect(Collectors.joining(Texts.of("and")));
  }

  /** Rules that on no night of the period compared anything. */
  SortedSet<String> notCompared() {
    SortedSet<String> rules = new TreeSet<>();
    for (String line : figures.figures().lines(NightCounts.COMPARED)) {
      if (figures.county(line, "evaluated") == 0) {
        rules.add(line.substring(NightCounts.COMPARED.length()));
      }
    }
    return rules;
  }

  /** Whether every rule of that matter compared on every night of the period, without a gap. */
  boolean complete(Matter matter) {
    boolean whole = figures.missing().isEmpty() && figures.bare().isEmpty();
    SortedSet<String> lines = new TreeSet<>(figures.figures().lines(NightCounts.COMPARED));
    lines.removeIf(line -> Matter.of(line.substring(NightCounts.COMPARED.length())) != matter);
    return whole
        && !lines.isEmpty()
        && lines.stream()
            .allMatch(line -> figures.county(line, "evaluated") == figures.nights().size());
  }

  private String lists() {
    TreeMap<ListKind, TreeSet<String>> dates = new TreeMap<>();
    TreeMap<ListKind, Integer> counts = new TreeMap<>();
    for (ListDate list : figures.lists()) {
      dates.computeIfAbsent(list.list(), kind -> new TreeSet<>()).add(list.dataDate());
      counts.merge(list.list(), 1, Integer::sum);
    }
    List<String> words = new ArrayList<>();
    dates.forEach((list, days) -> words.add(list(list, days, counts.getOrDefault(list, 1))));
    return String.join(Texts.of("and"), words);
  }

  private static String list(ListKind list, NavigableSet<String> days, int count) {
    String name = Texts.list(list.code());
    String span =
        days.size() == 1 ? days.first() : Texts.of("fact.span", days.first(), days.last());
    return count == 1 ? name + " " + span : Texts.of("fact.list", name, span, count);
  }

  /** Days in a row as a span: {@code 10月1日至3日、10月9日}. */
  static String ranges(List<LocalDate> days) {
    List<String> spans = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= days.size(); i++) {
      if (i == days.size() || !days.get(i).equals(days.get(i - 1).plusDays(1))) {
        LocalDate first = days.get(from);
        LocalDate last = days.get(i - 1);
        spans.add(first.equals(last) ? day(first) : Texts.of("fact.span", day(first), day(last)));
        from = i;
      }
    }
    return String.join(Texts.of("and"), spans);
  }

  private static String day(LocalDate day) {
    return Texts.of("day", day.getMonthValue(), day.getDayOfMonth());
  }
}

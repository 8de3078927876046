package cn.bidui.report.period;

import cn.bidui.judge.Rules;
import cn.bidui.judge.night.RuleCard;
import cn.bidui.judge.score.Place;
import cn.bidui.ledger.NightCounts;
import cn.bidui.report.period.PeriodTable.Head;
import cn.bidui.report.period.PeriodTable.Row;
import cn.bidui.report.period.PeriodTable.Tone;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tables in which what was open at the start leads to what is open at the end (结转). */
final class FlowTable {

  private static final List<String> FLOW =
      List.of("before", "added", "reopened", "moved", "resolved", "explained", "open");
  private static final int NUMBER = 9;

  private final PeriodFigures figures;

  FlowTable(PeriodFigures figures) {
    this.figures = figures;
  }

  /** The flow of one line at a place. */
  List<Cell> flow(Place place, String line) {
    return FLOW.stream()
        .map(measure -> Cell.people(figures.figures().of(place, line, measure)))
        .toList();
  }

  static List<Head> heads() {
    return FLOW.stream().map(measure -> new Head(Texts.of("measure." + measure), NUMBER)).toList();
  }

  /** The rules of a matter, and on how many nights each of them compared. */
  PeriodTable rules(String name, Matter... matters) {
    Set<String> rules = new TreeSet<>();
    Stream.of(NightTally.RULE, NightCounts.COMPARED)
        .forEach(
            prefix ->
                figures.figures().lines(prefix).stream()
                    .map(line -> line.substring(prefix.length()))
                    .filter(rule -> List.of(matters).contains(Matter.of(rule)))
                    .forEach(rules::add));
    List<Head> heads = new ArrayList<>(PeriodTable.heads("rule", 22, "nights", 10, "compared", 10));
    heads.addAll(heads());
    List<String> known = Rules.all().stream().map(RuleCard::code).toList();
    List<String> inOrder =
        rules.stream()
            .sorted(
                Comparator.comparing((String rule) -> Matter.of(rule))
                    .thenComparing(
                        rule -> known.contains(rule) ? known.indexOf(rule) : known.size())
                    .thenComparing(rule -> rule))
            .toList();
    return new PeriodTable(
        Texts.of("table." + name),
        Texts.of("table." + name),
        List.of(Texts.of("note.flow"), Texts.of("note.compared")),
        heads,
        inOrder.stream().map(this::rule).toList(),
        true,
        false);
  }

  private Row rule(String rule) {
    String line = NightCounts.COMPARED + rule;
    boolean looked = figures.county(line, "evaluated") > 0;
    List<Cell> cells = new ArrayList<>(List.of(Cell.text(Texts.rule(rule))));
    cells.add(Cell.text(figures.county(line, "evaluated") + "/" + figures.nights().size()));
    cells.add(
        looked
            ? Cell.number(figures.county(line, "compared"))
            : Cell.text(Texts.of("not-compared")));
    cells.addAll(looked || standing(rule) ? flow(Place.COUNTY, NightTally.RULE + rule) : blank());
    return new Row(Tone.PLAIN, "", cells);
  }

  private boolean standing(String rule) {
    return figures.figures().lines(NightTally.RULE + rule).contains(NightTally.RULE + rule);
  }

  private static List<Cell> blank() {
    return FLOW.stream().map(measure -> Cell.nothing()).collect(Collectors.toList());
  }

  /** Who is due what and has not got it, by program. */
  PeriodTable programs(boolean bySchool) {
    List<Head> heads = new ArrayList<>(PeriodTable.heads("program", 36));
    if (bySchool) {
      heads.add(0, PeriodTable.heads("place", 24).get(0));
    }
    heads.addAll(
        PeriodTable.heads(
            "before",
            8,
            "added",
            8,
            "reopened",
            8,
            "resolved",
            8,
            "explained",
            8,
            "open",
            8,
            "open-yuan",
            13,
            "resolved-yuan",
            13));
    String key = bySchool ? "table.program-schools" : "table.programs";
    return new PeriodTable(
        Texts.of(key),
        Texts.of(key),
        List.of(Texts.of("note.programs")),
        heads,
        bySchool ? programsBySchool() : programs(Place.COUNTY, "", Tone.PLAIN, List.of()),
        false,
        false);
  }

  private List<Row> programsBySchool() {
    List<Row> rows = new ArrayList<>();
    rows.addAll(programs(Place.COUNTY, "", Tone.TOTAL, List.of(Cell.text(Texts.of("county")))));
    TreeMap<String, TreeSet<String>> schools = new TreeMap<>();
    for (String school : figures.figures().names(Place.Level.SCHOOL, NightCounts.AID)) {
      schools
          .computeIfAbsent(figures.homes().getOrDefault(school, ""), home -> new TreeSet<>())
          .add(school);
    }
    schools.forEach(
        (home, own) ->
            own.forEach(
                school ->
                    rows.addAll(
                        programs(
                            Place.school(school), "", Tone.PLAIN, List.of(Cell.text(school))))));
    return rows;
  }

  private List<Row> programs(Place place, String group, Tone tone, List<Cell> names) {
    List<Row> rows = new ArrayList<>();
    String prefix = NightCounts.AID + "unfunded-eligible/";
    for (String line : figures.figures().lines(prefix)) {
      String program = line.substring(prefix.length());
      if (FLOW.stream().anyMatch(measure -> figures.figures().of(place, line, measure) > 0)) {
        rows.add(new Row(tone, group + program, program(place, line, program, names)));
      }
    }
    return rows;
  }

  private List<Cell> program(Place place, String line, String program, List<Cell> names) {
    List<Cell> cells = new ArrayList<>(names);
    cells.add(Cell.text(program));
    int first = cells.size();
    for (String measure : List.of("before", "added", "reopened", "resolved", "explained", "open")) {
      cells.add(Cell.people(figures.figures().of(place, line, measure)));
    }
    cells.add(Cell.money(figures.figures().of(place, line, "open-cents"), first + 5));
    cells.add(Cell.money(figures.figures().of(place, line, "resolved-cents"), first + 3));
    return cells;
  }
}

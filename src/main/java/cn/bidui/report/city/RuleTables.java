package cn.bidui.report.city;

import static cn.bidui.report.city.CityTable.column;

import cn.bidui.report.Standing;
import cn.bidui.report.Words;
import cn.bidui.report.city.CityTable.Column;
import cn.bidui.report.city.CityTable.Tone;
import cn.bidui.source.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is open of each rule (问题): the counties side by side, and line by line. */
final class RuleTables {

  private static final Messages WORDS = Messages.ZH;

  private RuleTables() {}

  /** A line for each rule, a column for each county. */
  static CityTable matrix(City city) {
    CityTable table =
        new CityTable(
            WORDS.text("report.city.rules.name"),
            WORDS.text("report.city.rules.note"),
            columns(city));
    for (String rule : city.rules()) {
      table.add(Tone.PLAIN, line(city, rule));
    }
    table.add(Tone.TOTAL, totals(city));
    return table;
  }

  private static List<Column> columns(City city) {
    List<Column> columns = new ArrayList<>(List.of(column("report.column.rule", 26)));
    city.counties().forEach(county -> columns.add(new Column(county.label(WORDS), 15)));
    columns.add(column("report.total", 10));
    columns.add(column("report.city.column.left-out", 44));
    return columns;
  }

  private static List<Object> line(City city, String rule) {
    List<CountyNight> counted =
        city.nights(Condition.COUNTED).stream().filter(night -> night.knows(rule)).toList();
    List<Object> cells = new ArrayList<>(List.of(Words.ZH.rule(rule)));
    city.counties().forEach(county -> cells.add(open(county, rule)));
    cells.add(CityTables.known(!counted.isEmpty(), CityTables.sum(counted).rule(rule).open()));
    cells.add(city.blind(WORDS, night -> night.knows(rule)));
    return cells;
  }

  private static Object open(County county, String rule) {
    return county
        .figures()
        .filter(night -> night.knows(rule))
        .<Object>map(night -> night.figures().rule(rule).open())
        .orElse(CityTables.DASH);
  }

  private static List<Object> totals(City city) {
    List<Object> cells = new ArrayList<>(List.of(WORDS.text("report.total")));
    for (County county : city.counties()) {
      Optional<Integer> open = county.figures().map(night -> night.figures().all().open());
      cells.add(open.<Object>map(figure -> figure).orElse(CityTables.DASH));
    }
    boolean anybody = !city.nights(Condition.COUNTED).isEmpty();
    cells.add(CityTables.known(anybody, city.sum(Condition.COUNTED).all().open()));
    cells.add(city.leftOut(WORDS));
    return cells;
  }

  /** A line for each county and rule, with every state. */
  static CityTable lines(City city) {
    CityTable table =
        new CityTable(
            WORDS.text("report.city.rule-lines.name"),
            WORDS.text("report.city.rule-lines.note"),
            List.of(
                column("report.city.column.county", 24),
                column("report.column.rule", 28),
                column("report.column.compared", 12),
                column("report.column.new", 9),
                column("report.column.persisting", 9),
                column("report.column.reopened", 9),
                column("report.column.open", 9),
                column("report.column.explained", 9),
                column("report.column.resolved", 9),
                column("report.city.column.remark", 40)));
    for (County county : city.counties()) {
      county.figures().ifPresent(night -> lines(city, county, night, table));
    }
    return table;
  }

  private static void lines(City city, County county, CountyNight night, CityTable table) {
    for (String rule : city.rules()) {
      List<Object> cells = new ArrayList<>(List.of(county.label(WORDS), Words.ZH.rule(rule)));
      cells.addAll(night.knows(rule) ? figures(night, rule) : CityTables.dashes(7));
      cells.add(remark(night, rule));
      table.add(Tone.of(county.condition()), cells);
    }
  }

  private static List<Object> figures(CountyNight night, String rule) {
    Standing standing = night.figures().rule(rule);
    NightRun.Rule looked = night.run().rules().get(rule);
    boolean evaluated = looked != null && looked.evaluated();
    return List.of(
        CityTables.known(evaluated, looked == null ? 0L : looked.compared()),
        standing.added(),
        standing.persisting(),
        standing.reopened(),
        standing.open(),
        standing.explained(),
        standing.resolved());
  }

  private static String remark(CountyNight night, String rule) {
    NightRun.Rule looked = night.run().rules().get(rule);
    if (looked == null) {
      return WORDS.text("report.city.no-rule");
    }
    return looked.evaluated() ? "" : CityTables.needs(looked.needs());
  }
}

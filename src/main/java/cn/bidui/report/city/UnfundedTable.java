package cn.bidui.report.city;

import static cn.bidui.report.city.CityTable.column;

import cn.bidui.report.city.CityTable.Tone;
import cn.bidui.source.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** 应助未助: by county, term and program, how many wait and for how much. */
final class UnfundedTable {

  private static final Messages WORDS = Messages.ZH;
  private static final String RULE = FindingCount.UNFUNDED;

  private final City city;
  private final CityTable table =
      new CityTable(
          WORDS.text("report.city.unfunded.name"),
          WORDS.text("report.city.unfunded.note"),
          List.of(
              column("report.city.column.county", 24),
              column("report.column.term", 10),
              column("report.column.program", 38),
              column("report.city.column.people", 10),
              column("report.city.column.to-check", 10),
              column("report.column.due", 14),
              column("report.city.column.due-to-check", 16),
              column("report.city.column.remark", 40)));

  private UnfundedTable(City city) {
    this.city = city;
  }

  static CityTable of(City city) {
    return new UnfundedTable(city).fill();
  }

  private CityTable fill() {
    city.counties().forEach(this::county);
    totals();
    return table;
  }

  private void county(County county) {
    Tone tone = Tone.of(county.condition());
    Optional<CountyNight> night = county.figures().filter(each -> each.knows(RULE));
    if (night.isEmpty()) {
      none(tone, county.label(WORDS), why(county));
      return;
    }
    Figures figures = night.get().figures();
    figures.unfunded().forEach((program, due) -> line(tone, county.label(WORDS), program, due, ""));
    if (figures.unfunded().size() != 1) {
      all(
          figures.unfunded().isEmpty() ? tone : Tone.SUBTOTAL,
          WORDS.text("report.city.sum-of", county.label(WORDS)),
          figures.allUnfunded(),
          "");
    }
  }

  private static String why(County county) {
    return county
        .figures()
        .map(night -> night.run().rules().get(RULE))
        .map(rule -> CityTables.needs(rule.needs()))
        .orElseGet(() -> county.why(WORDS));
  }

  private void totals() {
    List<CountyNight> counted =
        city.nights(Condition.COUNTED).stream().filter(night -> night.knows(RULE)).toList();
    String name = WORDS.text("report.city.total", counted.size());
    String leftOut = city.leftOut(WORDS, night -> night.knows(RULE));
    if (counted.isEmpty()) {
      none(Tone.TOTAL, name, leftOut);
      return;
    }
    Figures sum = CityTables.sum(counted);
    sum.unfunded().forEach((program, due) -> line(Tone.TOTAL, name, program, due, leftOut));
    all(Tone.TOTAL, name, sum.allUnfunded(), leftOut);
  }

  private void all(Tone tone, String name, Due due, String remark) {
    line(tone, name, new Program("", WORDS.text("report.city.all-programs")), due, remark);
  }

  private void line(Tone tone, String name, Program program, Due due, String remark) {
    table.add(
        tone,
        name,
        program.term(),
        program.name(),
        due.people(),
        due.toCheck(),
        due.yuan(),
        due.yuanToCheck(),
        remark);
  }

  private void none(Tone tone, String name, String remark) {
    List<Object> cells = new ArrayList<>(List.of(name, "", ""));
    cells.addAll(CityTables.dashes(4));
    cells.add(remark);
    table.add(tone, cells);
  }
}

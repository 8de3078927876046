package cn.bidui.report.city;

import static cn.bidui.report.city.CityTable.column;

import cn.bidui.report.Standing;
import cn.bidui.report.city.CityTable.Tone;
import cn.bidui.source.Messages;
import java.util.ArrayList;
import java.util.List;

/** The city on one page (汇总): a line for each county, the totals below. */
final class SummaryTable {

  private static final Messages WORDS = Messages.ZH;

  private final City city;
  private final CityTable table =
      new CityTable(
          WORDS.text("report.sheet.summary"),
          WORDS.text("report.city.summary.note"),
          List.of(
              column("report.city.column.county", 24),
              column("report.city.column.as-of", 12),
              column("report.city.column.condition", 10),
              column("report.column.open", 9),
              column("report.column.new", 8),
              column("report.column.reopened", 8),
              column("report.column.resolved", 8),
              column("report.column.explained", 8),
              column("report.city.column.dropouts", 13),
              column("report.city.column.unfunded", 15),
              column("report.column.due", 13),
              column("report.city.column.remark", 44)));

  private SummaryTable(City city) {
    this.city = city;
  }

  static CityTable of(City city) {
    return new SummaryTable(city).fill();
  }

  private CityTable fill() {
    city.counties().forEach(this::county);
    total(Tone.TOTAL, "report.city.total", Condition.COUNTED, city.leftOut(WORDS));
    if (!city.of(Condition.APART).isEmpty()) {
      total(Tone.SUBTOTAL, "report.city.total-apart", Condition.APART, "");
    }
    return table;
  }

  private void county(County county) {
    List<Object> cells = new ArrayList<>();
    cells.add(county.name());
    cells.add(county.figures().map(night -> night.run().asOf().toString()).orElse(CityTables.DASH));
    cells.add(county.condition().label(WORDS));
    cells.addAll(
        county
            .figures()
            .map(night -> figures(List.of(night)))
            .orElseGet(() -> CityTables.dashes(8)));
    cells.add(county.why(WORDS));
    table.add(Tone.of(county.condition()), cells);
  }

  private void total(Tone tone, String title, Condition condition, String remark) {
    List<CountyNight> nights = city.nights(condition);
    List<Object> cells = new ArrayList<>();
    cells.add(WORDS.text(title, nights.size()));
    cells.add("");
    cells.add("");
    cells.addAll(nights.isEmpty() ? CityTables.dashes(8) : figures(nights));
    cells.add(remark);
    table.add(tone, cells);
  }

  private static List<Object> figures(List<CountyNight> nights) {
    Figures sum = CityTables.sum(nights);
    Standing all = sum.all();
    boolean dropouts = nights.stream().anyMatch(CountyNight::knowsDropouts);
    boolean unfunded = nights.stream().anyMatch(night -> night.knows(FindingCount.UNFUNDED));
    return List.of(
        all.open(),
        all.added(),
        all.reopened(),
        all.resolved(),
        all.explained(),
        CityTables.known(dropouts, sum.allDropouts().open()),
        CityTables.known(unfunded, sum.allUnfunded().people()),
        CityTables.known(unfunded, sum.allUnfunded().yuan()));
  }
}

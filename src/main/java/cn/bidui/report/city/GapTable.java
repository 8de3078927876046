package cn.bidui.report.city;

import static cn.bidui.report.city.CityTable.column;

import cn.bidui.report.Words;
import cn.bidui.report.city.CityTable.Tone;
import cn.bidui.source.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** 缺报与待核: who is not in the totals and what to do, and what each county has yet to settle. */
final class GapTable {

  private static final Messages WORDS = Messages.ZH;
  private static final String IDENTITY = "undecided-identity";

  private GapTable() {}

  static CityTable of(City city) {
    CityTable table =
        new CityTable(
            WORDS.text("report.city.gaps.name"),
            WORDS.text("report.city.gaps.note"),
            List.of(
                column("report.city.column.county", 16),
                column("report.city.column.condition", 9),
                column("report.city.column.remark", 34),
                column("report.city.column.action", 42),
                column("report.city.column.missing-lists", 16),
                column("report.city.column.blind", 44),
                column("report.city.column.held", 9),
                column("report.city.column.identities", 11),
                column("report.city.column.unfunded-to-check", 19)));
    city.counties().forEach(county -> county(county, table));
    return table;
  }

  private static void county(County county, CityTable table) {
    List<Object> cells = new ArrayList<>();
    cells.add(county.name());
    cells.add(county.condition().label(WORDS));
    cells.add(county.why(WORDS));
    cells.add(
        county.remarks().stream()
            .map(remark -> remark.action(WORDS))
            .distinct()
            .collect(Collectors.joining("；")));
    cells.addAll(county.figures().map(GapTable::open).orElseGet(GapTable::nothing));
    table.add(Tone.of(county.condition()), cells);
  }

  private static List<Object> nothing() {
    return List.of("", "", CityTables.DASH, CityTables.DASH, CityTables.DASH);
  }

  private static List<Object> open(CountyNight night) {
    List<String> rules = List.copyOf(night.run().rules().keySet());
    return List.of(
        Words.ZH.lists(night.run().missing()),
        night.blind(rules).stream().map(Words.ZH::rule).collect(Collectors.joining("、")),
        night.run().held(),
        CityTables.known(night.knows(IDENTITY), night.figures().rule(IDENTITY).open()),
        CityTables.known(
            night.knows(FindingCount.UNFUNDED), night.figures().allUnfunded().toCheck()));
  }
}

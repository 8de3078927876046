package cn.bidui.report.city;

import static cn.bidui.report.city.CityTable.column;

import cn.bidui.report.Dropouts;
import cn.bidui.report.Standing;
import cn.bidui.report.Words;
import cn.bidui.report.city.CityTable.Tone;
import cn.bidui.source.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** 疑似辍学: by county and stage, what came, what is open and what was cleared up. */
final class DropoutTable {

  private static final Messages WORDS = Messages.ZH;

  private final City city;
  private final CityTable table =
      new CityTable(
          WORDS.text("report.city.dropouts.name"),
          WORDS.text("report.city.dropouts.note"),
          List.of(
              column("report.city.column.county", 24),
              column("report.city.column.stage", 16),
              column("report.column.new", 9),
              column("report.column.persisting", 9),
              column("report.column.reopened", 9),
              column("report.column.open", 9),
              column("report.column.explained", 9),
              column("report.column.resolved", 9),
              column("report.city.column.blind", 60)));

  private DropoutTable(City city) {
    this.city = city;
  }

  static CityTable of(City city) {
    return new DropoutTable(city).fill();
  }

  private CityTable fill() {
    city.counties().forEach(this::county);
    List<CountyNight> counted =
        city.nights(Condition.COUNTED).stream().filter(CountyNight::knowsDropouts).toList();
    String name = WORDS.text("report.city.total", counted.size());
    String leftOut = city.leftOut(WORDS, CountyNight::knowsDropouts);
    if (counted.isEmpty()) {
      none(Tone.TOTAL, name, leftOut);
      return table;
    }
    Figures sum = CityTables.sum(counted);
    stages(Tone.TOTAL, name, sum, leftOut);
    line(Tone.TOTAL, name, WORDS.text("report.city.all-stages"), sum.allDropouts(), leftOut);
    return table;
  }

  private void county(County county) {
    Tone tone = Tone.of(county.condition());
    county
        .figures()
        .filter(CountyNight::knowsDropouts)
        .ifPresentOrElse(
            night -> stages(tone, county.label(WORDS), night.figures(), blind(night)),
            () -> none(tone, county.label(WORDS), why(county)));
  }

  private void stages(Tone tone, String name, Figures figures, String remark) {
    for (SchoolStage stage : SchoolStage.values()) {
      Standing standing = figures.dropout(stage);
      if (stage != SchoolStage.OTHER || !standing.equals(Standing.NONE)) {
        line(tone, name, stage.label(WORDS), standing, remark);
      }
    }
  }

  private static String why(County county) {
    return county.figures().map(DropoutTable::blind).orElseGet(() -> county.why(WORDS));
  }

  private static String blind(CountyNight night) {
    return night.blind(Dropouts.RULES).stream()
        .map(Words.ZH::rule)
        .collect(Collectors.joining("、"));
  }

  private void line(Tone tone, String name, String stage, Standing standing, String remark) {
    table.add(
        tone,
        name,
        stage,
        standing.added(),
        standing.persisting(),
        standing.reopened(),
        standing.open(),
        standing.explained(),
        standing.resolved(),
        remark);
  }

  private void none(Tone tone, String name, String remark) {
    List<Object> cells = new ArrayList<>(List.of(name, ""));
    cells.addAll(CityTables.dashes(6));
    cells.add(remark);
    table.add(tone, cells);
  }
}

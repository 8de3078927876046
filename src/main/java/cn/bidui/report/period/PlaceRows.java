package cn.bidui.report.period;

import cn.bidui.judge.score.Goal;
import cn.bidui.judge.score.Place;
import cn.bidui.ledger.Figures;
import cn.bidui.ledger.NightCounts;
import cn.bidui.report.period.PeriodTable.Row;
import cn.bidui.report.period.PeriodTable.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** The county, its townships, and below each of them its schools. */
final class PlaceRows {

  private final Figures figures;
  private final SortedMap<String, String> homes;

  /**
   * Of {@code figures}.
   *
   * @param homes the township of each school
   */
  PlaceRows(Figures figures, SortedMap<String, String> homes) {
    this.figures = figures;
    this.homes = homes;
  }

  /** Every school of which there is anything. */
  static SortedSet<String> schools(PeriodFigures figures) {
    return figures.figures().names(Place.Level.SCHOOL, "");
  }

  /**
   * One row for each place: the county first, then townships with their schools, then schools whose
   * township nobody knows.
   *
   * @param cells what stands behind the name; empty to leave the place out
   */
  List<Row> of(Function<Place, Optional<List<Cell>>> cells) {
    List<Row> rows = new ArrayList<>();
    add(rows, Tone.TOTAL, "", Texts.of("county"), Place.COUNTY, cells);
    SortedSet<String> townships = new TreeSet<>(figures.names(Place.Level.TOWNSHIP, ""));
    townships.addAll(homes.values());
    for (String township : townships) {
      add(rows, Tone.PLACE, "", township, Place.township(township), cells);
      below(rows, township, cells);
    }
    below(rows, "", cells);
    return rows;
  }

  private void below(List<Row> rows, String township, Function<Place, Optional<List<Cell>>> cells) {
    for (String school : figures.names(Place.Level.SCHOOL, "")) {
      if (homes.getOrDefault(school, "").equals(township)) {
        String name = township.isEmpty() ? school : "　" + school;
        add(rows, Tone.PLAIN, township, name, Place.school(school), cells);
      }
    }
  }

  private static void add(
      List<Row> rows,
      Tone tone,
      String group,
      String name,
      Place place,
      Function<Place, Optional<List<Cell>>> cells) {
    cells
        .apply(place)
        .ifPresent(
            of ->
                rows.add(
                    new Row(
                        tone,
                        group,
                        Stream.concat(Stream.of(Cell.text(name)), of.stream()).toList())));
  }

  /** Questions that had to be answered by the end of the period: answered, or overdue. */
  static long asked(PeriodFigures figures, Place place) {
    Figures all = figures.figures();
    return all.of(place, CaseTally.ALL, "answered") + all.of(place, CaseTally.ALL, "overdue");
  }

  static long onTime(PeriodFigures figures, Place place) {
    return figures.figures().of(place, CaseTally.ALL, "on-time");
  }

  /** Rows compared on the last night, over all goals. */
  static long compared(PeriodFigures figures, Place place) {
    long rows = 0;
    for (Goal goal : Goal.values()) {
      rows += figures.figures().of(place, NightTally.SCORE + goal.code(), "end-of");
    }
    return rows;
  }

  /** Nights on which what the unit had to send was there in time, and nights that were counted. */
  static Fraction sent(PeriodFigures figures, String unit) {
    long fresh = 0;
    long all = 0;
    for (String line : figures.figures().lines(NightCounts.SENT)) {
      if (unit.isEmpty() || line.split("/", 3)[2].equals(unit)) {
        fresh += figures.county(line, "fresh");
        for (String standing : List.of("fresh", "late", "missing", "refused")) {
          all += figures.county(line, standing);
        }
      }
    }
    return new Fraction(fresh, all);
  }
}

package cn.bidui.report.period;

import cn.bidui.judge.score.Place;
import cn.bidui.ledger.Figures;
import cn.bidui.report.period.PeriodFigures.Difference;
import cn.bidui.report.period.PeriodTable.Row;
import cn.bidui.report.period.PeriodTable.Tone;
import java.util.List;
import java.util.OptionalLong;

/** Cell by cell what a correction changes: what was, what is, the difference (更正对照). */
final class DifferenceTable {

  private static final String CENTS = "-cents";

  private DifferenceTable() {}

  static PeriodTable of(List<Difference> differences) {
    return new PeriodTable(
        Texts.of("table.differences"),
        Texts.of("table.differences"),
        List.of(Texts.of("note.differences")),
        PeriodTable.heads("place", 24, "what", 36, "measure", 18, "was", 12, "is", 12, "by", 12),
        differences.stream().map(DifferenceTable::row).toList(),
        true,
        false);
  }

  private static Row row(Difference difference) {
    Figures.Key key = difference.key();
    boolean money = key.measure().endsWith(CENTS);
    return PeriodTable.row(
        Tone.PLAIN,
        key.toString(),
        Cell.text(place(key.place())),
        Cell.text(line(key.line())),
        Cell.text(measure(key)),
        money ? yuan(difference.was()) : Cell.people(difference.was()),
        money ? yuan(difference.is()) : Cell.people(difference.is()),
        money ? Cell.money(difference.by(), 3) : signed(difference.by()));
  }

  /** Goes with what it is the difference of. */
  private static Cell signed(long by) {
    String text = by > 0 ? "+" + by : Long.toString(by);
    return new Cell(text, Math.abs(by), false, 3);
  }

  private static Cell yuan(OptionalLong cents) {
    return cents.isPresent() ? Cell.money(cents.getAsLong(), -1) : Cell.nothing();
  }

  private static String place(Place place) {
    return place.equals(Place.COUNTY) ? Texts.of("county") : place.name();
  }

  private static String measure(Figures.Key key) {
    return Texts.known("period.measure." + key.measure(), key.measure());
  }

  /** {@code rule/absent} in words. */
  static String line(String line) {
    String[] parts = line.split("/", 3);
    String end = parts[parts.length - 1];
    return switch (parts[0]) {
      case "rule" -> Texts.of("line.rule", Texts.rule(end));
      case "stage" -> Texts.of("line.stage", stage(end));
      case "compared" -> Texts.of("line.compared", Texts.rule(end));
      case "score" -> Texts.of("line.score", Texts.known("report.goal." + end, end));
      case "sent" -> Texts.of("line.sent", sender(end), Texts.list(parts[1]));
      case "aid" -> parts.length < 3 ? Texts.of("line.aid") : aid(parts);
      case "cases" ->
          parts.length < 3
              ? Texts.of("line.cases", Texts.known("period.line." + end, end))
              : Texts.of("line.cases", Texts.of("line.stage", stage(end)));
      case "chain" -> Texts.of("line.chain");
      default -> Texts.known("period.line." + line, line);
    };
  }

  private static String aid(String... parts) {
    return Texts.of("line.program", Texts.rule(parts[1]), parts[2]);
  }

  private static String stage(String name) {
    return name.isEmpty() ? Texts.of("no-stage") : name;
  }

  private static String sender(String unit) {
    return unit.isEmpty() ? Texts.of("bureau") : unit;
  }
}

package cn.bidui.report.period;

import cn.bidui.judge.score.Place;
import cn.bidui.ledger.Figures;
import cn.bidui.ledger.NightCounts;
import cn.bidui.report.period.PeriodTable.Row;
import cn.bidui.report.period.PeriodTable.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Tables of cases: by stage of schooling, by age, by place; and who sent lists. */
final class CaseTables {

  private static final List<String> STAGES = List.of("小学", "初中");

  private final PeriodFigures figures;
  private final FlowTable flows;

  CaseTables(PeriodFigures figures) {
    this.figures = figures;
    this.flows = new FlowTable(figures);
  }

  /** 小学、初中 × 疑似、辍学、返校, with what led there. */
  PeriodTable stages() {
    List<PeriodTable.Head> heads = new ArrayList<>(PeriodTable.heads("stage", 12));
    heads.addAll(FlowTable.heads());
    heads.addAll(PeriodTable.heads("suspected", 8, "dropped", 8, "returned", 8));
    List<Row> rows = new ArrayList<>();
    rows.add(stage(Tone.TOTAL, Texts.of("total"), "dropout", Matter.DROPOUT.cases()));
    for (String stage : stageNames()) {
      String name = stage.isEmpty() ? Texts.of("no-stage") : stage;
      rows.add(stage(Tone.PLAIN, name, NightTally.STAGE + stage, CaseTally.STAGE + stage));
    }
    return new PeriodTable(
        Texts.of("table.stages"),
        Texts.of("table.stages"),
        List.of(Texts.of("note.stages")),
        heads,
        rows,
        true,
        false);
  }

  /** Primary and junior always; others where there is anything. */
  private List<String> stageNames() {
    List<String> stages = new ArrayList<>(STAGES);
    SortedSet<String> seen = new TreeSet<>();
    for (String prefix : List.of(NightTally.STAGE, CaseTally.STAGE)) {
      figures.figures().lines(prefix).forEach(line -> seen.add(line.substring(prefix.length())));
    }
    seen.removeAll(STAGES);
    stages.addAll(seen);
    return stages;
  }

  private Row stage(Tone tone, String name, String line, String cases) {
    List<Cell> cells = new ArrayList<>(List.of(Cell.text(name)));
    cells.addAll(flows.flow(Place.COUNTY, line));
    for (String measure : List.of("suspected", "dropped", "returned")) {
      cells.add(Cell.people(figures.county(cases, measure)));
    }
    return new Row(tone, "", cells);
  }

  /** How long cases of children out of school have been open. */
  PeriodTable ages() {
    List<Row> rows = new ArrayList<>();
    rows.add(age(Tone.TOTAL, Texts.of("total"), Matter.DROPOUT.cases()));
    for (String stage : stageNames()) {
      String name = stage.isEmpty() ? Texts.of("no-stage") : stage;
      rows.add(age(Tone.PLAIN, name, CaseTally.STAGE + stage));
    }
    return new PeriodTable(
        Texts.of("table.ages"),
        Texts.of("table.ages"),
        List.of(),
        PeriodTable.heads(
            "stage",
            12,
            "pending",
            9,
            "age-week",
            9,
            "age-month",
            9,
            "age-quarter",
            9,
            "age-more",
            9,
            "oldest",
            9),
        rows,
        true,
        false);
  }

  private Row age(Tone tone, String name, String line) {
    List<Cell> cells = new ArrayList<>(List.of(Cell.text(name)));
    for (String measure : List.of("pending", "age-week", "age-month", "age-quarter", "age-more")) {
      cells.add(Cell.people(figures.county(line, measure)));
    }
    cells.add(Cell.days(figures.find(Place.COUNTY, line, "oldest"), 1));
    return new Row(tone, "", cells);
  }

  /**
   * Townships and schools: what became of their cases of that line.
   *
   * @param line {@code cases/dropout} …
   */
  PeriodTable places(String line) {
    return new PeriodTable(
        Texts.of("table.places"),
        Texts.of("table.places-of", Texts.of("line." + line.substring("cases/".length()))),
        List.of(Texts.of("note.places")),
        PeriodTable.heads(
            "place",
            24,
            "registered",
            8,
            "assigned",
            8,
            "answered",
            8,
            "on-time",
            8,
            "verified",
            8,
            "filed",
            8,
            "rebound",
            8,
            "pending",
            8,
            "overdue",
            8,
            "oldest",
            9,
            "days",
            9,
            "errors",
            9,
            "repeated",
            9,
            "sent",
            9),
        new PlaceRows(figures.figures(), figures.homes())
            .of(place -> Optional.of(place(place, line)).filter(this::any)),
        false,
        false);
  }

  private boolean any(List<Cell> cells) {
    return cells.stream().anyMatch(cell -> !cell.equals(Cell.nothing()) && cell.people() > 0)
        || !cells.get(cells.size() - 1).equals(Cell.nothing());
  }

  private List<Cell> place(Place place, String line) {
    Figures all = figures.figures();
    List<Cell> cells = new ArrayList<>();
    for (String measure :
        List.of(
            "registered",
            "assigned",
            "answered",
            "on-time",
            "verified",
            "filed",
            "rebound",
            "pending",
            "overdue")) {
      cells.add(Cell.people(all.of(place, line, measure)));
    }
    cells.add(Cell.days(all.find(place, line, "oldest"), 8));
    cells.add(Cell.tenths(all.find(place, line, "days-tenths"), 6));
    cells.add(errors(place));
    cells.add(Cell.people(all.of(place, CaseTally.REPEATED, "count")));
    cells.add(sent(place));
    return cells;
  }

  /** Open questions about data, per row compared. */
  Cell errors(Place place) {
    long rows = PlaceRows.compared(figures, place);
    long open = figures.figures().of(place, "quality", "open");
    Cell share = Cell.share(open, rows, -1);
    return new Cell(share.value(), open, false, -1);
  }

  Cell sent(Place place) {
    Fraction sent = PlaceRows.sent(figures, place.name());
    return Cell.share(sent.part(), sent.of(), -1);
  }

  /** Who was to send which list, and how it stood on how many nights. */
  PeriodTable submissions() {
    List<Row> rows = new ArrayList<>();
    for (String line : figures.figures().lines(NightCounts.SENT)) {
      String[] parts = line.split("/", 3);
      String unit = parts[2].isEmpty() ? Texts.of("bureau") : parts[2];
      List<Cell> cells = new ArrayList<>(List.of(Cell.text(unit), Cell.text(Texts.list(parts[1]))));
      for (String measure :
          List.of("fresh", "late", "missing", "refused", "rows", "accepted", "rejected")) {
        cells.add(Cell.number(figures.county(line, measure)));
      }
      rows.add(new Row(Tone.PLAIN, "", cells));
    }
    return new PeriodTable(
        Texts.of("table.submissions"),
        Texts.of("table.submissions"),
        List.of(Texts.of("note.submissions")),
        PeriodTable.heads(
            "unit",
            24,
            "list",
            20,
            "fresh",
            10,
            "late",
            10,
            "missing",
            10,
            "refused",
            10,
            "rows",
            10,
            "accepted",
            10,
            "rejected",
            10),
        rows,
        false,
        true);
  }
}

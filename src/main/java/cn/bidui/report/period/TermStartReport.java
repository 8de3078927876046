package cn.bidui.report.period;

import cn.bidui.judge.finding.Finding;
import cn.bidui.judge.night.RuleTally;
import cn.bidui.judge.score.Place;
import cn.bidui.ledger.Figures;
import cn.bidui.ledger.LedgerFinding;
import cn.bidui.ledger.NightTotals;
import cn.bidui.report.period.PeriodTable.Row;
import cn.bidui.report.period.PeriodTable.Tone;
import cn.bidui.source.Term;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * 学期开学专项行动报告: who is not back, and what is not granted yet, by township and school, and what
 * changed since yesterday. It speaks of the time from two weeks before the term's first day on.
 */
public final class TermStartReport {

  /** The job whose nights get this report. */
  public static final String JOB = "term-start";

  /** So many days before the first day of the term the drive begins. */
  private static final int LEAD_DAYS = 14;

  /** What is looked at. */
  private enum Subject {
    NOT_BACK("never-enrolled", "vanished-from-roll", "absent", "disabled-unplaced"),
    TRANSFER("transfer-in-limbo"),
    LEAVE("leave-expired"),
    PROGRESSION("no-progression"),
    AID("unfunded-eligible", "granted-not-paid");

    // A list of constants; the compiler cannot tell.
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> rules;

    Subject(String... rules) {
      this.rules = List.of(rules);
    }

    private static Optional<Subject> of(String rule) {
      return Arrays.stream(values()).filter(each -> each.rules.contains(rule)).findFirst();
    }

    private String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  private final LocalDate asOf;
  private final Term term;
  private final Figures.Sum sum = new Figures.Sum();
  private final SortedMap<String, String> homes;

  private TermStartReport(LocalDate asOf, NightTotals totals) {
    this.asOf = asOf;
    this.homes = NightTally.homes(List.of(totals));
    this.term = Term.of(asOf);
  }

  /**
   * The report of a night.
   *
   * @param facts further lines about what it rests on
   */
  public static PeriodDocument of(
      LocalDate asOf,
      List<LedgerFinding> findings,
      NightTotals totals,
      List<RuleTally> tallies,
      List<String> facts) {
    TermStartReport report = new TermStartReport(asOf, totals);
    findings.forEach(report::add);
    totals.flows().forEach(report::changed);
    return report.document(tallies, facts);
  }

  private LocalDate begins() {
    return term.firstDay().minusDays(LEAD_DAYS);
  }

  private void add(LedgerFinding entry) {
    Finding finding = entry.finding();
    Optional<Subject> subject = Subject.of(finding.rule());
    if (subject.isEmpty()) {
      return;
    }
    if (entry.state().open()) {
      count(finding, subject.get().code());
      count(finding, entry.firstSeen().isBefore(begins()) ? "left-over" : "found");
      count(finding, "open");
    } else if (!entry.lastSeen().isBefore(begins())) {
      count(finding, "closed");
    }
  }

  private void count(Finding finding, String measure) {
    sum.addUp(finding.township(), finding.school(), "term", measure, 1);
  }

  private void changed(NightTotals.Place place, NightTotals.Flow flow) {
    if (Subject.of(place.rule()).isPresent()) {
      int change = flow.line().open() - flow.line().before();
      sum.addUp(place.township(), place.school(), "term", "change", change);
    }
  }

  private PeriodDocument document(List<RuleTally> tallies, List<String> facts) {
    Figures figures = sum.done();
    List<String> all = new ArrayList<>();
    all.add(Texts.of("term.fact", term.label(), term.firstDay(), begins(), asOf));
    all.addAll(facts);
    return new PeriodDocument(
        Texts.of("kind.term-start"),
        Texts.of("term.title", term.label()),
        "",
        all,
        List.of(summary(figures)),
        alarms(tallies),
        List.of(subjects(figures)),
        List.of(places(figures)),
        true);
  }

  private String summary(Figures figures) {
    return Texts.of(
        "term.summary",
        asOf,
        of(figures, "open"),
        of(figures, "found"),
        of(figures, "left-over"),
        of(figures, "closed"),
        signed(of(figures, "change")));
  }

  private static long of(Figures figures, String measure) {
    return figures.of(Place.COUNTY, "term", measure);
  }

  private List<String> alarms(List<RuleTally> tallies) {
    List<String> alarms = new ArrayList<>();
    if (asOf.isBefore(begins())) {
      alarms.add(Texts.of("term.early", begins()));
    }
    String blind =
        tallies.stream()
            .filter(tally -> !tally.evaluated() && Subject.of(tally.rule()).isPresent())
            .map(tally -> Texts.rule(tally.rule()))
            .collect(Collectors.joining(Texts.of("and")));
    if (!blind.isEmpty()) {
      alarms.add(Texts.of("term.not-compared", blind));
    }
    return alarms;
  }

  private static PeriodTable subjects(Figures figures) {
    List<Row> rows = new ArrayList<>();
    for (Subject subject : Subject.values()) {
      String rules =
          subject.rules.stream().map(Texts::rule).collect(Collectors.joining(Texts.of("and")));
      rows.add(
          PeriodTable.row(
              Tone.PLAIN,
              "",
              Cell.text(Texts.of("term." + subject.code())),
              Cell.people(of(figures, subject.code())),
              Cell.text(rules)));
    }
    return new PeriodTable(
        Texts.of("term.table.subjects"),
        Texts.of("term.table.subjects"),
        List.of(Texts.of("term.note")),
        PeriodTable.heads("subject", 24, "now", 10, "rules", 60),
        rows,
        false,
        false);
  }

  private PeriodTable places(Figures figures) {
    List<PeriodTable.Head> heads = new ArrayList<>(PeriodTable.heads("place", 26));
    for (Subject subject : Subject.values()) {
      heads.add(new PeriodTable.Head(Texts.of("term." + subject.code()), 12));
    }
    heads.addAll(
        PeriodTable.heads("now", 9, "found", 10, "left-over", 10, "closed", 10, "change", 10));
    return new PeriodTable(
        Texts.of("term.table.places"),
        Texts.of("term.table.places"),
        List.of(),
        heads,
        rows(figures),
        false,
        false);
  }

  private List<Row> rows(Figures figures) {
    return new PlaceRows(figures, homes).of(place -> Optional.of(cells(figures, place)));
  }

  private static List<Cell> cells(Figures figures, Place place) {
    List<Cell> cells = new ArrayList<>();
    for (Subject subject : Subject.values()) {
      cells.add(Cell.people(figures.of(place, "term", subject.code())));
    }
    for (String measure : List.of("open", "found", "left-over", "closed")) {
      cells.add(Cell.people(figures.of(place, "term", measure)));
    }
    cells.add(Cell.text(signed(figures.of(place, "term", "change"))));
    return cells;
  }

  private static String signed(long change) {
    return change > 0 ? "+" + change : Long.toString(change);
  }
}

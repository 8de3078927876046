package cn.bidui.report;

import cn.bidui.judge.cohort.Indicator;
import cn.bidui.judge.finding.Finding;
import cn.bidui.judge.night.RuleTally;
import cn.bidui.judge.score.Goal;
import cn.bidui.judge.score.Place;
import cn.bidui.ledger.FileEntry;
import cn.bidui.ledger.FindingState;
import cn.bidui.ledger.LedgerFinding;
import cn.bidui.source.FileState;
import cn.bidui.source.Term;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The page that is looked at in the morning (J4): the night in one sentence, four numbers, what is
 * missing, what is open. Counts only; it needs nothing from outside and names no person.
 */
final class IndexPage {

  /** More schools than this are in the table, not in the picture. */
  private static final int BARS = 20;

  private static final Words WORDS = Words.ZH;

  private final NightReport night;
  private final Accounts balance;
  private final SortedMap<String, Standing> byRule;
  private final ListPages lists;
  private final Html page;

  IndexPage(NightReport night, Accounts balance, ListPages lists) {
    this.night = night;
    this.lists = lists;
    this.page = new Html().head(WORDS.text("report.page.title", night.asOf()));
    this.balance = balance;
    this.byRule = Standing.by(entry -> entry.finding().rule(), night.findings());
  }

  String html() {
    MorningTables morning = new MorningTables(night, lists, page);
    page.element("p class=\"sub\"", Sentences.dates(night, WORDS));
    verdict();
    numbers();
    morning.submitters();
    morning.firstNight();
    morning.cases();
    morning.oldest();
    GoalBoard board = new GoalBoard(night);
    goals(board);
    rules();
    schools();
    movements();
    morning.movements();
    goalPlaces(board);
    indicators();
    files();
    books();
    page.foot(foot());
    return page.toString();
  }

  private void verdict() {
    List<String> alarms = Sentences.alarms(night, WORDS);
    boolean good = Sentences.complete(night) && balance.balanced();
    String verdict = Sentences.verdict(night, balance, WORDS);
    page.element("div class=\"verdict" + (good ? "" : " bad") + "\"", verdict);
    balance.faults(WORDS.messages()).forEach(fault -> page.element("p class=\"alarm\"", fault));
    alarms.forEach(alarm -> page.element("p class=\"alarm\"", alarm));
  }

  private void numbers() {
    Standing all = Standing.of(night.findings());
    int before = night.openBefore().values().stream().mapToInt(Integer::intValue).sum();
    page.raw("<div class=\"four\">\n");
    number("report.four.files", new Html.Linked(night.files().size(), "", "files"), refused());
    number(
        "report.four.rows",
        new Html.Linked(Sentences.rows(night), Reporter.CONTROL, ""),
        rejected());
    number("report.four.new", lists.all(all.added() + all.reopened(), "fresh"), resolved(all));
    number(
        "report.four.open",
        lists.all(all.open(), "open"),
        WORDS.text("report.four.before", before));
    page.raw("</div>\n");
  }

  private void number(String title, Object value, String below) {
    page.raw("<div>").element("span", WORDS.text(title)).raw("<b>");
    if (value instanceof Html.Linked linked) {
      page.link(linked);
    } else {
      page.raw(Html.escape(value.toString()));
    }
    page.raw("</b>").element("span", below).raw("</div>\n");
  }

  private String refused() {
    long refused =
        night.files().stream().filter(entry -> entry.state() == FileState.REFUSED).count();
    return WORDS.text("report.four.refused", refused);
  }

  private String rejected() {
    int rejected = night.files().stream().mapToInt(FileEntry::open).sum();
    return WORDS.text("report.four.rejected", rejected);
  }

  private static String resolved(Standing all) {
    return WORDS.text("report.four.resolved", all.resolved());
  }

  private void rules() {
    heading("report.heading.rules");
    Map<String, Integer> open = new LinkedHashMap<>();
    byRule.entrySet().stream()
        .filter(rule -> rule.getValue().open() > 0)
        .sorted(Comparator.comparingInt(rule -> -rule.getValue().open()))
        .forEach(rule -> open.put(WORDS.rule(rule.getKey()), rule.getValue().open()));
    page.raw(BarChart.svg(WORDS.text("report.chart.rules"), open));
    page.table(titles("rule", "severity", "compared", "new", "open", "explained", "resolved"));
    night.tallies().forEach(this::rule);
    page.end();
  }

  private void rule(RuleTally tally) {
    boolean looked = tally.evaluated();
    Standing standing = byRule.getOrDefault(tally.rule(), Standing.NONE);
    page.marked(
        looked ? "" : "off",
        WORDS.rule(tally.rule()),
        WORDS.severity(tally.severity()),
        looked ? (Object) tally.compared() : Sentences.notEvaluated(tally, night, WORDS),
        rule(tally, looked, standing.added() + standing.reopened(), "fresh"),
        rule(tally, looked, standing.open(), "open"),
        rule(tally, looked, standing.explained(), ListPages.anchor(FindingState.EXPLAINED)),
        rule(tally, looked, standing.resolved(), ListPages.anchor(FindingState.RESOLVED)));
  }

  private Object rule(RuleTally tally, boolean looked, int count, String anchor) {
    return lists.rule(tally.rule(), Sentences.count(looked, count), anchor);
  }

  private void schools() {
    heading("report.heading.schools");
    SortedMap<String, Standing> schools = Standing.by(named(Finding::school), night.findings());
    Map<String, Integer> open = new LinkedHashMap<>();
    schools.entrySet().stream()
        .filter(school -> school.getValue().open() > 0)
        .sorted(Comparator.comparingInt(school -> -school.getValue().open()))
        .limit(BARS)
        .forEach(school -> open.put(school.getKey(), school.getValue().open()));
    page.raw(BarChart.svg(WORDS.text("report.chart.schools"), open));
    page.table(titles("school", "new", "open", "explained", "resolved"));
    schools.forEach(this::standing);
    page.end();
  }

  private static Function<LedgerFinding, String> named(Function<Finding, String> text) {
    String unknown = WORDS.text("report.unknown-school");
    return entry -> {
      String name = text.apply(entry.finding());
      return name.isEmpty() ? unknown : name;
    };
  }

  private void standing(String name, Standing standing) {
    page.row(
        name,
        lists.school(name, standing.added() + standing.reopened(), "fresh"),
        lists.school(name, standing.open(), "open"),
        lists.school(name, standing.explained(), ListPages.anchor(FindingState.EXPLAINED)),
        lists.school(name, standing.resolved(), ListPages.anchor(FindingState.RESOLVED)));
  }

  private void movements() {
    heading("report.heading.movements");
    page.table(
        titles(
            "rule",
            "before",
            "plus-new",
            "plus-reopened",
            "minus-resolved",
            "minus-explained",
            "equals-open",
            "check"));
    balance.movements().forEach((rule, moved) -> movement(rule, moved));
    Movement sum = balance.movements().values().stream().reduce(Movement.NONE, Movement::plus);
    movement("", sum);
    page.end();
  }

  private void movement(String rule, Movement moved) {
    boolean sum = rule.isEmpty();
    page.marked(
        moved.balanced() ? (sum ? "sum" : "") : "off",
        sum ? WORDS.text("report.total") : WORDS.rule(rule),
        count(rule, moved.before(), "before"),
        count(rule, moved.added(), ListPages.anchor(FindingState.NEW)),
        count(rule, moved.reopened(), ListPages.anchor(FindingState.REOPENED)),
        count(rule, moved.resolved(), ListPages.anchor(FindingState.RESOLVED)),
        count(rule, moved.explained(), ListPages.anchor(FindingState.EXPLAINED)),
        count(rule, moved.open(), "open"),
        WORDS.text(moved.balanced() ? "report.balanced" : "report.unbalanced"));
  }

  private Object count(String rule, int count, String anchor) {
    return rule.isEmpty() ? lists.all(count, anchor) : lists.rule(rule, count, anchor);
  }

  /** The headline of the night (三个零误差、三个百分之百): the county first, its places further down. */
  private void goals(GoalBoard board) {
    heading("report.heading.goals");
    page.element("p class=\"sub\"", WORDS.text("report.goal.note"));
    page.table(titles("goal", "right", "of", "rate", "errors", "change", "state"));
    for (Goal goal : Goal.values()) {
      page.marked(board.compared(goal) ? "" : "off", board.row(goal, Place.COUNTY));
    }
    page.end();
    trend(board);
  }

  private void goalPlaces(GoalBoard board) {
    if (board.places(Place.Level.TOWNSHIP).isEmpty()
        && board.places(Place.Level.SCHOOL).isEmpty()) {
      return;
    }
    heading("report.heading.goal-places");
    places(board, Place.Level.TOWNSHIP, "township");
    places(board, Place.Level.SCHOOL, "school");
  }

  /** The errors of the last nights, drawn and in figures. */
  private void trend(GoalBoard board) {
    if (board.nights().size() < 2) {
      return;
    }
    page.element("h3", WORDS.text("report.heading.trend"));
    List<String> titles = new ArrayList<>(titles("goal", "picture"));
    board.nights().forEach(day -> titles.add(day.toString()));
    page.table(titles);
    for (Goal goal : Goal.values()) {
      trend(GoalBoard.title(goal), board.errors(goal));
    }
    page.end();
  }

  private void trend(String title, List<@Nullable Long> errors) {
    page.raw("<tr>").element("td", title);
    page.raw("<td>").raw(TrendChart.svg(title, errors)).raw("</td>\n");
    for (@Nullable Long count : errors) {
      page.element("td class=\"n\"", count == null ? "–" : count.toString());
    }
    page.raw("</tr>\n");
  }

  private void places(GoalBoard board, Place.Level level, String column) {
    List<Place> places = board.places(level);
    if (places.isEmpty()) {
      return;
    }
    List<String> titles = new ArrayList<>(titles(column));
    Arrays.stream(Goal.values()).map(GoalBoard::title).forEach(titles::add);
    page.table(titles);
    places.forEach(place -> page.row(board.line(place)));
    page.end();
  }

  /** The county's rates; townships stand in the workbook. */
  private void indicators() {
    List<Indicator> county =
        night.judged().population().indicators().stream()
            .filter(indicator -> indicator.place().equals(Place.COUNTY))
            .toList();
    if (county.isEmpty()) {
      return;
    }
    heading("report.heading.indicators");
    page.table(titles("indicator", "rate", "target", "numerator", "denominator", "caveat"));
    county.forEach(this::indicator);
    page.end();
  }

  private void indicator(Indicator indicator) {
    boolean looked = indicator.compared();
    page.marked(
        looked ? "" : "off",
        IndicatorBook.text(indicator, "title"),
        IndicatorBook.rate(indicator),
        IndicatorBook.target(indicator),
        looked ? (Object) indicator.right() : "–",
        looked ? (Object) indicator.of() : "–",
        IndicatorBook.caveat(indicator, night));
  }

  private void files() {
    page.raw("<h2 id=\"files\">").raw(Html.escape(WORDS.text("report.heading.files")));
    page.raw("</h2>\n");
    page.table(
        titles(
            "file",
            "list",
            "file-state",
            "data-date",
            "term",
            "rows",
            "accepted",
            "rejected",
            "sha256"));
    night.files().forEach(this::file);
    page.end();
  }

  private void file(FileEntry entry) {
    page.marked(
        entry.state() == FileState.REFUSED || entry.state() == FileState.HELD ? "off" : "",
        Sentences.file(entry),
        Optional.ofNullable(entry.list()).map(WORDS::list).orElse(""),
        WORDS.fileState(entry.state()),
        Objects.toString(entry.dataDate(), ""),
        Optional.ofNullable(entry.term()).map(Term::label).orElse(""),
        entry.counts().rows(),
        entry.counts().accepted(),
        entry.counts().rejected(),
        Sentences.digest(entry));
  }

  private void books() {
    heading("report.heading.books");
    List<String> all =
        new ArrayList<>(
            List.of(Reporter.FINDINGS, Reporter.DROPOUTS, Reporter.CONTROL, Reporter.INDICATORS));
    for (Owner owner : CorrectionBook.owners(night)) {
      all.add(Reporter.CORRECTIONS + "/" + owner.label(WORDS) + ".xlsx");
    }
    links(all);
    links(inFolder(Reporter.SCHOOLS, Reporter.schools(night)));
    links(inFolder(Reporter.TOWNSHIPS, Reporter.by(Finding::township, night).keySet()));
  }

  private static List<String> inFolder(String folder, Collection<String> names) {
    Folder files = new Folder(java.nio.file.Path.of(folder));
    return names.stream().map(name -> folder + "/" + files.file(name).getFileName()).toList();
  }

  private void links(List<String> paths) {
    page.raw("<ul class=\"books\">\n");
    for (String path : paths) {
      page.raw("<li>").link(path, path.replace(".xlsx", "")).raw("</li>\n");
    }
    page.raw("</ul>\n");
  }

  private String foot() {
    return WORDS.text(
        "report.page.foot", night.job(), String.join(WORDS.text("report.and"), night.policies()));
  }

  private void heading(String key) {
    page.element("h2", WORDS.text(key));
  }

  private static List<String> titles(String... columns) {
    return Arrays.stream(columns).map(column -> WORDS.text("report.column." + column)).toList();
  }
}

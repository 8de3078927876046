package cn.bidui.report;

import cn.bidui.judge.finding.Finding;
import cn.bidui.ledger.FindingState;
import cn.bidui.ledger.LedgerFinding;
import cn.bidui.ledger.NightTotals;
import cn.bidui.ledger.SameCause;
import cn.bidui.ledger.Sender;
import cn.bidui.ledger.cases.CaseFile;
import cn.bidui.report.CaseCounts.Kind;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The tables of the morning page about what is open: cases to look at, the oldest findings, the
 * roll-forward by school, and on a first night what to begin with. Every number leads to its list.
 */
final class MorningTables {

  /** So many of the oldest. */
  private static final int OLDEST = 10;

  /** So many of the largest groups. */
  private static final int GROUPS = 12;

  private static final Words WORDS = Words.ZH;

  private final NightReport night;
  private final ListPages lists;
  private final Html page;

  MorningTables(NightReport night, ListPages lists, Html page) {
    this.night = night;
    this.lists = lists;
    this.page = page;
  }

  // --- cases ----------------------------------------------------------------------------------

  /** What somebody has to look at this morning. */
  void cases() {
    CaseCounts counts = CaseCounts.of(night.followed().cases().cases().values(), night.asOf());
    heading("report.heading.cases");
    page.raw("<div class=\"four\">\n");
    for (Kind kind : Kind.values()) {
      page.raw("<div>").element("span", WORDS.text("report.case-kind." + ListPages.code(kind)));
      page.raw("<b>");
      int count = counts.of(kind).size();
      if (CasePage.linked(kind, count) instanceof Html.Linked linked) {
        page.link(linked);
      } else {
        page.raw("0");
      }
      page.raw("</b>");
      page.element("span", WORDS.text("report.case-kind." + ListPages.code(kind) + ".note"));
      page.raw("</div>\n");
    }
    page.raw("</div>\n");
  }

  /** Who owes a list (缺报、迟报单位): the list is missing, refused, or older than it may be. */
  void submitters() {
    List<Sender.Owed> owed = Sender.owed(night.followed().counts());
    if (owed.isEmpty()) {
      return;
    }
    heading("report.heading.submitters");
    page.table(titles("unit", "list", "owed"));
    for (Sender.Owed each : owed) {
      page.marked(
          "off",
          each.sender().unit().isEmpty()
              ? WORDS.text("report.submitter.county")
              : each.sender().unit(),
          WORDS.list(each.sender().list()),
          WORDS.text("report.owed." + each.why()));
    }
    page.end();
  }

  /** The open findings that have waited longest. */
  void oldest() {
    List<LedgerFinding> oldest =
        Sentences.open(night).stream()
            .sorted(
                Comparator.comparing(LedgerFinding::firstSeen)
                    .thenComparing(entry -> Urgency.of(entry.finding().rule()))
                    .thenComparing(entry -> entry.finding().school())
                    .thenComparing(entry -> entry.finding().id()))
            .limit(OLDEST)
            .toList();
    // On a first night all are new, and none has waited yet.
    if (oldest.isEmpty() || oldest.get(0).firstSeen().equals(night.asOf())) {
      return;
    }
    Map<String, CaseFile> cases = new HashMap<>();
    night
        .followed()
        .cases()
        .cases()
        .values()
        .forEach(file -> file.findings().forEach(finding -> cases.put(finding, file)));
    heading("report.heading.oldest");
    page.table(titles("rule", "school", "first-seen", "days", "case-stage", "case-due"));
    oldest.forEach(entry -> oldest(entry, Optional.ofNullable(cases.get(entry.finding().id()))));
    page.end();
  }

  private void oldest(LedgerFinding entry, Optional<CaseFile> file) {
    Finding finding = entry.finding();
    page.marked(
        file.filter(CaseFile::overdue).isPresent() ? "off" : "",
        lists.finding(finding, WORDS.rule(finding.rule())),
        ListPages.school(finding),
        entry.firstSeen().toString(),
        ChronoUnit.DAYS.between(entry.firstSeen(), night.asOf()),
        file.map(each -> each.stage().label(WORDS.messages())).orElse(""),
        file.map(each -> Objects.toString(each.due(), "")).orElse(""));
  }

  // --- roll-forward by school -----------------------------------------------------------------

  /** How the open findings of each school came about; their sum is that of the rules. */
  void movements() {
    SortedMap<String, NightTotals.Flow> schools = new TreeMap<>();
    night
        .followed()
        .totals()
        .flows()
        .forEach((place, flow) -> schools.merge(name(place), flow, NightTotals.Flow::plus));
    if (schools.isEmpty()) {
      return;
    }
    boolean moved = schools.values().stream().anyMatch(flow -> flow.moved() != 0);
    page.element("h3", WORDS.text("report.heading.movements-by-school"));
    page.table(
        moved
            ? titles(
                "school",
                "before",
                "plus-new",
                "plus-reopened",
                "moved",
                "minus-resolved",
                "minus-explained",
                "equals-open",
                "check")
            : titles(
                "school",
                "before",
                "plus-new",
                "plus-reopened",
                "minus-resolved",
                "minus-explained",
                "equals-open",
                "check"));
    schools.forEach((school, flow) -> movement(school, flow, moved));
    Optional<NightTotals.Flow> sum = schools.values().stream().reduce(NightTotals.Flow::plus);
    sum.ifPresent(flow -> movement("", flow, moved));
    page.end();
  }

  private static String name(NightTotals.Place place) {
    return place.school().isEmpty() ? WORDS.text("report.unknown-school") : place.school();
  }

  private void movement(String school, NightTotals.Flow flow, boolean moved) {
    boolean sum = school.isEmpty();
    Object[] cells = {
      sum ? WORDS.text("report.total") : school,
      count(school, flow.line().before(), "before"),
      count(school, flow.line().added(), ListPages.anchor(FindingState.NEW)),
      count(school, flow.line().reopened(), ListPages.anchor(FindingState.REOPENED)),
      flow.moved(),
      count(school, flow.line().resolved(), ListPages.anchor(FindingState.RESOLVED)),
      count(school, flow.line().explained(), ListPages.anchor(FindingState.EXPLAINED)),
      count(school, flow.line().open(), "open"),
      WORDS.text(flow.balanced() ? "report.balanced" : "report.unbalanced")
    };
    String look = flow.balanced() ? (sum ? "sum" : "") : "off";
    page.marked(
        look,
        moved
            ? cells
            : java.util.stream.IntStream.range(0, cells.length)
                .filter(i -> i != 4)
                .mapToObj(i -> cells[i])
                .toArray());
  }

  private Object count(String school, int count, String anchor) {
    return school.isEmpty() ? lists.all(count, anchor) : lists.school(school, count, anchor);
  }

  // --- first night ----------------------------------------------------------------------------

  /** Where everything is new: what to begin with, and what one answer settles. */
  void firstNight() {
    if (night.previous() != null) {
      return;
    }
    heading("report.heading.first-night");
    page.element("p", WORDS.text("report.first-night.note"));
    page.table(titles("turn", "urgency", "rules", "open", "schools"));
    for (Urgency urgency : Urgency.values()) {
      turn(urgency);
    }
    page.end();
    groups();
  }

  private void turn(Urgency urgency) {
    List<LedgerFinding> own = FirstPage.open(night, urgency);
    Set<String> rules = new LinkedHashSet<>();
    Set<String> schools = new LinkedHashSet<>();
    for (LedgerFinding entry : own) {
      rules.add(WORDS.rule(entry.finding().rule()));
      schools.add(ListPages.school(entry.finding()));
    }
    page.row(
        urgency.ordinal() + 1,
        urgency.label(WORDS),
        String.join(WORDS.text("report.and"), rules),
        FirstPage.linked(urgency, own.size()),
        schools.size());
  }

  private void groups() {
    List<SameCause.Group> groups = SameCause.groups(night.findings());
    if (groups.isEmpty()) {
      return;
    }
    int together = groups.stream().mapToInt(group -> group.findings().size()).sum();
    page.element("h3", WORDS.text("report.heading.same-cause"));
    page.element("p", WORDS.text("report.first-night.groups", groups.size(), together));
    page.table(titles("school", "rule", "cause", "findings"));
    groups.stream().limit(GROUPS).forEach(this::group);
    page.end();
  }

  private void group(SameCause.Group group) {
    page.row(
        group.school().isEmpty() ? WORDS.text("report.unknown-school") : group.school(),
        WORDS.rule(group.rule()),
        WORDS.text(group.cause().key(), group.cause().words().toArray()),
        lists.group(group));
  }

  private void heading(String key) {
    page.element("h2", WORDS.text(key));
  }

  private static List<String> titles(String... columns) {
    return Arrays.stream(columns).map(column -> WORDS.text("report.column." + column)).toList();
  }
}

package cn.bidui.report;

import cn.bidui.judge.finding.Finding;
import cn.bidui.ledger.FindingState;
import cn.bidui.ledger.LedgerFinding;
import cn.bidui.ledger.SameCause;
import cn.bidui.ledger.cases.CaseFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The lists behind the numbers of the morning page (清单): a page per rule, a page per school, one of
 * all findings, one of the cases that somebody has to look at. They name pupils and stay with the
 * bureau, as 差异清单.xlsx does.
 */
final class ListPages {

  static final String FOLDER = "清单";

  /** All findings. */
  static final String ALL = FOLDER + "/全部.html";

  /** Findings with one cause. */
  static final String GROUPS = FOLDER + "/同类问题.html";

  /** More rows than this are not read on a page. */
  private static final int ROWS = 2_000;

  private static final Words WORDS = Words.ZH;
  private static final List<FindingState> STATES =
      List.of(
          FindingState.NEW,
          FindingState.REOPENED,
          FindingState.PERSISTING,
          FindingState.EXPLAINED,
          FindingState.RESOLVED);

  private final NightReport night;
  private final Audience audience;
  private final Map<String, CaseFile> cases = new HashMap<>();
  private final SortedMap<String, List<LedgerFinding>> byRule = new TreeMap<>();
  private final SortedMap<String, List<LedgerFinding>> bySchool = new TreeMap<>();
  private final Map<String, String> schoolPages = new HashMap<>();

  ListPages(NightReport night, Places places) {
    this.night = night;
    this.audience = Audience.county(places);
    night.followed().cases().cases().values().forEach(this::know);
    for (LedgerFinding entry : night.findings()) {
      add(byRule, entry.finding().rule(), entry);
      add(bySchool, school(entry.finding()), entry);
    }
    Folder names = new Folder(Path.of(FOLDER));
    bySchool.keySet().forEach(school -> schoolPages.put(school, page(names, school)));
  }

  private void know(CaseFile file) {
    file.findings().forEach(finding -> cases.put(finding, file));
  }

  private static void add(
      Map<String, List<LedgerFinding>> groups, String name, LedgerFinding entry) {
    groups.computeIfAbsent(name, any -> new ArrayList<>()).add(entry);
  }

  private static String page(Folder names, String school) {
    String workbook = String.valueOf(names.file("学校 " + school).getFileName());
    return FOLDER + "/" + workbook.replaceAll("\\.xlsx$", ".html");
  }

  /** The school, or the words for none. */
  static String school(Finding finding) {
    return finding.school().isEmpty() ? WORDS.text("report.unknown-school") : finding.school();
  }

  // --- links ----------------------------------------------------------------------------------

  /** {@code count}, leading to the findings of a rule in a state; nothing leads nowhere. */
  Object rule(String rule, Object count, String anchor) {
    return linked(count, byRule.containsKey(rule) ? rulePage(rule) : "", anchor);
  }

  /** {@code count}, leading to the findings of a school in a state. */
  Object school(String school, Object count, String anchor) {
    return linked(count, schoolPages.getOrDefault(school, ""), anchor);
  }

  /** {@code count}, leading to all findings in a state. */
  Object all(Object count, String anchor) {
    return linked(count, night.findings().isEmpty() ? "" : ALL, anchor);
  }

  /** How many findings a group has, leading to them. */
  Object group(SameCause.Group group) {
    return linked(group.findings().size(), GROUPS, group.id());
  }

  /** A finding, by the words given for it. */
  Object finding(Finding finding, String words) {
    return linked(words, rulePage(finding.rule()), finding.id());
  }

  private static Object linked(Object count, String page, String anchor) {
    boolean nothing = count instanceof Number number && number.longValue() == 0;
    boolean unknown = count instanceof String text && text.equals("–");
    return page.isEmpty() || nothing || unknown ? count : new Html.Linked(count, page, anchor);
  }

  private static String rulePage(String rule) {
    return FOLDER + "/" + rule + ".html";
  }

  /** The anchor of the findings in that state. */
  static String anchor(FindingState state) {
    return state.code();
  }

  // --- pages ----------------------------------------------------------------------------------

  /** Writes all pages. */
  void write(Path root) throws IOException {
    Files.createDirectory(root.resolve(FOLDER));
    for (Map.Entry<String, List<LedgerFinding>> rule : byRule.entrySet()) {
      write(root.resolve(rulePage(rule.getKey())), WORDS.rule(rule.getKey()), rule.getValue());
    }
    for (Map.Entry<String, List<LedgerFinding>> school : bySchool.entrySet()) {
      Path page = root.resolve(schoolPages.getOrDefault(school.getKey(), ALL));
      write(page, school.getKey(), school.getValue());
    }
    if (!night.findings().isEmpty()) {
      write(root.resolve(ALL), WORDS.text("report.list.all"), night.findings());
    }
    new CasePage(night, this).write(root);
    if (night.previous() == null) {
      new FirstPage(night, this).write(root);
    }
    groups(root);
  }

  /** A section per group of findings with one cause. */
  private void groups(Path root) throws IOException {
    List<SameCause.Group> groups = SameCause.groups(night.findings());
    if (groups.isEmpty()) {
      return;
    }
    Map<String, LedgerFinding> byId = new HashMap<>();
    night.findings().forEach(entry -> byId.put(entry.finding().id(), entry));
    String heading = WORDS.text("report.heading.same-cause");
    Html page = opened(WORDS.text("report.list-page.title", heading, night.asOf()));
    for (SameCause.Group group : groups) {
      String name =
          WORDS.rule(group.rule())
              + WORDS.text("report.and")
              + WORDS.text(group.cause().key(), group.cause().words().toArray());
      section(
          page,
          group.id(),
          name,
          group.findings().stream().map(byId::get).filter(Objects::nonNull).toList());
    }
    page.raw("</body>\n</html>\n");
    Files.writeString(root.resolve(GROUPS), page.toString());
  }

  /** A page up to its warning. */
  static Html opened(String title) {
    Html page = new Html().head(title);
    page.raw("<p class=\"sub\">").link("../index.html", WORDS.text("report.list-page.back"));
    return page.raw(" · ").element("span", WORDS.text("report.list-page.private")).raw("</p>\n");
  }

  private void write(Path target, String title, List<LedgerFinding> findings) throws IOException {
    Html page = opened(WORDS.text("report.list-page.title", title, night.asOf()));
    counts(page, findings);
    page.raw("<div id=\"open\"><div id=\"fresh\">\n");
    for (FindingState state : STATES) {
      if (state == FindingState.PERSISTING || state == FindingState.EXPLAINED) {
        page.raw("</div>\n");
      }
      section(page, state, findings.stream().filter(each -> each.state() == state).toList());
    }
    page.raw("</body>\n</html>\n");
    Files.writeString(target, page.toString());
  }

  /** What was open before, and what became of it. */
  private void counts(Html page, List<LedgerFinding> findings) {
    long before =
        findings.stream()
            .filter(each -> night.openIdsBefore().contains(each.finding().id()))
            .count();
    page.raw("<p id=\"before\">");
    page.raw(Html.escape(WORDS.text("report.list-page.before", before)));
    for (FindingState state : STATES) {
      long count = findings.stream().filter(each -> each.state() == state).count();
      page.raw(" · ");
      String words = WORDS.state(state) + " " + count;
      if (count == 0) {
        page.raw(Html.escape(words));
      } else {
        page.link(new Html.Linked(words, "", anchor(state)));
      }
    }
    page.raw("</p>\n");
  }

  private void section(Html page, FindingState state, List<LedgerFinding> findings) {
    if (!findings.isEmpty()) {
      section(page, anchor(state), WORDS.state(state), findings);
    }
  }

  /** A section of a page, with its heading and its table. */
  void section(Html page, String anchor, String name, List<LedgerFinding> findings) {
    String title = WORDS.text("report.list-page.section", name, findings.size());
    page.raw("<h2 id=\"" + anchor + "\">").raw(Html.escape(title)).raw("</h2>\n");
    page.table(titles());
    findings.stream().sorted(FindingOrder.FOR_CLERKS).limit(ROWS).forEach(each -> row(page, each));
    page.end();
    if (findings.size() > ROWS) {
      page.element(
          "p class=\"alarm\"",
          WORDS.text("report.list-page.more", findings.size() - ROWS, Reporter.FINDINGS));
    }
  }

  private static List<String> titles() {
    return Arrays.stream(
            new String[] {
              "name",
              "citizen-id",
              "school",
              "grade",
              "rule",
              "outcome",
              "first-seen",
              "case-stage",
              "case-due",
              "why",
              "where"
            })
        .map(column -> WORDS.text("report.column." + column))
        .toList();
  }

  private void row(Html page, LedgerFinding entry) {
    Finding finding = entry.finding();
    @Nullable CaseFile file = cases.get(finding.id());
    boolean late = file != null && file.overdue() && entry.state().open();
    page.raw("<tr id=\"" + Html.escape(finding.id()) + "\"" + (late ? " class=\"off\"" : "") + ">");
    for (String text :
        List.of(
            finding.name(),
            Masks.id(finding.citizenId()),
            finding.school(),
            finding.grade(),
            WORDS.rule(finding.rule()),
            entry.outcome(),
            entry.firstSeen().toString(),
            file == null ? "" : file.stage().label(WORDS.messages()),
            file == null ? "" : Objects.toString(file.due(), ""),
            audience.why(finding),
            audience.where(finding))) {
      page.element("td", text);
    }
    page.raw("</tr>\n");
  }

  /** The first listed finding of a case; its other findings say the same of the child. */
  java.util.Optional<LedgerFinding> shown(CaseFile file) {
    return night.findings().stream()
        .filter(entry -> file.findings().contains(entry.finding().id()))
        .findFirst();
  }

  /** The code of a state or of anything else as it stands in an address. */
  static String code(Enum<?> name) {
    return name.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

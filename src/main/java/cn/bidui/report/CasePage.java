package cn.bidui.report;

import cn.bidui.ledger.LedgerFinding;
import cn.bidui.ledger.cases.CaseFile;
import cn.bidui.report.CaseCounts.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The cases that somebody has to look at (个案), the oldest first. */
final class CasePage {

  static final String NAME = ListPages.FOLDER + "/个案.html";

  /** More rows than this are not read on a page. */
  private static final int ROWS = 2_000;

  private static final Words WORDS = Words.ZH;

  private final NightReport night;
  private final ListPages lists;
  private final CaseCounts counts;

  CasePage(NightReport night, ListPages lists) {
    this.night = night;
    this.lists = lists;
    this.counts = CaseCounts.of(night.followed().cases().cases().values(), night.asOf());
  }

  /** {@code count} of a kind, leading to its list. */
  static Object linked(Kind kind, int count) {
    return count == 0 ? count : new Html.Linked(count, NAME, ListPages.code(kind));
  }

  void write(Path root) throws IOException {
    Html page = ListPages.opened(WORDS.text("report.list-page.cases", night.asOf()));
    for (Kind kind : Kind.values()) {
      section(page, kind, counts.of(kind));
    }
    page.raw("</body>\n</html>\n");
    Files.writeString(root.resolve(NAME), page.toString());
  }

  private void section(Html page, Kind kind, List<CaseFile> cases) {
    String title =
        WORDS.text(
            "report.list-page.section",
            WORDS.text("report.case-kind." + ListPages.code(kind)),
            cases.size());
    page.raw("<h2 id=\"" + ListPages.code(kind) + "\">").raw(Html.escape(title)).raw("</h2>\n");
    if (cases.isEmpty()) {
      return;
    }
    page.table(titles());
    cases.stream()
        .sorted(
            Comparator.comparing((CaseFile file) -> file.dates().opened())
                .thenComparing(CaseFile::caseId))
        .limit(ROWS)
        .forEach(file -> row(page, file));
    page.end();
    if (cases.size() > ROWS) {
      page.element(
          "p class=\"alarm\"",
          WORDS.text("report.list-page.more", cases.size() - ROWS, "data/cases.csv"));
    }
  }

  private static List<String> titles() {
    return Stream.of(
            "case",
            "name",
            "school",
            "township",
            "rule",
            "case-stage",
            "case-since",
            "case-due",
            "case-rebounds",
            "case-gaps")
        .map(column -> WORDS.text("report.column." + column))
        .toList();
  }

  private void row(Html page, CaseFile file) {
    Optional<LedgerFinding> shown = lists.shown(file);
    page.marked(
        file.overdue() ? "off" : "",
        file.caseId(),
        shown.map(entry -> entry.finding().name()).orElse(""),
        file.where().school(),
        file.where().township(),
        file.rules().stream()
            .map(WORDS::rule)
            .collect(Collectors.joining(WORDS.text("report.and"))),
        file.stage().label(WORDS.messages()),
        file.dates().opened().toString(),
        Objects.toString(file.due(), ""),
        file.rebounds(),
        file.gaps().stream()
            .map(gap -> gap.label(WORDS.messages()))
            .collect(Collectors.joining(WORDS.text("report.and"))));
  }
}

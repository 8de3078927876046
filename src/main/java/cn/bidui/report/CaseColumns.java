package cn.bidui.report;

import cn.bidui.ledger.LedgerFinding;
import cn.bidui.ledger.cases.CaseFile;
import cn.bidui.ledger.cases.CaseGap;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What became of a finding's case (办理情况), as columns beside the finding. */
final class CaseColumns {

  private static final Words WORDS = Words.ZH;
  private static final int TEACHER = 0;
  private static final int CADRE = 1;
  private static final int GUARDIAN = 2;

  private final Map<String, CaseFile> byFinding = new HashMap<>();

  CaseColumns(NightReport.Followed followed) {
    for (CaseFile file : followed.cases().cases().values()) {
      file.findings().forEach(finding -> byFinding.put(finding, file));
    }
  }

  List<Column<LedgerFinding>> all() {
    return List.of(
        column("report.column.case-stage", 8, file -> file.stage().label(WORDS.messages())),
        filled("report.column.responsible", 9, file -> file.people().responsible()),
        column("report.column.answer-due", 11, file -> day(file.due())),
        column("report.column.overdue", 7, CaseColumns::overdue),
        filled("report.column.teacher", 9, file -> helper(file, TEACHER)),
        filled("report.column.village-cadre", 9, file -> helper(file, CADRE)),
        filled("report.column.parent", 9, file -> helper(file, GUARDIAN)),
        filled("report.column.visits", 13, CaseColumns::visits),
        filled("report.column.written-report", 11, file -> day(file.dates().writtenReport())),
        filled("report.column.return-notice", 13, file -> file.people().noticeNumber()),
        column("report.column.rebounds", 6, file -> count(file.rebounds())),
        column("report.column.case-gaps", 16, CaseColumns::gaps),
        filled("report.column.returned", 11, file -> day(file.returned().orElse(null))));
  }

  private Column<LedgerFinding> column(String key, int width, Function<CaseFile, String> text) {
    return Column.of(key, width, of(text));
  }

  /** Left to the reader where nothing is known. */
  private Column<LedgerFinding> filled(String key, int width, Function<CaseFile, String> text) {
    return Column.answered(key, width, of(text));
  }

  private Function<LedgerFinding, String> of(Function<CaseFile, String> text) {
    return entry -> {
      @Nullable CaseFile file = byFinding.get(entry.finding().id());
      return file == null ? "" : text.apply(file);
    };
  }

  private static String day(@Nullable LocalDate day) {
    return Objects.toString(day, "");
  }

  private static String overdue(CaseFile file) {
    return file.overdue() ? WORDS.text("report.case.overdue") : "";
  }

  private static String helper(CaseFile file, int which) {
    List<String> helpers = file.people().helpers();
    return which < helpers.size() ? helpers.get(which) : "";
  }

  private static String visits(CaseFile file) {
    List<LocalDate> visits = file.visits();
    return visits.isEmpty()
        ? ""
        : WORDS.text("report.case.visits", visits.size(), visits.get(visits.size() - 1));
  }

  private static String count(int times) {
    return times == 0 ? "" : Integer.toString(times);
  }

  static String gaps(CaseFile file) {
    return file.gaps().stream()
        .map((CaseGap gap) -> gap.label(WORDS.messages()))
        .collect(Collectors.joining(WORDS.text("report.and")));
  }
}

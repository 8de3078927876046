package cn.bidui.report;

import cn.bidui.judge.finding.Finding;
import cn.bidui.ledger.FindingState;
import cn.bidui.ledger.LedgerFinding;
import cn.bidui.link.Undecided;
import cn.bidui.source.CellRef;
import cn.bidui.source.ListKind;
import cn.bidui.source.Problem.RowProblem;
import cn.bidui.source.RowRef;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** What other programs read (contract §4): rejects, undecided pairs and findings as CSV. */
final class DataFiles {

  private static final String REJECTS = "file,sheet,row,column,code,found,expected,action";
  private static final String UNDECIDED =
      "left_list,left_file,left_sheet,left_row,"
          + "right_list,right_file,right_sheet,right_row,weight,reason";
  private static final String FINDINGS =
      "finding_id,case_id,rule,severity,state,outcome,first_seen,last_seen,person_key,name,"
          + "citizen_id,township,school,stage,grade,category,program,term,due,found,cells,explanation";

  private static final Words WORDS = Words.ZH;

  private DataFiles() {}

  static void rejects(List<NightReport.Reject> rejects, Path path) throws IOException {
    try (Csv csv = Csv.create(path, REJECTS)) {
      for (NightReport.Reject reject : rejects) {
        RowProblem problem = reject.problem();
        CellRef place = problem.place();
        String found = Masks.found(problem);
        csv.row(
            place.file(),
            place.sheet(),
            place.row(),
            place.column(),
            problem.code().code(),
            found,
            WORDS.expected(problem, found),
            WORDS.action(problem, found));
      }
    }
  }

  static void undecided(NightReport night, Path path) throws IOException {
    try (Csv csv = Csv.create(path, UNDECIDED)) {
      for (Undecided pair : night.links().undecided()) {
        RowRef left = place(night, pair.left(), pair.leftRow());
        RowRef right = place(night, pair.right(), pair.rightRow());
        csv.row(
            pair.left().code(),
            left.file().name(),
            left.sheet(),
            left.row(),
            pair.right().code(),
            right.file().name(),
            right.sheet(),
            right.row(),
            BigDecimal.valueOf(pair.weight(), 2),
            WORDS.reason(pair.reason()));
      }
    }
  }

  private static RowRef place(NightReport night, ListKind list, int row) {
    return Objects.requireNonNull(night.tables().get(list), "a pair is of lists that are there")
        .place(row);
  }

  /** In the night's order, explained ones at the end. */
  static void findings(List<LedgerFinding> findings, Path path) throws IOException {
    List<LedgerFinding> ordered =
        findings.stream()
            .sorted(Comparator.comparing(finding -> finding.state() == FindingState.EXPLAINED))
            .toList();
    try (Csv csv = Csv.create(path, FINDINGS)) {
      for (LedgerFinding finding : ordered) {
        csv.row(values(finding).toArray());
      }
    }
  }

  /** The values of one finding, in the order of the columns. */
  static List<String> values(LedgerFinding entry) {
    Finding finding = entry.finding();
    return List.of(
        finding.id(),
        finding.caseId(),
        finding.rule(),
        finding.severity().code(),
        entry.state().code(),
        entry.outcome(),
        entry.firstSeen().toString(),
        entry.lastSeen().toString(),
        finding.personKey(),
        finding.name(),
        Masks.id(finding.citizenId()),
        finding.township(),
        finding.school(),
        finding.stage(),
        finding.grade(),
        finding.category(),
        finding.program(),
        finding.term(),
        finding.due(),
        Masks.longNumbers(finding.found()),
        cells(finding),
        WORDS.why(finding.explanation()));
  }

  /** {@code file!sheet!row}, joined with semicolons. */
  static String cells(Finding finding) {
    return finding.evidence().stream()
        .map(place -> place.cell().label())
        .collect(Collectors.joining(";"));
  }
}

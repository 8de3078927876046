package cn.bidui.report.forms;

import cn.bidui.judge.finding.Finding;
import cn.bidui.ledger.Answers;
import cn.bidui.ledger.Duties;
import cn.bidui.ledger.FindingState;
import cn.bidui.ledger.LedgerFinding;
import cn.bidui.ledger.cases.CaseBook;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Puts together what is on record about children whose schooling is in question. */
public final class Dossiers {

  private static final Comparator<Dossier> ORDER =
      Comparator.comparing((Dossier child) -> child.schooling().school().isEmpty())
          .thenComparing(child -> child.schooling().school())
          .thenComparing(child -> child.home().township())
          .thenComparing(Dossier::caseId);

  /** Open findings before settled ones, grave before slight. */
  private static final Comparator<LedgerFinding> TELLING =
      Comparator.comparing((LedgerFinding entry) -> !entry.state().open())
          .thenComparing(entry -> entry.state() == FindingState.RESOLVED)
          .thenComparing(entry -> entry.finding().severity())
          .thenComparing(entry -> entry.finding().rule())
          .thenComparing(entry -> entry.finding().id());

  /**
   * What a dossier is put together from, besides findings.
   *
   * @param cases as they stand on the day
   * @param answers what people have answered
   */
  public record Sources(CaseBook cases, Duties duties, Answers answers, Rows rows, Ids ids) {}

  private Dossiers() {}

  /**
   * One dossier for each case about a child's schooling that {@code findings} speak of, school by
   * school.
   */
  public static List<Dossier> of(List<LedgerFinding> findings, Sources sources) {
    SortedMap<String, List<LedgerFinding>> cases = new TreeMap<>();
    findings.stream()
        .filter(entry -> concerns(entry.finding()))
        .sorted(TELLING)
        .forEach(
            entry ->
                cases.computeIfAbsent(caseId(entry.finding()), id -> new ArrayList<>()).add(entry));
    List<Dossier> dossiers = new ArrayList<>();
    cases.forEach((id, entries) -> dossiers.add(new CaseReading(id, entries, sources).dossier()));
    dossiers.sort(ORDER);
    return dossiers;
  }

  /** Whether there can be a form about {@code finding}. */
  public static boolean concerns(Finding finding) {
    return FormKind.OUT_OF_SCHOOL.contains(finding.rule())
        || finding.rule().equals(FormKind.ELSEWHERE);
  }

  /** The case that {@code finding} belongs to; findings of earlier versions are their own. */
  public static String caseId(Finding finding) {
    return finding.caseId().isEmpty() ? finding.id() : finding.caseId();
  }
}

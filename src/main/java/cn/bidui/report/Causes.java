package cn.bidui.report;

import cn.bidui.ledger.SheetEntry;
import cn.bidui.source.Field;
import cn.bidui.source.Problem.RowProblem;
import cn.bidui.source.ProblemCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Rejected rows by what is wrong with them, each row once: what many rows share is often put right
 * in one go, so the most frequent cause comes first.
 *
 * @param groups none of them empty
 */
record Causes(List<Group> groups) {

  /** The same fault in the same column. */
  record Cause(ProblemCode code, Field field) implements Comparable<Cause> {

    /** A row that was rejected without saying why must still be listed. */
    private static final Cause UNTOLD = new Cause(ProblemCode.VALUE_UNKNOWN, Field.REMARK);

    static Cause of(RowProblem problem) {
      return new Cause(problem.code(), problem.field());
    }

    @Override
    public int compareTo(Cause other) {
      int order = code.compareTo(other.code);
      return order != 0 ? order : field.compareTo(other.field);
    }
  }

  /**
   * The rows of one cause.
   *
   * @param rows by sheet, in the order of the workbook, and row
   */
  record Group(Cause cause, List<RejectedRow> rows) {

    /** {@code 证件号码：证件号码以数字格式保存，末几位已丢失}, without the value of any row. */
    String title(Words words) {
      return rows.get(0).problems().stream()
          .filter(problem -> Cause.of(problem).equals(cause))
          .findFirst()
          .map(problem -> words.cause(problem))
          .orElseGet(() -> words.text("report.feedback.cause.untold"));
    }
  }

  static Causes of(Answer answer) {
    List<RejectedRow> rejects = answer.rejects();
    Map<Cause, Integer> shared = shared(rejects);
    Map<Cause, List<RejectedRow>> groups = new TreeMap<>();
    for (RejectedRow reject : rejects) {
      groups.computeIfAbsent(main(reject, shared), cause -> new ArrayList<>()).add(reject);
    }
    Comparator<RejectedRow> byPlace = byPlace(answer);
    groups.values().forEach(rows -> rows.sort(byPlace));
    // Sorting is stable: causes of the same size stay in the order of the catalog.
    return new Causes(
        groups.entrySet().stream()
            .map(group -> new Group(group.getKey(), group.getValue()))
            .sorted(Comparator.comparingInt(group -> -group.rows().size()))
            .toList());
  }

  private static Comparator<RejectedRow> byPlace(Answer answer) {
    List<String> sheets = answer.entry().sheets().stream().map(SheetEntry::name).toList();
    return Comparator.comparingInt((RejectedRow reject) -> sheets.indexOf(reject.sheet()))
        .thenComparing(RejectedRow::sheet)
        .thenComparing(RejectedRow::row);
  }

  private static Map<Cause, Integer> shared(List<RejectedRow> rejects) {
    Map<Cause, Integer> shared = new TreeMap<>();
    for (RejectedRow reject : rejects) {
      reject.problems().stream()
          .map(Cause::of)
          .distinct()
          .forEach(cause -> shared.merge(cause, 1, Integer::sum));
    }
    return shared;
  }

  /** Which of its faults most rows share. */
  private static Cause main(RejectedRow reject, Map<Cause, Integer> shared) {
    return reject.problems().stream()
        .map(Cause::of)
        .min(
            Comparator.comparingInt((Cause cause) -> -shared.getOrDefault(cause, 0))
                .thenComparing(Comparator.naturalOrder()))
        .orElse(Cause.UNTOLD);
  }
}

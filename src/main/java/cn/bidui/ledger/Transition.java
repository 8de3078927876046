package cn.bidui.ledger;

import cn.bidui.judge.finding.Finding;
import cn.bidui.source.RowRef;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A finding that changed overnight (状态变化).
 *
 * @param findingId the finding
 * @param from its state on the night before; null where it was not listed then
 * @param to its state tonight
 * @param outcome as published
 * @param facts the digest of its facts
 * @param firstSeen the as-of date of its first night
 * @param evidence the rows that it rests on
 * @param where to which case it belongs, and whose it is
 */
public record Transition(
    String findingId,
    String rule,
    @Nullable FindingState from,
    FindingState to,
    String outcome,
    String facts,
    LocalDate firstSeen,
    List<Place> evidence,
    Where where) {

  public Transition {
    evidence = List.copyOf(evidence);
  }

  /**
   * Where a finding belongs.
   *
   * @param caseId blank in lines of versions before 0.6
   * @param school blank where there is none
   * @param stage the stage of schooling (学段), as published
   */
  public record Where(String caseId, String school, String township, String stage) {

    /** Nothing is known of it. */
    public static final Where UNKNOWN = new Where("", "", "", "");

    static Where of(Finding finding) {
      return new Where(finding.caseId(), finding.school(), finding.township(), finding.stage());
    }
  }

  /** A row of an archived file, named by content alone. */
  public record Place(String sha256, String sheet, int row) {

    static Place of(RowRef row) {
      return new Place(row.file().sha256(), row.sheet(), row.row());
    }
  }
}

package cn.bidui.ledger;

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
 */
public record Transition(
    String findingId,
    String rule,
    @Nullable FindingState from,
    FindingState to,
    String outcome,
    String facts,
    LocalDate firstSeen,
    List<Place> evidence) {

  public Transition {
    evidence = List.copyOf(evidence);
  }

  /** A row of an archived file, named by content alone. */
  public record Place(String sha256, String sheet, int row) {

    static Place of(RowRef row) {
      return new Place(row.file().sha256(), row.sheet(), row.row());
    }
  }
}

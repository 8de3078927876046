package cn.bidui.judge.evidence;

import cn.bidui.link.PersonKey;
import cn.bidui.source.RowRef;
import java.time.LocalDate;
import java.util.List;

/**
 * A pupil of an earlier roll who stood on none that night.
 *
 * @param values canonical texts of the last row on a roll
 * @param dataDate of that roll
 * @param missed as {@link cn.bidui.link.Departed#missed}
 */
public record KeptPupil(
    PersonKey key, RowRef place, List<String> values, LocalDate dataDate, boolean missed) {

  public KeptPupil {
    values = List.copyOf(values);
  }

  /** No person. */
  @Override
  public String toString() {
    return "KeptPupil[" + key + "]";
  }
}

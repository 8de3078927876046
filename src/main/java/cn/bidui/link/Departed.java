package cn.bidui.link;

import cn.bidui.normalize.RollRecord;
import cn.bidui.source.RowRef;
import java.time.LocalDate;

/**
 * A pupil of an earlier roll who stands on no roll tonight.
 *
 * @param last the record on the last roll that had the pupil
 * @param place where it stands
 * @param dataDate the data date of that roll
 * @param missed whether an earlier night found the pupil missing, and nothing has explained it
 *     since
 */
public record Departed(
    PersonKey key, RollRecord last, RowRef place, LocalDate dataDate, boolean missed) {

  /** Nobody has missed the pupil yet. */
  public Departed(PersonKey key, RollRecord last, RowRef place, LocalDate dataDate) {
    this(key, last, place, dataDate, false);
  }

  /** The same pupil, whom an earlier night missed already. */
  public Departed asMissed() {
    return new Departed(key, last, place, dataDate, true);
  }
}

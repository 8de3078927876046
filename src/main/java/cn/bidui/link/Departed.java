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
 */
public record Departed(PersonKey key, RollRecord last, RowRef place, LocalDate dataDate) {}

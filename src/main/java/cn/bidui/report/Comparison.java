package cn.bidui.report;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What a list says that its forerunner did not (与上次比较): the same kind of list from the same unit,
 * sent in again.
 *
 * @param previousFile the forerunner's name, as its owner knows it
 * @param previousDate the day up to which the forerunner was right
 * @param revision how many times this list was sent in, this one included; at least 2
 * @param counts how many rows each kind of change has; kinds without rows may be absent
 * @param lines the rows worth looking at, in order of kind, sheet and row; not every change has one
 */
public record Comparison(
    String previousFile,
    LocalDate previousDate,
    int revision,
    Map<Change, Integer> counts,
    List<Line> lines) {

  /** What became of a row. */
  public enum Change {
    /** Rejected last time, taken now. */
    FIXED,
    /** Rejected last time and now. */
    STILL_WRONG,
    /** Taken last time, rejected now. */
    NEWLY_WRONG,
    /** Not there last time. */
    ADDED,
    /** There last time, and gone now: a question, never a silent deletion. */
    VANISHED,
    /** Taken both times, with values that nobody had asked to change. */
    CHANGED,
    UNCHANGED
  }

  /**
   * One row.
   *
   * @param sheet where it stands now; for a vanished one, where it stood
   * @param name the person's or the school's name
   * @param id the citizen id, masked; blank if there is none
   * @param what the columns that changed and their values, or the fault; may be blank
   */
  public record Line(Change change, String sheet, int row, String name, String id, String what) {

    /** The place only: the rest names a person. */
    @Override
    public String toString() {
      return "Line[" + change + ", " + sheet + "!" + row + "]";
    }
  }

  public Comparison {
    EnumMap<Change, Integer> ordered = new EnumMap<>(Change.class);
    ordered.putAll(counts);
    counts = Collections.unmodifiableMap(ordered);
    lines = List.copyOf(lines);
  }

  /** The same of a list that was sent in {@code times} times. */
  public Comparison sent(int times) {
    return new Comparison(previousFile, previousDate, times, counts, lines);
  }

  /** How many rows {@code change} has. */
  public int count(Change change) {
    return counts.getOrDefault(change, 0);
  }
}

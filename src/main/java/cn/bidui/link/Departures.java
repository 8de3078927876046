package cn.bidui.link;

import cn.bidui.normalize.RecordTable;
import cn.bidui.normalize.RollRecord;
import cn.bidui.source.ListKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Finds the pupils of earlier rolls who stand on no roll tonight. */
public final class Departures {

  private final LinkResult links;
  private final PersonKeys keys;

  /** Among the persons of {@code links}, who go by {@code keys}. */
  public Departures(LinkResult links, PersonKeys keys) {
    this.links = links;
    this.keys = keys;
  }

  /**
   * Whoever had a place on an earlier roll, by the last that had him, and has none tonight, by key.
   * Rows that are known under no key are left out: {@link PersonKeys#assign} mints keys for them if
   * it is given the earlier roll.
   *
   * @param earlier rows of one or several earlier rolls
   * @param dataDate the data date of the roll that a row stands on
   */
  public List<Departed> find(RecordTable earlier, IntFunction<LocalDate> dataDate) {
    SortedMap<PersonKey, Departed> last = new TreeMap<>();
    for (int row = 0; row < earlier.size(); row++) {
      PersonKey key = keys.keyOf(earlier, row);
      if (key != null && !onRollTonight(key)) {
        last.merge(key, departed(key, earlier, row, dataDate.apply(row)), Departures::later);
      }
    }
    List<Departed> found = new ArrayList<>(last.values());
    found.removeIf(departed -> !departed.last().status().onRoll());
    return List.copyOf(found);
  }

  private boolean onRollTonight(PersonKey key) {
    int person = keys.person(key);
    return person >= 0 && links.rows(ListKind.ROLL, person).length > 0;
  }

  private static Departed departed(
      PersonKey key, RecordTable earlier, int row, @Nullable LocalDate dataDate) {
    if (dataDate == null) {
      throw new IllegalArgumentException("an earlier roll has a data date");
    }
    return new Departed(key, (RollRecord) earlier.record(row), earlier.place(row), dataDate);
  }

  /** Of two rows of one pupil on one day, one that still has a place counts. */
  private static Departed later(Departed a, Departed b) {
    int order = a.dataDate().compareTo(b.dataDate());
    if (order != 0) {
      return order > 0 ? a : b;
    }
    return b.last().status().onRoll() && !a.last().status().onRoll() ? b : a;
  }
}

package cn.bidui.link;

import java.util.HashMap;
import java.util.Map;

/**
 * Whose guardian an id is said to be. Hardly any pupil stands under the id of a guardian, and
 * hardly a guardian has a multitude of wards, so that no table of all guardians is made: bits and
 * counts by hash leave the few that are looked at one by one.
 */
final class Wards {

  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private final Columns columns;
  private final int most;

  /** Ids of pupils that are those of guardians. */
  private final LongBag ofPupils = new LongBag();

  private final LongBag multitudes = new LongBag();

  /**
   * Of all rows.
   *
   * @param most whoever is the guardian of more rows is nobody's
   */
  Wards(Columns columns, int most) {
    this.columns = columns;
    this.most = most;
    findOfPupils();
    findMultitudes();
  }

  private void findOfPupils() {
    long[] bits = new long[Math.max(1 << 6, Integer.highestOneBit(columns.size()) >>> 3)];
    for (long guardian : columns.guardian1) {
      if (guardian != 0) {
        bits[slot(guardian, bits.length)] |= bit(guardian);
      }
    }
    RowPairs pupils =
        Parts.find(
            columns.size(),
            (from, to, found) -> {
              for (int row = from; row < to; row++) {
                long id = columns.id[row];
                boolean seen = (bits[slot(id, bits.length)] & bit(id)) != 0;
                if (seen && id != 0 && columns.grade[row] != 0) {
                  found.add(id, row);
                }
              }
            });
    LongBag perhaps = new LongBag();
    for (long id : pupils.keys()) {
      perhaps.add(id);
    }
    for (long id : guardians(perhaps).keys()) {
      ofPupils.add(id);
    }
  }

  private static int slot(long id, int slots) {
    return (int) ((id * SPREAD) >>> 40) & (slots - 1);
  }

  private static long bit(long id) {
    return 1L << ((id * SPREAD) >>> 32);
  }

  /** The rows whose guardian is one of these. */
  private RowPairs guardians(LongBag ids) {
    return Parts.find(
        columns.size(),
        (from, to, found) -> {
          for (int row = from; row < to; row++) {
            if (ids.has(columns.guardian1[row])) {
              found.add(columns.guardian1[row], row);
            }
          }
        });
  }

  private void findMultitudes() {
    int[] counts = new int[Math.max(1 << 6, Integer.highestOneBit(columns.size()) >>> 2)];
    LongBag perhaps = new LongBag();
    for (long guardian : columns.guardian1) {
      if (guardian != 0 && ++counts[slot(guardian, counts.length)] > most) {
        perhaps.add(guardian);
      }
    }
    Map<Long, Integer> exactly = new HashMap<>();
    for (long guardian : guardians(perhaps).keys()) {
      exactly.merge(guardian, 1, Integer::sum);
    }
    exactly.forEach(
        (guardian, wards) -> {
          if (wards > most) {
            multitudes.add(guardian);
          }
        });
  }

  /** Whether a pupil stands under an id that is said to be that of somebody's guardian. */
  boolean underGuardian(int row) {
    return columns.grade[row] != 0 && ofPupils.has(columns.id[row]);
  }

  /** One id stands for the guardian of all children of a school: it says nothing. */
  boolean ofMultitude(long guardian) {
    return multitudes.has(guardian);
  }
}

package cn.bidui.link;

import java.util.BitSet;

/**
 * What a row looks up about its family: who has an id in its household, whether its guardians are
 * placeholders and where they live, and whether its own id is said to be a guardian's. None of
 * these people has a say in what becomes of the row, so it is as good as written in it.
 */
final class Surroundings {

  private static final long MULTITUDE = 1;
  private static final long GUARDS = 2;

  private final Matching matching;
  private final Columns columns;
  private final Family family;
  private final RowIndex byId;

  Surroundings(Matching matching) {
    this.matching = matching;
    columns = matching.columns;
    family = matching.family;
    byId = matching.byId;
  }

  /**
   * Joins to the print of each row what it looks up.
   *
   * @param looksAround whether a row may look into the households of its guardians
   */
  void join(long[] prints, BitSet looksAround) {
    long[] own = prints.clone();
    long[] households = households();
    Parts.each(
        prints.length,
        (from, to) -> {
          for (int row = from; row < to; row++) {
            prints[row] = print(row, own, households, looksAround.get(row));
          }
        });
  }

  private long print(int row, long[] own, long[] households, boolean looksAround) {
    long print = own[row];
    if (columns.household[row] != 0) {
      long number = family.number(row);
      print = RowPrints.joined(print, number == 0 ? MULTITUDE : households[(int) number]);
    }
    print = matching.underGuardian(row) ? RowPrints.joined(print, GUARDS) : print;
    print = ofGuardian(columns.guardian1[row], print, own, looksAround);
    return ofGuardian(columns.guardian2[row], print, own, looksAround);
  }

  private long ofGuardian(long guardian, long print, long[] own, boolean looksAround) {
    if (guardian == 0) {
      return print;
    }
    long joined = family.ofMultitude(guardian) ? RowPrints.joined(print, MULTITUDE) : print;
    if (looksAround) {
      int at = byId.first(guardian);
      for (int i = 0; i < PassKeys.MOST_HOMES && at >= 0; i++, at = byId.next(at)) {
        joined = RowPrints.joined(joined, own[at] + (family.number(at) == 0 ? 0 : 1));
      }
    }
    return joined;
  }

  /** By number, one for the ids of all members, in whatever order they stand. */
  private long[] households() {
    int most = 0;
    for (int row = 0; row < columns.size(); row++) {
      most = Math.max(most, columns.household[row]);
    }
    long[] sums = new long[most + 1];
    for (int row = 0; row < columns.size(); row++) {
      if (columns.household[row] != 0 && columns.id[row] != 0) {
        sums[(int) family.number(row)] += RowPrints.mixed(columns.id[row]);
      }
    }
    return sums;
  }

  /**
   * All that {@code rows} look up, and themselves.
   *
   * @param looksAround whether a row may look into the households of its guardians
   */
  BitSet with(BitSet rows, BitSet looksAround) {
    BitSet all = (BitSet) rows.clone();
    rows.stream()
        .forEach(
            row -> {
              if (matching.underGuardian(row)) {
                family.eachOfMultitude(columns.id[row], all::set);
              }
              addGuardian(columns.guardian1[row], looksAround.get(row), all);
              addGuardian(columns.guardian2[row], looksAround.get(row), all);
            });
    // A number that a multitude has must be seen to be one, beside whomever it is seen.
    for (int row : all.stream().toArray()) {
      if (rows.get(row) || family.number(row) == 0) {
        addHousehold(row, all);
      }
    }
    return all;
  }

  private void addGuardian(long guardian, boolean looksAround, BitSet all) {
    if (guardian == 0) {
      return;
    }
    if (family.ofMultitude(guardian)) {
      family.eachOfMultitude(guardian, all::set);
    }
    if (looksAround) {
      int at = byId.first(guardian);
      for (int i = 0; i < PassKeys.MOST_HOMES && at >= 0; i++, at = byId.next(at)) {
        all.set(at);
      }
    }
  }

  private void addHousehold(int row, BitSet all) {
    if (columns.household[row] != 0) {
      family.eachNeighbor(row, all::set);
    }
  }
}

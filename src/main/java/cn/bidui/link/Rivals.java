package cn.bidui.link;

import java.util.BitSet;

/**
 * Who else could be meant by a row's name: people of that name, but for variants, near either side
 * of a pair whose names are only alike. Near is who has the birth date, the school, the township,
 * the household or a guardian in common, so that namesakes far away change nothing.
 */
final class Rivals {

  private static final int BIRTH = 1;
  private static final int SCHOOL = 2;
  private static final int SCHOOL_CODE = 3;
  private static final int TOWNSHIP = 4;
  private static final int HOUSEHOLD = 5;
  private static final int GUARDIAN = 6;

  private final Matching matching;
  private final Columns columns;
  private final Family family;
  private final LongBag wanted = new LongBag();
  private final BitSet names = new BitSet();

  /** Rows of one name but for variants have one. */
  private final int[] nameOf;

  private Blocks near = new Blocks(new RowPairs());

  Rivals(Matching matching) {
    this.matching = matching;
    this.columns = matching.columns;
    this.family = matching.family;
    this.nameOf = matching.columns.plainNames();
  }

  /** Takes a key. */
  @FunctionalInterface
  interface Taker {
    void take(long key);
  }

  /** Will be asked whether {@code row} could be somebody other than {@code other}. */
  void expect(int row, int other) {
    int name = nameOf[row];
    if (name != 0) {
      names.set(name);
      around(name, other, wanted::add);
      around(name, row, wanted::add);
    }
  }

  /** Looks around, once all that will be asked is known. */
  Rivals look() {
    if (!wanted.isEmpty()) {
      near = new Blocks(Parts.find(columns.size(), this::find));
    }
    return this;
  }

  private void find(int from, int to, RowPairs found) {
    Wanted keys = new Wanted(found);
    for (int row = from; row < to; row++) {
      if (names.get(nameOf[row])) {
        keys.row = row;
        direct(nameOf[row], row, keys);
      }
    }
  }

  /** Keeps what is wanted of the keys of one row after the other. */
  private final class Wanted implements Taker {
    private final RowPairs found;
    private int row;

    Wanted(RowPairs found) {
      this.found = found;
    }

    @Override
    public void take(long key) {
      if (wanted.has(key)) {
        found.add(key, row);
      }
    }
  }

  /** By what a row of that name can be found near what stands in {@code row}. */
  void direct(int name, int row, Taker taker) {
    taker.take(Keys.of(BIRTH, name, columns.birth[row]));
    taker.take(Keys.of(SCHOOL, name, columns.schoolName[row]));
    taker.take(Keys.of(SCHOOL_CODE, name, columns.schoolCode[row]));
    taker.take(Keys.of(TOWNSHIP, name, columns.township[row]));
    taker.take(Keys.of(HOUSEHOLD, name, family.number(row)));
    taker.take(Keys.of(GUARDIAN, name, columns.guardian1[row]));
    taker.take(Keys.of(GUARDIAN, name, columns.guardian2[row]));
  }

  /** What stands in the row, and where its guardians and its household lead. */
  void around(int name, int row, Taker taker) {
    direct(name, row, taker);
    int member = family.firstMember(row);
    for (; member >= 0; member = family.nextMember(member)) {
      taker.take(Keys.of(GUARDIAN, name, columns.id[member]));
    }
    home(name, columns.guardian1[row], taker);
    home(name, columns.guardian2[row], taker);
  }

  private void home(int name, long guardian, Taker taker) {
    int at = matching.byId.first(guardian);
    for (int i = 0; i < PassKeys.MOST_HOMES && at >= 0; i++, at = matching.byId.next(at)) {
      taker.take(Keys.of(HOUSEHOLD, name, family.number(at)));
    }
  }

  /**
   * Whether somebody else of the name of {@code row} is a twin or a relative of {@code other}, or
   * fits the row at least as well: then the row may be that one, with the number of {@code other}.
   */
  boolean of(int row, int other) {
    boolean[] found = {false};
    around(nameOf[row], other, key -> found[0] |= !found[0] && any(key, row, other));
    around(nameOf[row], row, key -> found[0] |= !found[0] && any(key, row, other));
    return found[0];
  }

  private boolean any(long key, int row, int other) {
    for (int at = near.first(key); at >= 0; at = near.next(at)) {
      if (rivals(near.row(at), row, other)) {
        return true;
      }
    }
    return false;
  }

  private boolean rivals(int rival, int row, int other) {
    if (nameOf[rival] != nameOf[row] || notElse(rival, row) || notElse(rival, other)) {
      return false;
    }
    boolean relative = columns.sameBirth(rival, other) || family.related(rival, other);
    return relative || fit(row, rival) >= Math.max(1, fit(row, other));
  }

  /** The row itself, or another row of the same person. */
  private boolean notElse(int rival, int row) {
    return rival == row
        || Columns.same(columns.id[rival], columns.id[row])
        || matching.groups.together(rival, row);
  }

  /**
   * In how many respects two rows stand near each other, less those in which they do not. A birth
   * date is often read from the very id that is in question.
   */
  private int fit(int a, int b) {
    return Math.max(
            agreement(columns.schoolName[a], columns.schoolName[b]),
            agreement(columns.schoolCode[a], columns.schoolCode[b]))
        + agreement(columns.township[a], columns.township[b])
        + agreement(columns.grade[a], columns.grade[b])
        + (family.related(a, b) ? 1 : 0);
  }

  private static int agreement(int a, int b) {
    return a == 0 || b == 0 ? 0 : a == b ? 1 : -1;
  }
}

package cn.bidui.link.compare;

import java.util.List;

/**
 * A comparison that is made in loops over many rows: a row with all those that were taken up
 * before. Where a level is found by arithmetic, a scale keeps what those rows say side by side and
 * chooses by {@link Bits} instead of branches, so that the processor can do several pairs at a
 * time.
 */
abstract class Scale implements Comparison {

  private final String name;
  private final List<String> words;
  private final boolean frequencies;
  private int[] held = {};
  private int count;

  /**
   * @param words of the levels behind {@link #MISSING}, the closest first
   */
  Scale(String name, List<String> words, boolean frequencies) {
    this.name = name;
    this.words = List.copyOf(words);
    this.frequencies = frequencies;
  }

  /**
   * Takes up the first {@code count} of {@code rows}, which {@link #add} compares with until others
   * are taken up; both leave {@code rows} as they are.
   */
  void hold(int[] rows, int count) {
    held = rows;
    this.count = count;
  }

  /** Whether to find a level takes more than some arithmetic. */
  abstract boolean slow();

  /**
   * Adds, for each row held, what {@code by} has for the level of its pair with {@code left}, to
   * its place in {@code into}; a place below {@code least} may be left as it is. A missing value
   * adds nothing.
   */
  void add(int left, long[] by, long least, long[] into) {
    for (int j = 0; j < count; j++) {
      if (into[j] >= least) {
        into[j] += by[level(left, held[j])];
      }
    }
  }

  /** How many rows are held. */
  final int count() {
    return count;
  }

  /** A row held, by its place. */
  final int held(int place) {
    return held[place];
  }

  /** One like this, for another thread. */
  abstract Scale again();

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final int levels() {
    return words.size() + 1;
  }

  @Override
  public final String word(int level) {
    return level == MISSING ? "missing" : words.get(level - 1);
  }

  @Override
  public int value(int row) {
    return frequencies ? same(row) : 0;
  }

  /** The last level. */
  final int differs() {
    return words.size();
  }

  final List<String> words() {
    return words;
  }

  final boolean frequencies() {
    return frequencies;
  }
}

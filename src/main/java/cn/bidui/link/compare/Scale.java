package cn.bidui.link.compare;

import java.util.List;

/** A comparison that is made in loops over many rows. */
abstract class Scale implements Comparison {

  private final String name;
  private final List<String> words;
  private final boolean frequencies;

  /**
   * @param words of the levels behind {@link #MISSING}, the closest first
   */
  Scale(String name, List<String> words, boolean frequencies) {
    this.name = name;
    this.words = List.copyOf(words);
    this.frequencies = frequencies;
  }

  /**
   * Adds, for each row of {@code rights[from..to)}, what {@code by} has for the level of its pair
   * with {@code left}, to its place in {@code into}, which begins at 0. A missing value adds
   * nothing.
   */
  abstract void add(int left, int[] rights, int from, int to, long[] by, long[] into);

  /** One like this, for another thread. */
  Scale again() {
    return this;
  }

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

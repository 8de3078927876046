package cn.bidui.link.compare;

import java.util.function.IntFunction;
import java.util.function.Supplier;

/**
 * Levels of pairs of values that were worked out before. Of pairs that fall on one place the last
 * stays, so the size is bounded and what is answered never depends on what is kept. For one thread.
 */
final class KnownPairs {

  private static final int BITS = 14;

  /** Values above this are not kept. */
  private static final int HIGHEST = 1 << 28;

  private static final long LEVEL = 0xFF;

  private final long[] kept = new long[1 << BITS];
  private final Supplier<Likeness> maker;
  private final Likeness likeness;
  private final IntFunction<String> texts;
  private final Marks marks;
  private final int farthest;

  /**
   * @param maker of a likeness for one thread
   * @param texts of values
   * @param farthest the level of texts that marks say are far apart
   */
  KnownPairs(Supplier<Likeness> maker, IntFunction<String> texts, Marks marks, int farthest) {
    this.maker = maker;
    this.likeness = maker.get();
    this.texts = texts;
    this.marks = marks;
    this.farthest = farthest;
  }

  /** One that has the same texts, for another thread. */
  KnownPairs again() {
    return new KnownPairs(maker, texts, marks, farthest);
  }

  /** What a value is known by, for {@link #level(int, long, int)}. */
  long mark(int value) {
    return marks.of(value);
  }

  /** The level of two different values, neither of them 0. */
  int level(int a, int b) {
    return level(a, marks.of(a), b);
  }

  /** The same, where the mark of the first is at hand. */
  int level(int a, long markOfA, int b) {
    return marks.far(markOfA, marks.of(b)) ? farthest : near(a, b);
  }

  private int near(int a, int b) {
    int low = Math.min(a, b);
    int high = Math.max(a, b);
    long pair = (long) low << 36 | (long) high << 8;
    int place = (int) ((pair * 0x9E3779B97F4A7C15L) >>> (Long.SIZE - BITS));
    long found = kept[place];
    if ((found & ~LEVEL) == pair) {
      return (int) (found & LEVEL);
    }
    int level = likeness.level(texts.apply(low), texts.apply(high));
    if (high < HIGHEST) {
      kept[place] = pair | level;
    }
    return level;
  }
}

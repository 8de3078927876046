package cn.bidui.link.compare;

import cn.bidui.link.frame.Values;
import cn.bidui.normalize.Strings;
import java.util.Arrays;
import java.util.List;

/**
 * Texts by the words that they share: those in both by those in either (Jaccard), in any order.
 * Where frequencies count, so do words: each weighs log2 of how many rows there are for one that
 * has it, for a model number says more of a product than its color.
 */
final class WordsScale extends Scale {

  private final int[] of;
  private final int[] upTo;

  /** By value, where its words start in {@link #words}; ascending within a value. */
  private final int[] starts;

  private final int[] words;

  /** In hundredths of a bit by word, at least 1. */
  private final int[] weights;

  /** By value, the weight of all its words. */
  private final int[] totals;

  /**
   * @param thresholds shares in hundredths, the highest first
   */
  WordsScale(
      String name,
      List<String> levels,
      boolean frequencies,
      Values values,
      List<Integer> thresholds) {
    super(name, levels, frequencies);
    this.of = values.byRow();
    this.upTo = thresholds.stream().mapToInt(Integer::intValue).toArray();
    this.starts = new int[values.size() + 1];
    Strings known = new Strings();
    this.words = words(values, known);
    this.weights = frequencies ? rarities(known.size()) : equal(known.size());
    this.totals = new int[values.size()];
    for (int value = 0; value < totals.length; value++) {
      for (int i = starts[value]; i < starts[value + 1]; i++) {
        totals[value] += weights[words[i]];
      }
    }
  }

  private WordsScale(WordsScale other) {
    super(other.name(), other.words(), other.frequencies());
    this.of = other.of;
    this.upTo = other.upTo;
    this.starts = other.starts;
    this.words = other.words;
    this.weights = other.weights;
    this.totals = other.totals;
  }

  private int[] words(Values values, Strings known) {
    boolean[] used = new boolean[values.size()];
    for (int value : of) {
      used[value] = value != 0;
    }
    int[] all = new int[used.length];
    for (int value = 0; value < used.length; value++) {
      int[] own = used[value] ? codes(values.text(value), known) : new int[0];
      int end = starts[value] + own.length;
      all = end > all.length ? Arrays.copyOf(all, Math.max(end, all.length * 2)) : all;
      System.arraycopy(own, 0, all, starts[value], own.length);
      starts[value + 1] = end;
    }
    return Arrays.copyOf(all, starts[used.length]);
  }

  private static int[] codes(String text, Strings known) {
    return SharedWords.words(text).stream().mapToInt(known::code).sorted().toArray();
  }

  private static int[] equal(int size) {
    int[] weights = new int[size];
    Arrays.fill(weights, 1);
    return weights;
  }

  private int[] rarities(int size) {
    long[] rows = new long[size];
    for (int value : of) {
      for (int i = starts[value]; i < starts[value + 1]; i++) {
        rows[words[i]]++;
      }
    }
    return Arrays.stream(rows).mapToInt(this::rarity).toArray();
  }

  private int rarity(long rows) {
    double bits = StrictMath.log((of.length + 1.0) / Math.max(1, rows)) / StrictMath.log(2);
    return Math.max(1, (int) StrictMath.round(bits * 100));
  }

  @Override
  public int level(int left, int right) {
    int a = of[left];
    int b = of[right];
    if (a == 0 || b == 0) {
      return MISSING;
    }
    return a == b ? SAME : apart(a, b);
  }

  private int apart(int a, int b) {
    long shared = shared(a, b);
    long either = (long) totals[a] + totals[b] - shared;
    long share = either == 0 ? 0 : shared * 100 / either;
    int level = SAME + 1;
    for (int threshold : upTo) {
      level += share < threshold ? 1 : 0;
    }
    return level;
  }

  private long shared(int a, int b) {
    long sum = 0;
    int i = starts[a];
    int j = starts[b];
    while (i < starts[a + 1] && j < starts[b + 1]) {
      int left = words[i];
      int right = words[j];
      sum += left == right ? weights[left] : 0;
      i += left <= right ? 1 : 0;
      j += right <= left ? 1 : 0;
    }
    return sum;
  }

  @Override
  public int same(int row) {
    return of[row];
  }

  @Override
  boolean slow() {
    return true;
  }

  @Override
  Scale again() {
    return new WordsScale(this);
  }
}

package cn.bidui.link.compare;

import java.util.List;

/** Numbers by their difference: {@code same}, {@code within-1} …, {@code differs}. */
final class NumberScale extends Scale {

  /** Stands for nothing, or for a text that is no number. */
  static final long NONE = Long.MIN_VALUE;

  private final int[] of;
  private final long[] hundredths;
  private final long[] thresholds;

  /**
   * @param of values by row, the same for equal numbers
   * @param hundredths by row
   * @param thresholds ascending, in hundredths
   */
  NumberScale(
      String name,
      boolean frequencies,
      List<String> words,
      int[] of,
      long[] hundredths,
      long[] thresholds) {
    super(name, words, frequencies);
    this.of = of;
    this.hundredths = hundredths;
    this.thresholds = thresholds;
  }

  @Override
  public int level(int left, int right) {
    long a = hundredths[left];
    long b = hundredths[right];
    return a == NONE || b == NONE ? MISSING : level(Math.abs(a - b));
  }

  private int level(long difference) {
    if (difference == 0) {
      return SAME;
    }
    int at = 0;
    while (at < thresholds.length && difference > thresholds[at]) {
      at++;
    }
    return at + 2;
  }

  @Override
  public int same(int row) {
    return of[row];
  }

  @Override
  boolean slow() {
    return false;
  }

  @Override
  Scale again() {
    return new NumberScale(name(), frequencies(), words(), of, hundredths, thresholds);
  }
}

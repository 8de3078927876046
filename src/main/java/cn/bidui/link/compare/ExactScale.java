package cn.bidui.link.compare;

import java.util.List;

/** Equal or not: {@code same}, {@code differs}. */
final class ExactScale extends Scale {

  private static final int DIFFERS = 2;

  private final int[] of;

  /** Of the rows held. */
  private final long[] values = new long[Comparisons.MOST_HELD];

  ExactScale(String name, int[] of, boolean frequencies) {
    super(name, List.of("same", "differs"), frequencies);
    this.of = of;
  }

  @Override
  public int level(int left, int right) {
    if (of[left] == 0 || of[right] == 0) {
      return MISSING;
    }
    return of[left] == of[right] ? SAME : DIFFERS;
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
    return new ExactScale(name(), of, frequencies());
  }

  @Override
  void hold(int[] rows, int count) {
    super.hold(rows, count);
    for (int j = 0; j < count; j++) {
      values[j] = of[rows[j]];
    }
  }

  @Override
  void add(int left, long[] by, long least, long[] into) {
    long value = of[left];
    if (value == 0) {
      return;
    }
    long same = by[SAME];
    long differs = by[DIFFERS];
    long[] others = values;
    int end = count();
    for (int j = 0; j < end; j++) {
      long other = others[j];
      into[j] += Bits.choose(same, differs, Bits.any(other ^ value)) & Bits.any(other);
    }
  }
}

package cn.bidui.link.compare;

import java.util.List;

/** Equal or not: {@code same}, {@code differs}. */
final class ExactScale extends Scale {

  private static final int DIFFERS = 2;

  private final int[] of;

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
  void add(int left, int[] rights, int from, int to, long[] by, long[] into) {
    int value = of[left];
    if (value == 0) {
      return;
    }
    long same = by[SAME];
    long differs = by[DIFFERS];
    int[] values = of;
    for (int j = from; j < to; j++) {
      int other = values[rights[j]];
      if (other != 0) {
        into[j - from] += other == value ? same : differs;
      }
    }
  }
}

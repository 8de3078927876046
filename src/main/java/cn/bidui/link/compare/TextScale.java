package cn.bidui.link.compare;

import java.util.List;

/** Texts, or anything else by values, compared by a likeness once for each two different values. */
final class TextScale extends Scale {

  private final int[] of;
  private final KnownPairs known;

  TextScale(String name, List<String> words, boolean frequencies, int[] of, KnownPairs known) {
    super(name, words, frequencies);
    this.of = of;
    this.known = known;
  }

  @Override
  boolean slow() {
    return true;
  }

  @Override
  Scale again() {
    return new TextScale(name(), words(), frequencies(), of, known.again());
  }

  @Override
  public int level(int left, int right) {
    if (of[left] == 0 || of[right] == 0) {
      return MISSING;
    }
    return of[left] == of[right] ? SAME : known.level(of[left], of[right]);
  }

  @Override
  public int same(int row) {
    return of[row];
  }

  @Override
  void add(int left, long[] by, long least, long[] into) {
    int value = of[left];
    if (value == 0) {
      return;
    }
    int[] values = of;
    long mark = known.mark(value);
    int end = count();
    for (int j = 0; j < end; j++) {
      int other = into[j] >= least ? values[held(j)] : 0;
      if (other == value) {
        into[j] += by[SAME];
      } else if (other != 0) {
        into[j] += by[known.level(value, mark, other)];
      }
    }
  }
}

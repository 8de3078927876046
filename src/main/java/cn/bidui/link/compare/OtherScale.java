package cn.bidui.link.compare;

import java.util.List;
import java.util.stream.IntStream;

/** A comparison that is made elsewhere, pair by pair. */
final class OtherScale extends Scale {

  private final Comparison comparison;

  OtherScale(Comparison comparison) {
    super(comparison.name(), words(comparison), true);
    this.comparison = comparison;
  }

  private static List<String> words(Comparison comparison) {
    return IntStream.range(1, comparison.levels()).mapToObj(comparison::word).toList();
  }

  @Override
  public int level(int left, int right) {
    return comparison.level(left, right);
  }

  @Override
  public int same(int row) {
    return comparison.same(row);
  }

  @Override
  public int value(int row) {
    return comparison.value(row);
  }

  @Override
  public int telling(int level) {
    return comparison.telling(level);
  }

  @Override
  boolean slow() {
    return true;
  }

  @Override
  Scale again() {
    return new OtherScale(comparison);
  }

  @Override
  public boolean teachable(int level) {
    return comparison.teachable(level);
  }
}

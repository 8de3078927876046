package cn.bidui.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** The figures of one thing over the rounds. */
final class Series {

  private final List<Long> values = new ArrayList<>();

  void add(long value) {
    values.add(value);
  }

  boolean empty() {
    return values.isEmpty();
  }

  int count() {
    return values.size();
  }

  /** The middle one; of an even number the lower of the two in the middle. */
  long median() {
    List<Long> sorted = new ArrayList<>(values);
    Collections.sort(sorted);
    return sorted.get((sorted.size() - 1) / 2);
  }

  /** Milliseconds as seconds: {@code 1.23 (1.20–1.31)}. */
  String seconds() {
    return String.format(
        Locale.ROOT,
        "%.2f (%.2f–%.2f)",
        median() / 1000.0,
        Collections.min(values) / 1000.0,
        Collections.max(values) / 1000.0);
  }

  /** {@code 480 (470–495)}. */
  String plain() {
    return median() + " (" + Collections.min(values) + "–" + Collections.max(values) + ")";
  }

  /** Median against median. */
  double per(Series other) {
    return (double) median() / other.median();
  }
}

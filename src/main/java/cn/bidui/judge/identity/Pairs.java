package cn.bidui.judge.identity;

import cn.bidui.link.LinkResult;
import cn.bidui.source.ListKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Groups pairs of rows by the two persons whose rows they are, so that each pair is asked once. */
final class Pairs {

  private Pairs() {}

  /** Two different persons, the lower number first. */
  record Two(int one, int other) implements Comparable<Two> {
    static Two of(int left, int right) {
      return new Two(Math.min(left, right), Math.max(left, right));
    }

    @Override
    public int compareTo(Two next) {
      return Comparator.comparingInt(Two::one).thenComparingInt(Two::other).compare(this, next);
    }
  }

  /** One end of a pair. */
  record End(ListKind list, int row) {
    int person(LinkResult links) {
      return links.person(list, row);
    }
  }

  /** The pairs by their persons; pairs within one person are settled and left out. */
  static <T> Map<Two, List<T>> grouped(
      LinkResult links, List<T> pairs, Function<T, End> left, Function<T, End> right) {
    Map<Two, List<T>> grouped = new TreeMap<>();
    for (T pair : pairs) {
      Two two = Two.of(left.apply(pair).person(links), right.apply(pair).person(links));
      if (two.one() != two.other()) {
        grouped.computeIfAbsent(two, key -> new ArrayList<>()).add(pair);
      }
    }
    return grouped;
  }
}

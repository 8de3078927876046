package cn.bidui.link.weigh;

import cn.bidui.link.block.CandidatePairs;
import cn.bidui.link.block.PairReader;
import cn.bidui.link.compare.Comparisons;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Counts the patterns of candidate pairs, for each pair of lists. */
final class PatternReader implements PairReader {

  /** So many pairs are compared at a time. */
  private static final int AT_A_TIME = 512;

  private final Comparisons comparisons;
  private final @Nullable PatternCount[] counts;
  private final long[] patterns = new long[AT_A_TIME];

  private PatternReader(Comparisons comparisons, int listPairs) {
    this.comparisons = comparisons;
    this.counts = new PatternCount[listPairs];
  }

  /** The patterns of all candidates, by pair of lists. */
  static List<Patterns> count(CandidatePairs candidates, Comparisons comparisons) {
    int listPairs = candidates.lists().size();
    List<PatternReader> readers =
        candidates.read(() -> new PatternReader(comparisons.again(), listPairs));
    return IntStream.range(0, listPairs)
        .mapToObj(listPair -> sum(readers, listPair, comparisons.patterns()))
        .toList();
  }

  private static Patterns sum(List<PatternReader> readers, int listPair, long patterns) {
    PatternCount sum = new PatternCount(patterns);
    for (PatternReader reader : readers) {
      PatternCount part = reader.counts[listPair];
      if (part != null) {
        sum.add(part);
      }
    }
    return sum.counted();
  }

  @Override
  public void read(int listPair, int pass, int left, int[] rights, int from, int to) {
    PatternCount count = counts[listPair];
    if (count == null) {
      count = new PatternCount(comparisons.patterns());
      counts[listPair] = count;
    }
    for (int at = from; at < to; at += AT_A_TIME) {
      int end = Math.min(to, at + AT_A_TIME);
      comparisons.patterns(left, rights, at, end, patterns);
      count.count(patterns, end - at);
    }
  }
}

package cn.bidui.link.weigh;

import cn.bidui.link.block.BlockPairs;
import cn.bidui.link.block.CandidatePairs;
import cn.bidui.link.block.PairSample;
import cn.bidui.link.compare.Comparisons;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Counts the patterns of candidate pairs, for each pair of lists. */
final class PatternReader extends ComparingReader {

  private final @Nullable PatternCount[] counts;

  private PatternReader(Comparisons comparisons, int listPairs) {
    super(comparisons);
    this.counts = new PatternCount[listPairs];
  }

  /** The patterns of all candidates, or of a sample of them, by pair of lists. */
  static List<Patterns> count(
      CandidatePairs candidates, Comparisons comparisons, @Nullable PairSample sample) {
    int listPairs = candidates.lists().size();
    List<PatternReader> readers =
        candidates.read(() -> new PatternReader(comparisons.again(), listPairs), sample);
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
  void compare(int listPair, int left, long[] into) {
    comparisons().patterns(left, into);
  }

  @Override
  void take(BlockPairs pairs, int left, int from, int[] rights, int count, long[] sums) {
    if (count > 0) {
      count(pairs.listPair()).count(sums, count);
    }
  }

  private PatternCount count(int listPair) {
    PatternCount count = counts[listPair];
    if (count == null) {
      count = new PatternCount(comparisons().patterns());
      counts[listPair] = count;
    }
    return count;
  }
}

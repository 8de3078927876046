package cn.bidui.link.weigh;

import cn.bidui.link.block.BlockPairs;
import cn.bidui.link.block.CandidatePairs;
import cn.bidui.link.compare.Comparisons;
import java.util.Arrays;
import java.util.List;

/** Candidate pairs that weigh enough, in the order of their rows. */
public final class WeighedPairs {

  private final int[] left;
  private final int[] right;
  private final int[] weight;
  private final int[] pass;
  private final long compared;
  private long leftOut;
  private int floor;

  private WeighedPairs(int size, long compared) {
    this.left = new int[size];
    this.right = new int[size];
    this.weight = new int[size];
    this.pass = new int[size];
    this.compared = compared;
  }

  /**
   * All candidates that weigh {@code least} or more; where those are more than {@code most}, the
   * heaviest of them, down to a {@link #floor} that is the same on any number of threads.
   *
   * @param least in hundredths of a bit
   */
  public static WeighedPairs of(
      CandidatePairs candidates, Comparisons comparisons, Weigher weigher, int least, int most) {
    List<Reader> readers =
        candidates.read(() -> new Reader(comparisons.again(), weigher, new Heaviest(least, most)));
    Heaviest all = new Heaviest(least, most);
    readers.forEach(reader -> all.add(reader.heaviest));
    readers.forEach(reader -> reader.drop(all.floor()));
    int size = readers.stream().mapToInt(reader -> reader.size).sum();
    WeighedPairs pairs =
        new WeighedPairs(size, readers.stream().mapToLong(reader -> reader.compared).sum());
    pairs.floor = all.floor();
    pairs.leftOut = all.seen() - size;
    pairs.fill(readers);
    return pairs;
  }

  private void fill(List<Reader> readers) {
    long[] rows = new long[left.length];
    long[] said = new long[left.length];
    int at = 0;
    for (Reader reader : readers) {
      System.arraycopy(reader.rows, 0, rows, at, reader.size);
      System.arraycopy(reader.said, 0, said, at, reader.size);
      at += reader.size;
      reader.forget();
    }
    RowOrder.sort(rows, said);
    for (int i = 0; i < rows.length; i++) {
      left[i] = (int) (rows[i] >>> 32);
      right[i] = (int) rows[i];
      weight[i] = (int) (said[i] >> 16);
      pass[i] = (int) said[i] & 0xFFFF;
    }
  }

  /** How many pairs were compared, those that weigh less included. */
  public long compared() {
    return compared;
  }

  /** The least weight of which all pairs were kept, in hundredths of a bit. */
  public int floor() {
    return floor;
  }

  /** How many pairs were not kept that weigh less than {@link #floor} and enough otherwise. */
  public long leftOut() {
    return leftOut;
  }

  /** The smaller rows; to be read only, like the others. */
  public int[] left() {
    return left;
  }

  /** The larger rows. */
  public int[] right() {
    return right;
  }

  /** The weights, in hundredths of a bit. */
  public int[] weight() {
    return weight;
  }

  /** The passes that found them. */
  public int[] pass() {
    return pass;
  }

  /** Keeps the pairs that one thread sees. */
  private static final class Reader extends ComparingReader {

    private final Weigher weigher;
    private final Heaviest heaviest;
    private int least;

    /** Left and right row. */
    private long[] rows = new long[64];

    /** Weight and pass. */
    private long[] said = new long[64];

    private int size;
    private long compared;

    Reader(Comparisons comparisons, Weigher weigher, Heaviest heaviest) {
      super(comparisons);
      this.weigher = weigher;
      this.heaviest = heaviest;
      this.least = heaviest.floor();
    }

    /** Drops what weighs less than {@code floor}. */
    void drop(int floor) {
      int kept = 0;
      for (int i = 0; i < size; i++) {
        rows[kept] = rows[i];
        said[kept] = said[i];
        kept += said[i] >> 16 >= floor ? 1 : 0;
      }
      size = kept;
      least = floor;
    }

    void forget() {
      rows = new long[0];
      said = new long[0];
    }

    @Override
    void compare(int listPair, int left, long[] into) {
      comparisons().sums(left, weigher.weights(listPair), enough(listPair), into);
    }

    @Override
    void take(BlockPairs pairs, int left, int from, int[] rights, int count, long[] sums) {
      int listPair = pairs.listPair();
      compared += count;
      long enough = enough(listPair);
      for (int i = 0; i < count; i++) {
        if (sums[i] >= enough) {
          weigh(listPair, pairs.pass(), left, pairs.rows()[from + rights[i]], sums[i]);
        }
      }
    }

    /** What comparisons must add up to, or the pair is not kept however rare its values are. */
    private long enough(int listPair) {
      return (long) heaviest.least() - weigher.prior(listPair) - weigher.mostRarity(listPair);
    }

    private void weigh(int listPair, int pass, int left, int right, long sum) {
      long weight =
          sum + weigher.prior(listPair) + weigher.rarity(listPair, comparisons(), left, right);
      heaviest.see(weight);
      if (weight < least) {
        return;
      }
      // A quarter more before any are dropped: else each further pair would look at all again.
      if (size > heaviest.most() + heaviest.most() / 4 + 16) {
        drop(heaviest.floor());
      }
      if (size == rows.length) {
        int wider = size + Math.max(1, Math.min(size, 1 << 22));
        rows = Arrays.copyOf(rows, wider);
        said = Arrays.copyOf(said, wider);
      }
      rows[size] = (long) left << 32 | right;
      said[size++] = weight << 16 | pass;
    }
  }
}

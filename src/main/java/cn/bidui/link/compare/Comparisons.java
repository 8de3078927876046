package cn.bidui.link.compare;

import cn.bidui.link.frame.Frame;
import cn.bidui.plan.LinkPlan;
import cn.bidui.plan.LinkPlan.LinkComparison;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * All comparisons of a plan, made in loops over many rows: some are held, then others compared with
 * all of them. The levels of a pair together are its pattern, one number. Fields are not compared
 * twice for the same two values; so an instance belongs to one thread, and {@link #again} makes one
 * for another.
 */
public final class Comparisons {

  /** So many rows can be held at a time. */
  public static final int MOST_HELD = 512;

  /** Sums start from here: copied, which is faster than filling. */
  private static final long[] NOTHING = new long[MOST_HELD];

  private final Scale[] scales;

  /** The scales by their numbers, those that are slow last. */
  private final int[] order;

  /** By comparison and level, what a level adds to a pattern. */
  private final long[][] steps;

  private final long patterns;
  private final int[] held = new int[MOST_HELD];
  private int count;

  private Comparisons(Scale[] scales) {
    this.scales = scales;
    this.order =
        IntStream.range(0, scales.length)
            .boxed()
            .sorted(Comparator.comparing(i -> scales[i].slow()))
            .mapToInt(Integer::intValue)
            .toArray();
    this.steps = new long[scales.length][];
    long step = 1;
    for (int i = 0; i < scales.length; i++) {
      steps[i] = new long[scales[i].levels()];
      for (int level = 0; level < steps[i].length; level++) {
        steps[i][level] = step * level;
      }
      step = Math.multiplyExact(step, scales[i].levels());
    }
    this.patterns = step;
  }

  /** Of a plan. */
  public static Comparisons of(Frame frame, LinkPlan plan) {
    return of(frame, plan, comparison -> null);
  }

  /**
   * Of a plan.
   *
   * @param others comparisons that are made elsewhere; null for those that are not
   */
  public static Comparisons of(
      Frame frame, LinkPlan plan, Function<LinkComparison, @Nullable Comparison> others) {
    Scales scales = new Scales(frame, plan);
    return new Comparisons(
        plan.comparisons().stream()
            .map(comparison -> scale(comparison, others.apply(comparison), scales))
            .toArray(Scale[]::new));
  }

  private static Scale scale(LinkComparison wanted, @Nullable Comparison other, Scales scales) {
    return other == null ? scales.of(wanted) : new OtherScale(other);
  }

  /** The same, for another thread. */
  public Comparisons again() {
    return new Comparisons(Arrays.stream(scales).map(Scale::again).toArray(Scale[]::new));
  }

  /** How many comparisons. */
  public int size() {
    return scales.length;
  }

  /** A comparison, in the plan's order. */
  public Comparison get(int comparison) {
    return scales[comparison];
  }

  /** All of them. */
  public List<Comparison> all() {
    return List.of(scales);
  }

  /** One more than the highest pattern. */
  public long patterns() {
    return patterns;
  }

  /** The level of a comparison in a pattern. */
  public int level(long pattern, int comparison) {
    long step = steps[comparison][1];
    return (int) (pattern / step % steps[comparison].length);
  }

  /** The pattern of two rows. */
  public long pattern(int left, int right) {
    long pattern = 0;
    for (int i = 0; i < scales.length; i++) {
      pattern += steps[i][scales[i].level(left, right)];
    }
    return pattern;
  }

  /**
   * Takes up {@code rows[from..to)}, which the next rows are compared with; at most {@value
   * #MOST_HELD}.
   */
  public void hold(int[] rows, int from, int to) {
    count = to - from;
    System.arraycopy(rows, from, held, 0, count);
    for (Scale scale : scales) {
      scale.hold(held, count);
    }
  }

  /** The patterns of a row with each of those held, into places from 0 on. */
  public void patterns(int left, long[] into) {
    System.arraycopy(NOTHING, 0, into, 0, count);
    for (int i : order) {
      scales[i].add(left, steps[i], Long.MIN_VALUE, into);
    }
  }

  /**
   * What {@link #sums} adds up.
   *
   * @param by by comparison and level; 0 for {@link Comparison#MISSING}
   */
  public Additions additions(long[][] by) {
    long[] most = new long[by.length];
    long sum = 0;
    for (int at = order.length - 1; at >= 0; at--) {
      sum += Math.max(0, Arrays.stream(by[order[at]]).max().orElse(0));
      most[order[at]] = sum;
    }
    return new Additions(by, most);
  }

  /** What levels add, and how much of it may be still to come. */
  public static final class Additions {

    private final long[][] by;

    /** By comparison, the most that it and all that are made after it can add. */
    private final long[] most;

    private Additions(long[][] by, long[] most) {
      this.by = by;
      this.most = most;
    }

    /** What a level of a comparison adds. */
    public long of(int comparison, int level) {
      return by[comparison][level];
    }
  }

  /**
   * For a row with each of those held, the sum of what each comparison adds, into places from 0 on.
   * Of pairs that cannot reach {@code least} it is only sure that what is said of them is less:
   * slow comparisons are not made for them.
   */
  public void sums(int left, Additions additions, long least, long[] into) {
    System.arraycopy(NOTHING, 0, into, 0, count);
    for (int i : order) {
      scales[i].add(left, additions.by[i], least - additions.most[i], into);
    }
  }
}

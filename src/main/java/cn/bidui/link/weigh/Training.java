package cn.bidui.link.weigh;

import cn.bidui.link.block.CandidatePairs;
import cn.bidui.link.block.PairSample;
import cn.bidui.link.compare.Comparison;
import cn.bidui.link.compare.Comparisons;
import cn.bidui.link.frame.Frame;
import cn.bidui.link.frame.ListPairs;
import cn.bidui.link.weigh.LinkModel.PairWeights;
import cn.bidui.plan.LinkPlan;
import cn.bidui.plan.LinkPlan.LinkComparison;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes a model of the lists themselves; nobody has to say which pairs are one thing. */
public final class Training {

  /** Of more pairs between two lists a half, a quarter and so on teaches as much: about so many. */
  private static final long MOST_PAIRS = 1 << 24;

  private static final long SALT = 0x2545F4914F6CDD1DL;

  private final Frame frame;
  private final LinkPlan plan;
  private final CandidatePairs candidates;
  private final Comparisons comparisons;

  private Training(Frame frame, LinkPlan plan, CandidatePairs candidates, Comparisons comparisons) {
    this.frame = frame;
    this.plan = plan;
    this.candidates = candidates;
    this.comparisons = comparisons;
  }

  /**
   * The model of these lists. Where the candidates of two lists teach nothing, or something that
   * contradicts itself, the shipped priors stand and {@code trainedOn} is 0.
   */
  public static LinkModel train(
      Frame frame, LinkPlan plan, CandidatePairs candidates, Comparisons comparisons) {
    return train(frame, plan, candidates, comparisons, MOST_PAIRS);
  }

  /** The same, of two lists with more than {@code most} candidates from a sample of them. */
  static LinkModel train(
      Frame frame, LinkPlan plan, CandidatePairs candidates, Comparisons comparisons, long most) {
    return new Training(frame, plan, candidates, comparisons).train(most);
  }

  private LinkModel train(long mostPairs) {
    PairSample sample = sample(mostPairs);
    List<Patterns> patterns = PatternReader.count(candidates, comparisons, sample);
    List<PairWeights> pairs = new ArrayList<>();
    for (int listPair = 0; listPair < patterns.size(); listPair++) {
      pairs.add(
          train(listPair, patterns.get(listPair), sample == null ? 1 : sample.each(listPair)));
    }
    return new LinkModel(
        plan.name(), comparisons.all().stream().map(Comparison::name).toList(), pairs);
  }

  private @Nullable PairSample sample(long mostPairs) {
    int[] bits =
        Arrays.stream(candidates.found()).mapToInt(found -> bits(found, mostPairs)).toArray();
    if (Arrays.stream(bits).allMatch(each -> each == 0)) {
      return null;
    }
    SampleRows rows = new SampleRows(frame, plan.fields().size());
    return new PairSample(candidates.lists(), rows.hashes(SALT), bits);
  }

  private static int bits(long found, long most) {
    int bits = 0;
    while (found >> bits > most) {
      bits++;
    }
    return bits;
  }

  private PairWeights train(int listPair, Patterns patterns, double each) {
    ListPairs lists = candidates.lists();
    Expected expected = Expected.of(frame, plan.fields().size(), lists, listPair, comparisons);
    Learning learning =
        new Learning(
            patterns,
            each,
            levels(patterns),
            expected,
            priors(),
            bits(),
            teachable(),
            most(listPair));
    boolean learned = learning.learn();
    if (!learned) {
      learning.forget();
    }
    return new PairWeights(
        frame.lists().get(lists.left(listPair)),
        frame.lists().get(lists.right(listPair)),
        learning.prior(),
        learning.weights(),
        learned ? patterns.total() : 0);
  }

  private byte[][] levels(Patterns patterns) {
    byte[][] levels = new byte[patterns.size()][comparisons.size()];
    for (int p = 0; p < levels.length; p++) {
      for (int i = 0; i < levels[p].length; i++) {
        levels[p][i] = (byte) comparisons.level(patterns.patterns()[p], i);
      }
    }
    return levels;
  }

  private double[][] priors() {
    double[][] priors = new double[comparisons.size()][];
    for (int i = 0; i < priors.length; i++) {
      priors[i] = Priors.shares(plan.comparisons().get(i), comparisons.get(i).levels());
    }
    return priors;
  }

  private boolean[][] teachable() {
    boolean[][] teachable = new boolean[comparisons.size()][];
    for (int i = 0; i < teachable.length; i++) {
      teachable[i] = new boolean[comparisons.get(i).levels()];
      for (int level = 0; level < teachable[i].length; level++) {
        teachable[i][level] = comparisons.get(i).teachable(level);
      }
    }
    return teachable;
  }

  private List<List<Integer>> bits() {
    return plan.comparisons().stream().map(LinkComparison::priors).toList();
  }

  /** One to one, the shorter list says how many matches there can be; else as many as rows. */
  private double most(int listPair) {
    ListPairs lists = candidates.lists();
    double left = lists.rows(lists.left(listPair));
    double right = lists.rows(lists.right(listPair));
    if (!lists.within()) {
      return Math.min(left, right);
    }
    return Math.min((double) lists.all(listPair), (left + right) * 8);
  }
}

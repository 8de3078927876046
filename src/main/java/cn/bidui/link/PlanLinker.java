package cn.bidui.link;

import cn.bidui.link.assign.Assignment;
import cn.bidui.link.assign.Clusters;
import cn.bidui.link.assign.Persons;
import cn.bidui.link.assign.Verdict;
import cn.bidui.link.block.CandidatePairs;
import cn.bidui.link.compare.Comparisons;
import cn.bidui.link.frame.Frame;
import cn.bidui.link.frame.ListPairs;
import cn.bidui.link.weigh.LinkModel;
import cn.bidui.link.weigh.Training;
import cn.bidui.link.weigh.WeighedPairs;
import cn.bidui.link.weigh.Weigher;
import cn.bidui.plan.LinkPlan;
import cn.bidui.plan.LinkPlan.Outcome;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Links the rows of any lists by a plan: candidates by its passes, weights by a model, and of the
 * pairs that weigh enough one to one, or clusters. Needs no labels; the same rows in another order
 * give the same links.
 */
public final class PlanLinker {

  /** Pairs that hang together; more are left to people, whatever the time they would take. */
  private static final int LARGEST = 100_000;

  /** So many pairs are kept at least, in 16 bytes each. */
  private static final int FEWEST = 1 << 22;

  private static final int MANY = 1 << 25;
  private static final int PAIRS_A_ROW = 6;

  private final Frame frame;
  private final LinkPlan plan;
  private final CandidatePairs candidates;
  private final int threshold;

  private PlanLinker(Frame frame, LinkPlan plan) {
    this.frame = frame;
    this.plan = plan;
    this.candidates = CandidatePairs.of(frame, plan);
    this.threshold = (int) plan.numbers().threshold().value();
  }

  /**
   * The links of a frame whose columns are those of the plan.
   *
   * @param model trained before; null for one that is trained on these rows
   * @throws IllegalArgumentException if the model is of other lists or other comparisons
   */
  public static PlanLinks link(Frame frame, LinkPlan plan, @Nullable LinkModel model) {
    return new PlanLinker(frame, plan).link(model);
  }

  private PlanLinks link(@Nullable LinkModel given) {
    Comparisons comparisons = Comparisons.of(frame, plan);
    LinkModel model = given == null ? Training.train(frame, plan, candidates, comparisons) : given;
    Weigher weigher = Weigher.of(frame, candidates.lists(), comparisons, model);
    int least = (int) Math.min(plan.numbers().review().value(), threshold);
    WeighedPairs pairs = WeighedPairs.of(candidates, comparisons, weigher, least, most());
    Verdict[] verdicts =
        plan.outcome() == Outcome.CLUSTER ? clusters(pairs, weigher, comparisons) : oneToOne(pairs);
    return links(pairs, verdicts, model);
  }

  /** Whoever has more pairs than these to choose from has keys that say nothing. */
  private int most() {
    return Math.max(FEWEST, (int) Math.min(PAIRS_A_ROW * (long) frame.size(), MANY));
  }

  /** Below the threshold, nothing is decided by a machine. */
  private Verdict[] byThreshold(WeighedPairs pairs) {
    return IntStream.of(pairs.weight())
        .mapToObj(weight -> weight >= threshold ? Verdict.ACCEPTED : Verdict.TIED)
        .toArray(Verdict[]::new);
  }

  private Verdict[] clusters(WeighedPairs pairs, Weigher weigher, Comparisons comparisons) {
    ListPairs lists = candidates.lists();
    return Gathering.of(
        pairs.left(),
        pairs.right(),
        pairs.weight(),
        frame.size(),
        threshold,
        (left, right) ->
            weigher.weight(
                lists.number(frame.list(left), frame.list(right)), comparisons, left, right));
  }

  /** List by list the best assignment of all that reach the threshold, then nobody twice. */
  private Verdict[] oneToOne(WeighedPairs pairs) {
    Verdict[] verdicts = byThreshold(pairs);
    ListPairs lists = candidates.lists();
    int[] listPair =
        IntStream.range(0, verdicts.length)
            .map(i -> lists.number(frame.list(pairs.left()[i]), frame.list(pairs.right()[i])))
            .toArray();
    for (int wanted = 0; wanted < lists.size(); wanted++) {
      int number = wanted;
      assign(
          pairs,
          IntStream.range(0, verdicts.length)
              .filter(i -> listPair[i] == number && pairs.weight()[i] >= threshold)
              .toArray(),
          verdicts);
    }
    if (frame.lists().size() > 2) {
      persons(pairs, verdicts);
    }
    return verdicts;
  }

  /** What fits list by list may still give somebody two rows of one list by way of a third. */
  private void persons(WeighedPairs pairs, Verdict[] verdicts) {
    int[] accepted =
        IntStream.range(0, verdicts.length)
            .filter(i -> verdicts[i] == Verdict.ACCEPTED && pairs.weight()[i] >= threshold)
            .toArray();
    Persons persons =
        Persons.of(
            of(accepted, pairs.left(), 0),
            of(accepted, pairs.right(), 0),
            of(accepted, pairs.weight(), 0),
            frame.size(),
            frame::list,
            -1L);
    for (int i = 0; i < accepted.length; i++) {
      Verdict verdict = persons.verdict(i);
      verdicts[accepted[i]] = verdict == Verdict.REFUSED ? Verdict.TIED : verdict;
    }
  }

  private void assign(WeighedPairs pairs, int[] chosen, Verdict[] verdicts) {
    Assignment assignment =
        Assignment.of(
            of(chosen, pairs.left(), 0),
            of(chosen, pairs.right(), 0),
            of(chosen, pairs.weight(), 1 - threshold),
            LARGEST);
    for (int i = 0; i < chosen.length; i++) {
      verdicts[chosen[i]] = assignment.verdict(i);
    }
  }

  private static int[] of(int[] chosen, int[] all, int more) {
    return IntStream.of(chosen).map(i -> all[i] + more).toArray();
  }

  private PlanLinks links(WeighedPairs pairs, Verdict[] verdicts, LinkModel model) {
    Clusters clusters = new Clusters(frame.size());
    for (int i = 0; i < verdicts.length; i++) {
      if (verdicts[i] == Verdict.ACCEPTED) {
        clusters.unite(pairs.left()[i], pairs.right()[i]);
      }
    }
    int[] cluster = IntStream.range(0, frame.size()).map(clusters::of).toArray();
    return new PlanLinks(
        chosen(pairs, i -> verdicts[i] == Verdict.ACCEPTED && pairs.weight()[i] >= threshold),
        chosen(pairs, i -> open(pairs, i, verdicts[i], cluster)),
        cluster,
        model,
        pairs.compared(),
        candidates.oversized(),
        pairs.leftOut(),
        pairs.floor());
  }

  /** Left to a person, unless other pairs have made the two one already. */
  private static boolean open(WeighedPairs pairs, int i, Verdict verdict, int[] cluster) {
    return (verdict == Verdict.TIED || verdict == Verdict.TOO_LARGE)
        && cluster[pairs.left()[i]] != cluster[pairs.right()[i]];
  }

  private static PairList chosen(WeighedPairs pairs, IntPredicate wanted) {
    int[] chosen = IntStream.range(0, pairs.left().length).filter(wanted).toArray();
    return new PairList(
        of(chosen, pairs.left(), 0),
        of(chosen, pairs.right(), 0),
        of(chosen, pairs.weight(), 0),
        of(chosen, pairs.pass(), 0));
  }
}

package cn.bidui.link;

import cn.bidui.link.block.CandidatePairs;
import cn.bidui.link.compare.Comparison;
import cn.bidui.link.compare.Comparisons;
import cn.bidui.link.frame.Frame;
import cn.bidui.link.weigh.LinkModel;
import cn.bidui.link.weigh.LinkModel.PairWeights;
import cn.bidui.link.weigh.Training;
import cn.bidui.normalize.RecordTable;
import cn.bidui.plan.LinkPlan;
import cn.bidui.plan.LinkPlan.KeyPart;
import cn.bidui.plan.LinkPlan.LinkPass;
import cn.bidui.source.Field;
import cn.bidui.source.ListKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Makes a model of the lists of a night (训练): what agreement and difference say between each two of
 * them. Nobody has to say who is who; the same lists give the same model.
 */
public final class PersonTraining {

  private static final Set<String> FIELDS =
      Columns.FIELDS.stream().map(Field::code).collect(Collectors.toSet());

  private PersonTraining() {}

  /**
   * The model of {@code tables}. Between lists that teach nothing, and lists that are not there,
   * the weights of the plan stand.
   *
   * @param plan its passes say which pairs teach
   * @throws IllegalArgumentException if the tables do not share one dictionary
   */
  public static LinkModel train(Map<ListKind, RecordTable> tables, LinkPlan plan) {
    Columns columns = Columns.of(tables);
    LinkPlan over = PersonPlan.over(columns.kinds, known(plan));
    Frame frame = columns.frame();
    Map<String, Comparison> comparisons = comparisons(columns);
    LinkModel learned =
        Training.train(
            frame,
            over,
            CandidatePairs.of(frame, over),
            Comparisons.of(frame, over, wanted -> comparisons.get(wanted.name())));
    LinkModel shipped = LinkLimits.of(plan).weights();
    List<PairWeights> pairs = new ArrayList<>(shipped.pairs());
    learned.pairs().stream().filter(pair -> pair.trainedOn() > 0).forEach(pairs::add);
    return new LinkModel(plan.name(), shipped.comparisons(), pairs);
  }

  private static Map<String, Comparison> comparisons(Columns columns) {
    PersonComparisons persons = new PersonComparisons(columns, new Family(columns));
    Map<String, Comparison> comparisons = new HashMap<>();
    for (Respect respect : Respect.values()) {
      comparisons.put(respect.code(), persons.of(respect));
    }
    return comparisons;
  }

  /** Without passes by what the night does not read. */
  private static LinkPlan known(LinkPlan plan) {
    List<LinkPass> passes =
        plan.passes().stream()
            .filter(pass -> pass.parts().stream().map(KeyPart::field).allMatch(FIELDS::contains))
            .toList();
    return new LinkPlan(
        plan.name(),
        plan.title(),
        plan.outcome(),
        plan.lists(),
        plan.fields(),
        passes,
        plan.comparisons(),
        plan.numbers());
  }

  /** What {@code model} says between the lists that {@code other} names, pair by pair. */
  public static LinkModel between(LinkModel model, LinkModel other) {
    List<PairWeights> pairs = new ArrayList<>();
    for (PairWeights pair : other.pairs()) {
      PairWeights said = PersonWeights.of(model, pair.left(), pair.right());
      pairs.add(
          new PairWeights(
              pair.left(), pair.right(), said.prior(), said.weights(), said.trainedOn()));
    }
    return new LinkModel(model.plan(), model.comparisons(), pairs);
  }

  /** The message key of a level of a comparison, both by their number in a model of persons. */
  public static String levelKey(int comparison, int level) {
    return Respect.values()[comparison].key(level);
  }
}

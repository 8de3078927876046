package cn.bidui.batch;

import cn.bidui.link.LinkLimits;
import cn.bidui.link.LinkResult;
import cn.bidui.link.Linker;
import cn.bidui.link.PersonTraining;
import cn.bidui.link.weigh.LinkModel;
import cn.bidui.link.weigh.LinkModel.PairWeights;
import cn.bidui.normalize.RecordTable;
import cn.bidui.source.ListKind;
import java.util.List;
import java.util.Map;

/**
 * A model that was made of the lists of a night, beside the one in use.
 *
 * @param old the model in use, between the same lists
 * @param before who is who by the model in use
 * @param after who is who by the new one
 */
public record Trained(
    LinkModel old,
    LinkModel made,
    LinkResult before,
    LinkResult after,
    Map<ListKind, RecordTable> tables) {

  static Trained of(NightWork work, NightOrder order, OpenRecord record, LinkLimits limits) {
    LinkModel made = PersonTraining.train(work.tables, order.linkPlan());
    return new Trained(
        PersonTraining.between(limits.weights(), learned(made)),
        made,
        link(work, record, limits),
        link(work, record, limits.weighingBy(made)),
        work.tables);
  }

  private static LinkResult link(NightWork work, OpenRecord record, LinkLimits limits) {
    return new Linker(limits).link(work.tables, record.state().pins(), record.key().handles());
  }

  /** Of the new model, the pairs of lists between which there was something to learn. */
  public LinkModel learned() {
    return learned(made);
  }

  private static LinkModel learned(LinkModel made) {
    List<PairWeights> pairs = made.pairs().stream().filter(pair -> pair.trainedOn() > 0).toList();
    return new LinkModel(made.plan(), made.comparisons(), pairs);
  }
}

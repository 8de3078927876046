package cn.bidui.link;

import cn.bidui.normalize.RecordTable;
import cn.bidui.source.ListKind;
import java.util.List;
import java.util.Map;

/**
 * Finds out who is who in the lists of a night (比对). Tiers are gone through from the strongest to
 * the weakest; in each, all candidates are seen before one is accepted, and what is not one to one
 * is left to people. The order in which rows arrive changes nothing.
 */
public final class Linker {

  private final LinkLimits limits;

  /** With the numbers of the job. */
  public Linker(LinkLimits limits) {
    this.limits = limits;
  }

  /**
   * Links the rows of {@code tables}.
   *
   * @param tables the effective rows of each list; all share one dictionary
   * @param pins people's rulings in the order in which they were made; they win over everything
   * @param hash the hash by which {@code pins} name rows
   * @throws IllegalArgumentException if the tables do not share one dictionary
   */
  public LinkResult link(
      Map<ListKind, RecordTable> tables, List<PinnedLink> pins, HandleHash hash) {
    Matching matching = new Matching(Columns.of(tables), limits);
    new Pins(matching, hash).apply(pins);
    new IdMatches(matching).find();
    new NumberMatches(matching).find();
    new RepairMatches(matching).find();
    new ResidueMatches(matching).find();
    return new Links(matching);
  }
}

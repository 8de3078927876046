package cn.bidui.link;

import cn.bidui.link.frame.Frame;
import cn.bidui.normalize.RecordTable;
import cn.bidui.plan.LinkPlan;
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
    return link(Columns.of(tables), pins, hash);
  }

  Links link(Columns columns, List<PinnedLink> pins, HandleHash hash) {
    return link(new Matching(columns, limits), pins, hash);
  }

  /** Links the rows of {@code matching}, about which nothing is decided yet. */
  static Links link(Matching matching, List<PinnedLink> pins, HandleHash hash) {
    new Pins(matching, hash).apply(pins);
    find(matching);
    return new Links(matching);
  }

  /**
   * Links the rows of any lists of persons, numbered as in {@code frame}.
   *
   * @param frame columns in the order of the fields of {@code plan}, whose names are those of
   *     {@link cn.bidui.source.Field#code()}; names, former names and the texts of ids that are not
   *     valid share one dictionary, and a student number with a valid id in it may do without a
   *     code; it is taken over, and serves nobody else afterwards
   */
  public PersonLinks link(Frame frame, LinkPlan plan) {
    Matching matching = new Matching(Columns.of(frame, plan), limits);
    find(matching);
    return Links.ofFrame(matching);
  }

  private static void find(Matching matching) {
    new IdMatches(matching).find();
    new NumberMatches(matching).find();
    new RepairMatches(matching).find();
    new ResidueMatches(matching).find();
  }
}

package cn.bidui.link;

import cn.bidui.link.block.Oversized;
import java.util.List;

/**
 * Who is who among the rows of a frame of persons, as contract and ladder decide: for each row its
 * person, the decision about it, and the evidence that this rests on.
 */
public final class PersonLinks {

  /** Asked once a row, and {@code values} makes them anew each time. */
  private static final Tier[] TIERS = Tier.values();

  private final Links links;
  private final PairList linked;
  private final PairList undecided;
  private final List<String> reasons;
  private final List<Oversized> oversized;
  private final int nameless;

  /**
   * Of pairs that carry the position of their {@link Tier} where those of other plans have a pass.
   */
  PersonLinks(
      Links links,
      PairList linked,
      PairList undecided,
      List<String> reasons,
      List<Oversized> oversized,
      int nameless) {
    this.links = links;
    this.linked = linked;
    this.undecided = undecided;
    this.reasons = List.copyOf(reasons);
    this.oversized = List.copyOf(oversized);
    this.nameless = nameless;
  }

  /** Each row that is not the first of its person, with that first row. */
  public PairList links() {
    return linked;
  }

  /** Pairs for a person to decide. */
  public PairList undecided() {
    return undecided;
  }

  /** Why pair {@code i} of {@link #undecided} is left to a person: a key of the link catalog. */
  public String reason(int i) {
    return reasons.get(i);
  }

  /** The evidence that a pair of either list rests on. */
  public static Tier tier(PairList pairs, int i) {
    return TIERS[pairs.pass(i)];
  }

  /** How many persons, as far as is decided. */
  public int persons() {
    return links.persons();
  }

  /** The person of {@code row}; persons are numbered from 0 in the order of their first rows. */
  public int person(int row) {
    return links.person(row);
  }

  /** The decision about a row. */
  public Decision decision(int row) {
    return links.decision(row);
  }

  /** The best tier that the row was linked or left undecided by. */
  public Tier tier(int row) {
    return links.tier(row);
  }

  /** Weight of that evidence in hundredths of a bit. */
  public int weight(int row) {
    return links.weight(row);
  }

  /** Blocks that were too large to be compared, by what they had in common. */
  public List<Oversized> oversized() {
    return oversized;
  }

  /** How many rows name nobody, and therefore take no part. */
  public int nameless() {
    return nameless;
  }
}

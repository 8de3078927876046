package cn.bidui.link;

import cn.bidui.plan.Limit;

/**
 * From which weight on a pair is spoken of as likely or as possible. The lines only put a weight
 * into words and pairs into order: what is linked, the tiers decide.
 *
 * @param accept at or above it: likely one person
 * @param review below it: hardly one person
 */
public record LinkLines(Limit accept, Limit review) {

  /** Those of a run. */
  public static LinkLines of(LinkLimits limits) {
    return new LinkLines(limits.threshold(), limits.review());
  }

  /** The lines that hold where a job names none. */
  public static LinkLines defaults() {
    return of(LinkLimits.defaults());
  }
}

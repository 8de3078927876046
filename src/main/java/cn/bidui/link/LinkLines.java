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

  private static final String UNIT = "hundredths of a bit";
  private static final String OWN = "own judgment";

  /** The lines that hold where a job names none. */
  public static LinkLines defaults() {
    return new LinkLines(
        new Limit(4000, UNIT, "a name and a birth date that agree, and half an id besides", OWN),
        new Limit(2000, UNIT, "in a million people, one pair in two by chance", OWN));
  }
}

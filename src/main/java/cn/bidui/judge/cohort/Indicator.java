package cn.bidui.judge.cohort;

import cn.bidui.judge.score.Place;
import cn.bidui.source.ListKind;
import java.util.List;

/**
 * A rate that the county is measured by (指标): 巩固率, 毛入园率, disabled children's enrolment … Its title,
 * formula and caveat stand in the {@code rule} catalog under {@code rule.indicator.<code>}.
 *
 * @param right the numerator
 * @param of the denominator
 * @param target percent times 100 that the policy documents ask for; {@link #NO_TARGET} where they
 *     ask for none
 * @param needs the lists that are missing; then it is not compared
 */
public record Indicator(
    String code,
    Place place,
    boolean compared,
    long right,
    long of,
    int target,
    List<ListKind> needs) {

  /** The policy documents ask for no rate. */
  public static final int NO_TARGET = -1;

  public Indicator {
    needs = List.copyOf(needs);
  }
}

package cn.bidui.judge.score;

import cn.bidui.source.ListKind;
import java.util.List;

/**
 * How near one goal is at one place. "Nothing compared" is told apart from "no error".
 *
 * @param compared false where a list is missing; then both numbers are 0 and say nothing
 * @param right how many are without error (分子)
 * @param of how many were compared (分母); may be 0 at a place that has nothing to compare
 * @param needs the lists that are missing
 */
public record Score(
    Goal goal, Place place, boolean compared, long right, long of, List<ListKind> needs) {

  public Score {
    needs = List.copyOf(needs);
  }

  /** What is not compared, for want of {@code needs}. */
  public static Score notCompared(Goal goal, Place place, List<ListKind> needs) {
    return new Score(goal, place, false, 0, 0, needs);
  }

  public long wrong() {
    return of - right;
  }
}

package cn.bidui.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * How good links are at one threshold.
 *
 * @param threshold the least weight that is taken, in bits
 */
record Quality(double precision, double recall, double threshold) {

  /** One link that a program proposes. */
  record Scored(boolean right, double weight) {}

  /**
   * At the threshold with the best F1: chosen by the truth, so it favors nobody and flatters all.
   *
   * @param wanted how many right links there are in the data
   */
  static Quality best(List<Scored> links, int wanted) {
    List<Scored> heaviestFirst = new ArrayList<>(links);
    heaviestFirst.sort(Comparator.comparingDouble(Scored::weight).reversed());
    Quality best = new Quality(0, 0, 0);
    int right = 0;
    for (int taken = 1; taken <= links.size(); taken++) {
      Scored last = heaviestFirst.get(taken - 1);
      right += last.right() ? 1 : 0;
      boolean together = taken < links.size() && heaviestFirst.get(taken).weight() == last.weight();
      Quality here = new Quality((double) right / taken, (double) right / wanted, last.weight());
      if (!together && here.f1() > best.f1()) {
        best = here;
      }
    }
    return best;
  }

  /** The harmonic mean of precision and recall. */
  double f1() {
    return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
  }

  /** {@code 0.9988 (P 0.9997, R 0.9979)}. */
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%.4f (P %.4f, R %.4f)", f1(), precision, recall);
  }
}

package cn.bidui.link.weigh;

/**
 * How far down pairs can be kept if there may be no more than so many of them: weights are counted
 * by the bit, and whole bits are left out. What some pairs say is never below what all of them say,
 * so a thread may leave out on its own what would be left out in the end.
 */
final class Heaviest {

  private static final int BIT = 100;
  private static final int STEPS = 256;

  private final int least;
  private final int most;
  private final long[] counts = new long[STEPS];

  /**
   * @param least in hundredths of a bit; lighter pairs are not kept anyway
   */
  Heaviest(int least, int most) {
    this.least = least;
    this.most = most;
  }

  int least() {
    return least;
  }

  int most() {
    return most;
  }

  /** One more pair. */
  void see(long weight) {
    if (weight >= least) {
      counts[(int) Math.min((weight - least) / BIT, STEPS - 1)]++;
    }
  }

  /** What another has seen. */
  void add(Heaviest other) {
    for (int step = 0; step < STEPS; step++) {
      counts[step] += other.counts[step];
    }
  }

  /** How many pairs were seen. */
  long seen() {
    long seen = 0;
    for (long count : counts) {
      seen += count;
    }
    return seen;
  }

  /** The lowest weight, by whole bits, from which no more than may be kept were seen. */
  int floor() {
    long kept = 0;
    int step = STEPS;
    while (step > 0 && kept + counts[step - 1] <= most) {
      kept += counts[--step];
    }
    return least + step * BIT;
  }
}

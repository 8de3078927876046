package cn.bidui.link;

import java.util.BitSet;

/**
 * What those ask for who look for their like: names, and keys by a bit of their sums. Nearly all
 * keys of nearly all rows are left out by that, before anything else is reckoned. First all keys
 * are made and noted, then only those that were noted, and a few more.
 */
final class Sought {

  private static final int BITS = 1 << 20;
  private static final int SPARE = 44;

  /** Lets all keys be made, and notes none. */
  static final Sought EVERYTHING = new Sought(false);

  private final BitSet names = new BitSet();
  private final long[] bits = new long[BITS / Long.SIZE];
  private boolean noting;
  private boolean open = true;

  private Sought(boolean noting) {
    this.noting = noting;
  }

  /** Nothing is sought yet; what is made from now on is. */
  static Sought noting() {
    return new Sought(true);
  }

  /** All is known that is sought: nothing else is let through any more. */
  void close() {
    noting = false;
    open = false;
  }

  /** Whether to make the keys of a name. */
  boolean name(int code) {
    if (noting) {
      names.set(code);
    }
    return open || names.get(code);
  }

  /** Whether to make the key of a {@link Keys#sum}. */
  boolean key(long sum) {
    int bit = (int) (sum >>> SPARE);
    if (noting) {
      bits[bit >> 6] |= 1L << bit;
    }
    return open || (bits[bit >> 6] & (1L << bit)) != 0;
  }
}

package cn.bidui.link;

import java.util.BitSet;

/**
 * What those ask for who look for their like: names, and keys by a bit of their sums. Nearly all
 * keys of nearly all rows are left out by that, before anything else is reckoned. First all keys
 * are made and noted, then only those that were noted, and a few more.
 */
final class Sought {

  /**
   * At most, for each who looks: a power of two is taken. With half as many, more is let through in
   * vain; with twice as many, the bits lie too far from the processor: either takes longer, with
   * one million pupils and with five.
   */
  private static final int BITS_EACH = 64;

  private static final int FEWEST_BITS = 1 << 16;
  private static final int MOST_BITS = 1 << 26;

  /** Lets all keys be made, and notes none. */
  static final Sought EVERYTHING = new Sought(false, 0);

  private final BitSet names = new BitSet();
  private final long[] bits;

  /** How many bits of a sum do not tell its place. */
  private final int spare;

  private boolean noting;
  private boolean open = true;

  private Sought(boolean noting, int seekers) {
    this.noting = noting;
    long wanted = Math.min(MOST_BITS, Math.max(FEWEST_BITS, (long) seekers * BITS_EACH));
    int size = (int) Long.highestOneBit(wanted);
    bits = new long[size / Long.SIZE];
    spare = Long.SIZE - Integer.numberOfTrailingZeros(size);
  }

  /** Nothing is sought yet; what is made from now on, by so many who look, is. */
  static Sought noting(int seekers) {
    return new Sought(true, seekers);
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
    int bit = (int) (sum >>> spare);
    if (noting) {
      bits[bit >> 6] |= 1L << bit;
    }
    return open || (bits[bit >> 6] & (1L << bit)) != 0;
  }
}

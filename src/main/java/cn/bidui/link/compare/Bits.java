package cn.bidui.link.compare;

/** Choices without a branch. */
final class Bits {

  private Bits() {}

  /** All bits where the number is not 0, else none. */
  static long any(long number) {
    return (number | -number) >> (Long.SIZE - 1);
  }

  /** The first where the mask has no bits, the second where it has all. */
  static long choose(long none, long all, long mask) {
    return none ^ ((none ^ all) & mask);
  }

  /** Takes the lowest bit away. */
  static long less(long bits) {
    return bits & (bits - 1);
  }
}

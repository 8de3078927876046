package cn.bidui.link;

/** Numbers that several values give together; different values hardly ever give the same. */
final class Keys {

  private Keys() {}

  /** Spreads the bits of a number (the finalizer of MurmurHash3). */
  static long mix(long number) {
    long mixed = number;
    mixed = (mixed ^ (mixed >>> 33)) * 0xFF51AFD7ED558CCDL;
    mixed = (mixed ^ (mixed >>> 33)) * 0xC4CEB9FE1A85EC53L;
    return mixed ^ (mixed >>> 33);
  }

  /**
   * Of two values and what they are.
   *
   * @return 0 if either value is 0, which stands for nothing
   */
  static long of(int what, long one, long other) {
    return one == 0 || other == 0 ? 0 : ofSum(sum(what, one, other));
  }

  /** The values in one number whose bits are not spread yet. */
  static long sum(int what, long one, long other) {
    return one * 0x9E3779B97F4A7C15L + other * 0xC2B2AE3D27D4EB4FL + what * 0x165667B19E3779F9L;
  }

  /** What {@link #of} gives for two values that are not 0, by their {@link #sum}. */
  static long ofSum(long sum) {
    long key = mix(sum);
    return key == 0 ? 1 : key;
  }
}

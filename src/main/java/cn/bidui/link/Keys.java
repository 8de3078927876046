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
    if (one == 0 || other == 0) {
      return 0;
    }
    long key =
        mix(one * 0x9E3779B97F4A7C15L + other * 0xC2B2AE3D27D4EB4FL + what * 0x165667B19E3779F9L);
    return key == 0 ? 1 : key;
  }
}

package cn.bidui.link.weigh;

/** Ratios as hundredths of a bit: {@link StrictMath}, so the same on every machine. */
final class Bits {

  private static final double HUNDREDTHS = 100 / StrictMath.log(2);

  private Bits() {}

  /** 100 times log2, rounded. */
  static int hundredths(double ratio) {
    return (int) StrictMath.round(StrictMath.log(ratio) * HUNDREDTHS);
  }

  /** The other way round. */
  static double ratio(int hundredths) {
    return StrictMath.exp(hundredths / HUNDREDTHS);
  }
}

package cn.bidui.report.period;

import java.math.BigInteger;

/**
 * A share that is compared exactly.
 *
 * @param of more than 0
 */
record Fraction(long part, long of) implements Comparable<Fraction> {

  @Override
  public int compareTo(Fraction other) {
    BigInteger own = BigInteger.valueOf(part).multiply(BigInteger.valueOf(other.of));
    return own.compareTo(BigInteger.valueOf(other.part).multiply(BigInteger.valueOf(of)));
  }
}

package cn.bidui.report.city;

import java.math.BigDecimal;

/**
 * Eligible students who are not funded (应助未助).
 *
 * @param people how many
 * @param toCheck how many of them are to be checked first (待核)
 * @param yuan what is due to all of them
 * @param yuanToCheck what is due to those to be checked
 */
record Due(long people, long toCheck, BigDecimal yuan, BigDecimal yuanToCheck) {

  static final BigDecimal NO_MONEY = new BigDecimal("0.00");

  /** Nobody. */
  static final Due NONE = new Due(0, 0, NO_MONEY, NO_MONEY);

  Due plus(Due other) {
    return new Due(
        people + other.people,
        toCheck + other.toCheck,
        yuan.add(other.yuan),
        yuanToCheck.add(other.yuanToCheck));
  }
}

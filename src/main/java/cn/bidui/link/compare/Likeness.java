package cn.bidui.link.compare;

/**
 * How two different texts compare: the level, behind {@link Comparison#SAME}. Both ways round
 * alike.
 */
@FunctionalInterface
interface Likeness {
  int level(String left, String right);
}

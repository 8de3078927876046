package cn.bidui.link.block;

/** What candidate pairs are told to. */
@FunctionalInterface
public interface PairReader {

  /** Some pairs, which are to be read before the next ones are told. */
  void read(BlockPairs pairs);
}

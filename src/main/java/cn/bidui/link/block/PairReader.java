package cn.bidui.link.block;

/** What candidate pairs are told to. */
@FunctionalInterface
public interface PairReader {

  /**
   * A row and its candidates from {@code rights[from]} to before {@code rights[to]}, all of one
   * list and all behind it.
   *
   * @param listPair as {@link cn.bidui.link.frame.ListPairs} numbers them
   * @param pass the position in the plan of the pass that found them
   * @param rights belongs to the caller, who fills it again afterwards
   */
  void read(int listPair, int pass, int left, int[] rights, int from, int to);
}

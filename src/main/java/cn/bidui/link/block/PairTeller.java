package cn.bidui.link.block;

import cn.bidui.link.frame.Frame;
import cn.bidui.link.frame.ListPairs;

/** Tells the pairs of blocks of one pass, but for those that an earlier pass has told. */
final class PairTeller {

  private final Frame frame;
  private final ListPairs lists;
  private final Blocks blocks;
  private final BlockPairs pairs;

  PairTeller(Frame frame, ListPairs lists, Blocks blocks, BlockPairs pairs) {
    this.frame = frame;
    this.lists = lists;
    this.blocks = blocks;
    this.pairs = pairs;
  }

  void tell(int block, PairReader reader) {
    int[] rows = blocks.rows();
    int to = blocks.start(block + 1);
    int from = blocks.start(block);
    while (from < to) {
      int end = blocks.endOfList(rows, from, to);
      tell(block, from, end, reader);
      from = end;
    }
  }

  /** The rows of one list of the block, with those behind each. */
  private void tell(int block, int from, int end, PairReader reader) {
    int[] rows = blocks.rows();
    int to = blocks.start(block + 1);
    int list = frame.list(rows[from]);
    if (lists.within()) {
      for (int i = from; i + 1 < end; i++) {
        reader.read(pairs.of(block, lists.number(list, list), i, i + 1, i + 1, end));
      }
    }
    for (int other = end; other < to; ) {
      int otherEnd = blocks.endOfList(rows, other, to);
      int listPair = lists.number(list, frame.list(rows[other]));
      reader.read(pairs.of(block, listPair, from, end, other, otherEnd));
      other = otherEnd;
    }
  }
}

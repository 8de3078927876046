package cn.bidui.link.block;

import cn.bidui.link.frame.Frame;
import cn.bidui.link.frame.ListPairs;

/** Tells the pairs of blocks of one pass, but for those that an earlier pass has told. */
final class PairTeller {

  private final Frame frame;
  private final ListPairs lists;
  private final Pass[] passes;
  private final int pass;
  private final Blocks blocks;
  private int[] kept = new int[64];

  PairTeller(Frame frame, ListPairs lists, Pass[] passes, int pass, Blocks blocks) {
    this.frame = frame;
    this.lists = lists;
    this.passes = passes;
    this.pass = pass;
    this.blocks = blocks;
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
        tell(block, lists.number(list, list), i, i + 1, end, reader);
      }
    }
    for (int other = end; other < to; ) {
      int otherEnd = blocks.endOfList(rows, other, to);
      int listPair = lists.number(list, frame.list(rows[other]));
      for (int i = from; i < end; i++) {
        tell(block, listPair, i, other, otherEnd, reader);
      }
      other = otherEnd;
    }
  }

  private void tell(int block, int listPair, int i, int from, int to, PairReader reader) {
    int[] rows = blocks.rows();
    if (pass == 0 && passes[0].single()) {
      reader.read(listPair, pass, rows[i], rows, from, to);
      return;
    }
    int count = keep(blocks.key(block), rows[i], from, to);
    if (count > 0) {
      reader.read(listPair, pass, rows[i], kept, 0, count);
    }
  }

  private int keep(long key, int left, int from, int to) {
    int[] rows = blocks.rows();
    if (kept.length < to - from) {
      kept = new int[Math.max(kept.length * 2, to - from)];
    }
    int count = 0;
    for (int j = from; j < to; j++) {
      kept[count] = rows[j];
      count += first(key, left, rows[j]) ? 1 : 0;
    }
    return count;
  }

  private boolean first(long key, int left, int right) {
    for (int earlier = 0; earlier < pass; earlier++) {
      if (passes[earlier].finds(left, right)) {
        return false;
      }
    }
    return passes[pass].single() || passes[pass].owner(left, right) == key;
  }
}

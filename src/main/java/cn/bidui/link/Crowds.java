package cn.bidui.link;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which blocks are not compared: those of too many rows, and those in which so many look for
 * somebody that the pairs would take too long, one block alone or all of one pass. Found in one go
 * through the keys, however many rows share one.
 */
final class Crowds {

  /** So many pairs for each row of all lists, a pass finds at most: they are only looked at. */
  private static final long PAIRS_A_ROW = 50;

  /** Of one name, birth date and sex, each pair is a candidate that is kept. */
  private static final long EXACT_A_ROW = 8;

  /** Few lists may have as many pairs as so many of the largest blocks. */
  private static final long FEWEST_BLOCKS = 10;

  /** So many rows look at once: what they see is kept until it is counted. */
  private static final int AT_ONCE = 1 << 14;

  private static final Pass[] PASSES = Pass.values();

  private final Matching matching;
  private final Blocks blocks;

  /** By the first entry of a block: how often it is looked into. */
  private final int[] looks;

  /** By the first entry of a block: the pass that it belongs to. */
  private final byte[] passOf;

  /** By pass, how many pairs a block may have. */
  private final long[] most = new long[PASSES.length];

  private final LongBag keys = new LongBag();

  /** Tells the keys by which a row looks for its like. */
  @FunctionalInterface
  interface Seeking {
    void each(int row, PassKeys.Taker taker);
  }

  private Crowds(Matching matching, Blocks blocks) {
    this.matching = matching;
    this.blocks = blocks;
    looks = new int[blocks.size()];
    passOf = new byte[blocks.size()];
  }

  /** The crowds among {@code blocks}, into which {@code seekers} look. */
  static Crowds of(Matching matching, Blocks blocks, int[] seekers, Seeking seeking) {
    Crowds crowds = new Crowds(matching, blocks);
    for (int from = 0; from < seekers.length; from += AT_ONCE) {
      crowds.look(
          Arrays.copyOfRange(seekers, from, Math.min(seekers.length, from + AT_ONCE)), seeking);
    }
    crowds.findMost();
    crowds.findKeys();
    return crowds;
  }

  /** The blocks are found by several threads; how often each was is counted by one. */
  private void look(int[] seekers, Seeking seeking) {
    RowPairs found =
        Parts.find(
            seekers.length,
            Parts.FEW,
            (from, to, looked) -> {
              PassKeys.Taker taker = (pass, key) -> look(pass, key, looked);
              for (int i = from; i < to; i++) {
                seeking.each(seekers[i], taker);
              }
            });
    for (int i = 0; i < found.size(); i++) {
      looks[found.row(i)]++;
      passOf[found.row(i)] = (byte) found.key(i);
    }
  }

  private void look(Pass pass, long key, RowPairs looked) {
    int first = blocks.first(key);
    if (first >= 0) {
      looked.add(pass.ordinal(), first);
    }
  }

  /** Halves what a block of a pass may have until what is left is no more than can be compared. */
  private void findMost() {
    long[][] sums = sums();
    for (int pass = 0; pass < most.length; pass++) {
      long all = pairs(PASSES[pass]);
      int halvings = 0;
      while (halvings < Long.SIZE - 1 && sums[pass][halvings] > all) {
        halvings++;
      }
      most[pass] = blockPairs() >> halvings;
    }
  }

  /** How many pairs a pass may find. */
  private long pairs(Pass pass) {
    long rows = matching.columns.size();
    return pass == Pass.NAME_BIRTH_SEX
        ? Math.max(blockPairs(), EXACT_A_ROW * rows)
        : Math.max(FEWEST_BLOCKS * blockPairs(), PAIRS_A_ROW * rows);
  }

  /** By pass and number of halvings: the pairs of all blocks that have no more than is left. */
  private long[][] sums() {
    long[][] sums = new long[most.length][Long.SIZE];
    Parts.each(
        looks.length,
        (from, to) -> {
          long[][] part = sums(from, to);
          synchronized (sums) {
            for (int pass = 0; pass < sums.length; pass++) {
              for (int i = 0; i < Long.SIZE; i++) {
                sums[pass][i] += part[pass][i];
              }
            }
          }
        });
    return sums;
  }

  private long[][] sums(int from, int to) {
    long[][] sums = new long[most.length][Long.SIZE];
    for (int entry = from; entry < to; entry++) {
      int rows = looks[entry] == 0 ? 0 : rows(entry);
      if (rows > 0 && rows <= blockRows()) {
        long pairs = (long) rows * looks[entry];
        for (int i = 0; i < Long.SIZE && pairs <= blockPairs() >> i; i++) {
          sums[passOf[entry]][i] += pairs;
        }
      }
    }
    return sums;
  }

  private void findKeys() {
    RowPairs crowded =
        Parts.find(
            looks.length,
            (from, to, found) -> {
              for (int entry = from; entry < to; entry++) {
                if (looks[entry] != 0 && crowded(entry)) {
                  found.add(blocks.key(entry), entry);
                }
              }
            });
    for (long key : crowded.keys()) {
      keys.add(key);
    }
  }

  private boolean crowded(int first) {
    int rows = rows(first);
    return rows > blockRows() || (long) rows * looks[first] > most[passOf[first]];
  }

  private int rows(int first) {
    return blocks.count(first, Integer.MAX_VALUE);
  }

  private long blockRows() {
    return matching.limits.blockRows().value();
  }

  private long blockPairs() {
    return matching.limits.blockPairs().value();
  }

  /** Whether the block of a key is not compared. */
  boolean has(long key) {
    return keys.has(key);
  }

  /** Names all of them; blocks that hold the same rows are one for whoever looks into them. */
  void report() {
    Map<List<Integer>, Pass> large = new TreeMap<>(Comparator.comparing(List::toString));
    for (long key : keys.sorted()) {
      int[] rows = blocks.rows(key);
      List<Integer> shape = List.of(rows[0], rows[rows.length - 1], rows.length);
      Pass pass = PASSES[passOf[blocks.first(key)]];
      large.merge(shape, pass, (a, b) -> a.compareTo(b) <= 0 ? a : b);
    }
    large.forEach((shape, pass) -> matching.tooLarge(pass.label(), shape.get(2)));
  }
}

package cn.bidui.accuracy;

import cn.bidui.link.HandleHash;
import cn.bidui.link.LinkLimits;
import cn.bidui.link.LinkResult;
import cn.bidui.link.Linker;
import cn.bidui.normalize.RecordTable;
import cn.bidui.source.ListKind;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * A world after a night has linked it: rows are numbered through all lists, each with its true
 * person and the person that the program took it for.
 */
final class LinkedWorld {

  private static final HandleHash NO_PINS = text -> text;

  final TrueLists lists;
  final LinkResult links;

  /** The true person of each row. */
  final int[] truth;

  /** The person that the program takes it for. */
  final int[] taken;

  /** How long linking took. */
  final long nanos;

  private final List<ListKind> kinds;
  private final int[] offsets;

  private LinkedWorld(TrueLists lists, LinkResult links, long nanos) {
    this.lists = lists;
    this.links = links;
    this.nanos = nanos;
    kinds = List.copyOf(lists.tables().keySet());
    offsets = new int[kinds.size() + 1];
    for (int i = 0; i < kinds.size(); i++) {
      offsets[i + 1] = offsets[i] + table(kinds.get(i)).size();
    }
    truth = new int[offsets[kinds.size()]];
    taken = new int[truth.length];
    for (int row = 0; row < truth.length; row++) {
      truth[row] = lists.person(kind(row), local(row));
      taken[row] = links.person(kind(row), local(row));
    }
  }

  /** Links {@code lists} as a night does, with nothing ruled yet. */
  static LinkedWorld of(TrueLists lists) {
    return of(lists, LinkLimits.defaults());
  }

  /** The same by other limits. */
  static LinkedWorld of(TrueLists lists, LinkLimits limits) {
    long start = System.nanoTime();
    LinkResult links = new Linker(limits).link(lists.tables(), List.of(), NO_PINS);
    return new LinkedWorld(lists, links, System.nanoTime() - start);
  }

  /** How many rows in all lists. */
  int rows() {
    return truth.length;
  }

  /** The list of a row. */
  ListKind kind(int row) {
    return kinds.get(list(row));
  }

  /** The same as a number. */
  int list(int row) {
    int at = Arrays.binarySearch(offsets, row);
    return at >= 0 ? at : -at - 2;
  }

  /** Its number in its own table. */
  int local(int row) {
    return row - offsets[list(row)];
  }

  /** The number through all lists of row {@code local} of {@code kind}. */
  int number(ListKind kind, int local) {
    return offsets[kinds.indexOf(kind)] + local;
  }

  /** Its table. */
  RecordTable table(int row) {
    return table(kind(row));
  }

  private RecordTable table(ListKind kind) {
    return Objects.requireNonNull(lists.tables().get(kind));
  }

  /** What is wrong in it. */
  long wrongBits(int row) {
    return lists.wrongBits(kind(row), local(row));
  }

  /** The rows of each value of {@code of}, ascending: those of value v stand together. */
  static int[][] groups(int[] of) {
    int most = Arrays.stream(of).max().orElse(-1);
    int[] sizes = new int[most + 1];
    for (int value : of) {
      sizes[value]++;
    }
    int[][] groups = new int[most + 1][];
    int[] filled = new int[most + 1];
    for (int row = 0; row < of.length; row++) {
      int value = of[row];
      if (filled[value] == 0) {
        groups[value] = new int[sizes[value]];
      }
      groups[value][filled[value]++] = row;
    }
    for (int value = 0; value <= most; value++) {
      if (sizes[value] == 0) {
        groups[value] = new int[0];
      }
    }
    return groups;
  }
}

package cn.bidui.link.assign;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.function.IntUnaryOperator;

/**
 * Closes the accepted pairs of three and more lists to persons (多表归并), so that nobody has two rows
 * of a list in which everyone stands once. The strongest pairs come first; a pair that would bring
 * two such rows together is cut, and by then it is the weakest of those that lead from one to the
 * other. Where pairs of one weight would do so together only, none of them is taken: a person has
 * to say which.
 */
public final class Persons {

  private final Clusters persons;
  private final Verdict[] verdicts;

  /** Where equal pairs led to no decision, none is made by weaker pairs. */
  private final Clusters doubts;

  /** Persons who hang together by pairs of one weight; separated again before the next weight. */
  private final Clusters knots;

  /** Lists of which a person has a row, a bit for each, where everyone stands once. */
  private final long[] lists;

  private final long[] listsOfKnot;
  private final boolean[] clash;
  private final boolean[] gathered;
  private final boolean[] doubted;
  private final Set<Long> doubtsOfKnots = new HashSet<>();

  private Persons(int rows, int pairs) {
    persons = new Clusters(rows);
    doubts = new Clusters(rows);
    knots = new Clusters(rows);
    verdicts = new Verdict[pairs];
    lists = new long[rows];
    listsOfKnot = new long[rows];
    clash = new boolean[rows];
    gathered = new boolean[rows];
    doubted = new boolean[rows];
  }

  /**
   * Decides over pairs {@code i} of rows {@code left[i]} and {@code right[i]} of all lists.
   *
   * @param weight in hundredths of a bit
   * @param rows how many rows there are in all lists
   * @param listOf the list of a row, 0 … 63
   * @param once the lists in which everyone stands once, a bit for each
   */
  public static Persons of(
      int[] left, int[] right, int[] weight, int rows, IntUnaryOperator listOf, long once) {
    Persons persons = new Persons(rows, left.length);
    for (int row = 0; row < rows; row++) {
      persons.lists[row] = once & (1L << listOf.applyAsInt(row));
    }
    int[] order = strongestFirst(weight);
    int from = 0;
    for (int at = 1; at <= order.length; at++) {
      if (at == order.length || weight[order[at]] != weight[order[from]]) {
        persons.decide(left, right, Arrays.copyOfRange(order, from, at));
        from = at;
      }
    }
    return persons;
  }

  private static int[] strongestFirst(int[] weight) {
    long[] keys = new long[weight.length];
    for (int pair = 0; pair < keys.length; pair++) {
      keys[pair] = ((long) -weight[pair] << 32) | pair;
    }
    Arrays.sort(keys);
    return Arrays.stream(keys).mapToInt(key -> (int) key).toArray();
  }

  /** All pairs of one weight are seen before one is taken. */
  private void decide(int[] left, int[] right, int[] pairs) {
    int[] a = Arrays.stream(pairs).map(pair -> persons.of(left[pair])).toArray();
    int[] b = Arrays.stream(pairs).map(pair -> persons.of(right[pair])).toArray();
    for (int i = 0; i < pairs.length; i++) {
      verdicts[pairs[i]] = atOnce(a[i], b[i]);
      if (verdicts[pairs[i]] == Verdict.TIED) {
        knots.unite(a[i], b[i]);
      }
    }
    gather(a);
    gather(b);
    for (int i = 0; i < pairs.length; i++) {
      if (verdicts[pairs[i]] == Verdict.TIED) {
        verdicts[pairs[i]] = together(a[i], b[i]);
      }
    }
    separate(a);
    separate(b);
  }

  /** What can be said of a pair without looking at others; tied if nothing can. */
  private Verdict atOnce(int a, int b) {
    if (a == b) {
      return Verdict.ACCEPTED;
    }
    return (lists[a] & lists[b]) != 0 ? Verdict.REFUSED : Verdict.TIED;
  }

  /** Finds the knots that would have two rows of one list, or decide what was in doubt before. */
  private void gather(int[] each) {
    for (int person : each) {
      // A person counts once, however many pairs it stands in.
      if (!gathered[person]) {
        gathered[person] = true;
        int knot = knots.of(person);
        clash[knot] |= (listsOfKnot[knot] & lists[person]) != 0 || secondOfDoubt(knot, person);
        listsOfKnot[knot] |= lists[person];
      }
    }
  }

  private boolean secondOfDoubt(int knot, int person) {
    int doubt = doubts.of(person);
    return doubted[doubt] && !doubtsOfKnots.add(((long) knot << 32) | doubt);
  }

  private Verdict together(int a, int b) {
    if (clash[knots.of(a)]) {
      doubt(a, b);
      return Verdict.TIED;
    }
    unite(a, b);
    return Verdict.ACCEPTED;
  }

  private void doubt(int a, int b) {
    doubts.unite(a, b);
    doubted[doubts.of(a)] = true;
  }

  private void unite(int a, int b) {
    long both = lists[persons.of(a)] | lists[persons.of(b)];
    boolean before = doubted[doubts.of(a)] || doubted[doubts.of(b)];
    persons.unite(a, b);
    doubts.unite(a, b);
    doubted[doubts.of(a)] = before;
    lists[persons.of(a)] = both;
  }

  private void separate(int[] each) {
    for (int person : each) {
      knots.separate(person);
      listsOfKnot[person] = 0;
      clash[person] = false;
      gathered[person] = false;
    }
    doubtsOfKnots.clear();
  }

  /** The first row of the person that {@code row} belongs to. */
  public int of(int row) {
    return persons.of(row);
  }

  /** What becomes of a pair: refused is a pair that was cut. */
  public Verdict verdict(int pair) {
    return verdicts[pair];
  }
}

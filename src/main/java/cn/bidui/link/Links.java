package cn.bidui.link;

import cn.bidui.source.ListKind;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/** The result of linking, as columns. */
final class Links implements LinkResult {

  private final Numbering numbering;
  private final RowGroups persons;
  private final Decision[] decisions;
  private final Tier[] tiers;
  private final int[] weights;
  private final List<Undecided> undecided;
  private final List<IdentityNote> notes;
  private final List<String> oversized;
  private final int again;

  /** Pairs that are told by the numbers of a frame, which needs them no other way. */
  private final List<Candidate> open;

  Links(Matching matching) {
    this(matching, true);
  }

  /**
   * Decides.
   *
   * @param told whether open pairs and notes are told list by list, as a night wants them
   */
  private Links(Matching matching, boolean told) {
    numbering = matching.columns.numbering();
    tiers = matching.tiers;
    // One thread can hardly be helped with persons; meanwhile the other has the weights.
    ForkJoinTask<RowGroups> grouping =
        ForkJoinPool.commonPool().submit(() -> new RowGroups(numbering, matching.groups::of));
    weights = matching.weights();
    persons = grouping.join();
    List<Candidate> pairs = open(matching);
    decisions = new Decision[persons.count()];
    decide(pairs, matching);
    open = told ? List.of() : pairs;
    undecided = told ? pairs.stream().map(pair -> undecided(pair, matching)).toList() : List.of();
    notes = told ? new NoteBook(matching).notes() : List.of();
    oversized = matching.oversized.stream().sorted().toList();
    again = numbering.size();
  }

  /**
   * As an earlier night found it.
   *
   * @param firstOf the first row of the person of a row
   * @param decisionOf by row
   */
  Links(
      Numbering numbering,
      IntUnaryOperator firstOf,
      IntFunction<Decision> decisionOf,
      Tier[] tiers,
      int[] weights,
      Loose loose) {
    this.numbering = numbering;
    this.tiers = tiers;
    this.weights = weights;
    this.undecided = loose.undecided();
    this.notes = loose.notes();
    this.oversized = loose.oversized();
    again = 0;
    open = List.of();
    persons = new RowGroups(numbering, firstOf);
    decisions = new Decision[persons.count()];
    for (int person = 0; person < decisions.length; person++) {
      decisions[person] = decisionOf.apply(persons.row(person, 0));
    }
  }

  /** What is not said row by row. */
  record Loose(List<Undecided> undecided, List<IdentityNote> notes, List<String> oversized) {}

  Loose loose() {
    return new Loose(undecided, notes, oversized);
  }

  /** The best open pair of each two persons, in canonical order. */
  private List<Candidate> open(Matching matching) {
    Comparator<Candidate> better =
        Comparator.comparing(Candidate::tier)
            .thenComparing(pair -> -matching.weigh(pair))
            .thenComparing(Candidate::first)
            .thenComparing(Candidate::second)
            .thenComparing(Candidate::reason);
    Map<List<Integer>, Candidate> best = new HashMap<>();
    for (Candidate pair : matching.open) {
      int left = persons.of(pair.first());
      int right = persons.of(pair.second());
      boolean ruled = pair.tier() != Tier.RULED && apartByRuling(pair, matching);
      if (left != right && !ruled) {
        best.merge(
            List.of(Math.min(left, right), Math.max(left, right)),
            pair,
            (a, b) -> better.compare(a, b) <= 0 ? a : b);
      }
    }
    return best.values().stream()
        .sorted(Comparator.comparing(Candidate::first).thenComparing(Candidate::second))
        .toList();
  }

  private static boolean apartByRuling(Candidate pair, Matching matching) {
    return matching.groups.forbidden(pair.left(), pair.right());
  }

  private Undecided undecided(Candidate pair, Matching matching) {
    return new Undecided(
        numbering.kind(pair.first()),
        numbering.local(pair.first()),
        numbering.kind(pair.second()),
        numbering.local(pair.second()),
        pair.tier(),
        matching.weigh(pair),
        pair.reason());
  }

  /** A row of another list outweighs an open pair, and that a second row of the same list. */
  private void decide(List<Candidate> open, Matching matching) {
    Parts.each(
        decisions.length,
        (from, to) -> {
          for (int person = from; person < to; person++) {
            decisions[person] = persons.acrossLists(person) ? Decision.LINKED : Decision.UNLINKED;
          }
        });
    for (Candidate pair : open) {
      int weight = matching.weigh(pair);
      leaveOpen(persons.of(pair.left()), pair.tier(), weight);
      leaveOpen(persons.of(pair.right()), pair.tier(), weight);
    }
    Parts.each(
        decisions.length,
        (from, to) -> {
          for (int person = from; person < to; person++) {
            if (decisions[person] == Decision.UNLINKED && persons.rows(person) > 1) {
              decisions[person] = Decision.LINKED;
            }
          }
        });
  }

  private void leaveOpen(int person, Tier tier, int weight) {
    if (decisions[person] == Decision.LINKED) {
      return;
    }
    boolean first = decisions[person] == Decision.UNLINKED;
    decisions[person] = Decision.UNDECIDED;
    for (int i = 0; i < persons.rows(person); i++) {
      int row = persons.row(person, i);
      int order = tier.compareTo(tiers[row]);
      if (first || order < 0 || (order == 0 && weight > weights[row])) {
        tiers[row] = tier;
        weights[row] = weight;
      }
    }
  }

  /** By the numbers of a frame. */
  static PersonLinks ofFrame(Matching matching) {
    return new Links(matching, false).asPersonLinks(matching);
  }

  private PersonLinks asPersonLinks(Matching matching) {
    RowPairs linked = Parts.find(tiers.length, this::notFirst);
    int[] name = matching.columns.name;
    int nameless =
        (int) IntStream.range(0, tiers.length).parallel().filter(row -> name[row] == 0).count();
    return new PersonLinks(
        this,
        linked(linked),
        open(open, matching),
        open.stream().map(Candidate::reason).toList(),
        matching.large,
        nameless);
  }

  private void notFirst(int from, int to, RowPairs found) {
    for (int row = from; row < to; row++) {
      int first = first(row);
      if (first != row) {
        found.add(first, row);
      }
    }
  }

  /** A row's own evidence, which may be a row of the person that is not the first. */
  private PairList linked(RowPairs pairs) {
    int[] rows = pairs.rows();
    return new PairList(
        Arrays.stream(pairs.keys()).mapToInt(Math::toIntExact).toArray(),
        rows,
        Arrays.stream(rows).map(row -> weights[row]).toArray(),
        Arrays.stream(rows).map(row -> tiers[row].ordinal()).toArray());
  }

  private static PairList open(List<Candidate> pairs, Matching matching) {
    return new PairList(
        pairs.stream().mapToInt(Candidate::first).toArray(),
        pairs.stream().mapToInt(Candidate::second).toArray(),
        pairs.stream().mapToInt(pair -> matching.weigh(pair.first(), pair.second())).toArray(),
        pairs.stream().mapToInt(pair -> pair.tier().ordinal()).toArray());
  }

  @Override
  public int persons() {
    return persons.count();
  }

  @Override
  public int person(ListKind list, int row) {
    return persons.of(numbering.global(list, row));
  }

  @Override
  public int[] rows(ListKind list, int person) {
    return persons.rows(list, person);
  }

  @Override
  public Decision decision(ListKind list, int row) {
    return decisions[person(list, row)];
  }

  @Override
  public Tier tier(ListKind list, int row) {
    return tiers[numbering.global(list, row)];
  }

  @Override
  public int weight(ListKind list, int row) {
    return weights[numbering.global(list, row)];
  }

  @Override
  public List<Undecided> undecided() {
    return undecided;
  }

  @Override
  public List<IdentityNote> notes() {
    return notes;
  }

  @Override
  public List<String> oversizedBlocks() {
    return oversized;
  }

  @Override
  public int again() {
    return again;
  }

  /** The person of a row that is numbered through all lists. */
  int person(int row) {
    return persons.of(row);
  }

  /** The first row of the person of {@code row}, both numbered through all lists. */
  int first(int row) {
    return persons.row(persons.of(row), 0);
  }

  /** How the rows are numbered. */
  Numbering numbering() {
    return numbering;
  }

  /** The decision about a row that is numbered through all lists. */
  Decision decision(int row) {
    return decisions[persons.of(row)];
  }

  /** The tier of a row that is numbered through all lists. */
  Tier tier(int row) {
    return tiers[row];
  }

  /** The weight of a row that is numbered through all lists. */
  int weight(int row) {
    return weights[row];
  }
}

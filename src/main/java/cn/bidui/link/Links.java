package cn.bidui.link;

import cn.bidui.link.weigh.LinkModel;
import cn.bidui.plan.LinkPlan;
import cn.bidui.source.ListKind;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The result of linking, as columns. */
final class Links implements LinkResult {

  private static final int[] NOBODY = {};

  private final Columns columns;
  private final int[] personOf;

  /** The rows of person {@code p} are {@code byPerson[starts[p]]} … {@code [starts[p + 1] - 1]}. */
  private final int[] starts;

  private final int[] byPerson;
  private final Decision[] decisions;
  private final Tier[] tiers;
  private final int[] weights;
  private final List<Undecided> undecided;
  private final List<IdentityNote> notes;
  private final List<String> oversized;

  Links(Matching matching) {
    columns = matching.columns;
    tiers = matching.tiers;
    weights = matching.weights();
    personOf = new int[columns.size()];
    int persons = number(matching.groups);
    starts = new int[persons + 1];
    byPerson = new int[columns.size()];
    sortByPerson();
    List<Candidate> open = open(matching);
    decisions = new Decision[persons];
    decide(open, matching);
    undecided = open.stream().map(pair -> undecided(pair, matching)).toList();
    notes = new NoteBook(matching).notes();
    oversized = matching.oversized.stream().sorted().toList();
  }

  /** A group is known by its first row, so persons come in the order of their first rows. */
  private int number(Groups groups) {
    int persons = 0;
    for (int row = 0; row < personOf.length; row++) {
      int first = groups.of(row);
      personOf[row] = first == row ? persons++ : personOf[first];
    }
    return persons;
  }

  private void sortByPerson() {
    for (int person : personOf) {
      starts[person + 1]++;
    }
    for (int person = 1; person < starts.length; person++) {
      starts[person] += starts[person - 1];
    }
    int[] next = starts.clone();
    for (int row = 0; row < personOf.length; row++) {
      byPerson[next[personOf[row]]++] = row;
    }
  }

  /** The best open pair of each two persons, in canonical order. */
  private List<Candidate> open(Matching matching) {
    Comparator<Candidate> better =
        Comparator.comparing(Candidate::tier)
            .thenComparing(pair -> -matching.weigh(pair.left(), pair.right()))
            .thenComparing(Candidate::first)
            .thenComparing(Candidate::second)
            .thenComparing(Candidate::reason);
    Map<List<Integer>, Candidate> best = new HashMap<>();
    for (Candidate pair : matching.open) {
      int left = personOf[pair.first()];
      int right = personOf[pair.second()];
      if (left != right && !matching.groups.forbidden(pair.left(), pair.right())) {
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

  private Undecided undecided(Candidate pair, Matching matching) {
    return new Undecided(
        columns.kind(pair.first()),
        columns.local(pair.first()),
        columns.kind(pair.second()),
        columns.local(pair.second()),
        pair.tier(),
        matching.weigh(pair.first(), pair.second()),
        pair.reason());
  }

  /** A row of another list outweighs an open pair, and that a second row of the same list. */
  private void decide(List<Candidate> open, Matching matching) {
    for (int person = 0; person < decisions.length; person++) {
      decisions[person] = acrossLists(person) ? Decision.LINKED : Decision.UNLINKED;
    }
    for (Candidate pair : open) {
      int weight = matching.weigh(pair.first(), pair.second());
      leaveOpen(personOf[pair.left()], pair.tier(), weight);
      leaveOpen(personOf[pair.right()], pair.tier(), weight);
    }
    for (int person = 0; person < decisions.length; person++) {
      if (decisions[person] == Decision.UNLINKED && starts[person + 1] - starts[person] > 1) {
        decisions[person] = Decision.LINKED;
      }
    }
  }

  private boolean acrossLists(int person) {
    int first = byPerson[starts[person]];
    int last = byPerson[starts[person + 1] - 1];
    return columns.list(first) != columns.list(last);
  }

  private void leaveOpen(int person, Tier tier, int weight) {
    if (decisions[person] == Decision.LINKED) {
      return;
    }
    boolean first = decisions[person] == Decision.UNLINKED;
    decisions[person] = Decision.UNDECIDED;
    for (int i = starts[person]; i < starts[person + 1]; i++) {
      int row = byPerson[i];
      int order = tier.compareTo(tiers[row]);
      if (first || order < 0 || (order == 0 && weight > weights[row])) {
        tiers[row] = tier;
        weights[row] = weight;
      }
    }
  }

  /** The same by the numbers of the frame; the ladder has tiers where other plans have passes. */
  PlanLinks asPlanLinks(LinkPlan plan, Matching matching) {
    int[] first = new int[personOf.length];
    RowPairs linked = new RowPairs();
    for (int row = 0; row < first.length; row++) {
      first[row] = byPerson[starts[personOf[row]]];
      if (first[row] != row) {
        linked.add(first[row], row);
      }
    }
    RowPairs open = new RowPairs();
    for (Candidate pair : open(matching)) {
      open.add(pair.first(), pair.second());
    }
    LinkModel shipped =
        new LinkModel(
            plan.name(),
            plan.comparisons().stream().map(LinkPlan.LinkComparison::name).toList(),
            List.of());
    return new PlanLinks(
        pairs(linked, matching),
        pairs(open, matching),
        first,
        shipped,
        (long) linked.size() + open.size(),
        oversized);
  }

  private PairList pairs(RowPairs pairs, Matching matching) {
    int[] left = new int[pairs.size()];
    int[] weight = new int[left.length];
    int[] tier = new int[left.length];
    for (int i = 0; i < left.length; i++) {
      left[i] = (int) pairs.key(i);
      weight[i] = matching.weigh(left[i], pairs.row(i));
      tier[i] = tiers[pairs.row(i)].ordinal();
    }
    return new PairList(left, pairs.rows(), weight, tier);
  }

  @Override
  public int persons() {
    return decisions.length;
  }

  @Override
  public int person(ListKind list, int row) {
    return personOf[columns.global(list, row)];
  }

  @Override
  public int[] rows(ListKind list, int person) {
    int number = columns.kinds.indexOf(list);
    int from = starts[person];
    while (from < starts[person + 1] && columns.list(byPerson[from]) < number) {
      from++;
    }
    int to = from;
    while (to < starts[person + 1] && columns.list(byPerson[to]) == number) {
      to++;
    }
    if (from == to) {
      return NOBODY;
    }
    int[] rows = new int[to - from];
    for (int i = from; i < to; i++) {
      rows[i - from] = columns.local(byPerson[i]);
    }
    return rows;
  }

  @Override
  public Decision decision(ListKind list, int row) {
    return decisions[person(list, row)];
  }

  @Override
  public Tier tier(ListKind list, int row) {
    return tiers[columns.global(list, row)];
  }

  @Override
  public int weight(ListKind list, int row) {
    return weights[columns.global(list, row)];
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
}

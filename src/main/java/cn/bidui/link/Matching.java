package cn.bidui.link;

import cn.bidui.link.IdentityNote.Kind;
import cn.bidui.link.name.NameAgreement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The state of linking: who is together so far, by what, and what is left to people. */
final class Matching {

  final Columns columns;
  final Groups groups;
  final Family family;
  final LinkLimits limits;
  final RowIndex byId;
  final RowIndex byName;
  final List<Candidate> open = new ArrayList<>();
  final List<Note> notes = new ArrayList<>();
  final List<String> oversized = new ArrayList<>();
  final Tier[] tiers;
  final int[] weights;
  private final Scales scales;

  /** An {@link IdentityNote} over rows that are numbered through all lists. */
  record Note(Kind kind, int left, int right, Tier tier, String detail) {}

  Matching(Columns columns, LinkLimits limits) {
    this.columns = columns;
    this.limits = limits;
    groups = new Groups(columns);
    family = new Family(columns);
    scales = new Scales(columns, family, limits);
    byId = new RowIndex(columns.id);
    byName = new RowIndex(Arrays.stream(columns.name).asLongStream().toArray());
    tiers = new Tier[columns.size()];
    Arrays.fill(tiers, Tier.NONE);
    weights = new int[columns.size()];
  }

  /** Makes the two rows one person, unless a person ruled otherwise. */
  void link(int a, int b, Tier tier) {
    if (groups.unite(a, b)) {
      mark(a, b, tier);
    }
  }

  /** Keeps the better of what the rows were linked by before and this pair. */
  void mark(int a, int b, Tier tier) {
    int weight = scales.weigh(a, b);
    mark(a, tier, weight);
    mark(b, tier, weight);
  }

  void mark(int row, Tier tier, int weight) {
    int order = tier.compareTo(tiers[row]);
    if (order < 0 || (order == 0 && weight > weights[row])) {
      tiers[row] = tier;
      weights[row] = weight;
    }
  }

  int weigh(int a, int b) {
    return scales.weigh(a, b);
  }

  void note(Kind kind, int left, int right, Tier tier, String detail) {
    notes.add(new Note(kind, left, right, tier, detail));
  }

  /**
   * Names a block that is not compared pair by pair: what its rows share, and how many there are.
   */
  void tooLarge(String shared, int count) {
    oversized.add(shared + " × " + count);
  }

  NameAgreement names(int a, int b) {
    return Names.compare(columns, a, b);
  }

  /**
   * Whether somebody else goes by the name of {@code row} who is a twin or a relative of {@code
   * other}: then {@code row} may be that one, with the number of {@code other}.
   */
  boolean relativeOfThatName(int row, int other) {
    int rival = byName.first(columns.name[row]);
    for (; rival >= 0; rival = byName.next(rival)) {
      boolean elsewhere =
          columns.id[rival] != 0
              && columns.id[rival] != columns.id[other]
              && columns.id[rival] != columns.id[row];
      if (elsewhere && (columns.sameBirth(rival, other) || family.related(rival, other))) {
        return true;
      }
    }
    return false;
  }
}

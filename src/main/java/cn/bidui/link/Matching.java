package cn.bidui.link;

import cn.bidui.link.IdentityNote.Kind;
import cn.bidui.link.block.Oversized;
import cn.bidui.link.name.NameAgreement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;

/** The state of linking: who is together so far, by what, and what is left to people. */
final class Matching {

  final Columns columns;
  final Groups groups;
  final Family family;
  final LinkLimits limits;
  final RowIndex byId;
  final BirthDays days;
  final List<Candidate> open = new ArrayList<>();
  final List<Note> notes = new ArrayList<>();
  final List<String> oversized = new ArrayList<>();
  final List<Oversized> large = new ArrayList<>();
  final Tier[] tiers;

  /** Rows whose id, though valid, may not be theirs. */
  final BitSet doubtful = new BitSet();

  private final int[] partners;
  private final Scales scales;

  /** An {@link IdentityNote} over rows that are numbered through all lists. */
  record Note(Kind kind, int left, int right, Tier tier, String detail) {}

  Matching(Columns columns, LinkLimits limits) {
    this.columns = columns;
    this.limits = limits;
    // One thread can hardly be helped with families; meanwhile the other has the ids.
    ForkJoinTask<Family> families = ForkJoinPool.commonPool().submit(() -> new Family(columns));
    groups = new Groups(columns);
    byId = new RowIndex(columns.id);
    days = new BirthDays(columns);
    family = families.join();
    scales = new Scales(columns, new PersonComparisons(columns, family), limits.weights());
    tiers = new Tier[columns.size()];
    Arrays.fill(tiers, Tier.NONE);
    partners = new int[columns.size()];
  }

  /** Makes the two rows one person, unless a person ruled otherwise. */
  void link(int a, int b, Tier tier) {
    if (groups.unite(a, b)) {
      mark(a, b, tier);
      mark(b, a, tier);
    }
  }

  /** Keeps the better of what the row was linked by before and this pair. */
  void mark(int row, int partner, Tier tier) {
    int order = tier.compareTo(tiers[row]);
    if (order < 0 || (order == 0 && weigh(row, partner) > weigh(row, partners[row]))) {
      tiers[row] = tier;
      partners[row] = partner;
    }
  }

  /** What each row was linked by weighs, in hundredths of a bit. */
  int[] weights() {
    int[] weights = new int[columns.size()];
    Parts.each(
        weights.length,
        (from, to) -> {
          for (int row = from; row < to; row++) {
            weights[row] = tiers[row] == Tier.NONE ? 0 : weigh(row, partners[row]);
          }
        });
    return weights;
  }

  /** What the two rows say of each other, in hundredths of a bit. */
  int weigh(int a, int b) {
    return scales.weigh(a, b);
  }

  /** What a pair was decided by, else what its rows say. */
  int weigh(Candidate pair) {
    Integer decided = pair.weight();
    return decided == null ? weigh(pair.first(), pair.second()) : decided;
  }

  void note(Kind kind, int left, int right, Tier tier, String detail) {
    notes.add(new Note(kind, left, right, tier, detail));
  }

  /**
   * Names a block that is not compared pair by pair: what its rows share, and how many there are.
   */
  void tooLarge(String shared, int count) {
    oversized.add(shared + " × " + count);
    List<String> fields = List.of(shared.split("\\+", -1));
    large.add(new Oversized(shared, fields, count, (long) count * (count - 1) / 2));
  }

  /** More rows than that, of whatever names, are not one person's: what they share is nobody's. */
  int mostOfOne() {
    int names = (int) limits.namesOnOneNumber().value();
    return names * names;
  }

  NameAgreement names(int a, int b) {
    return Names.compare(columns, a, b);
  }

  /** Whether the rows stand in different schools, and nothing ties them to one family. */
  boolean farApart(int a, int b) {
    return Columns.differ(columns.schoolName[a], columns.schoolName[b])
        && !columns.sameSchool(a, b)
        && !family.related(a, b);
  }

  /** Whether a pupil stands under an id that is said to be that of somebody's guardian. */
  boolean underGuardian(int row) {
    return family.underGuardian(row);
  }
}

package cn.bidui.link;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Tiers 6 and 7, and what lies beyond: rows whose ids do not tell who they are are looked for by
 * whatever else they say, pass by pass. A pair that several passes find is judged once.
 */
final class ResidueMatches {

  private static final String NOT_UNIQUE = "link.undecided.not-unique";
  private static final String BARE = "link.undecided.name-birth-sex";
  private static final String RESEMBLING = "link.undecided.resembling";

  private final Matching matching;
  private final Columns columns;
  private final Groups groups;
  private final PassKeys keys;
  private final Likeness likeness;
  private final WithoutId withoutId;
  private final List<Candidate> more = new ArrayList<>();
  private final List<Candidate> bare = new ArrayList<>();

  ResidueMatches(Matching matching) {
    this.matching = matching;
    this.columns = matching.columns;
    this.groups = matching.groups;
    this.keys = new PassKeys(matching);
    this.likeness = new Likeness(matching);
    this.withoutId = new WithoutId(columns, groups);
  }

  void find() {
    doubtContradictions();
    int[] seekers = seekers();
    Blocks blocks = blocks(seekers);
    Crowds crowds = Crowds.of(matching, blocks, seekers, this::eachKey);
    crowds.report();
    keys.nobody().report(matching);
    RowPairs found =
        Parts.find(
            seekers.length,
            Parts.FEW,
            (from, to, pairs) -> {
              for (int i = from; i < to; i++) {
                compare(seekers[i], blocks, crowds, pairs);
              }
            });
    List<Candidate> resembling = new ArrayList<>();
    for (int i = 0; i < found.size(); i++) {
      take(found.row(i), found.key(i), resembling);
    }
    Resolver resolver = new Resolver(matching, Pass.NAME_BIRTH_SEX.label());
    resolver.resolve(more, resolver::oneToOne).forEach(resolver::link);
    resolver.resolve(alone(), knot -> telling(knot, resolver)).forEach(resolver::link);
    leaveOpen(resembling);
  }

  /** Pairs of name, birth date and sex only, of which one side has no id still. */
  private List<Candidate> alone() {
    return bare.stream()
        .filter(pair -> groups.id(pair.left()) == 0 || groups.id(pair.right()) == 0)
        .toList();
  }

  /** Tier 7 links only who has nobody else, and by far more than the name, birth date and sex. */
  private boolean telling(Resolver.Knot knot, Resolver resolver) {
    long threshold = matching.limits.threshold().value();
    return resolver.oneToOne(knot)
        && knot.candidates().stream().allMatch(pair -> matching.weigh(pair) >= threshold)
        && knot.candidates().stream()
            .allMatch(pair -> likeness.withoutNumbers(pair.left(), pair.right()));
  }

  /** How a row looks for its like. */
  private enum Seeking {
    NOT,
    /** By name, birth and sex only: it has an id that nothing speaks against. */
    BY_NAME,
    BY_ALL
  }

  private int[] seekers() {
    return Parts.find(
            columns.size(),
            (from, to, found) -> {
              for (int row = from; row < to; row++) {
                if (seeking(row) != Seeking.NOT) {
                  found.add(0, row);
                }
              }
            })
        .rows();
  }

  private Seeking seeking(int row) {
    if (groups.id(row) == 0) {
      return Seeking.BY_ALL;
    }
    if (groups.acrossLists(row)) {
      return Seeking.NOT;
    }
    if (matching.doubtful.get(row)) {
      return Seeking.BY_ALL;
    }
    return columns.list(row) == 0 || !met(row) ? Seeking.NOT : Seeking.BY_NAME;
  }

  /**
   * Whether anybody can be found who has the name, birth date and sex of a row with an id: somebody
   * on another list, or somebody without an id. Lists that repeat people are looked for by their
   * school too.
   */
  private boolean met(int row) {
    boolean known = columns.birth[row] != 0;
    return columns.repeats(row)
        || (known && (matching.days.onAnotherList(row) || withoutId.has(row)));
  }

  /**
   * A row alone whose id states another birth date than its own, or is that of a guardian where a
   * pupil should be, has perhaps not its own id.
   */
  private void doubtContradictions() {
    RowPairs found =
        Parts.find(
            columns.size(),
            (from, to, rows) -> {
              for (int row = from; row < to; row++) {
                if (columns.id[row] != 0 && !groups.acrossLists(row) && contradicted(row)) {
                  rows.add(0, row);
                }
              }
            });
    Arrays.stream(found.rows()).forEach(matching.doubtful::set);
  }

  private boolean contradicted(int row) {
    return Columns.differ(columns.birth[row], IdSlips.day(columns.id[row]))
        || matching.underGuardian(row);
  }

  private void eachKey(int row, PassKeys.Taker taker) {
    eachKey(row, Sought.EVERYTHING, taker);
  }

  private void eachKey(int row, Sought sought, PassKeys.Taker taker) {
    if (seeking(row) == Seeking.BY_ALL) {
      keys.around(row, sought, taker);
    } else {
      keys.ofSound(row, sought, taker);
    }
  }

  private Blocks blocks(int[] seekers) {
    LongBag wanted = new LongBag();
    Sought sought = Sought.noting(seekers.length);
    for (int row : seekers) {
      eachKey(row, sought, (pass, key) -> wanted.add(key));
    }
    sought.close();
    return new Blocks(
        Parts.find(
            columns.size(),
            (from, to, found) -> {
              Wanted kept = new Wanted(wanted, found);
              for (int row = from; row < to; row++) {
                kept.row = row;
                keys.each(row, sought, kept);
              }
            }));
  }

  /** Keeps what is wanted of the keys of one row after the other. */
  private static final class Wanted implements PassKeys.Taker {
    private final LongBag wanted;
    private final RowPairs found;
    private int row;

    Wanted(LongBag wanted, RowPairs found) {
      this.wanted = wanted;
      this.found = found;
    }

    @Override
    public void take(Pass pass, long key) {
      if (wanted.has(key)) {
        found.add(key, row);
      }
    }
  }

  private void compare(int seeker, Blocks blocks, Crowds crowds, RowPairs pairs) {
    int[] rows = targets(seeker, blocks, crowds);
    Arrays.sort(rows);
    int[] best = new int[columns.kinds.size()];
    Arrays.fill(best, review());
    RowPairs alike = new RowPairs();
    int last = -1;
    for (int target : rows) {
      if (target != last) {
        compare(seeker, target, best, alike, pairs);
      }
      last = target;
    }
    keepBest(best, alike, pairs);
  }

  /**
   * Whom a row is to be compared with. In its own list only whoever was born on its day can be its
   * person: nearly all of a block are dropped by that, before anything else of them is read.
   */
  private int[] targets(int seeker, Blocks blocks, Crowds crowds) {
    RowPairs targets = new RowPairs();
    int from = columns.start(columns.list(seeker));
    int to = columns.start(columns.list(seeker) + 1);
    eachKey(
        seeker,
        (pass, key) -> {
          if (!crowds.has(key)) {
            for (int at = blocks.first(key); at >= 0; at = blocks.next(at)) {
              int row = blocks.row(at);
              if (row < from || row >= to || columns.sameBirth(seeker, row)) {
                targets.add(0, row);
              }
            }
          }
        });
    return targets.rows();
  }

  private void compare(int seeker, int target, int[] best, RowPairs alike, RowPairs pairs) {
    if (groups.together(seeker, target) || groups.forbidden(seeker, target)) {
      return;
    }
    if (exact(seeker, target)) {
      pairs.add(packed(target, 0), seeker);
      int list = columns.list(target);
      best[list] = Math.max(best[list], likeness.of(seeker, target));
    } else if (columns.list(seeker) != columns.list(target)) {
      int like = likeness.of(seeker, target);
      int list = columns.list(target);
      if (like < best[list] && best[list] == review() && neighbors(seeker, target)) {
        like = review();
      }
      if (like >= best[list]) {
        best[list] = like;
        alike.add(packed(target, like), seeker);
      }
    }
  }

  private int review() {
    return (int) matching.limits.review().value();
  }

  /**
   * Namesakes of one village, of whom one has no number and no birth date that could tell them
   * apart: people know who is meant. Not if the list of one has the other already.
   */
  private boolean neighbors(int a, int b) {
    boolean silent = (groups.id(a) == 0 && bare(a)) || (groups.id(b) == 0 && bare(b));
    return silent
        && Columns.same(columns.place[a], columns.place[b])
        && matching.names(a, b).exact()
        && !columns.birthsDiffer(a, b)
        && !columns.sexesDiffer(a, b)
        && (groups.lists(a) & groups.lists(b)) == 0;
  }

  private boolean bare(int row) {
    return columns.damaged[row] == 0 && columns.studentNumber(row) == 0;
  }

  /** Name, birth date and sex agree, and one side has no id. */
  private boolean exact(int a, int b) {
    return (groups.id(a) == 0 || groups.id(b) == 0)
        && columns.sameBirth(a, b)
        && columns.sameSex(a, b)
        && matching.names(a, b).exact();
  }

  /** Of each list only those that resemble the row most. */
  private void keepBest(int[] best, RowPairs alike, RowPairs pairs) {
    for (int i = 0; i < alike.size(); i++) {
      int target = (int) (alike.key(i) >>> 32);
      if ((int) alike.key(i) == best[columns.list(target)]) {
        pairs.add(alike.key(i), alike.row(i));
      }
    }
  }

  private static long packed(int target, int like) {
    return ((long) target << 32) | (like & 0xFFFFFFFFL);
  }

  private void take(int seeker, long found, List<Candidate> resembling) {
    int target = (int) (found >>> 32);
    if (!exact(seeker, target)) {
      Candidate pair = new Candidate(seeker, target, Tier.RESEMBLING, RESEMBLING);
      resembling.add(pair.weighing((int) found));
    } else if (target > seeker || seeking(target) != Seeking.BY_ALL) {
      takeExact(Math.min(seeker, target), Math.max(seeker, target));
    }
  }

  private void takeExact(int a, int b) {
    boolean near = matching.family.related(a, b) || columns.sameSchool(a, b);
    boolean counts = near && !likeness.numbersDiffer(a, b);
    Tier tier = counts ? Tier.NAME_BIRTH_SEX_AND_MORE : Tier.NAME_BIRTH_SEX;
    Candidate pair = new Candidate(a, b, tier, counts ? NOT_UNIQUE : BARE);
    (counts ? more : bare).add(pair.weighing(likeness.weigh(a, b)));
  }

  /** Who was found by more evidence is no longer looked for by less. */
  private void leaveOpen(List<Candidate> resembling) {
    for (Candidate pair : resembling) {
      boolean found = (groups.lists(pair.left()) & (1 << columns.list(pair.right()))) != 0;
      if (!found) {
        matching.open.add(pair);
      }
    }
  }
}

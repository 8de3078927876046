package cn.bidui.link;

import cn.bidui.link.IdentityNote.Kind;
import cn.bidui.link.name.NameAgreement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Tiers 5 and 5b: damaged ids, repaired to ids that the other lists hold. */
final class RepairMatches {

  private static final String INCOMPLETE = "link.undecided.repair-incomplete";
  private static final String SEVERAL = "link.undecided.repair-several";
  private static final String CLAIMED = "link.undecided.repair-claimed";
  private static final String CITIZEN_ID = "citizen-id";
  private static final String NEAR = "link.undecided.ids-near";

  private final Matching matching;
  private final Columns columns;
  private final Groups groups;
  private final Resolver resolver;
  private final Blocks byFirst15;
  private final List<Candidate> found = new ArrayList<>();

  /** Who of a list says that an id is his, for each list and id. */
  private final Map<List<Long>, Set<Integer>> claims = new HashMap<>();

  /** Ids of so many rows that they are nobody's. */
  private final LongBag crowded = new LongBag();

  RepairMatches(Matching matching) {
    this.matching = matching;
    this.columns = matching.columns;
    this.groups = matching.groups;
    this.resolver = new Resolver(matching, CITIZEN_ID);
    this.byFirst15 = byFirst15(columns);
  }

  /** Only of the ids that a spreadsheet may have cut short somewhere. */
  private static Blocks byFirst15(Columns columns) {
    LongBag wanted = new LongBag();
    for (int row = 0; row < columns.size(); row++) {
      if (columns.damaged[row] != 0) {
        wanted.add(Repairs.first15(columns.text(columns.damaged[row])));
      }
    }
    return wanted.isEmpty()
        ? new Blocks(new RowPairs())
        : Blocks.of(
            columns.size(), row -> wanted.has(columns.id[row] / 100) ? columns.id[row] / 100 : 0);
  }

  void find() {
    for (int row = 0; row < columns.size(); row++) {
      if (columns.damaged[row] != 0 && groups.id(row) == 0) {
        repair(row);
      }
    }
    dropCrowds();
    List<Candidate> sure = new ArrayList<>();
    for (Candidate pair : found) {
      boolean complete = pair.tier() == Tier.REPAIRED_ID;
      if (complete && !contested(pair)) {
        sure.add(pair);
      } else {
        matching.open.add(lowered(pair, complete ? CLAIMED : pair.reason()));
      }
    }
    for (Resolver.Knot knot : resolver.resolve(sure, resolver::oneToOne)) {
      resolver.link(knot);
      knot.candidates().forEach(this::note);
    }
    lowerOpen();
    nearIds();
  }

  private void repair(int row) {
    Map<Long, Slip> ids =
        Repairs.of(
            columns.text(columns.damaged[row]),
            id -> matching.byId.first(id) >= 0,
            (first15, taker) -> {
              for (int at = byFirst15.first(first15); at >= 0; at = byFirst15.next(at)) {
                taker.accept(columns.id[byFirst15.row(at)]);
              }
            });
    ids.keySet().removeIf(id -> ofCrowd(id) || !elsewhere(id, row));
    boolean named = ids.keySet().stream().anyMatch(id -> names(row, id).exact());
    ids.forEach((id, slip) -> pair(row, id, slip, ids.size() == 1, named));
  }

  /** Whether more rows have the id than one person's. It is reported if nobody has done so. */
  private boolean ofCrowd(long id) {
    int first = matching.byId.first(id);
    if (matching.byId.count(first, matching.mostOfOne() + 1) <= matching.mostOfOne()) {
      return false;
    }
    if (!crowded.has(id)) {
      crowded.add(id);
      if (!matching.doubtful.get(first)) {
        matching.tooLarge(CITIZEN_ID, matching.byId.count(first, Integer.MAX_VALUE));
      }
    }
    return true;
  }

  /** Where so many of one list may have an id, their slips do not say whose it is. */
  private void dropCrowds() {
    Map<List<Long>, Set<Integer>> rows = new HashMap<>();
    for (Candidate pair : found) {
      rows.computeIfAbsent(claim(pair), none -> new TreeSet<>()).add(groups.of(pair.left()));
    }
    rows.values().removeIf(of -> of.size() <= matching.limits.namesOnOneNumber().value());
    rows.values().forEach(of -> matching.tooLarge(CITIZEN_ID, of.size()));
    found.removeIf(pair -> rows.containsKey(claim(pair)));
  }

  private List<Long> claim(Candidate pair) {
    return claim(pair.left(), columns.id[pair.right()]);
  }

  /** Whether another list has the id. */
  private boolean elsewhere(long id, int row) {
    for (int at = matching.byId.first(id); at >= 0; at = matching.byId.next(at)) {
      if (columns.list(at) != columns.list(row)) {
        return true;
      }
    }
    return false;
  }

  private NameAgreement names(int row, long id) {
    return matching.names(row, closestName(row, id));
  }

  /**
   * One character tells twins apart: not where the id is somebody's by the very name, nor beside
   * somebody of the very name.
   */
  private void pair(int row, long id, Slip slip, boolean only, boolean named) {
    int partner = closestName(row, id);
    NameAgreement names = matching.names(row, partner);
    boolean owned = ownedBeside(row, partner);
    if (!names.agrees()) {
      otherName(row, id, slip, only, named || owned);
    } else if (!names.tellsSiblingsApart() || (!owned && !named)) {
      claims.computeIfAbsent(claim(row, id), none -> new HashSet<>()).add(groups.of(row));
      found.add(candidate(row, partner, slip, only));
    }
  }

  private Candidate candidate(int row, int partner, Slip slip, boolean only) {
    boolean taken = claimedBeside(row, columns.id[partner]);
    boolean complete =
        matching.names(row, partner).exact()
            && columns.sameBirth(row, partner)
            && columns.sameSex(row, partner);
    return only && complete && !taken
        ? new Candidate(row, partner, Tier.REPAIRED_ID, CLAIMED, slip)
        : new Candidate(row, partner, Tier.NEARLY_REPAIRED_ID, lacking(taken, only), slip);
  }

  private static String lacking(boolean taken, boolean only) {
    return taken ? CLAIMED : only ? INCOMPLETE : SEVERAL;
  }

  /**
   * A repaired id hits somebody else's so seldom that even under another name, a nickname or one in
   * letters, people should look, as long as anything else of the row itself fits.
   */
  private void otherName(int row, long id, Slip slip, boolean only, boolean somebodyElse) {
    for (int at = matching.byId.first(id); at >= 0 && !somebodyElse; at = matching.byId.next(at)) {
      if (columns.list(at) != columns.list(row) && anythingFits(matching, row, at)) {
        found.add(new Candidate(row, at, Tier.NEARLY_REPAIRED_ID, lacking(false, only), slip));
        return;
      }
    }
  }

  /** Whether anything besides the numbers speaks for one person. */
  private static boolean anythingFits(Matching matching, int a, int b) {
    Columns columns = matching.columns;
    return sameSurname(columns, a, b)
        || columns.sameSchool(a, b)
        || Columns.same(columns.township[a], columns.township[b])
        || matching.family.related(a, b)
        || (columns.sameBirth(a, b) && columns.sameSex(a, b));
  }

  private static boolean sameSurname(Columns columns, int a, int b) {
    return columns.name[a] != 0
        && columns.name[b] != 0
        && columns.text(columns.name[a]).codePointAt(0)
            == columns.text(columns.name[b]).codePointAt(0);
  }

  /** Whether the list of {@code row} has the partner already, by id and by the very name. */
  private boolean ownedBeside(int row, int partner) {
    long id = columns.id[partner];
    for (int at = matching.byId.first(id); at >= 0; at = matching.byId.next(at)) {
      if (columns.list(at) == columns.list(row)
          && columns.name[at] != columns.name[row]
          && matching.names(at, partner).exact()) {
        return true;
      }
    }
    return false;
  }

  /** The row of another list with that id whose name is closest; the first of several. */
  private int closestName(int row, long id) {
    int best = -1;
    for (int at = matching.byId.first(id); at >= 0; at = matching.byId.next(at)) {
      boolean closer = best < 0 || matching.names(row, at).compareTo(matching.names(row, best)) < 0;
      if (columns.list(at) != columns.list(row) && closer) {
        best = at;
      }
    }
    return best;
  }

  /** Whether the row's own list has somebody with that id. */
  private boolean claimedBeside(int row, long id) {
    for (int at = matching.byId.first(id); at >= 0; at = matching.byId.next(at)) {
      if (columns.list(at) == columns.list(row)) {
        return true;
      }
    }
    return false;
  }

  private List<Long> claim(int row, long id) {
    return List.of((long) columns.list(row), id);
  }

  private boolean contested(Candidate pair) {
    return claims.getOrDefault(claim(pair), Set.of()).size() > 1;
  }

  private static Candidate lowered(Candidate pair, String reason) {
    return new Candidate(pair.left(), pair.right(), Tier.NEARLY_REPAIRED_ID, reason, pair.slip());
  }

  /** A pair that was not accepted does not keep the tier of those that were. */
  private void lowerOpen() {
    matching.open.replaceAll(
        pair -> pair.tier() == Tier.REPAIRED_ID ? lowered(pair, pair.reason()) : pair);
  }

  private void note(Candidate pair) {
    Slip slip = pair.slip();
    if (slip != null) {
      matching.note(Kind.ID_REPAIRED, pair.left(), pair.right(), Tier.REPAIRED_ID, slip.key());
    }
  }

  /** Valid ids one slip apart, with one name and one birth date, that no list holds both of. */
  private void nearIds() {
    LongBag wanted = apart();
    if (wanted.isEmpty()) {
      return;
    }
    Blocks byNameAndBirth =
        Blocks.of(columns.size(), row -> wanted.has(sameNameAndBirth(row)) ? nameAndBirth(row) : 0);
    for (int entry = 0; entry < byNameAndBirth.size(); entry++) {
      if (byNameAndBirth.leads(entry)) {
        nearIds(byNameAndBirth.rows(byNameAndBirth.key(entry)));
      }
    }
  }

  /**
   * The names and birth dates of people who are not on the first list, and may be on none of
   * somebody else's lists: of two people whom no list holds both of, one is such.
   */
  private LongBag apart() {
    int from = columns.kinds.isEmpty() ? 0 : columns.start(1);
    RowPairs found =
        Parts.find(
            columns.size() - from,
            (first, last, apart) -> {
              for (int row = from + first; row < from + last; row++) {
                if ((groups.lists(row) & 1) == 0 && matching.days.onAnotherList(row)) {
                  apart.add(nameAndBirth(row), row);
                }
              }
            });
    LongBag apart = new LongBag();
    for (int i = 0; i < found.size(); i++) {
      apart.add(found.key(i));
    }
    return apart;
  }

  private long sameNameAndBirth(int row) {
    return ((long) columns.name[row] << 32) | columns.birth[row];
  }

  /** Of rows with an id, unless the first row of the group stands for them. */
  private long nameAndBirth(int row) {
    int first = groups.of(row);
    boolean stoodFor =
        first != row
            && columns.name[first] == columns.name[row]
            && columns.birth[first] == columns.birth[row];
    return stoodFor || columns.id[row] == 0 || columns.name[row] == 0 ? 0 : sameNameAndBirth(row);
  }

  /** The first rows of the groups of {@code rows}, ascending. */
  private int[] people(int[] rows) {
    int[] people = new int[rows.length];
    for (int i = 0; i < rows.length; i++) {
      people[i] = groups.of(rows[i]);
    }
    Arrays.sort(people);
    int count = 0;
    for (int i = 0; i < people.length; i++) {
      if (i == 0 || people[i] != people[i - 1]) {
        people[count++] = people[i];
      }
    }
    return Arrays.copyOf(people, count);
  }

  private void nearIds(int[] rows) {
    int[] people = people(rows);
    if (people.length > matching.limits.blockRows().value()) {
      matching.tooLarge("name+birth", rows.length);
      return;
    }
    for (int i = 0; i < people.length; i++) {
      for (int j = i + 1; j < people.length; j++) {
        boolean near = Repairs.near(groups.id(people[i]), groups.id(people[j]));
        if (near && (groups.lists(people[i]) & groups.lists(people[j])) == 0) {
          matching.open.add(new Candidate(people[i], people[j], Tier.NEARLY_REPAIRED_ID, NEAR));
        }
      }
    }
  }
}

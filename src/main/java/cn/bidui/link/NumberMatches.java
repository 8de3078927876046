package cn.bidui.link;

import cn.bidui.link.IdentityNote.Kind;
import cn.bidui.link.Resolver.Knot;
import cn.bidui.link.name.NameAgreement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Tier 4: student numbers, and the id within one, where the ids themselves do not tell. */
final class NumberMatches {

  private static final String STUDENT_NUMBER = "student-number";
  private static final String UNSURE = "link.undecided.student-number";
  private static final String CHANGED = "link.undecided.id-changed";

  private final Matching matching;
  private final Columns columns;
  private final Groups groups;
  private final Resolver resolver;

  NumberMatches(Matching matching) {
    this.matching = matching;
    this.columns = matching.columns;
    this.groups = matching.groups;
    this.resolver = new Resolver(matching, STUDENT_NUMBER);
  }

  void find() {
    RowPairs pairs = new RowPairs();
    Rivals rivals = new Rivals(matching);
    eachPair(
        (a, b) -> {
          NameAgreement names = matching.names(a, b);
          if (names.agrees() && !groups.together(a, b)) {
            pairs.add(a, b);
            expect(names, a, b, rivals);
          }
        });
    rivals.look();
    List<Candidate> exact = new ArrayList<>();
    List<Candidate> similar = new ArrayList<>();
    for (int i = 0; i < pairs.size(); i++) {
      int a = (int) pairs.key(i);
      int b = pairs.row(i);
      boolean sure = matching.names(a, b).exact();
      take(a, b, rivals, sure ? exact : similar);
    }
    accept(resolver.resolve(exact, this::oneNumber));
    accept(resolver.resolve(similar, this::oneNumberOneName));
  }

  private interface Pairs {
    void take(int a, int b);
  }

  private static void expect(NameAgreement names, int a, int b, Rivals rivals) {
    if (!names.sure()) {
      rivals.expect(a, b);
      rivals.expect(b, a);
    }
  }

  /** Two valid ids that differ are one person only if the id was changed, and nothing else was. */
  private void take(int a, int b, Rivals rivals, List<Candidate> candidates) {
    if (!matching.names(a, b).sure() && speaksForTwo(a, b, rivals)) {
      matching.open.add(new Candidate(a, b, Tier.EMBEDDED_ID, UNSURE));
      return;
    }
    boolean twoIds = groups.id(a) != 0 && groups.id(b) != 0 && groups.id(a) != groups.id(b);
    boolean sure = matching.names(a, b).exact() && columns.sameBirth(a, b) && columns.sameSex(a, b);
    if (!twoIds || sure) {
      candidates.add(new Candidate(a, b, Tier.EMBEDDED_ID, twoIds ? CHANGED : UNSURE));
    } else {
      matching.open.add(new Candidate(a, b, Tier.EMBEDDED_ID, CHANGED));
    }
  }

  private boolean speaksForTwo(int a, int b, Rivals rivals) {
    return columns.birthsDiffer(a, b)
        || columns.sexesDiffer(a, b)
        || (matching.names(a, b) == NameAgreement.ONE_OF_SEVERAL && matching.farApart(a, b))
        || rivals.of(a, b)
        || rivals.of(b, a);
  }

  private void eachPair(Pairs pairs) {
    Map<Long, List<Integer>> carriers = carriers();
    carriers.forEach(
        (embedded, rows) -> {
          if (rows.size() > matching.mostOfOne()) {
            matching.tooLarge(STUDENT_NUMBER, rows.size());
          } else {
            eachPair(rows, oneOfEachName(matching.byId.all(embedded)), pairs);
          }
        });
    Blocks byNumber = Blocks.ofRepeated(columns.size(), this::ownNumber);
    for (int entry = 0; entry < byNumber.size(); entry++) {
      if (byNumber.leads(entry)) {
        oneStudentNumber(byNumber.rows(byNumber.key(entry)), pairs);
      }
    }
  }

  /** By the id in a student number: the rows that carry it, and do not have it themselves. */
  private Map<Long, List<Integer>> carriers() {
    Map<Long, List<Integer>> carriers = new LinkedHashMap<>();
    for (int row = 0; row < columns.size(); row++) {
      long embedded = columns.embedded[row];
      if (embedded != 0 && embedded != columns.id[row] && matching.byId.first(embedded) >= 0) {
        carriers.computeIfAbsent(embedded, none -> new ArrayList<>()).add(row);
      }
    }
    return carriers;
  }

  private static void eachPair(List<Integer> rows, int[] others, Pairs pairs) {
    for (int row : rows) {
      for (int other : others) {
        pairs.take(row, other);
      }
    }
  }

  /** The student number of a row, unless the first row of its group and name stands for it. */
  private long ownNumber(int row) {
    int first = groups.of(row);
    boolean stoodFor =
        first != row
            && columns.studentNumber(first) == columns.studentNumber(row)
            && columns.name[first] == columns.name[row];
    return stoodFor ? 0 : columns.studentNumber(row);
  }

  private void oneStudentNumber(int[] rows, Pairs pairs) {
    if (oneGroup(rows)) {
      return;
    }
    int[] firsts = oneOfEachName(rows);
    for (int i = 0; i < firsts.length; i++) {
      for (int j = i + 1; j < firsts.length; j++) {
        pairs.take(firsts[i], firsts[j]);
      }
    }
  }

  private boolean oneGroup(int[] rows) {
    for (int row : rows) {
      if (!groups.together(row, rows[0])) {
        return false;
      }
    }
    return true;
  }

  /** The first row of each group and name, as long as the number is no placeholder. */
  private int[] oneOfEachName(int[] rows) {
    Map<Long, Integer> firsts = new TreeMap<>();
    for (int row : rows) {
      firsts.putIfAbsent(((long) groups.of(row) << 32) | columns.name[row], row);
    }
    if (firsts.size() > matching.limits.namesOnOneNumber().value()) {
      matching.tooLarge(STUDENT_NUMBER, rows.length);
      return new int[0];
    }
    return firsts.values().stream().mapToInt(row -> row).sorted().toArray();
  }

  private void accept(List<Knot> knots) {
    for (Knot knot : knots) {
      int[] lacking = rowsWithoutId(knot);
      resolver.link(knot);
      noteMissing(lacking);
      noteChanged(knot);
    }
  }

  private int[] rowsWithoutId(Knot knot) {
    return knot.groups().stream()
        .filter(group -> groups.id(group) == 0)
        .flatMapToInt(group -> Arrays.stream(groups.members(group)))
        .toArray();
  }

  private void noteMissing(int[] rows) {
    for (int row : rows) {
      int holder = idHolder(row);
      if (holder >= 0) {
        Slip slip = columns.damaged[row] == 0 ? Slip.MISSING : Slip.STUDENT_NUMBER;
        matching.note(Kind.ID_REPAIRED, row, holder, Tier.EMBEDDED_ID, slip.key());
      }
    }
  }

  private int idHolder(int row) {
    return Arrays.stream(groups.members(row))
        .filter(r -> columns.id[r] != 0)
        .findFirst()
        .orElse(-1);
  }

  /** Whoever has another id than the row with the student number has to look into it. */
  private void noteChanged(Knot knot) {
    for (Candidate pair : knot.candidates()) {
      int carrier = pair.left();
      for (int row : groups.members(carrier)) {
        boolean twoIds = columns.id[carrier] != 0 && columns.id[row] != 0;
        if (twoIds && columns.id[carrier] != columns.id[row]) {
          matching.note(Kind.ID_REPAIRED, row, carrier, Tier.EMBEDDED_ID, Slip.CHANGED.key());
        }
      }
    }
  }

  /** At most one valid id, or two of which one was given up: same birth, same sex throughout. */
  private boolean oneNumber(Knot knot) {
    long[] ids =
        members(knot).mapToLong(row -> columns.id[row]).filter(id -> id != 0).distinct().toArray();
    return ids.length <= 1 || (ids.length == 2 && oneBirthAndSex(knot));
  }

  private boolean oneBirthAndSex(Knot knot) {
    int[] rows = members(knot).toArray();
    for (int a : rows) {
      for (int b : rows) {
        if (columns.birthsDiffer(a, b) || columns.sexesDiffer(a, b)) {
          return false;
        }
      }
    }
    return true;
  }

  /** As before, and no list has two names on the number: those are brothers or sisters. */
  private boolean oneNumberOneName(Knot knot) {
    int[] rows = members(knot).toArray();
    for (int a : rows) {
      for (int b : rows) {
        boolean twoInOneList =
            columns.list(a) == columns.list(b) && columns.name[a] != columns.name[b];
        if (twoInOneList || !matching.names(a, b).agrees()) {
          return false;
        }
      }
    }
    return oneNumber(knot);
  }

  private IntStream members(Knot knot) {
    return knot.groups().stream().flatMapToInt(group -> Arrays.stream(groups.members(group)));
  }
}

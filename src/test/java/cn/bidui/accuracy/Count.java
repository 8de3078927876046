package cn.bidui.accuracy;

import cn.bidui.link.Decision;
import cn.bidui.link.Undecided;
import cn.bidui.person.PersonName;
import cn.bidui.source.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Counts how right a linked world is. */
final class Count {

  /** What the lists hold of a person: rows that agree in all of it, nobody can tell apart. */
  private static final List<Field> TELLING =
      List.of(
          Field.CITIZEN_ID,
          Field.STUDENT_NUMBER,
          Field.SEX,
          Field.BIRTH_DATE,
          Field.SCHOOL_NAME,
          Field.GRADE,
          Field.CLASS_NAME,
          Field.GUARDIAN1_ID,
          Field.HOUSEHOLD_NUMBER);

  private static final List<Field> WEAK = List.of(Field.SEX, Field.GRADE, Field.CLASS_NAME);

  private static final List<String> ONE_EDIT =
      List.of("id-wrong-digit", "id-swapped", "id-wrong-check");

  private static final int BITS_A_BIN = 5;

  private final LinkedWorld world;
  private final Consumer<int[]> wrongOnes;
  private final Consumer<int[]> missedOnes;
  private final Tally tally = new Tally();
  private final int[] asked;

  private Count(LinkedWorld world, Consumer<int[]> wrongOnes, Consumer<int[]> missedOnes) {
    this.world = world;
    this.wrongOnes = wrongOnes;
    this.missedOnes = missedOnes;
    this.asked = new int[world.links.persons()];
  }

  /**
   * The counts of {@code world}.
   *
   * @param wrongOnes receives the rows of each wrong person
   * @param missedOnes receives the two rows of each pair that is neither linked nor asked about
   */
  static Tally of(LinkedWorld world, Consumer<int[]> wrongOnes, Consumer<int[]> missedOnes) {
    return new Count(world, wrongOnes, missedOnes).all();
  }

  private Tally all() {
    tally.rows = world.rows();
    tally.sentBack = world.lists.sentBack();
    tally.persons = world.links.persons();
    tally.links = tally.rows - tally.persons;
    tally.oversizedBlocks = world.links.oversizedBlocks().size();
    tally.nanos = world.nanos;
    questions();
    for (int[] person : LinkedWorld.groups(world.taken)) {
      taken(person);
    }
    for (int[] person : LinkedWorld.groups(world.truth)) {
      truly(person);
    }
    return tally;
  }

  /** Persons whom people would bring together by answering rightly are one in {@code asked}. */
  private void questions() {
    Arrays.setAll(asked, person -> person);
    tally.questions = world.links.undecided().size();
    for (Undecided pair : world.links.undecided()) {
      int left = world.number(pair.left(), pair.leftRow());
      int right = world.number(pair.right(), pair.rightRow());
      boolean same = world.truth[left] == world.truth[right];
      if (same) {
        tally.rightQuestions++;
        asked[root(world.taken[left])] = root(world.taken[right]);
      }
      weigh(tally.openByWeight, pair.weight(), same);
    }
  }

  private int root(int person) {
    int at = person;
    while (asked[at] != at) {
      at = asked[at];
    }
    return at;
  }

  private static void weigh(Map<Integer, long[]> bins, int weight, boolean right) {
    long[] counts =
        bins.computeIfAbsent(
            Math.floorDiv(weight, BITS_A_BIN * 100) * BITS_A_BIN, b -> new long[2]);
    counts[0]++;
    counts[1] += right ? 1 : 0;
  }

  private void taken(int[] rows) {
    for (int row : rows) {
      Decision decision = world.links.decision(world.kind(row), world.local(row));
      tally.askedRows += decision == Decision.UNDECIDED ? 1 : 0;
      tally.decidedRows += decision == Decision.UNDECIDED ? 0 : 1;
    }
    long mixed = 0;
    boolean apart = false;
    for (int i = 0; i < rows.length; i++) {
      for (int j = i + 1; j < rows.length; j++) {
        if (world.truth[rows[i]] != world.truth[rows[j]]) {
          mixed++;
          apart |= !sameToAnybody(rows[i], rows[j]);
        }
      }
    }
    if (rows.length > 1) {
      for (int row : rows) {
        int weight = world.links.weight(world.kind(row), world.local(row));
        weigh(tally.linkedByWeight, weight, mixed == 0);
      }
    }
    if (mixed > 0) {
      tally.wrongPersons++;
      tally.wrongPairs += mixed;
      tally.sameToAnybody += apart ? 0 : 1;
      tally.wrongKinds.merge((apart ? "" : "nobody could tell: ") + cause(rows), 1L, Long::sum);
      wrongOnes.accept(rows);
    }
  }

  /** Whether nothing that both rows hold tells them apart. */
  private boolean sameToAnybody(int a, int b) {
    if (world.table(a).name(world.local(a)) != world.table(b).name(world.local(b))) {
      return false;
    }
    for (Field field : TELLING) {
      int left = code(field, a);
      int right = code(field, b);
      if (left != right && left != 0 && right != 0) {
        return false;
      }
    }
    return true;
  }

  /** In what relation the rows stand, on what evidence, and what is wrong in them. */
  private String cause(int[] rows) {
    boolean family = Arrays.stream(rows).map(row -> family(row)).distinct().count() == 1;
    return (family ? "relatives" : "strangers") + ", tier " + tiers(rows) + ": " + errors(rows);
  }

  private int family(int row) {
    return world.lists.family(world.kind(row), world.local(row));
  }

  private String tiers(int[] rows) {
    TreeSet<String> tiers = new TreeSet<>();
    for (int row : rows) {
      tiers.add(world.links.tier(world.kind(row), world.local(row)).label());
    }
    return String.join("/", tiers);
  }

  private String errors(int... rows) {
    long bits = 0;
    for (int row : rows) {
      bits |= world.wrongBits(row);
    }
    List<String> errors = world.lists.wrong(bits);
    return errors.isEmpty() ? "nothing" : String.join(" + ", new TreeSet<>(errors));
  }

  private void truly(int[] rows) {
    for (int i = 0; i < rows.length; i++) {
      for (int j = i + 1; j < rows.length; j++) {
        if (world.list(rows[i]) != world.list(rows[j])) {
          pair(rows[i], rows[j]);
        }
      }
      slippedId(rows, i);
    }
  }

  private void pair(int a, int b) {
    boolean linked = linked(a, b);
    boolean queued = !linked && queued(a, b);
    tally.truePairs++;
    tally.linkedPairs += linked ? 1 : 0;
    tally.queuedPairs += queued ? 1 : 0;
    List<String> errors = world.lists.wrong(world.wrongBits(a) | world.wrongBits(b));
    for (String error : errors.isEmpty() ? List.of("nothing wrong") : errors) {
      long[] counts = tally.byError.computeIfAbsent(error, none -> new long[3]);
      counts[0]++;
      counts[1] += linked ? 1 : 0;
      counts[2] += queued ? 1 : 0;
    }
    if (!linked && !queued) {
      tally.nothingInCommon += somethingInCommon(a, b) ? 0 : 1;
      tally.missedKinds.merge(
          world.kind(a).code() + "-" + world.kind(b).code() + ": " + errors(a, b), 1L, Long::sum);
      missedOnes.accept(new int[] {a, b});
    }
  }

  /** Whether the rows share more than a name, a sex and a grade. */
  private boolean somethingInCommon(int a, int b) {
    return TELLING.stream()
        .filter(field -> !WEAK.contains(field))
        .anyMatch(field -> code(field, a) == code(field, b) && code(field, a) != 0);
  }

  private int code(Field field, int row) {
    return world.table(row).code(field, world.local(row));
  }

  private boolean linked(int a, int b) {
    return world.taken[a] == world.taken[b];
  }

  private boolean queued(int a, int b) {
    return root(world.taken[a]) == root(world.taken[b]);
  }

  /** An id with one edit, whose owner stands with the right one in another list. */
  private void slippedId(int[] rows, int at) {
    int row = rows[at];
    if (!oneEdit(row) || world.table(row).id(world.local(row)) != 0) {
      return;
    }
    int[] owners =
        Arrays.stream(rows)
            .filter(other -> world.list(other) != world.list(row))
            .filter(other -> idIsRight(other))
            .toArray();
    if (owners.length > 0) {
      tally.slippedIds++;
      if (Arrays.stream(owners).anyMatch(owner -> linked(row, owner))) {
        tally.slippedLinked++;
      } else if (Arrays.stream(owners).anyMatch(owner -> queued(row, owner))) {
        tally.slippedQueued++;
      }
    }
  }

  private boolean oneEdit(int row) {
    return world.lists.wrong(world.wrongBits(row)).stream().anyMatch(ONE_EDIT::contains);
  }

  private boolean idIsRight(int row) {
    boolean touched =
        world.lists.wrong(world.wrongBits(row)).stream().anyMatch(code -> code.startsWith("id-"));
    return !touched && world.table(row).id(world.local(row)) != 0;
  }

  /** A row on one line, for people who look for the cause. */
  static String line(LinkedWorld world, int row) {
    StringBuilder line = new StringBuilder();
    line.append(world.kind(row).code()).append(" row ").append(world.local(row));
    line.append(" person ").append(world.truth[row]);
    line.append(" tier ").append(world.links.tier(world.kind(row), world.local(row)).label());
    line.append(' ')
        .append(PersonName.of(world.table(row).text(Field.NAME, world.local(row))).folded());
    for (Field field : TELLING) {
      String text = world.table(row).text(field, world.local(row));
      if (!text.isEmpty()) {
        line.append(' ').append(field.code()).append('=').append(text);
      }
    }
    return line.append(' ').append(world.lists.wrong(world.wrongBits(row))).toString();
  }
}

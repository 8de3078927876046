package cn.bidui.link.compare;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.link.compare.Comparisons.Additions;
import cn.bidui.link.frame.Frame;
import cn.bidui.link.frame.MadeFrame;
import cn.bidui.link.frame.MadePlan;
import cn.bidui.link.name.NameAgreement;
import cn.bidui.link.name.NameComparer;
import cn.bidui.plan.LinkPlan.ComparisonKind;
import cn.bidui.plan.LinkPlan.FieldKind;
import cn.bidui.plan.LinkPlan.Outcome;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.ToIntBiFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What is counted many pairs at a time is what comparing the two texts plainly gives: every level,
 * of every pair of some hundred values that are alike more often than values of lists are.
 */
class HeldRowsTest {

  private static final int ROWS = 500;

  /** Every tenth value is missing. */
  private final SplittableRandom random = new SplittableRandom(20_251_102);

  @Test
  void names() {
    check(
        ComparisonKind.CHINESE_NAME,
        FieldKind.NAME,
        IntStream.range(0, ROWS).mapToObj(i -> name()).toList(),
        NameAgreement.values().length - 1,
        (a, b) -> a.equals(b) ? 1 : NameComparer.compare(a, b).ordinal() + 1);
  }

  @Test
  void days() {
    check(
        ComparisonKind.DATES,
        FieldKind.DATE,
        IntStream.range(0, ROWS).mapToObj(i -> day()).toList(),
        5,
        HeldRowsTest::day);
  }

  @Test
  void ids() {
    check(
        ComparisonKind.CITIZEN_ID,
        FieldKind.CITIZEN_ID,
        IntStream.range(0, ROWS).mapToObj(i -> id()).toList(),
        4,
        HeldRowsTest::id);
  }

  @Test
  void values() {
    check(
        ComparisonKind.EXACT,
        FieldKind.TEXT,
        IntStream.range(0, ROWS).mapToObj(i -> missing() ? "" : "s" + random.nextInt(9)).toList(),
        2,
        (a, b) -> a.equals(b) ? 1 : 2);
  }

  /** Slow comparisons are not made of pairs that they could not lift above what is asked for. */
  @Test
  void whatReachesIsExactAndTheRestIsLess() {
    MadePlan plan =
        new MadePlan(Outcome.CLUSTER)
            .field("name", FieldKind.NAME)
            .field("birth", FieldKind.DATE)
            .field("id", FieldKind.CITIZEN_ID)
            .field("school", FieldKind.TEXT)
            .compare("name", ComparisonKind.CHINESE_NAME, List.of())
            .compare("edits", ComparisonKind.EDITS, List.of(), false, List.of(), "school")
            .compare("words", ComparisonKind.WORDS, List.of(), false, List.of(), "school")
            .compare(
                "parts", ComparisonKind.NAME_PARTS, List.of(), false, List.of(), "name", "name")
            .compare("family", ComparisonKind.FAMILY, List.of(), false, List.of(), "id", "school")
            .compare("birth", ComparisonKind.DATES, List.of())
            .compare("id", ComparisonKind.CITIZEN_ID, List.of())
            .compare("school", ComparisonKind.EXACT, List.of());
    List<String> rows =
        IntStream.range(0, ROWS)
            .mapToObj(i -> String.join("|", name(), day(), id(), "s " + random.nextInt(9)))
            .toList();
    Frame frame = new MadeFrame(plan.fields()).list("a", rows).frame();
    Comparisons comparisons = Comparisons.of(frame, plan.plan());
    int reached = 0;
    for (int round = 0; round < 20; round++) {
      reached += reached(comparisons, rows.size(), weights(comparisons));
    }
    assertThat(reached).isBetween(20 * ROWS, 20 * ROWS * 50);
  }

  private int reached(Comparisons comparisons, int rows, long[][] weights) {
    int[] some = IntStream.range(0, 100).map(i -> random.nextInt(rows)).toArray();
    comparisons.hold(some, 0, some.length);
    Additions additions = comparisons.additions(weights);
    long[] found = new long[some.length];
    int reached = 0;
    for (int left = 0; left < rows; left++) {
      long least = random.nextLong(-500, 1500);
      comparisons.sums(left, additions, least, found);
      for (int j = 0; j < some.length; j++) {
        long sum = 0;
        for (int i = 0; i < weights.length; i++) {
          sum += weights[i][comparisons.get(i).level(left, some[j])];
        }
        if (sum >= least) {
          reached++;
          assertThat(found[j]).isEqualTo(sum);
        } else {
          assertThat(found[j]).isLessThan(least);
        }
      }
    }
    return reached;
  }

  /** Of some comparisons nothing speaks for a pair, of others nothing against it. */
  private long[][] weights(Comparisons comparisons) {
    long[][] weights = new long[comparisons.size()][];
    for (int i = 0; i < weights.length; i++) {
      int lowest = random.nextInt(-900, 200);
      weights[i] = new long[comparisons.get(i).levels()];
      for (int level = 1; level < weights[i].length; level++) {
        weights[i][level] = random.nextLong(lowest, lowest + 700L);
      }
    }
    return weights;
  }

  /**
   * Holds rows in parts of several sizes and compares with each row.
   *
   * @param levels how many levels but for missing must occur, so that the test tests something
   */
  private static void check(
      ComparisonKind kind,
      FieldKind field,
      List<String> rows,
      int levels,
      ToIntBiFunction<String, String> plain) {
    MadePlan plan = new MadePlan(Outcome.CLUSTER).field("x", field).compare("x", kind, List.of());
    Frame frame = new MadeFrame(plan.fields()).list("a", rows).frame();
    Comparisons comparisons = Comparisons.of(frame, plan.plan());
    int[] all = IntStream.range(0, rows.size()).toArray();
    Set<Integer> seen = new HashSet<>();
    for (int from = 0, size = 1; from < rows.size(); from += size, size = size % 70 + 13) {
      int to = Math.min(rows.size(), from + size);
      comparisons.hold(all, from, to);
      for (int left = 0; left < rows.size(); left++) {
        seen.addAll(compare(comparisons, rows, left, from, to, plain));
      }
    }
    assertThat(seen).hasSize(levels + 1);
  }

  private static List<Integer> compare(
      Comparisons comparisons,
      List<String> rows,
      int left,
      int from,
      int to,
      ToIntBiFunction<String, String> plain) {
    long[] found = new long[to - from];
    comparisons.patterns(left, found);
    List<Integer> levels = new ArrayList<>();
    for (int right = from; right < to; right++) {
      String a = rows.get(left);
      String b = rows.get(right);
      int level = a.isEmpty() || b.isEmpty() ? 0 : plain.applyAsInt(a, b);
      assertThat(found[right - from]).as("%s and %s", a, b).isEqualTo(level);
      levels.add(level);
    }
    return levels;
  }

  private boolean missing() {
    return random.nextInt(10) == 0;
  }

  /** Few characters, among them homophones, look-alikes, variants, marks, letters and dots. */
  private String name() {
    String surnames = "王李单欧林";
    String given = "伟炜玮薇磊雷晴睛明丽麗麟娜?";
    int shape = random.nextInt(12);
    String first = String.valueOf(surnames.charAt(random.nextInt(surnames.length())));
    String middle = String.valueOf(given.charAt(random.nextInt(given.length())));
    String last = String.valueOf(given.charAt(random.nextInt(given.length())));
    return switch (shape) {
      case 0 -> "";
      case 1, 2 -> first + middle;
      case 3 -> first + middle + last + middle;
      case 4 -> first + "lei";
      case 5 -> "阿依" + middle + "·买买" + last;
      case 6 -> "阿依" + middle;
      default -> first + middle + last;
    };
  }

  private String day() {
    int year = 2009 + random.nextInt(4);
    return missing()
        ? ""
        : "%d-%02d-%02d".formatted(year, 1 + random.nextInt(12), 1 + random.nextInt(28));
  }

  private static int day(String a, String b) {
    String left = a.replace("-", "");
    String right = b.replace("-", "");
    if (left.equals(right)) {
      return 1;
    }
    if (differing(left, right) == 1 || neighbors(left, right)) {
      return 2;
    }
    boolean year = left.substring(0, 4).equals(right.substring(0, 4));
    boolean turned =
        left.equals(right.substring(0, 4) + right.substring(6) + right.substring(4, 6));
    if (turned) {
      return 3;
    }
    return year ? 4 : 5;
  }

  private static long differing(String left, String right) {
    return IntStream.range(0, left.length()).filter(i -> left.charAt(i) != right.charAt(i)).count();
  }

  private static boolean neighbors(String left, String right) {
    return IntStream.range(1, left.length())
        .anyMatch(
            i ->
                (left.substring(0, i - 1)
                        + left.charAt(i)
                        + left.charAt(i - 1)
                        + left.substring(i + 1))
                    .equals(right));
  }

  /** Valid, or cut short, or empty; the digits that differ are few. */
  private String id() {
    long sequence = random.nextInt(2) * 100L + random.nextInt(3) * 10L + random.nextInt(2);
    long born = 20_120_508L + random.nextInt(4);
    String id = MadeFrame.id(990_101_00000000_000L + born * 1000 + 100 + sequence);
    int shape = random.nextInt(9);
    return switch (shape) {
      case 0 -> "";
      case 1 -> id.substring(0, 16 + random.nextInt(2));
      default -> id;
    };
  }

  private static int id(String a, String b) {
    if (a.equals(b)) {
      return 1;
    }
    if (a.length() == 18 && b.length() == 18) {
      return differing(a.substring(0, 17), b.substring(0, 17)) <= 2 ? 3 : 4;
    }
    int edits = new Edits().count(a, b);
    if (edits <= 1) {
      return 2;
    }
    return edits <= 3 ? 3 : 4;
  }
}

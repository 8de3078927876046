package cn.bidui.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.bidui.link.frame.Frame;
import cn.bidui.link.frame.MadeFrame;
import cn.bidui.link.frame.MadePlan;
import cn.bidui.link.weigh.LinkModel;
import cn.bidui.link.weigh.ModelText;
import cn.bidui.plan.LinkPlan;
import cn.bidui.plan.LinkPlan.ComparisonKind;
import cn.bidui.plan.LinkPlan.FieldKind;
import cn.bidui.plan.LinkPlan.Outcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Invented people, of whom the second list has every third with a slip. */
class PlanLinkerTest {

  private static final int PEOPLE = 600;

  @Test
  void everyoneFindsHimselfOnTheOtherList() {
    PlanLinks links = PlanLinker.link(frame(0), plan(Outcome.ONE_TO_ONE), null);
    assertThat(pairs(links.links()))
        .containsExactlyElementsOf(
            IntStream.range(0, PEOPLE).mapToObj(i -> i + "-" + (PEOPLE + i)).toList());
    assertThat(links.undecided().size()).isZero();
    assertThat(links.oversized()).isEmpty();
    assertThat(links.candidates()).isGreaterThanOrEqualTo(PEOPLE);
    assertThat(links.cluster(PEOPLE + 5)).isEqualTo(5);
    assertThat(links.model().pairs().get(0).trainedOn()).isEqualTo(links.candidates());
  }

  @Test
  void clustersAreFoundWithinListsToo() {
    PlanLinks links = PlanLinker.link(frame(0), plan(Outcome.CLUSTER), null);
    assertThat(IntStream.range(0, PEOPLE * 2).map(links::cluster).toArray())
        .containsExactly(IntStream.range(0, PEOPLE * 2).map(i -> i % PEOPLE).toArray());
    assertThat(links.model().pairs()).hasSize(3);
  }

  @Test
  void theOrderOfTheRowsChangesNothing() {
    PlanLinks links = PlanLinker.link(frame(0), plan(Outcome.ONE_TO_ONE), null);
    PlanLinks shuffled = PlanLinker.link(frame(41), plan(Outcome.ONE_TO_ONE), null);
    assertThat(ModelText.of(shuffled.model())).isEqualTo(ModelText.of(links.model()));
    assertThat(weights(shuffled.links())).isEqualTo(weights(links.links()));
  }

  @Test
  void anyNumberOfThreadsGivesTheSameLinksAndModel() {
    Frame frame = frame(0);
    LinkPlan plan = plan(Outcome.CLUSTER);
    List<String> results = new ArrayList<>();
    for (int threads : new int[] {1, 2, 4}) {
      results.add(
          new ForkJoinPool(threads)
              .submit(
                  () -> {
                    PlanLinks links = PlanLinker.link(frame, plan, null);
                    return ModelText.of(links.model()) + links(links.links());
                  })
              .join());
    }
    assertThat(results.get(1)).isEqualTo(results.get(0));
    assertThat(results.get(2)).isEqualTo(results.get(0));
  }

  @Test
  void aModelThatIsGivenDecides() {
    LinkPlan plan = plan(Outcome.ONE_TO_ONE);
    LinkModel model = PlanLinker.link(frame(0), plan, null).model();
    PlanLinks few =
        PlanLinker.link(
            new MadeFrame(madePlan(Outcome.ONE_TO_ONE).fields())
                .list("a", row(1))
                .list("b", row(1), row(2))
                .frame(),
            plan,
            model);
    assertThat(few.model()).isEqualTo(model);
    assertThat(pairs(few.links())).containsExactly("0-1");
  }

  @Test
  void aModelOfOtherListsOrComparisonsIsNotTaken() {
    LinkPlan plan = plan(Outcome.ONE_TO_ONE);
    LinkModel model = PlanLinker.link(frame(0), plan, null).model();
    Frame others =
        new MadeFrame(madePlan(Outcome.ONE_TO_ONE).fields()).list("x", row(1)).list("y").frame();
    assertThatThrownBy(() -> PlanLinker.link(others, plan, model))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the model is of other lists");
    LinkPlan more =
        madePlan(Outcome.ONE_TO_ONE).compare("town", ComparisonKind.EXACT, List.of()).plan();
    assertThatThrownBy(() -> PlanLinker.link(frame(0), more, model))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the model is of other comparisons");
  }

  @Test
  void rowsThatNoOneCanTellApartAreLeftToAPerson() {
    LinkModel model = PlanLinker.link(frame(0), plan(Outcome.ONE_TO_ONE), null).model();
    PlanLinks links =
        PlanLinker.link(
            new MadeFrame(madePlan(Outcome.ONE_TO_ONE).fields())
                .list("a", row(1), row(1))
                .list("b", row(1))
                .frame(),
            plan(Outcome.ONE_TO_ONE),
            model);
    assertThat(links.links().size()).isZero();
    assertThat(pairs(links.undecided())).containsExactly("0-2", "1-2");
  }

  @Test
  void belowTheThresholdAPersonDecides() {
    LinkPlan plan = madePlan(Outcome.ONE_TO_ONE).threshold(100_000).review(0).plan();
    PlanLinks links = PlanLinker.link(frame(0), plan, null);
    assertThat(links.links().size()).isZero();
    assertThat(links.undecided().size()).isEqualTo(PEOPLE);
    assertThat(links.undecided().weight(0)).isBetween(0, 10_000);
    assertThat(links.undecided().pass(0)).isZero();
  }

  @Test
  void emptyListsHaveNoLinks() {
    Frame empty =
        new MadeFrame(madePlan(Outcome.ONE_TO_ONE).fields()).list("a", row(1)).list("b").frame();
    PlanLinks links = PlanLinker.link(empty, plan(Outcome.ONE_TO_ONE), null);
    assertThat(links.links().size()).isZero();
    assertThat(links.model().pairs().get(0).trainedOn()).isZero();
  }

  @Test
  void oneNameForEveryoneIsReportedNotCompared() {
    LinkPlan plan = madePlan(Outcome.ONE_TO_ONE).blockRows(100).plan();
    List<String> rows = IntStream.range(0, 400).mapToObj(i -> "lin|1990-01-01|1|t").toList();
    Frame frame = new MadeFrame(plan.fields()).list("a", rows).list("b", rows).frame();
    PlanLinks links = PlanLinker.link(frame, plan, null);
    assertThat(links.links().size()).isZero();
    assertThat(links.oversized()).hasSize(3);
    assertThat(links.oversized().get(0).pairs()).isEqualTo(160_000);
  }

  @Test
  void ofThreeListsNobodyGetsTwoRowsOfOne() {
    LinkModel model =
        PlanLinker.link(
                threeLists(List.of(row(1)), List.of(row(2)), List.of()),
                plan(Outcome.ONE_TO_ONE),
                null)
            .model();
    String[] cells = row(1).split("\\|", -1);
    String otherNumber = cells[0] + "|" + cells[1] + "|5|";
    String otherName = "other|" + cells[1] + "|" + cells[2] + "|";
    PlanLinks links =
        PlanLinker.link(
            threeLists(
                List.of(cells[0] + "|" + cells[1] + "||", otherName),
                List.of(row(1)),
                List.of(otherNumber)),
            plan(Outcome.ONE_TO_ONE),
            model);
    for (int row = 0; row < 2; row++) {
      assertThat(links.cluster(row)).isEqualTo(row);
    }
  }

  private static Frame threeLists(List<String> a, List<String> b, List<String> c) {
    return new MadeFrame(madePlan(Outcome.ONE_TO_ONE).fields())
        .list("a", a)
        .list("b", b)
        .list("c", c)
        .frame();
  }

  @Test
  void threeListsGiveEachPersonOneRowOfEach() {
    List<String> rows = IntStream.range(0, PEOPLE).mapToObj(PlanLinkerTest::row).toList();
    List<String> slipped =
        IntStream.range(0, PEOPLE).mapToObj(i -> i % 3 == 0 ? slipped(i) : row(i)).toList();
    PlanLinks links =
        PlanLinker.link(threeLists(rows, slipped, rows), plan(Outcome.ONE_TO_ONE), null);
    assertThat(IntStream.range(0, PEOPLE * 3).map(links::cluster).toArray())
        .containsExactly(IntStream.range(0, PEOPLE * 3).map(i -> i % PEOPLE).toArray());
    assertThat(links.links().size()).isEqualTo(3 * PEOPLE);
  }

  private static LinkPlan plan(Outcome outcome) {
    return madePlan(outcome).plan();
  }

  private static MadePlan madePlan(Outcome outcome) {
    return new MadePlan(outcome)
        .field("name", FieldKind.TEXT)
        .field("birth", FieldKind.DATE)
        .field("number", FieldKind.CODE)
        .field("town", FieldKind.TEXT)
        .pass("number")
        .pass("name", "birth")
        .pass("name", "town")
        .compare("name", ComparisonKind.RELATIVE_EDITS, List.of(), true, List.of())
        .compare("birth", ComparisonKind.DATES, List.of())
        .compare("number", ComparisonKind.EDITS, List.of(100));
  }

  /** Everyone on list a, and on list b, in an order of its own where {@code seed} is not 0. */
  private static Frame frame(int seed) {
    List<String> first = new ArrayList<>();
    List<String> second = new ArrayList<>();
    for (int i = 0; i < PEOPLE; i++) {
      first.add(row(i));
      second.add(i % 3 == 0 ? slipped(i) : row(i));
    }
    if (seed != 0) {
      Collections.shuffle(first, new Random(seed));
      Collections.shuffle(second, new Random(seed + 1));
    }
    return new MadeFrame(madePlan(Outcome.CLUSTER).fields())
        .list("a", first)
        .list("b", second)
        .frame();
  }

  private static String row(int i) {
    return name(i) + "|" + birth(i) + "|" + number(i) + "|town " + i % 7;
  }

  private static String slipped(int i) {
    return switch (i / 3 % 3) {
      case 0 -> name(i) + "x|" + birth(i) + "|" + number(i) + "|town " + i % 7;
      case 1 -> name(i) + "||" + number(i) + "|";
      default -> name(i) + "|" + birth(i) + "|" + (number(i) + 1) + "|town " + i % 7;
    };
  }

  private static String name(int i) {
    return "n" + Integer.toString(i * 7919 % 10007, 26) + " " + (char) ('a' + i % 23) + "eta";
  }

  private static String birth(int i) {
    return "%d-%02d-%02d".formatted(1950 + i * 7 % 60, 1 + i * 5 % 12, 1 + i * 11 % 28);
  }

  private static long number(int i) {
    return 1_000_003L * (i + 17) % 9_999_991L * 3;
  }

  private static List<String> pairs(PairList list) {
    return IntStream.range(0, list.size())
        .mapToObj(i -> list.left(i) + "-" + list.right(i))
        .toList();
  }

  private static String links(PairList list) {
    return IntStream.range(0, list.size())
        .mapToObj(i -> list.left(i) + "-" + list.right(i) + " " + list.weight(i))
        .toList()
        .toString();
  }

  private static Set<Integer> weights(PairList list) {
    Set<Integer> weights = new TreeSet<>();
    IntStream.range(0, list.size()).forEach(i -> weights.add(list.weight(i)));
    return weights;
  }
}

package cn.bidui.link.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cn.bidui.link.frame.Frame;
import cn.bidui.link.frame.MadeFrame;
import cn.bidui.link.frame.MadePlan;
import cn.bidui.plan.LinkPlan.FieldKind;
import cn.bidui.plan.LinkPlan.KeyPart;
import cn.bidui.plan.LinkPlan.KeyShape;
import cn.bidui.plan.LinkPlan.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CandidatePairsTest {

  @Test
  void onlyRowsOfDifferentListsAreComparedOneToOne() {
    MadePlan plan = plan(Outcome.ONE_TO_ONE).pass("name");
    Frame frame = frame(plan, List.of("lin|1", "lin|2"), List.of("lin|3", "wu|4"));
    assertThat(told(frame, plan)).containsExactly("0-2 by 0", "1-2 by 0");
  }

  @Test
  void rowsOfOneListAreComparedForClusters() {
    MadePlan plan = plan(Outcome.CLUSTER).pass("name");
    Frame frame = frame(plan, List.of("lin|1", "lin|2"), List.of("lin|3", "wu|4"));
    assertThat(told(frame, plan)).containsExactly("0-1 by 0", "0-2 by 0", "1-2 by 0");
  }

  @Test
  void aPairBelongsToTheFirstPassThatFindsIt() {
    MadePlan plan = plan(Outcome.ONE_TO_ONE).pass("name").pass("code").pass("name", "code");
    Frame frame = frame(plan, List.of("lin|1", "wu|1"), List.of("lin|1"));
    assertThat(told(frame, plan)).containsExactly("0-2 by 0", "1-2 by 1");
  }

  @Test
  void aRowThatSaysNothingHasNoKey() {
    MadePlan plan = plan(Outcome.ONE_TO_ONE).pass("name", "code");
    Frame frame = frame(plan, List.of("lin|", "|1"), List.of("lin|", "|1"));
    assertThat(told(frame, plan)).isEmpty();
  }

  @Test
  void textsOneSlipApartMeetOnceThoughTheyShareSeveralKeys() {
    MadePlan plan = plan(Outcome.ONE_TO_ONE).keys("slips", part(KeyShape.DELETIONS));
    Frame frame = frame(plan, List.of("|1234"), List.of("|1234", "|1243", "|124", "|1299"));
    assertThat(told(frame, plan)).containsExactly("0-1 by 0", "0-2 by 0", "0-3 by 0");
  }

  @Test
  void anEarlierPassOfSeveralKeysTakesItsPairsToo() {
    MadePlan plan = plan(Outcome.ONE_TO_ONE).keys("slips", part(KeyShape.DELETIONS)).pass("name");
    Frame frame = frame(plan, List.of("lin|1234"), List.of("lin|1243", "lin|9876"));
    assertThat(told(frame, plan)).containsExactly("0-1 by 0", "0-2 by 1");
  }

  @Test
  void aBlockThatIsTooLargeIsReportedAndLeftToFinerPasses() {
    MadePlan plan = plan(Outcome.ONE_TO_ONE).pass("name").pass("name", "code").blockRows(3);
    Frame frame = frame(plan, List.of("lin|1", "lin|2", "wu|3"), List.of("lin|1", "lin|4"));
    CandidatePairs candidates = CandidatePairs.of(frame, plan.plan());
    assertThat(candidates.oversized())
        .containsExactly(new Oversized("name", List.of("name"), 4, 4));
    assertThat(told(frame, plan)).containsExactly("0-3 by 1");
  }

  @Test
  void aPairUnderATooLargeKeyIsToldUnderAnotherOne() {
    MadePlan plan = plan(Outcome.ONE_TO_ONE).keys("slips", part(KeyShape.DELETIONS)).blockRows(3);
    Frame frame = frame(plan, List.of("|ab", "|ac", "|ad"), List.of("|ab", "|xb"));
    assertThat(told(frame, plan)).containsExactly("0-3 by 0", "0-4 by 0");
    assertThat(CandidatePairs.of(frame, plan.plan()).oversized())
        .containsExactly(new Oversized("slips", List.of("code"), 4, 3));
  }

  @Test
  void aLargeBlockOfOneListIsNothingToReport() {
    MadePlan plan = plan(Outcome.ONE_TO_ONE).pass("name").blockRows(2);
    Frame frame = frame(plan, List.of("lin|1", "lin|2", "lin|3"), List.of("wu|4"));
    assertThat(CandidatePairs.of(frame, plan.plan()).oversized()).isEmpty();
  }

  @Test
  void namesMeetByTheirReadings() {
    MadePlan plan = plan(Outcome.ONE_TO_ONE).keys("sound", new KeyPart("name", KeyShape.SOUND, 0));
    Frame frame = frame(plan, List.of("a|1"), List.of("b|2", "c|3"));
    CandidatePairs candidates =
        CandidatePairs.of(
            frame, plan.plan(), name -> name.equals("c") ? List.of("z") : List.of("x", name));
    assertThat(told(candidates)).containsExactly("0-1 by 0");
  }

  @Test
  void anyNumberOfThreadsTellsTheSamePairs() {
    MadePlan plan =
        plan(Outcome.CLUSTER).pass("name").pass("code").keys("slips", part(KeyShape.DELETIONS));
    List<String> rows =
        IntStream.range(0, 600).mapToObj(i -> "n" + i % 3 + "|" + i * 31 % 500).toList();
    Frame frame = frame(plan, rows, List.of());
    List<String> one = new ForkJoinPool(1).submit(() -> told(frame, plan)).join();
    assertThat(one).doesNotHaveDuplicates().hasSizeGreaterThan(50_000);
    assertThat(new ForkJoinPool(2).submit(() -> told(frame, plan)).join()).isEqualTo(one);
    assertThat(new ForkJoinPool(4).submit(() -> told(frame, plan)).join()).isEqualTo(one);
  }

  @Test
  void aSampleIsOfRowsWhateverTheirOrder() {
    for (Outcome outcome : List.of(Outcome.ONE_TO_ONE, Outcome.CLUSTER)) {
      MadePlan plan = plan(outcome).pass("name").keys("slips", part(KeyShape.DELETIONS));
      List<String> rows =
          IntStream.range(0, 900).mapToObj(i -> "n" + i % 300 + "|" + i * 31 % 300).toList();
      List<String> turned = new ArrayList<>(rows);
      Collections.reverse(turned);
      List<String> all = words(plan, rows, null);
      List<String> some = words(plan, rows, 2);
      assertThat(new HashSet<>(all).containsAll(some)).isTrue();
      assertThat(words(plan, turned, 2)).isEqualTo(some);
      assertThat(share(some, all, pair -> true)).isCloseTo(.25, within(.05));
      assertThat(share(some, all, CandidatePairsTest::alike)).isCloseTo(.25, within(.06));
    }
  }

  @Test
  void pairsFoundAreCountedByTheirLists() {
    MadePlan plan = plan(Outcome.CLUSTER).pass("name").pass("code");
    Frame frame = frame(plan, List.of("lin|1", "lin|2", "wu|1"), List.of("lin|1", "wu|4"));
    assertThat(CandidatePairs.of(frame, plan.plan()).found()).containsExactly(1 + 1, 3 + 2, 0);
  }

  /** Rows that say the same choose the same, and are as often in the sample as others. */
  private static boolean alike(String pair) {
    int dash = pair.indexOf('-');
    return pair.substring(0, dash).equals(pair.substring(dash + 1));
  }

  private static double share(List<String> some, List<String> all, Predicate<String> such) {
    return (double) some.stream().filter(such).count() / all.stream().filter(such).count();
  }

  /** Pairs by what their rows say, the smaller text first; one row in 2^bits is chosen. */
  private static List<String> words(MadePlan plan, List<String> rows, @Nullable Integer bits) {
    List<String> both = new ArrayList<>(rows);
    both.addAll(rows);
    Frame frame = frame(plan, rows, rows);
    CandidatePairs candidates = CandidatePairs.of(frame, plan.plan());
    int[] hashes = both.stream().mapToInt(row -> (row.hashCode() * 0x9E3779B9) >>> 7).toArray();
    int[] all = new int[candidates.lists().size()];
    Arrays.fill(all, bits == null ? 0 : bits);
    PairSample sample = bits == null ? null : new PairSample(candidates.lists(), hashes, all);
    List<String> pairs = new ArrayList<>();
    for (Told told : candidates.read(Told::new, sample)) {
      for (String pair : told.pairs) {
        int dash = pair.indexOf('-');
        int left = Integer.parseInt(pair.substring(0, dash));
        int right = Integer.parseInt(pair.substring(dash + 1, pair.indexOf(' ')));
        String a = both.get(left);
        String b = both.get(right);
        boolean oneList = left / rows.size() == right / rows.size();
        pairs.add(oneList && a.compareTo(b) > 0 ? b + "-" + a : a + "-" + b);
      }
    }
    Collections.sort(pairs);
    return pairs;
  }

  private static KeyPart part(KeyShape shape) {
    return new KeyPart("code", shape, 0);
  }

  private static MadePlan plan(Outcome outcome) {
    return new MadePlan(outcome).field("name", FieldKind.TEXT).field("code", FieldKind.CODE);
  }

  private static Frame frame(MadePlan plan, List<String> left, List<String> right) {
    return new MadeFrame(plan.fields()).list("a", left).list("b", right).frame();
  }

  private static List<String> told(Frame frame, MadePlan plan) {
    return told(CandidatePairs.of(frame, plan.plan()));
  }

  private static List<String> told(CandidatePairs candidates) {
    List<String> pairs = new ArrayList<>();
    candidates.read(Told::new).forEach(reader -> pairs.addAll(reader.pairs));
    Collections.sort(pairs);
    return pairs;
  }

  private static final class Told implements PairReader {

    private final List<String> pairs = new ArrayList<>();

    @Override
    public void read(BlockPairs of) {
      for (int i = of.leftFrom(); i < of.leftTo(); i++) {
        int left = of.rows()[i];
        int[] fresh = new int[of.to() - of.from()];
        int count = of.fresh(left, of.from(), of.to(), fresh);
        assertThat(count == fresh.length || !of.all()).isTrue();
        for (int j = 0; j < count; j++) {
          pairs.add(left + "-" + of.rows()[of.from() + fresh[j]] + " by " + of.pass());
        }
      }
    }
  }
}

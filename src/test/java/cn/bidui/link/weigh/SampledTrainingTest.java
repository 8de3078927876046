package cn.bidui.link.weigh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cn.bidui.link.block.CandidatePairs;
import cn.bidui.link.compare.Comparisons;
import cn.bidui.link.frame.Frame;
import cn.bidui.link.frame.MadeFrame;
import cn.bidui.link.frame.MadePlan;
import cn.bidui.link.weigh.LinkModel.PairWeights;
import cn.bidui.plan.LinkPlan.ComparisonKind;
import cn.bidui.plan.LinkPlan.FieldKind;
import cn.bidui.plan.LinkPlan.Outcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Of very many candidates a sample teaches what all of them do. */
class SampledTrainingTest {

  private static final int PUPILS = 12_000;

  private final List<String> roll = new ArrayList<>();
  private final List<String> aid = new ArrayList<>();

  SampledTrainingTest() {
    SplittableRandom random = new SplittableRandom(20_251_102);
    for (int i = 0; i < PUPILS; i++) {
      String name = "n" + random.nextInt(900);
      String day = "2012-%02d-%02d".formatted(1 + random.nextInt(12), 1 + random.nextInt(28));
      String school = "s" + random.nextInt(20);
      String sex = random.nextBoolean() ? "男" : "女";
      String id = MadeFrame.id(990_101_20120101_000L + i % 1000 + i / 1000 * 1000L);
      roll.add(String.join("|", id, name, day, school, sex));
      String otherSchool = random.nextInt(10) == 0 ? "s" + random.nextInt(20) : school;
      String noSex = random.nextInt(5) == 0 ? "" : sex;
      aid.add(String.join("|", id, name, day, otherSchool, noSex));
    }
  }

  @Test
  void itsWeightsAreNearThoseOfAll() {
    PairWeights all = train(Long.MAX_VALUE);
    PairWeights some = train(20_000);
    assertThat(all.trainedOn()).isGreaterThan(100_000);
    assertThat(some.trainedOn()).isBetween(all.trainedOn() / 20, all.trainedOn() / 6);
    assertThat(some.prior()).isCloseTo(all.prior(), within(20));
    for (int i = 0; i < all.weights().size(); i++) {
      int same = all.weights().get(i).get(1);
      assertThat(some.weights().get(i).get(1)).isCloseTo(same, within(30));
    }
  }

  @Test
  void inAnyOrderOfTheRows() {
    PairWeights some = train(20_000);
    Collections.shuffle(roll, new Random(1));
    Collections.shuffle(aid, new Random(2));
    assertThat(train(20_000)).isEqualTo(some);
  }

  /** Whoever stands there twice under one id is in the sample as often as any other pair. */
  @Test
  void withinOneListToo() {
    List<String> both = new ArrayList<>(roll);
    both.addAll(aid);
    PairWeights all = train(Outcome.CLUSTER, Long.MAX_VALUE, both, List.of());
    PairWeights some = train(Outcome.CLUSTER, 50_000, both, List.of());
    assertThat(some.trainedOn()).isBetween(all.trainedOn() / 40, all.trainedOn() / 4);
    assertThat(some.prior()).isCloseTo(all.prior(), within(20));
  }

  private PairWeights train(long most) {
    return train(Outcome.ONE_TO_ONE, most, roll, aid);
  }

  private static PairWeights train(
      Outcome outcome, long most, List<String> left, List<String> right) {
    MadePlan plan =
        new MadePlan(outcome)
            .field("id", FieldKind.CITIZEN_ID)
            .field("name", FieldKind.TEXT)
            .field("birth", FieldKind.DATE)
            .field("school", FieldKind.TEXT)
            .field("sex", FieldKind.SEX)
            .pass("name")
            .pass("birth", "school")
            .compare("name", ComparisonKind.EXACT, List.of())
            .compare("birth", ComparisonKind.DATES, List.of())
            .compare("school", ComparisonKind.EXACT, List.of())
            .compare("sex", ComparisonKind.EXACT, List.of());
    Frame frame = new MadeFrame(plan.fields()).list("a", left).list("b", right).frame();
    CandidatePairs candidates = CandidatePairs.of(frame, plan.plan());
    return Training.train(frame, plan.plan(), candidates, Comparisons.of(frame, plan.plan()), most)
        .pairs()
        .get(0);
  }
}

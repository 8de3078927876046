package cn.bidui.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.bidui.link.weigh.LinkModel;
import cn.bidui.link.weigh.LinkModel.PairWeights;
import cn.bidui.plan.LinkPlan;
import cn.bidui.plan.LinkPlan.Outcome;
import cn.bidui.plan.Mistakes;
import cn.bidui.source.ListKind;
import cn.bidui.source.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class PersonPlanTest {

  private static final LinkModel SHIPPED = LinkLimits.defaults().weights();

  private static LinkPlan read(String text) {
    Mistakes mistakes = new Mistakes();
    LinkPlan plan = LinkPlan.read("person.yml", text, mistakes).orElseThrow();
    assertThat(mistakes.none()).isTrue();
    return plan;
  }

  private static String shippedText() throws IOException {
    return Files.readString(Path.of("jobs/link/person.yml"));
  }

  @Test
  void theNumbersThatHoldAreThoseOfTheFileInJobs() throws IOException {
    LinkPlan plan = read(shippedText());
    assertThat(plan.outcome()).isEqualTo(Outcome.PERSON);
    assertThat(LinkLimits.of(plan)).isEqualTo(LinkLimits.defaults());
    assertThat(LinkLimits.shippedPlan()).isEqualTo(plan);
  }

  @Test
  void everyRespectHasItsWeightsInThePlanItself() {
    assertThat(LinkLimits.shippedPlan().comparisons())
        .extracting(LinkPlan.LinkComparison::name)
        .containsExactlyElementsOf(Respect.codes());
    PairWeights any = SHIPPED.pairs().get(0);
    for (Respect respect : Respect.values()) {
      assertThat(any.weights().get(respect.ordinal())).hasSize(respect.levels());
    }
    assertThat(any.prior()).isEqualTo(-1700);
  }

  @Test
  void closerLevelsNeverSayLess() {
    for (List<Integer> levels : SHIPPED.pairs().get(0).weights()) {
      assertThat(levels.subList(1, levels.size()))
          .isSortedAccordingTo((a, b) -> Integer.compare(b, a));
    }
  }

  @Test
  void anotherPlanChangesTheNumbersAndKeepsTheRest() throws IOException {
    String text =
        shippedText()
            .replace("value: -17\n", "value: -20\n")
            .replace("priors: [1, -5]", "priors: [0.9, -7.5]")
            .replace("school-name: {kind: exact, fields: [school-name], priors: [5, -0.5]}", "");
    LinkLimits limits = LinkLimits.of(read(text));
    PairWeights any = limits.weights().pairs().get(0);
    assertThat(any.prior()).isEqualTo(-2000);
    assertThat(any.weights().get(Respect.SEX.ordinal())).containsExactly(0, 90, -750);
    assertThat(any.weights().get(Respect.SCHOOL.ordinal())).containsExactly(0, 500, -50);
    assertThat(limits).isNotEqualTo(LinkLimits.defaults());
  }

  @Test
  void whatAPlanDoesNotSayIsAsShipped() throws IOException {
    String text = shippedText();
    String bare =
        text.substring(0, text.indexOf("threshold:")) + text.substring(text.indexOf("lists:"));

    LinkLimits limits = LinkLimits.of(read(bare));

    LinkLimits shipped = LinkLimits.defaults();
    assertThat(limits.threshold().value()).isEqualTo(shipped.threshold().value());
    assertThat(limits.review().value()).isEqualTo(shipped.review().value());
    assertThat(limits.blockRows().value()).isEqualTo(shipped.blockRows().value());
    assertThat(limits.weights()).isEqualTo(shipped.weights());
  }

  @Test
  void aModelOfOtherComparisonsIsNotUsed() {
    LinkModel other = new LinkModel("person", List.of("name"), SHIPPED.pairs());
    assertThat(LinkLimits.defaults().weighingBy(other)).isEqualTo(LinkLimits.defaults());
    LinkModel short1 =
        new LinkModel(
            "person",
            SHIPPED.comparisons(),
            List.of(
                SHIPPED.pairs().get(0), new PairWeights("roll", "aid", 0, List.of(List.of(0)), 5)));
    assertThat(LinkLimits.defaults().weighingBy(short1)).isEqualTo(LinkLimits.defaults());
    assertThatThrownBy(() -> new PersonWeights(other, List.of(ListKind.ROLL)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void listsWithWeightsOfTheirOwnUseThemInWhicheverOrder() {
    PairWeights any = SHIPPED.pairs().get(0);
    PairWeights own = new PairWeights("aid", "roll", -900, any.weights(), 77);
    LinkModel model = new LinkModel("person", SHIPPED.comparisons(), List.of(any, own));
    PersonWeights weights =
        new PersonWeights(model, List.of(ListKind.ROLL, ListKind.AID, ListKind.HOUSEHOLDS));
    assertThat(weights.prior(0, 1)).isEqualTo(-900);
    assertThat(weights.prior(1, 0)).isEqualTo(-900);
    assertThat(weights.prior(0, 2)).isEqualTo(-1700);
  }

  @Test
  void everyLevelHasItsWordsInBothLanguages() {
    for (Respect respect : Respect.values()) {
      for (int level = 0; level < respect.levels(); level++) {
        String key = respect.key(level);
        assertThat(Messages.ZH.has(key) && Messages.EN.has(key)).as(key).isTrue();
      }
    }
  }
}

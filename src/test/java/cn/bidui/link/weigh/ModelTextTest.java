package cn.bidui.link.weigh;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.link.weigh.LinkModel.PairWeights;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModelTextTest {

  private static final String TEXT =
      """
      model febrl4
      lists a b prior -1229 trained-on 51241
        birth 0 1507 466 -451
        state 0 208 -566
      lists b b prior -900 trained-on 0
        birth 0 1500 400 -450
        state 0 200 -500
      """;

  private final LinkModel model =
      new LinkModel(
          "febrl4",
          List.of("birth", "state"),
          List.of(
              new PairWeights(
                  "a",
                  "b",
                  -1229,
                  List.of(List.of(0, 1507, 466, -451), List.of(0, 208, -566)),
                  51241),
              new PairWeights(
                  "b", "b", -900, List.of(List.of(0, 1500, 400, -450), List.of(0, 200, -500)), 0)));

  @Test
  void aModelIsWrittenLineByLine() {
    assertThat(ModelText.of(model)).isEqualTo(TEXT);
  }

  @Test
  void whatIsWrittenIsReadAgain() {
    assertThat(ModelText.read(TEXT)).contains(model);
  }

  @Test
  void whatIsNotTheTextOfAModelIsNone() {
    assertThat(ModelText.read("")).isEmpty();
    assertThat(ModelText.read("model x\nlists a b")).isEmpty();
    assertThat(ModelText.read(TEXT + "\n")).isEmpty();
    assertThat(ModelText.read(TEXT.replace("208", "much"))).isEmpty();
    assertThat(ModelText.read(TEXT.replace("208", "0208"))).isEmpty();
  }

  @Test
  void anotherModelHasAnotherVersion() {
    LinkModel other = new LinkModel("febrl3", model.comparisons(), model.pairs());
    assertThat(ModelText.version(model)).hasSize(16).isEqualTo(ModelText.version(model));
    assertThat(ModelText.version(other)).isNotEqualTo(ModelText.version(model));
  }
}

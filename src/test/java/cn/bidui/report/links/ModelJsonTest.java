package cn.bidui.report.links;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.link.weigh.LinkModel;
import cn.bidui.link.weigh.LinkModel.PairWeights;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelJsonTest {

  private static final LinkModel MODEL =
      new LinkModel(
          "demo",
          List.of("name", "birth"),
          List.of(
              new PairWeights(
                  "a", "b", -1234, List.of(List.of(0, 950, -410), List.of(0, 1200, -7)), 56789L)));

  @Test
  void aModelIsReadAsItWasWritten() {
    assertThat(ModelJson.read(ModelJson.write(MODEL))).contains(MODEL);
  }

  @Test
  void theFileSaysItsUnit() {
    assertThat(ModelJson.write(MODEL)).contains("\"unit\" : \"hundredths of a bit\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{}",
        "{\"plan\": 7}",
        "{\"plan\": \"x\", \"comparisons\": \"name\"}",
        "{\"comparisons\": [\"a\"], \"pairs\": [{\"weights\": [[1.5]]}]}",
        "{\"comparisons\": [\"a\"]} more",
        "no JSON at all"
      })
  void whatIsNoModelIsNothing(String text) {
    assertThat(ModelJson.read(text)).isEmpty();
  }

  @Test
  void whatLaterVersionsAddIsPassedOver() {
    assertThat(
            ModelJson.read(
                "{\"new\": {\"x\": [1]}, \"comparisons\": [\"a\"], \"pairs\": [{\"new\": [2]}]}"))
        .hasValueSatisfying(model -> assertThat(model.comparisons()).containsExactly("a"));
  }
}

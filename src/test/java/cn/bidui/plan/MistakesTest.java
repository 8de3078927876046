package cn.bidui.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MistakesTest {

  @Test
  void whatIsFoundTwiceIsOneMistake() {
    Mistake first = new Mistake("bidui.yml", 3, "plan.missing-key", List.of("a"));
    Mistake other = new Mistake("bidui.yml", 4, "plan.missing-key", List.of("a"));
    Mistakes mistakes = new Mistakes();

    mistakes.add(first);
    mistakes.addAll(List.of(other, first));

    assertThat(mistakes.all()).containsExactly(first, other);
  }
}

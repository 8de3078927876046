package cn.bidui.bench;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.plan.LinkPlan;
import cn.bidui.plan.Mistakes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class EveryRowPlanTest {

  @Test
  void thePlanThatIsSetBesideSqlCanBeRead() throws IOException {
    Path plan = Path.of("src/test/resources/bench/every-row.yml");
    Mistakes mistakes = new Mistakes();
    assertThat(LinkPlan.read("every-row.yml", Files.readString(plan), mistakes))
        .get()
        .extracting(LinkPlan::name)
        .isEqualTo("every-row");
    assertThat(mistakes.all()).isEmpty();
  }
}

package cn.bidui.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.bidui.fixture.bench.Rates;
import cn.bidui.fixture.bench.Slip;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class MethodPageTest {

  @Test
  void resultsAreReplacedBetweenTheirMarks() {
    String page = "a\n<!-- results hard -->\nold\n<!-- end -->\nb\n";
    String written = MethodPage.replaced(page, "hard", "new");
    assertThat(written).isEqualTo("a\n<!-- results hard -->\n\nnew\n<!-- end -->\nb\n");
    assertThat(MethodPage.replaced(written, "hard", "new")).isEqualTo(written);
  }

  @Test
  void withoutAPlaceNothingIsWritten() {
    assertThatThrownBy(() -> MethodPage.replaced("a", "hard", "new"))
        .hasMessage("no place for results hard");
  }

  @Test
  void thePageHasAPlaceForEachKindOfCounty() throws IOException {
    String page = Files.readString(Path.of("docs/linkage.md"));
    for (String rates : List.of("default", "hard", "foreign", "febrl")) {
      assertThat(MethodPage.replaced(page, rates, "")).contains("<!-- results " + rates + " -->");
    }
  }

  @Test
  void thePageNamesEachErrorWithItsRates() throws IOException {
    String page = Files.readString(Path.of("docs/linkage.md"));
    for (Slip slip : Slip.values()) {
      assertThat(page)
          .contains(
              String.format(
                  Locale.ROOT,
                  "| `%s` | %,d | %,d |",
                  slip.code(),
                  slip.perMillion(Rates.DEFAULT),
                  slip.perMillion(Rates.HARD)));
    }
  }
}

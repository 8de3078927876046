package cn.bidui.endure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The families of hostile words and names, called by themselves. */
class HostileFilesTest {

  @TempDir private Path folder;

  @Test
  void fiftyFormulasComputeNowhere() throws Exception {
    assertThat(new Formulas().trial(3, 1, folder)).startsWith("50 words, ");
  }

  @Test
  void tenOddNamesStayWhereTheyBelong() throws Exception {
    assertThat(new HostileNames().trial(Integer.getInteger("n", 0), 1, folder))
        .startsWith("10 names, ");
  }

  @Test
  void noWordAndNoNameIsTriedTwice() {
    assertThat(Payloads.from(0, 2_000)).doesNotHaveDuplicates();
    assertThat(IntStream.range(0, 300).mapToObj(HostileNames::of)).doesNotHaveDuplicates();
  }
}

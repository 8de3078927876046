package cn.bidui.endure;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JournalFamiliesTest {

  private static final int TRIALS = Integer.getInteger("endure.trials", 60);

  static List<Family> families() {
    return List.of(new JournalMutations(), new JournalTorn());
  }

  @ParameterizedTest
  @MethodSource("families")
  void thePromiseHoldsInEveryTrial(Family family, @TempDir Path folder) throws Exception {
    for (int number = 0; number < TRIALS; number++) {
      int trial = number;
      Path scratch = Files.createDirectory(folder.resolve(family.name() + number));
      assertThatCode(() -> family.trial(trial, 7_000_000L + trial, scratch))
          .as("%s, trial %s", family.name(), number)
          .doesNotThrowAnyException();
    }
  }
}

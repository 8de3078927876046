package cn.bidui.endure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BackupFamiliesTest {

  @TempDir Path folder;

  static List<Family> families() {
    return List.of(new BackupKill(), new RestoreDrill());
  }

  @ParameterizedTest
  @MethodSource("families")
  void everyTrialOfTheSmallSliceHolds(Family family) throws Exception {
    for (int number = 0; number < Math.min(2, family.inCheck()); number++) {
      Path scratch = Files.createDirectories(folder.resolve(family.name() + number));
      assertThat(family.trial(number, 40 + number, scratch)).isNotBlank();
    }
  }
}

package cn.bidui.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same inputs give the same bytes in everything published but times and run id. */
@TestInstance(Lifecycle.PER_CLASS)
class SameBytesTest {

  private Office usual;

  @BeforeAll
  void liveThroughTheNights(@TempDir Path folder) throws IOException {
    usual = Sample.after(3, folder.resolve("home"));
  }

  @Test
  void oneThreadAndAnotherOrderAndOtherTimeStampsChangeNothing(@TempDir Path folder)
      throws IOException {
    Office other = Office.open(folder.resolve("home")).setting("threads: 2", "threads: 1");
    for (int night = 1; night <= 3; night++) {
      Sample.answer(night, other);
      Sample.dropBackwards(night, other);
      other.run(Sample.asOf(night));
      assertThat(other.published(Sample.asOf(night)))
          .as("night %s", night)
          .isEqualTo(usual.published(Sample.asOf(night)));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void bothDatabasesGiveTheSame(int night) throws IOException {
    assertThat(Postgres.afterTheNights().published(Sample.asOf(night)))
        .isEqualTo(usual.published(Sample.asOf(night)));
  }

  @Test
  void aSecondRunOfTheFirstNightGivesTheSameAndNewStaysNew(@TempDir Path folder)
      throws IOException {
    Office office = Sample.after(1, folder.resolve("home"));
    assertThat(office.run(Sample.asOf(1)).exit()).isEqualTo(2);
    assertThat(office.published(Sample.asOf(1))).isEqualTo(usual.published(Sample.asOf(1)));
    assertThat(office.table(Sample.asOf(1), "findings.csv").of("state")).containsOnly("new");
  }

  @Test
  void aSecondRunOfTheLastNightGivesTheSame(@TempDir Path folder) throws IOException {
    Office office = usual.copiedTo(folder.resolve("home"));
    assertThat(office.run(Sample.asOf(3)).exit()).isEqualTo(2);
    assertThat(office.published(Sample.asOf(3))).isEqualTo(usual.published(Sample.asOf(3)));
  }

  @Test
  void theNameOfTheWorkFolderAndItsKeyDoNotShow(@TempDir Path folder) throws IOException {
    Office elsewhere = Office.open(folder.resolve("另一个目录"));
    elsewhere.key("a".repeat(64));
    Sample.night(1, elsewhere);
    assertThat(elsewhere.published(Sample.asOf(1))).isEqualTo(usual.published(Sample.asOf(1)));
  }
}

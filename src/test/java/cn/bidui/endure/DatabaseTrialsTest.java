package cn.bidui.endure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A few trials of each family about the database; {@code -Dbidui.trials=N} makes N of each. */
class DatabaseTrialsTest {

  private static final int FIRST = Integer.getInteger("bidui.first", 0);

  private static void trials(Family family, Path folder, int few) throws Exception {
    int trials = Integer.getInteger("bidui.trials", few);
    for (int number = FIRST; number < FIRST + trials; number++) {
      Path scratch = Files.createDirectory(folder.resolve(family.name() + "-" + number));
      try {
        String done = family.trial(number, number, scratch);
        assertThat(done).isNotBlank();
        System.out.println(family.name() + " " + number + ": " + done);
      } catch (AssertionError failed) {
        throw new AssertionError(family.name() + " number " + number + " seed " + number, failed);
      }
    }
  }

  @Test
  void aDamagedEmbeddedDatabaseChangesNothing(@TempDir Path folder) throws Exception {
    trials(new DbDamageFamily(), folder, 4);
  }

  @Test
  void aServerThatIsKilledAndRestartedChangesNothing(@TempDir Path folder) throws Exception {
    trials(new PgKillFamily(), folder, 2);
  }

  @Test
  void aConnectionThatIsCutStalledOrRefusedChangesNothing(@TempDir Path folder) throws Exception {
    trials(new PgCutFamily(), folder, 3);
  }

  @Test
  void aFolderThatCannotBeUsedChangesNothingOnceItIsBack(@TempDir Path folder) throws Exception {
    trials(new FoldersFamily(), folder, 1);
  }
}

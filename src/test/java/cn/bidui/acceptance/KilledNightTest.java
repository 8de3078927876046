package cn.bidui.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.BiduiApplication;
import cn.bidui.ledger.Entry.FileAnswered;
import cn.bidui.ledger.Entry.FileReceived;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever happens to the process, the next run comes to the same end, without a hand's help. */
class KilledNightTest {

  private static final int[] KILLS = {4, 3, 3};

  /** A killed JVM and one that was asked to stop end with 128 and the signal's number. */
  private static final int TERMINATED = 143;

  private static int duration;

  private Path folder;

  /** Kept until the next build: what a kill broke has to be looked at. */
  @BeforeEach
  void makeFolder() throws IOException {
    folder = Sample.kept("killed");
  }

  @Test
  void tenKillsAtRandomPointsEndInTheSameBytes() throws Exception {
    long seed = Long.getLong("bidui.seed", System.nanoTime());
    System.out.println("kills are drawn from -Dbidui.seed=" + seed);
    Random random = new Random(seed);
    Office usual = Sample.after(3, folder.resolve("usual"));
    Office office = Office.open(folder.resolve("home"));
    List<String> story = new ArrayList<>();
    int duration = duration();
    for (int night = 1; night <= 3; night++) {
      Sample.answer(night, office);
      Sample.drop(night, office);
      for (int kill = 0; kill < KILLS[night - 1]; kill++) {
        int delay = random.nextInt(duration);
        story.add("night " + night + " after " + delay + " ms: " + killed(office, night, delay));
      }
      assertThat(run(office, night)).as("%s", story).isEqualTo(Sample.exit(night));
      assertThat(office.published(Sample.asOf(night)))
          .as("seed %s, %s", seed, story)
          .isEqualTo(usual.published(Sample.asOf(night)));
      assertThat(office.waiting()).as("%s", story).isEmpty();
    }
    System.out.println(story);
    assertThat(office.journal(FileReceived.class)).doesNotHaveDuplicates().hasSize(11);
    assertThat(office.journal(FileAnswered.class))
        .extracting(FileAnswered::receipt)
        .doesNotHaveDuplicates()
        .hasSize(11);
    assertThat(Office.digests(office.feedback())).isEqualTo(Office.digests(usual.feedback()));
    assertThat(office.does("rebuild").exit()).isZero();
  }

  @Test
  void aNightThatIsAskedToStopIsFinishedByTheNextRun() throws Exception {
    Office usual = Sample.after(1, folder.resolve("usual"));
    Office office = Office.open(folder.resolve("stopped"));
    Sample.drop(1, office);
    Process process = start(office, 1);
    // Its first step is over, and many are to come.
    while (process.isAlive() && !steps(office)) {
      TimeUnit.MILLISECONDS.sleep(5);
    }
    process.destroy();
    assertThat(Outside.end(process)).isEqualTo(TERMINATED);
    assertThat(run(office, 1)).isEqualTo(2);
    assertThat(office.published(Sample.asOf(1))).isEqualTo(usual.published(Sample.asOf(1)));
    assertThat(office.waiting()).isEmpty();
  }

  /** Spring Batch inserts an execution first and its context after it. */
  @Test
  void aKillBeforeTheContextsOfPartitionsWereSavedIsNoTrap() throws Exception {
    Office usual = Sample.after(1, folder.resolve("usual"));
    Office office = usual.copiedTo(folder.resolve("home"));
    Index.change(
        office,
        "update batch_job_execution set status = 'STARTED', exit_code = 'UNKNOWN', end_time = null",
        """
        update batch_step_execution set status = 'STARTED', exit_code = 'EXECUTING', end_time = null
        """,
        "delete from batch_step_execution_context",
        "delete from source_row",
        "delete from row_problem",
        "delete from read_remark",
        "delete from read_sheet",
        "delete from read_file");
    assertThat(office.run(Sample.asOf(1)).exit()).isEqualTo(2);
    assertThat(office.published(Sample.asOf(1))).isEqualTo(usual.published(Sample.asOf(1)));
  }

  /** Whether a step has left its line in the logs. */
  private static boolean steps(Office office) throws IOException {
    Path logs = office.home().resolve("logs");
    if (!Files.isDirectory(logs)) {
      return false;
    }
    try (Stream<Path> files = Files.list(logs)) {
      return files.anyMatch(file -> file.getFileName().toString().startsWith("steps-"));
    }
  }

  /** How long the first night takes if nobody disturbs it, in ms; the others are as long. */
  private int duration() throws Exception {
    if (duration == 0) {
      Office office = Office.open(folder.resolve("timed"));
      Sample.drop(1, office);
      long start = System.nanoTime();
      assertThat(run(office, 1)).isEqualTo(2);
      duration = (int) TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    }
    return duration;
  }

  /** Whether the kill hit; a night that was faster is over. */
  private String killed(Office office, int night, int delay) throws Exception {
    Process process = start(office, night);
    boolean over = process.waitFor(delay, TimeUnit.MILLISECONDS);
    process.destroyForcibly().waitFor();
    return over ? "over with " + process.exitValue() : "killed";
  }

  private int run(Office office, int night) throws Exception {
    return Outside.end(start(office, night));
  }

  private Process start(Office office, int night) throws IOException {
    Path said = Files.createTempFile(folder, "said-", ".txt");
    return Outside.start(
        BiduiApplication.class,
        said,
        List.of(
            "run", "--quiet", "--as-of", Sample.asOf(night), "--home", office.home().toString()));
  }
}

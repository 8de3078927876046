package cn.bidui.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalKillTest {

  /** Appends without end and tells each number once it is on the disk. */
  public static final class Writer {

    private Writer() {}

    /** The argument is the work folder. */
    public static void main(String[] arguments) throws Exception {
      Path home = Path.of(arguments[0]);
      LeaseOutcome outcome = Lease.acquire(home, Duration.ofSeconds(10), Invented.CLOCK);
      Lease lease = ((LeaseOutcome.Held) outcome).lease();
      try (Journal journal = Journal.open(home, lease, Invented.CLOCK, 20_000)) {
        while (true) {
          journal.appendAll(JournalTest.oneOfEach());
          System.out.println(journal.head().text());
        }
      }
    }
  }

  @Test
  void whatWasAcknowledgedSurvivesAKillAndEveryRestartGoesOn(@TempDir Path home) throws Exception {
    for (int i = 0; i < 5; i++) {
      JournalLine.Head acknowledged = JournalLine.Head.parse(writeAndKill(home, 40 + 37 * i));
      try (Lease lease = Invented.lease(home);
          Journal journal = Journal.open(home, lease, Invented.CLOCK, 20_000)) {
        assertThat(journal.head().seq()).isGreaterThanOrEqualTo(acknowledged.seq());
      }
      assertThat(JournalReader.of(home).verify(List.of(acknowledged)).ok()).isTrue();
    }
  }

  private static String writeAndKill(Path home, int millis)
      throws IOException, InterruptedException {
    Path told = home.resolve("told.txt");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Writer.class.getName(),
                home.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .redirectOutput(told.toFile())
            .start();
    while (process.isAlive() && Files.size(told) == 0) {
      TimeUnit.MILLISECONDS.sleep(5);
    }
    TimeUnit.MILLISECONDS.sleep(millis);
    process.destroyForcibly().waitFor();
    String text = Files.readString(told);
    List<String> whole = text.substring(0, text.lastIndexOf('\n')).lines().toList();
    return whole.get(whole.size() - 1);
  }
}

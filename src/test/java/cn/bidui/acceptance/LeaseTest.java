package cn.bidui.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.ledger.Lease;
import cn.bidui.ledger.LeaseOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** While one process changes a work folder, others may read it and nothing else. */
@TestInstance(Lifecycle.PER_CLASS)
class LeaseTest {

  private Office office;
  private Process other;
  private SortedMap<String, String> before;

  /** Holds the lease until it is stopped. */
  public static final class Holder {

    private Holder() {}

    /** The argument is the work folder. */
    public static void main(String[] arguments) throws Exception {
      LeaseOutcome outcome = Lease.acquire(Path.of(arguments[0]), Duration.ZERO, Clock.systemUTC());
      System.out.println(outcome instanceof LeaseOutcome.Held);
      Thread.sleep(Duration.ofMinutes(2).toMillis());
    }
  }

  @BeforeAll
  void letAnotherProcessHoldTheLease(@TempDir Path folder) throws Exception {
    office = Sample.after(1, folder.resolve("home"));
    Path said = folder.resolve("said.txt");
    other = Outside.start(Holder.class, said, List.of(office.home().toString()));
    while (other.isAlive() && Files.size(said) == 0) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
    assertThat(Files.readString(said)).isEqualTo("true\n");
    before = Office.digests(office.home());
  }

  @AfterAll
  void stopIt() throws InterruptedException {
    other.destroyForcibly().waitFor();
  }

  @Test
  void aSecondRunEndsWith75AndSaysWhoIsThere() throws IOException {
    Office.Said said = office.run(Sample.asOf(2), "--wait", "0");
    assertThat(said.exit()).isEqualTo(75);
    assertThat(said.err()).contains("进程 " + other.pid()).contains("等它结束再试");
    assertThat(Office.digests(office.home())).isEqualTo(before);
  }

  @Test
  void rebuildEndsWith75() {
    assertThat(office.does("rebuild", "--wait", "0").exit()).isEqualTo(75);
  }

  @Test
  void explainWorksMeanwhile() throws IOException {
    String id = office.finding(Sample.asOf(1), "overpaid", "高若涵");
    Office.Said said = office.does("explain", id);
    assertThat(said.exit()).isZero();
    assertThat(said.out()).contains("overpaid").contains("312.50").contains("330.00");
    assertThat(Office.digests(office.home())).isEqualTo(before);
  }

  @Test
  void inspectWorksMeanwhile() throws IOException {
    Path list =
        Sample.files(2).stream()
            .filter(path -> path.toString().endsWith(".xlsx"))
            .findAny()
            .orElseThrow();
    Office.Said said = office.does("inspect", list.toString());
    assertThat(said.exit()).isZero();
    assertThat(said.out()).contains("926 行数据可收");
    assertThat(Office.digests(office.home())).isEqualTo(before);
  }
}

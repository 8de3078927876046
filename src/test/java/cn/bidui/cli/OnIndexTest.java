package cn.bidui.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.batch.NightFailure;
import cn.bidui.batch.NightOrder;
import cn.bidui.batch.NightOutcome;
import cn.bidui.batch.Nights;
import cn.bidui.batch.OpenRecord;
import cn.bidui.batch.Progress;
import cn.bidui.ledger.Lease;
import cn.bidui.ledger.LeaseOutcome;
import cn.bidui.plan.Settings;
import cn.bidui.store.FolderKind;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnIndexTest {

  @TempDir private Path folder;
  private final StringWriter said = new StringWriter();
  private final List<Duration> pauses = new ArrayList<>();
  private Path home;

  @BeforeEach
  void makeAWorkFolder() {
    home = folder.resolve("home");
    assertThat(Bidui.execute("init", "--quiet", home.toString())).isZero();
  }

  /** Does {@code work} with the database at {@code url}. */
  private NightOutcome does(String url, String kind, OnIndex.Work work) throws IOException {
    Path settings = home.resolve("bidui.yml");
    Files.writeString(
        settings, Files.readString(settings).replace("url: \"\"", "url: \"" + url + "\""));
    Options options = new Options();
    new picocli.CommandLine(options).parseArgs("--home", home.toString());
    PrintWriter err = new PrintWriter(said, true);
    NightOrder order = new Order(options, err).of("nightly").orElseThrow();
    LeaseOutcome lease = Lease.acquire(home, Duration.ZERO, Clock.systemUTC());
    try (Lease held = ((LeaseOutcome.Held) lease).lease();
        OpenRecord record = OpenRecord.open(order.folder(), held, Clock.systemUTC())) {
      FolderKind.Probe probe = any -> kind;
      return new OnIndex(options, err, order, record, pauses::add, probe).does(work, Progress.NONE);
    }
  }

  private static NightOutcome failing(Exception failure) {
    return new NightOutcome.Failed("link", NightFailure.of(failure));
  }

  @Test
  void aServerThatStaysAwayIsWaitedForSixTimesAndNamed() throws IOException {
    NightOutcome outcome =
        does("jdbc:postgresql://127.0.0.1:1/county?password=secret", "ext4", Nights::run);

    assertThat(pauses).extracting(Duration::toSeconds).containsExactly(1L, 2L, 4L, 8L, 16L, 32L);
    assertThat(said.toString()).contains("127.0.0.1:1/county 现在连不上").doesNotContain("secret");
    NightFailure failure = ((NightOutcome.Failed) outcome).failure();
    assertThat(OnIndex.key(failure)).isEqualTo("cli.database.away");
  }

  @Test
  void anotherFailureIsNotTriedAgain() throws IOException {
    List<Integer> tried = new ArrayList<>();
    NightOutcome outcome =
        does(
            "",
            "ext4",
            nights -> {
              tried.add(1);
              return failing(new IOException("disk"));
            });
    assertThat(tried).hasSize(1);
    assertThat(outcome).isInstanceOf(NightOutcome.Failed.class);
    assertThat(said.toString()).isEmpty();
  }

  @Test
  void aMistakeOfTheProgramIsNotTakenForDamage() throws IOException {
    does("", "ext4", nights -> failing(new IllegalStateException("bug")));
    assertThat(said.toString()).isEmpty();
    assertThat(home.resolve("data/bidui.mv.db")).exists();
  }

  @Test
  void damageIsMendedOnceAndNotForEver() throws IOException {
    List<Integer> tried = new ArrayList<>();
    does(
        "",
        "ext4",
        nights -> {
          tried.add(1);
          return failing(new SQLException("", "90030", 90030));
        });
    assertThat(tried).hasSize(2);
    assertThat(home.resolve("data/bidui.mv.db.damaged-1")).exists();
    assertThat(home.resolve("data/bidui.mv.db.damaged-2")).doesNotExist();
  }

  @Test
  void aDatabaseOnANetworkDriveIsNotOpened() throws IOException {
    assertThat(does("", "nfs4", Nights::run))
        .isEqualTo(new NightOutcome.Barred("cli.data.network", "nfs4"));
    assertThat(home.resolve("data")).isEmptyDirectory();
  }

  @Test
  void theFolderThatFailedIsNamedAndNotTheFile() throws IOException {
    List<String> words = new ArrayList<>();
    does(
        "",
        "ext4",
        nights -> {
          NightFailure failure =
              NightFailure.of(
                  new AccessDeniedException(home.resolve("reports/安安.xlsx").toString()));
          words.add(failure.folderIn(home).orElse(""));
          words.add(failure.folderIn(folder.resolve("other")).orElse("none"));
          words.add(String.valueOf(failure.getMessage()));
          return new NightOutcome.Stopped();
        });
    assertThat(words).containsExactly("reports", "none", "AccessDeniedException");
  }

  @Test
  void aDatabaseIsCalledByItsAddressWithoutUserAndPassword() {
    assertThat(OnIndex.name(new Settings.Database("jdbc:postgresql://a:b@db:5432/x?c=d", "", "")))
        .isEqualTo("db:5432/x");
    assertThat(OnIndex.name(new Settings.Database("", "", ""))).isEqualTo("data/bidui.mv.db");
  }
}

package cn.bidui.ledger;

import static cn.bidui.ledger.Invented.CLOCK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.bidui.ledger.LeaseOutcome.Busy;
import cn.bidui.ledger.LeaseOutcome.Held;
import cn.bidui.ledger.LeaseOutcome.Holder;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeaseTest {

  @TempDir Path home;

  @Test
  void theFirstLeaseHasEpochOneAndEachLaterOneIsHigher() throws IOException {
    for (long epoch = 1; epoch <= 3; epoch++) {
      try (Lease lease = Invented.lease(home)) {
        assertThat(lease.epoch()).isEqualTo(epoch);
      }
    }
  }

  @Test
  void theLockFileSaysWhoHoldsItSinceWhen() throws IOException {
    try (Lease lease = Invented.lease(home)) {
      assertThat(Files.readString(home.resolve("journal/epoch"))).isEqualTo("1\n");
      LeaseOutcome second = Lease.acquire(home, Duration.ZERO, CLOCK);
      Holder holder = ((Busy) second).holder();
      assertThat(holder.pid()).isEqualTo(Long.toString(ProcessHandle.current().pid()));
      assertThat(holder.since()).isEqualTo("2026-10-08T18:00:00Z");
      assertThat(holder.host()).isNotBlank();
      lease.check();
    }
  }

  @Test
  void aSecondAttemptInTheSameProcessDoesNotFreeTheFirstLease() throws Exception {
    try (Lease lease = Invented.lease(home)) {
      assertThat(Lease.acquire(home, Duration.ZERO, CLOCK)).isInstanceOf(Busy.class);
      assertThat(otherProcess(0)).isEqualTo("busy " + ProcessHandle.current().pid());
      lease.check();
    }
  }

  @Test
  void anotherProcessIsToldWhoHoldsTheLease() throws Exception {
    try (Lease lease = Invented.lease(home)) {
      assertThat(otherProcess(200)).isEqualTo("busy " + ProcessHandle.current().pid());
      lease.check();
    }
    assertThat(otherProcess(0)).isEqualTo("held 2");
  }

  @Test
  void theLeaseOfAKilledProcessIsFree() throws Exception {
    Process process = start("hold");
    assertThat(process.inputReader().readLine()).isEqualTo("held 1");
    Busy busy = (Busy) Lease.acquire(home, Duration.ZERO, CLOCK);
    assertThat(busy.holder().pid()).isEqualTo(Long.toString(process.pid()));
    process.destroyForcibly().waitFor();
    try (Lease lease = Invented.lease(home)) {
      assertThat(lease.epoch()).isEqualTo(2);
    }
  }

  @Test
  void waitingEndsWhenTheHolderGivesTheLeaseBack() throws Exception {
    Lease first = Invented.lease(home);
    Thread release =
        new Thread(
            () -> {
              try {
                Thread.sleep(250);
                first.close();
              } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    release.start();
    LeaseOutcome second = Lease.acquire(home, Duration.ofMinutes(5), CLOCK);
    release.join();
    assertThat(second).isInstanceOf(Held.class);
    ((Held) second).lease().close();
  }

  @Test
  void anInterruptedThreadStopsWaiting() throws Exception {
    try (Lease lease = Invented.lease(home)) {
      Thread.currentThread().interrupt();
      LeaseOutcome outcome = Lease.acquire(home, Duration.ofHours(1), CLOCK);
      assertThat(Thread.interrupted()).isTrue();
      assertThat(outcome).isInstanceOf(Busy.class);
      lease.check();
    }
  }

  @Test
  void aLeaseThatWasGivenBackIsRefused() throws IOException {
    Lease lease = Invented.lease(home);
    lease.close();
    lease.close();
    assertThatThrownBy(lease::check)
        .isInstanceOf(LeaseLostException.class)
        .hasMessage("the lease of epoch 1 was given back");
  }

  @Test
  void anOlderEpochIsRefused() throws IOException {
    try (Lease lease = Invented.lease(home)) {
      Files.writeString(home.resolve("journal/epoch"), "2\n");
      assertThatThrownBy(lease::check)
          .isInstanceOf(LeaseLostException.class)
          .hasMessage("the lease of epoch 1 is over, epoch 2 has begun");
    }
  }

  @Test
  void aLostEpochFileIsReadFromTheJournal() throws IOException {
    try (Lease lease = Invented.lease(home)) {
      lease.check();
    }
    try (Lease lease = Invented.lease(home);
        Journal journal = Journal.open(home, lease, CLOCK)) {
      journal.append(new Entry.Accepted("学籍.xlsx", "王干部"));
    }
    Files.writeString(home.resolve("journal/epoch"), "damaged");
    try (Lease lease = Invented.lease(home)) {
      assertThat(lease.epoch()).isEqualTo(3);
    }
    Files.delete(home.resolve("journal/epoch"));
    try (Lease lease = Invented.lease(home)) {
      assertThat(lease.epoch()).isEqualTo(3);
    }
  }

  @Test
  void aHolderThatHasNotWrittenItsNameYetIsUnknown() throws Exception {
    Files.createDirectories(home.resolve("journal"));
    Process process = start("lock");
    assertThat(process.inputReader().readLine()).isEqualTo("locked");
    assertThat(Lease.acquire(home, Duration.ZERO, CLOCK))
        .isEqualTo(new Busy(new Holder("", "", "")));
    process.destroyForcibly().waitFor();
  }

  @Test
  void aProcessThatWasKilledIsNotNamedAsTheHolder() throws Exception {
    Process killed = start("hold");
    assertThat(killed.inputReader().readLine()).isEqualTo("held 1");
    killed.destroyForcibly().waitFor();
    assertThat(Files.readString(home.resolve("journal/lease.lock")))
        .startsWith(killed.pid() + "\n");
    Process next = start("lock");
    assertThat(next.inputReader().readLine()).isEqualTo("locked");
    assertThat(Lease.acquire(home, Duration.ZERO, CLOCK))
        .isEqualTo(new Busy(new Holder("", "", "")));
    next.destroyForcibly().waitFor();
  }

  @Test
  void whoHasLostTheLeaseLeavesTheNameOfTheNextHolder() throws IOException {
    Lease lost = Invented.lease(home);
    Files.writeString(home.resolve("journal/epoch"), "2\n");
    Files.writeString(home.resolve("journal/lease.lock"), "1\nhost\nsince\n");
    lost.close();
    assertThat(home.resolve("journal/lease.lock")).hasContent("1\nhost\nsince\n");
  }

  @Test
  void aLockTakenPastTheRegistryOfThisProcessCountsAsBusy() throws IOException {
    Files.createDirectories(home.resolve("journal"));
    try (FileChannel channel =
        FileChannel.open(
            home.resolve("journal/lease.lock"),
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE)) {
      channel.lock();
      assertThat(Lease.acquire(home, Duration.ZERO, CLOCK)).isInstanceOf(Busy.class);
    }
  }

  private String otherProcess(int waitMillis) throws Exception {
    Process process = start(Integer.toString(waitMillis));
    String line = process.inputReader().readLine();
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
    return line;
  }

  private Process start(String what) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xshare:auto",
            "-cp",
            System.getProperty("java.class.path"),
            LeaseProbe.class.getName(),
            home.toString(),
            what)
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }
}

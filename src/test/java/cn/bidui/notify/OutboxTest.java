package cn.bidui.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.bidui.ledger.Entry.Notice;
import cn.bidui.ledger.Entry.Published;
import cn.bidui.ledger.Journal;
import cn.bidui.ledger.Lease;
import cn.bidui.ledger.LeaseOutcome;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutboxTest {

  private static final LocalDate MONDAY = LocalDate.of(2026, 5, 4);

  @TempDir private Path home;
  private Lease lease;
  private Journal journal;
  private final Recorder robot = new Recorder("wecom");
  private final List<Duration> pauses = new ArrayList<>();

  @BeforeEach
  void open() throws IOException {
    lease = ((LeaseOutcome.Held) Lease.acquire(home, Duration.ZERO, Clock.systemUTC())).lease();
    journal = Journal.open(home, lease, Clock.systemUTC());
  }

  @AfterEach
  void close() throws IOException {
    journal.close();
    lease.close();
  }

  @Test
  void oneMessageARun() throws IOException {
    publish(0);
    send();
    send();
    publish(1);
    send();
    assertThat(robot.taken).containsExactly("digest of 2026-05-04", "digest of 2026-05-05");
  }

  @Test
  void aNightThatIsPublishedAgainIsToldAgain() throws IOException {
    publish(0);
    send();
    publish("R-again", 0);
    send();
    assertThat(robot.taken).hasSize(2);
  }

  @Test
  void everyMessageCarriesTheHeadOfTheJournalThatHoldsItsNight() throws IOException {
    publish(0);
    String head = journal.head().text();
    send();
    assertThat(robot.whole.get(0)).contains("\n流水账摘要 " + head);
  }

  @Test
  void aNewChannelIsToldOfTheLastNightOnly() throws IOException {
    publish(0);
    publish(1);
    publish(2);
    send();
    assertThat(robot.taken).containsExactly("digest of 2026-05-06");
  }

  @Test
  void whatFailedIsTriedThreeTimesAndSentWithTheNextRunInItsOrder() throws IOException {
    publish(0);
    send();
    publish(1);
    robot.failures = 3;
    assertThat(send()).extracting(Notice::words).containsExactly("notify.failed.server");
    assertThat(pauses).containsExactly(Duration.ofSeconds(2), Duration.ofSeconds(8));
    publish(2);
    send();
    assertThat(robot.taken)
        .containsExactly("digest of 2026-05-04", "digest of 2026-05-05", "digest of 2026-05-06");
  }

  @Test
  void whatNobodyCanMendByWaitingIsTriedOnce() throws IOException {
    publish(0);
    robot.failures = 1;
    robot.passing = false;
    assertThat(send()).hasSize(1);
    assertThat(pauses).isEmpty();
  }

  @Test
  void aCrashBeforeSendingLosesNothing() throws IOException {
    publish(0);
    reopen();
    send();
    assertThat(robot.taken).containsExactly("digest of 2026-05-04");
  }

  @Test
  void aCrashAfterItWasNotedAsSentRepeatsNothing() throws IOException {
    publish(0);
    send();
    reopen();
    send();
    assertThat(robot.taken).hasSize(1);
  }

  @Test
  void aCrashBetweenSendingAndNotingItSendsOnceMoreAndSaysSo() throws IOException {
    publish(0);
    robot.dies = true;
    assertThatThrownBy(this::send).isInstanceOf(Death.class);
    robot.dies = false;
    reopen();
    send();
    assertThat(robot.taken).hasSize(2);
    assertThat(robot.taken.get(1)).startsWith("digest of 2026-05-04").contains("补发：上一次是否送达无法确定");
    send();
    assertThat(robot.taken).hasSize(2);
  }

  @Test
  void oneChannelThatFailsDoesNotKeepTheOtherWaiting() throws IOException {
    publish(0);
    Recorder other = new Recorder("mail");
    robot.failures = 9;
    outbox().send(List.of(robot, other));
    assertThat(other.taken).hasSize(1);
  }

  @Test
  void nightsOfVersionsWithoutADigestAreNotTold() throws IOException {
    journal.append(published("R-old", MONDAY, Map.of()));
    send();
    assertThat(robot.taken).isEmpty();
  }

  // --- messages of their own -----------------------------------------------------------------

  private static final Message ALARM =
      new Message("N-silence-R-1", MONDAY, "alarm\n", false, "2026-05-04-警报");

  private Instant now = Instant.now();

  private List<Notice> announce(Channel... channels) throws IOException {
    return outbox().announce(List.of(channels), ALARM, now);
  }

  @Test
  void aMessageOfItsOwnIsSentOnceByEachChannel() throws IOException {
    Recorder mail = new Recorder("mail");
    announce(robot);
    announce(robot, mail);
    reopen();
    announce(robot, mail);
    assertThat(robot.taken).containsExactly("alarm");
    assertThat(mail.taken).containsExactly("alarm");
  }

  @Test
  void aChannelThatIsAlwaysClosedIsLeftAloneAfterAWhile() throws IOException {
    robot.failures = 100;
    for (int round = 0; round < 5; round++) {
      assertThat(announce(robot)).extracting(Notice::words).containsExactly("notify.failed.server");
    }
    assertThat(announce(robot)).isEmpty();
    assertThat(robot.failures).isEqualTo(100 - 15);
    assertThat(Outbox.isToBeTold("wecom", ALARM.runId(), journal.state(), now)).isFalse();
    assertThat(Outbox.isToBeTold("mail", ALARM.runId(), journal.state(), now)).isTrue();
  }

  @Test
  void aChannelThatWasClosedForADayIsTriedOnceADayFromThenOn() throws IOException {
    robot.failures = 15;
    for (int round = 0; round < 6; round++) {
      announce(robot);
    }
    now = now.plus(Duration.ofHours(22));
    announce(robot);
    assertThat(robot.taken).isEmpty();

    now = now.plus(Duration.ofHours(2));
    announce(robot);

    assertThat(robot.taken).containsExactly("alarm");
    now = now.plus(Duration.ofDays(3));
    announce(robot);
    assertThat(robot.taken).hasSize(1);
  }

  @Test
  void aMessageOfItsOwnDoesNotMakeANewChannelAnOldOne() throws IOException {
    publish(0);
    publish(1);
    announce(robot);
    send();
    assertThat(robot.taken).containsExactly("alarm", "digest of 2026-05-05");
  }

  @Test
  void aCrashWhileItWasSentIsSaidWithTheSecondCopy() throws IOException {
    robot.dies = true;
    assertThatThrownBy(() -> announce(robot)).isInstanceOf(Death.class);
    robot.dies = false;
    reopen();
    announce(robot);
    assertThat(robot.taken).hasSize(2);
    assertThat(robot.taken.get(1)).startsWith("alarm").contains("补发：上一次是否送达无法确定");
  }

  @Test
  void aNightThatIsMeantForSomeChannelsIsToldToThemOnly() throws IOException {
    journal.append(published("R-1", MONDAY, Map.of(Outbox.keptFor("mail"), MONDAY.toString())));
    Recorder mail = new Recorder("mail");
    outbox().send(List.of(robot, mail));
    assertThat(mail.taken).containsExactly("digest of 2026-05-04");
    assertThat(robot.taken).isEmpty();
    publish(1);
    outbox().send(List.of(robot, mail));
    assertThat(robot.taken).containsExactly("digest of 2026-05-05");
  }

  private List<Notice> send() throws IOException {
    return outbox().send(List.of(robot));
  }

  private Outbox outbox() {
    return new Outbox(journal, digest -> "digest of " + digest + "\n", pauses::add);
  }

  private void reopen() throws IOException {
    journal.close();
    journal = Journal.open(home, lease, Clock.systemUTC());
  }

  private void publish(int day) throws IOException {
    publish("R-" + day, day);
  }

  private void publish(String runId, int day) throws IOException {
    LocalDate asOf = MONDAY.plusDays(day);
    journal.append(published(runId, asOf, Map.of(Outbox.KEPT, asOf.toString())));
  }

  private static Published published(String runId, LocalDate asOf, Map<String, String> kept) {
    return new Published(
        runId,
        asOf,
        null,
        List.of(),
        "findings",
        "jobs",
        "test",
        new TreeMap<>(),
        new TreeMap<>(),
        new TreeMap<>(kept));
  }

  private static final class Death extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private static final class Recorder implements Channel {
    private final String name;
    private final List<String> taken = new ArrayList<>();
    private final List<String> whole = new ArrayList<>();
    private int failures;
    private boolean passing = true;
    private boolean dies;

    Recorder(String name) {
      this.name = name;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public void send(Message message) throws NotSentException {
      if (failures > 0) {
        failures--;
        throw new NotSentException("notify.failed.server", passing);
      }
      taken.add(message.text().replaceAll("流水账摘要 \\d+:[0-9a-f]{64}.*\n", "").strip());
      whole.add(message.text());
      if (dies) {
        throw new Death();
      }
    }
  }
}

package cn.bidui.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.cli.Bidui;
import cn.bidui.ledger.Entry;
import cn.bidui.ledger.Journal;
import cn.bidui.ledger.Lease;
import cn.bidui.ledger.LeaseOutcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nights that were missed are caught up; a wrong clock is told and changes no finding. */
class MissedNightsTest {

  private static final List<String> NIGHTS = List.of("2025-11-03", "2025-11-04", "2025-11-05");
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  @TempDir private Path folder;

  @Test
  void nightsThatAreCaughtUpFindWhatNightsInTimeWouldHave() throws IOException {
    Office inTime = office("in-time");
    Office late = office("late");
    for (String night : NIGHTS) {
      inTime.run(night);
    }
    // The server was off: the lists lay there, and somebody asks for one night after the other.
    for (String night : NIGHTS) {
      late.run(night);
      assertThat(late.published(night)).isEqualTo(inTime.published(night));
      assertThat(late.runJson(night).get("late").asBoolean()).isTrue();
      assertThat(late.runJson(night).get("missedDays").asInt()).isZero();
    }
  }

  @Test
  void aNightAfterMissedOnesSaysHowManyDaysWereWithoutOne() throws IOException {
    Office office = office("home");
    office.run("2025-11-03");

    office.run("2025-11-07");

    assertThat(office.runJson("2025-11-07").get("missedDays").asInt()).isEqualTo(3);
    assertThat(Files.readString(office.report("2025-11-07").resolve("index.html")))
        .contains("上次核对 2025-11-03，其间 3 天没有核对");
  }

  @Test
  void aNightOfTodayIsNotLate() throws IOException {
    Office office = office("home");
    String today = LocalDate.now(ZONE).toString();
    office.does("run", "--quiet");
    assertThat(office.runJson(today).get("late").asBoolean()).isFalse();
  }

  @Test
  void theBusinessDateIsThatOfShanghaiWhereverTheMachineStands() {
    TimeZone before = TimeZone.getDefault();
    try {
      for (String zone : List.of("UTC", "Pacific/Kiritimati", "Pacific/Pago_Pago")) {
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        Office office = office(zone.replace('/', '-'));
        office.does("run", "--quiet");
        assertThat(office.report(LocalDate.now(ZONE).toString())).as(zone).exists();
      }
    } catch (IOException failed) {
      throw new AssertionError(failed);
    } finally {
      TimeZone.setDefault(before);
    }
  }

  @Test
  void aClockThatHasGoneBackIsToldAndHarmsNothing() throws IOException {
    Office usual = office("usual");
    Office office = office("home");
    usual.run("2025-11-03");
    office.run("2025-11-03");
    Instant tenYearsOn = Instant.now().plus(Duration.ofDays(3650));
    append(office.home(), Clock.fixed(tenYearsOn, ZONE));

    Office.Said said = office.run("2025-11-04");

    usual.run("2025-11-04");
    assertThat(said.err()).contains("请校准时钟");
    assertThat(office.published("2025-11-04")).isEqualTo(usual.published("2025-11-04"));
    assertThat(office.run("2025-11-05").err()).doesNotContain("请校准时钟");
    assertThat(Bidui.execute("rebuild", "--home", office.home().toString())).isZero();
  }

  /** A line that was written while the clock was wrong. */
  private static void append(Path home, Clock clock) throws IOException {
    LeaseOutcome outcome = Lease.acquire(home, Duration.ZERO, clock);
    try (Lease lease = ((LeaseOutcome.Held) outcome).lease();
        Journal journal = Journal.open(home, lease, clock)) {
      journal.append(new Entry.RunStarted("R-broken", "nightly", LocalDate.of(2025, 11, 4)));
    }
  }

  private Office office(String name) throws IOException {
    Office office = Office.open(folder.resolve(name));
    String roll = "学校名称,姓名,性别,身份证件号,年级,班级,就读方式,学籍状态\n城关镇第一小学,钟立春,女,11,二年级,1班,走读,正常\n";
    office.drop("学籍在籍学生_20251102.csv", roll.getBytes(StandardCharsets.UTF_8));
    String again = roll + "城关镇第一小学,阮雨水,男,990109201710080017,二年级,1班,走读,正常\n";
    office.drop("学籍在籍学生_20251103.csv", again.getBytes(StandardCharsets.UTF_8));
    return office;
  }
}

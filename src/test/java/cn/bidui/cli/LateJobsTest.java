package cn.bidui.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.bidui.cli.jobs.Bureau;
import cn.bidui.ledger.HomeKeyException;
import cn.bidui.ledger.Lease;
import cn.bidui.ledger.LeaseOutcome;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What {@code bidui jobs --alarm} says, line by line, by a clock that is set by hand. */
class LateJobsTest {

  @TempDir private Path home;
  private Bureau bureau;
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void makeABureau() throws IOException {
    bureau = new Bureau(home, "2026-04-30T20:00").without("term-start");
    bureau.at("2026-05-01T02:01").publishes("nightly", LocalDate.of(2026, 5, 1), 0);
  }

  private List<String> told() throws IOException {
    err.getBuffer().setLength(0);
    Options options = CommandLine.populateCommand(new Options(), "--home", home.toString());
    boolean late =
        new LateJobs(options, new PrintWriter(err, true), bureau.clock())
            .tell(bureau.book(), bureau.table(), bureau.state());
    List<String> lines = err.toString().lines().toList();
    assertThat(late).isEqualTo(!lines.isEmpty());
    return lines;
  }

  @Test
  void nothingIsSaidWhereNothingIsLate() throws IOException {
    bureau.at("2026-05-02T03:59");
    assertThat(told()).isEmpty();
  }

  @Test
  void aPublicationOfTomorrowIsNoAlarm() throws IOException {
    bureau.publishes("nightly", LocalDate.of(2026, 5, 2), 0);
    assertThat(told()).isEmpty();
  }

  @Test
  void aSilenceThatCannotBePutOnRecordIsToldOnceADay() throws IOException {
    Files.writeString(home.resolve("bidui.key"), "no key");
    bureau.at("2026-05-02T04:30");
    assertThatThrownBy(this::told).isInstanceOf(HomeKeyException.class);
    assertThat(notice("2026-05-02")).content().contains("已有 26 小时没有发布核对结果");

    Files.delete(notice("2026-05-02"));
    bureau.at("2026-05-02T23:59");
    assertThatThrownBy(this::told).isInstanceOf(HomeKeyException.class);
    assertThat(notice("2026-05-02")).doesNotExist();

    bureau.at("2026-05-03T00:01");
    assertThatThrownBy(this::told).isInstanceOf(HomeKeyException.class);
    assertThat(notice("2026-05-03")).exists();
  }

  @Test
  void whatEveryChannelRefusedIsTriedAgainTheNextTimeAndOnceADayFromThenOn() throws IOException {
    Files.writeString(home.resolve("bidui.key"), "no key");
    Files.writeString(home.resolve("notices"), "no folder");
    bureau.at("2026-05-02T04:30");
    assertThatThrownBy(this::told).isInstanceOf(HomeKeyException.class);

    Files.delete(home.resolve("notices"));
    bureau.at("2026-05-02T04:45");
    assertThatThrownBy(this::told).isInstanceOf(HomeKeyException.class);
    assertThat(notice("2026-05-02")).exists();
    assertThat(err.toString()).doesNotContain("通知没有发出");

    Files.delete(notice("2026-05-02"));
    bureau.at("2026-05-02T05:00");
    assertThatThrownBy(this::told).isInstanceOf(HomeKeyException.class);
    assertThat(notice("2026-05-02")).doesNotExist();
  }

  @Test
  void whereNotEvenAStampCanBeWrittenItIsToldAtEight() throws IOException {
    Files.writeString(home.resolve("bidui.key"), "no key");
    Files.writeString(home.resolve("data"), "no folder");
    for (String time : List.of("07:59", "08:15")) {
      bureau.at("2026-05-02T" + time);
      assertThatThrownBy(this::told).isInstanceOf(HomeKeyException.class);
      assertThat(notice("2026-05-02")).doesNotExist();
    }
    bureau.at("2026-05-02T08:14");
    assertThatThrownBy(this::told).isInstanceOf(HomeKeyException.class);
    assertThat(notice("2026-05-02")).exists();
  }

  @Test
  void whoeverHasTheWorkFolderIsLetBeForTwoDays() throws IOException {
    LeaseOutcome outcome = Lease.acquire(home, Duration.ZERO, bureau.clock());
    try (Lease held = ((LeaseOutcome.Held) outcome).lease()) {
      held.check();
      bureau.at("2026-05-03T06:01");
      assertThat(told()).isNotEmpty();
      assertThat(notice("2026-05-03")).doesNotExist();

      bureau.at("2026-05-03T08:00");
      assertThat(told()).isNotEmpty();
      assertThat(notice("2026-05-03")).exists();
    }
  }

  @Test
  void aChannelThatFailsThenIsNamed() throws IOException {
    Files.writeString(home.resolve("bidui.key"), "no key");
    Files.writeString(home.resolve("notices"), "no folder");
    bureau.at("2026-05-02T04:30");
    assertThatThrownBy(this::told).isInstanceOf(HomeKeyException.class);
    assertThat(err.toString()).contains("通知没有发出（folder）");
  }

  private Path notice(String day) {
    return home.resolve("notices").resolve(day + "-警报.txt");
  }

  @Test
  void aPublicationOfALaterDayIsOneLine() throws IOException {
    bureau.publishes("nightly", LocalDate.of(2026, 5, 3), 0);
    assertThat(told())
        .singleElement()
        .asString()
        .startsWith("最近一次发布的数据截至 2026-05-03，晚于今天")
        .contains("不会发布");
  }

  @Test
  void aJobThatIsLateAndASilenceAreALineEach() throws IOException {
    bureau.at("2026-05-02T04:30");
    assertThat(told())
        .containsExactly(
            "任务 nightly（夜间核对）超时：2026-05-02 02:00 应当运行，到现在没有做完。"
                + "运行 bidui run --due，看它怎么说；bidui doctor 帮助查原因",
            "警报：已有 26 小时没有发布核对结果（超过 26 小时），最近的报告截至 2026-05-01。"
                + "运行 bidui doctor，照它说的处理，再运行 bidui run");
  }
}

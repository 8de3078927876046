package cn.bidui.cli.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.ledger.Entry;
import cn.bidui.source.Messages;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JobSheetTest {

  @TempDir private Path home;
  private Bureau bureau;

  @BeforeEach
  void makeABureau() throws IOException {
    bureau = new Bureau(home, "2026-04-30T20:00");
  }

  private JobSheet sheet() throws IOException {
    LocalDateTime now = LocalDateTime.ofInstant(bureau.clock().instant(), Bureau.ZONE);
    return new JobSheet(bureau.book(), bureau.table(), now);
  }

  private String standing(String job) throws IOException {
    return sheet().standing(bureau.book().job(job).orElseThrow()).code();
  }

  @Test
  void eachJobTellsItsTimesItsLastRunAndWhatItMakes() throws IOException {
    bureau.without("half-year", "quarter", "term-start");
    bureau.at("2026-05-06T02:01").publishes("nightly", LocalDate.of(2026, 5, 6), 2);

    assertThat(sheet().text(Messages.ZH))
        .containsExactly(
            "month-end  控辍保学月报  每月第一个工作日 03:00",
            "    正常",
            "    下次：2026-05-06 03:00 · 2026-06-01 03:00 · 2026-07-01 03:00",
            "    上次：还没有运行过",
            "    产出：月报；通知：全部渠道；当天没有核对的，先做 nightly",
            "nightly    夜间核对      每天 02:00",
            "    正常",
            "    下次：2026-05-07 02:00 · 2026-05-08 02:00 · 2026-05-09 02:00",
            "    上次：数据截至 2026-05-06，2026-05-06 02:01 结束，退出码 2，用时 46 秒",
            "    产出：当日报告；要用的名单：学籍名单、资助名单、防返贫名单；通知：全部渠道");
  }

  @Test
  void aJobTellsHowItStands() throws IOException {
    bureau.job("quarter", "title: 季汇总", "outputs: [quarter]");
    bureau.job("half-year", "title: 半年通报", "outputs: [half]");
    bureau.at("2026-09-01T05:00");

    assertThat(standing("quarter")).isEqualTo("by-hand");
    assertThat(standing("half-year")).isEqualTo("broken");
    assertThat(standing("nightly")).isEqualTo("overdue");
    assertThat(standing("term-start")).isEqualTo("overdue");
    bureau.publishes("term-start", LocalDate.of(2026, 9, 1), 0);
    assertThat(standing("term-start")).isEqualTo("on-time");
    assertThat(standing("nightly")).isEqualTo("replaced");
    bureau.at("2026-09-02T02:10");
    assertThat(standing("term-start")).isEqualTo("due");
    assertThat(String.join("\n", sheet().text(Messages.EN)))
        .contains("term-start runs in its place today", "by hand only", "due, waits to be run");
  }

  @Test
  void runsOfEarlierVersionsAndLongOnesAreTold() throws IOException {
    LocalDate day = LocalDate.of(2026, 5, 1);
    bureau
        .at("2026-05-01T02:05")
        .says(new Entry.RunStarted("R-1", "nightly", day), Bureau.published("R-1", day))
        .says(new Entry.JobEnded("month-end", day, 0, 125_000));

    assertThat(String.join("\n", sheet().text(Messages.ZH)))
        .contains("上次：数据截至 2026-05-01，2026-05-01 02:05 发布", "用时 2 分 5 秒");
  }

  @Test
  void silenceAndUnknownHolidaysConcernAll() throws IOException {
    bureau.at("2026-12-02T09:00");
    assertThat(sheet().text(Messages.ZH))
        .contains(
            "警报：已有 5173 小时没有发布（超过 26 小时）。运行 bidui doctor 看原因",
            "jobs/calendar.yml 里没有 2027 年的放假安排，这一年的工作日只按周末算。" + "国务院办公厅的通知发布后照样补上");
  }

  @Test
  void aPublicationOfADayToComeIsNamed() throws IOException {
    bureau.at("2026-05-01T12:00").publishes("nightly", LocalDate.of(2036, 11, 4), 0);
    assertThat(sheet().text(Messages.ZH))
        .anyMatch(line -> line.startsWith("最近一次发布的数据截至 2036-11-04，晚于今天"));
  }

  @Test
  void programsReadTheSame() throws IOException {
    bureau.at("2026-05-06T02:01").publishes("nightly", LocalDate.of(2026, 5, 6), 2);
    bureau.at("2026-05-07T05:00");

    JsonNode sheet = JsonMapper.shared().readTree(sheet().json());

    assertThat(sheet.propertyNames())
        .containsExactly("now", "silent", "unknownYears", "mistakes", "jobs");
    assertThat(sheet.get("silent").asBoolean()).isTrue();
    JsonNode nightly = sheet.get("jobs").get(2);
    assertThat(nightly.propertyNames())
        .containsExactly(
            "name",
            "title",
            "schedule",
            "standing",
            "next",
            "last",
            "overdue",
            "after",
            "replaces",
            "needed",
            "wanted",
            "outputs",
            "receivers");
    assertThat(nightly.get("standing").asString()).isEqualTo("overdue");
    assertThat(nightly.get("overdue").asString()).isEqualTo("2026-05-07 02:00");
    assertThat(nightly.get("last").toString())
        .isEqualTo(
            "{\"asOf\":\"2026-05-06\",\"ended\":\"2026-05-06 02:01\",\"exit\":2,\"millis\":46000}");
  }
}

package cn.bidui.plan;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.source.Term;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Five sentences, and the days that they mean by the calendar that comes with the program. */
class ScheduleTest {

  private static Schedule.Days days;

  @BeforeAll
  static void readTheCalendar() throws Exception {
    Mistakes mistakes = new Mistakes();
    String text = Files.readString(Path.of("jobs/calendar.yml"));
    days = new Schedule.Days(WorkCalendar.read("c", text, mistakes), TermStarts.DEFAULT);
    assertThat(mistakes.all()).isEmpty();
  }

  private static Schedule schedule(String sentence) {
    return Schedule.parse(sentence).orElseThrow();
  }

  /** The first time after the start of {@code day}. */
  private static String first(String sentence, String day) {
    Schedule schedule = schedule(sentence);
    return schedule
        .after(LocalDate.parse(day).atStartOfDay(), each -> schedule.when().on(each, days))
        .map(LocalDateTime::toString)
        .orElse("never");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "每天 02:00                             | 2026-05-01 | 2026-05-01T02:00",
        "每个工作日 06:30                       | 2026-05-01 | 2026-05-06T06:30",
        "每工作日 06:30                         | 2026-05-09 | 2026-05-09T06:30",
        "每月第一个工作日 03:00                 | 2026-05-01 | 2026-05-06T03:00",
        "每个月第三个工作日 3:00                | 2026-10-01 | 2026-10-10T03:00",
        "每季度第一个工作日 03:30               | 2026-09-30 | 2026-10-08T03:30",
        "每个季度第二个工作日 03:30             | 2025-12-31 | 2026-01-05T03:30",
        "每半年第一个工作日 04:00               | 2026-01-05 | 2026-07-01T04:00",
        "开学前14天起每天 02:00，至开学后一个月 | 2026-10-02 | 2027-02-15T02:00",
        "开学前3天每天02:00,至开学后10天        | 2026-07-01 | 2026-08-29T02:00",
        "每天　０２：００                       | 2026-05-01 | 2026-05-01T02:00",
      })
  void aSentenceMeansThisTimeNext(String sentence, String after, String time) {
    assertThat(first(sentence, after)).isEqualTo(time);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "每天",
        "每天凌晨两点",
        "每天 24:00",
        "每天 02:60",
        "每周一 02:00",
        "每月1日 02:00",
        "每月第六个工作日 03:00",
        "每年第一个工作日 03:00",
        "开学前14天起每天 02:00",
        "开学前14天起每天 02:00，至开学后",
        "每天 02:00 和 14:00"
      })
  void anythingElseIsNoSchedule(String sentence) {
    assertThat(Schedule.parse(sentence)).isEmpty();
  }

  @Test
  void whatASentenceSaysIsRead() {
    assertThat(schedule("每天 02:00"))
        .isEqualTo(new Schedule(LocalTime.of(2, 0), new Schedule.EveryDay()));
    assertThat(schedule("每半年第二个工作日 04:10"))
        .isEqualTo(new Schedule(LocalTime.of(4, 10), new Schedule.NthWorkday(6, 2)));
    assertThat(schedule("开学前14天起每天 02:00，至开学后两个月".replace("两", "二")).when())
        .isEqualTo(new Schedule.AroundTerm(14, Period.ofMonths(2)));
  }

  @Test
  void aTimeIsItsOwnLastTimeAndNotItsOwnNext() {
    Schedule nightly = schedule("每天 02:00");
    LocalDateTime two = LocalDateTime.parse("2026-05-03T02:00");

    assertThat(nightly.upTo(two, day -> true)).contains(two);
    assertThat(nightly.upTo(two.minusSeconds(1), day -> true)).contains(two.minusDays(1));
    assertThat(nightly.after(two, day -> true)).contains(two.plusDays(1));
    assertThat(nightly.after(two.minusSeconds(1), day -> true)).contains(two);
  }

  @Test
  void aScheduleOfNoDayEndsTheSearch() {
    Schedule nightly = schedule("每天 02:00");

    assertThat(nightly.after(LocalDateTime.parse("2026-05-03T02:00"), day -> false)).isEmpty();
    assertThat(nightly.upTo(LocalDateTime.parse("2026-05-03T02:00"), day -> false)).isEmpty();
  }

  @Test
  void bothEndsOfTheWeeksAroundTheFirstDayOfSchoolCount() {
    Schedule.When drive = schedule("开学前14天起每天 02:00，至开学后一个月").when();

    assertThat(List.of("2026-08-18", "2026-09-01", "2026-10-01", "2026-02-15", "2026-04-01"))
        .allMatch(day -> drive.on(LocalDate.parse(day), days));
    assertThat(List.of("2026-08-17", "2026-10-02", "2026-02-14", "2026-04-02"))
        .noneMatch(day -> drive.on(LocalDate.parse(day), days));
  }

  @Test
  void aCountyThatBeginsSchoolOnAnotherDaySaysSo() {
    TreeMap<Term, LocalDate> named = new TreeMap<>();
    named.put(Term.parse("2026春"), LocalDate.of(2026, 2, 24));
    TermStarts own =
        new TermStarts(TermStarts.DEFAULT.autumn(), TermStarts.DEFAULT.spring(), named);
    Schedule.When drive = schedule("开学前14天起每天 02:00，至开学后10天").when();
    Schedule.Days county = new Schedule.Days(WorkCalendar.NONE, own);

    assertThat(drive.on(LocalDate.of(2026, 2, 10), county)).isTrue();
    assertThat(drive.on(LocalDate.of(2026, 3, 7), county)).isFalse();
    assertThat(drive.on(LocalDate.of(2027, 3, 11), county)).isTrue();
  }

  @Test
  void kindsOfSchedulesAreToldApart() {
    assertThat(schedule("每天 02:00")).matches(Schedule::ofDays).matches(Schedule::daily);
    assertThat(schedule("每个工作日 02:00").daily()).isFalse();
    assertThat(schedule("每个工作日 02:00").ofDays()).isTrue();
    assertThat(schedule("每月第一个工作日 02:00").ofDays()).isFalse();
    assertThat(schedule("开学前1天起每天 02:00，至开学后1天"))
        .matches(Schedule::daily)
        .matches(Schedule::aroundTerm);
  }

  @ParameterizedTest
  @CsvSource({
    "MONTH,2026-12-01,2026-11",
    "MONTH,2027-01-04,2026-12",
    "QUARTER,2026-10-08,2026Q3",
    "QUARTER,2026-12-31,2026Q3",
    "QUARTER,2027-01-01,2026Q4",
    "HALF_YEAR,2026-07-01,2026H1",
    "HALF_YEAR,2026-06-30,2025H2",
    "NIGHT,2026-06-30,''"
  })
  void aReportIsOfTheLastPeriodThatIsOver(JobOutput output, LocalDate day, String period) {
    assertThat(output.period(day)).isEqualTo(period);
  }

  @Test
  void outputsHaveCodes() {
    assertThat(JobOutput.ofCode("half-year")).contains(JobOutput.HALF_YEAR);
    assertThat(JobOutput.ofCode("year")).isEqualTo(Optional.empty());
  }
}

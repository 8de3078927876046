package cn.bidui.plan;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.source.Messages;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class WorkCalendarTest {

  private final Mistakes mistakes = new Mistakes();

  private WorkCalendar read(String... lines) {
    return WorkCalendar.read("jobs/calendar.yml", String.join("\n", lines), mistakes);
  }

  private static long workingDays(WorkCalendar calendar, int year) {
    return LocalDate.of(year, 1, 1)
        .datesUntil(LocalDate.of(year + 1, 1, 1))
        .filter(calendar::working)
        .count();
  }

  /** Since 2025 there are 13 public holidays; the notices leave 248 working days in either year. */
  @Test
  void theShippedYearsAddUpToWhatTheLawGives() throws Exception {
    WorkCalendar shipped = read(Files.readString(Path.of("jobs/calendar.yml")));

    assertThat(mistakes.all()).isEmpty();
    assertThat(shipped.years().keySet()).containsExactly(2025, 2026);
    assertThat(workingDays(shipped, 2025)).isEqualTo(248);
    assertThat(workingDays(shipped, 2026)).isEqualTo(248);
    assertThat(shipped.years().get(2026).source()).contains("国务院办公厅", "2026");
  }

  @Test
  void holidaysAreOffAndMakeUpDaysAreWorked() {
    WorkCalendar calendar = read("2026: {source: 通知, off: [10-01至10-07], work: [10-10]}");

    assertThat(calendar.working(LocalDate.of(2026, 10, 1))).isFalse();
    assertThat(calendar.working(LocalDate.of(2026, 10, 7))).isFalse();
    assertThat(calendar.working(LocalDate.of(2026, 10, 8))).isTrue();
    assertThat(calendar.working(LocalDate.of(2026, 10, 10))).isTrue();
    assertThat(calendar.working(LocalDate.of(2026, 10, 11))).isFalse();
  }

  @Test
  void aYearThatIsNotThereHasItsWeekendsOnly() {
    assertThat(WorkCalendar.NONE.knows(2027)).isFalse();
    assertThat(WorkCalendar.NONE.working(LocalDate.of(2027, 10, 1))).isTrue();
    assertThat(WorkCalendar.NONE.working(LocalDate.of(2027, 10, 2))).isFalse();
  }

  @Test
  void theYearsOfACountyGoBeforeThoseOfTheProgram() {
    WorkCalendar county = read("2026: {source: 本县, off: [06-01]}");
    WorkCalendar program = read("2025: {source: 通知}", "2026: {source: 通知}");

    WorkCalendar both = county.or(program);

    assertThat(both.years().get(2026).source()).isEqualTo("本县");
    assertThat(both.knows(2025)).isTrue();
  }

  @Test
  void everyMistakeIsToldWithItsLine() {
    read(
        "今年: {}",
        "2026:",
        "  off: [02-30, 10-07至10-01, 1-1, 10-01至10-03]",
        "  work: [10-03, 10-09, 5]",
        "  rest: []");

    assertThat(mistakes.all())
        .extracting(each -> each.line() + " " + each.key() + " " + each.words().get(0))
        .containsExactly(
            "1 plan.calendar.year 今年",
            "5 plan.unknown-key rest",
            "3 plan.calendar.day 02-30",
            "3 plan.calendar.day 10-07至10-01",
            "3 plan.calendar.day 1-1",
            "4 plan.calendar.day 5",
            "4 plan.calendar.both 10-03",
            "4 plan.calendar.weekday 10-09",
            "0 plan.missing-key source");
    assertThat(mistakes.all())
        .allSatisfy(
            each -> assertThat(Messages.ZH.text(each.key(), each.words().toArray())).isNotBlank());
  }
}

package cn.bidui.cli.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.ledger.Entry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TimetableTest {

  private static final LocalDate MAY_6 = LocalDate.of(2026, 5, 6);

  @TempDir private Path home;
  private Bureau bureau;

  /** Made on the evening before the first of May. */
  @BeforeEach
  void makeABureau() throws IOException {
    bureau = new Bureau(home, "2026-04-30T20:00");
  }

  private List<String> due() throws IOException {
    return bureau.table().due().stream().map(due -> due.job().name() + " " + due.slot()).toList();
  }

  private Optional<LocalDateTime> overdue(String job) throws IOException {
    return bureau.table().overdue(bureau.book().job(job).orElseThrow());
  }

  private String silence() throws IOException {
    return bureau.table().silence().map(Duration::toString).orElse("none");
  }

  // --- single days ---------------------------------------------------------------------------

  @Test
  void aJobIsDueFromItsTimeUntilItIsDone() throws IOException {
    assertThat(bureau.at("2026-05-01T01:59").table().due()).isEmpty();
    bureau.at("2026-05-01T02:00");
    assertThat(due()).containsExactly("nightly 2026-05-01T02:00");

    bureau.publishes("nightly", LocalDate.of(2026, 5, 1), 2);

    assertThat(due()).isEmpty();
  }

  @Test
  void nothingWasMissedBeforeTheWorkFolderWasMade() throws IOException {
    assertThat(bureau.at("2026-04-30T23:00").table().due()).isEmpty();
  }

  @Test
  void ofSeveralMissedNightsOnlyTheLastIsMadeUp() throws IOException {
    bureau.at("2026-05-01T02:01").publishes("nightly", LocalDate.of(2026, 5, 1), 0);

    bureau.at("2026-05-05T01:00");
    assertThat(due()).containsExactly("nightly 2026-05-04T02:00");
    bureau.at("2026-05-05T09:00");
    assertThat(due()).containsExactly("nightly 2026-05-05T02:00");
  }

  @Test
  void aMissedWorkingDayIsNotMadeUpDaysLater() throws IOException {
    bureau.job("nightly", "title: 夜间核对", "schedule: 每个工作日 06:30", "policies: [national]");
    bureau.at("2026-05-09T12:00");
    assertThat(due()).contains("nightly 2026-05-09T06:30");
    bureau.at("2026-05-11T05:00");
    assertThat(due()).noneMatch(due -> due.startsWith("nightly"));
  }

  @Test
  void aDateBeforeTheLastPublishedOneIsNotMadeUp() throws IOException {
    bureau.at("2026-05-02T00:30").publishes("nightly", LocalDate.of(2026, 5, 2), 0);
    assertThat(due()).isEmpty();
    bureau.at("2026-05-02T02:30");
    assertThat(due()).isEmpty();
  }

  @Test
  void aPublicationOfAnEarlierVersionCountsAsDone() throws IOException {
    LocalDate day = LocalDate.of(2026, 5, 1);
    bureau
        .at("2026-05-01T02:05")
        .says(new Entry.RunStarted("R-1", "nightly", day), Bureau.published("R-1", day));
    assertThat(due()).isEmpty();
  }

  @Test
  void aNightThatAlsoReportsIsDueAgainIfItWasKilledBeforeItsReport() throws IOException {
    LocalDate day = LocalDate.of(2026, 5, 1);
    bureau.job(
        "nightly",
        "title: 夜间核对",
        "schedule: 每天 02:00",
        "outputs: [night, month]",
        "policies: [national]");
    bureau
        .at("2026-05-01T02:05")
        .says(new Entry.RunStarted("R-1", "nightly", day), Bureau.published("R-1", day));
    assertThat(due()).isEmpty();
    bureau.later(Timetable.PAUSE);
    assertThat(due()).containsExactly("nightly 2026-05-01T02:00");
    bureau.says(new Entry.JobEnded("nightly", day, 0, 900));
    assertThat(due()).isEmpty();
  }

  @Test
  void aRunThatWasKilledIsDueAgain() throws IOException {
    bureau
        .at("2026-05-01T02:00")
        .says(new Entry.RunStarted("R-1", "nightly", LocalDate.of(2026, 5, 1)));
    assertThat(due()).containsExactly("nightly 2026-05-01T02:00");
  }

  @Test
  void aFailedRunIsTriedThreeTimesWithPausesAndThenLeftToPeople() throws IOException {
    bureau.at("2026-05-01T02:00");
    for (int attempt = 0; attempt < Timetable.ATTEMPTS; attempt++) {
      assertThat(due()).as("attempt %s", attempt).hasSize(1);
      bureau.says(new Entry.JobEnded("nightly", LocalDate.of(2026, 5, 1), 74, 1_000));
      assertThat(due()).isEmpty();
      bureau.later(Timetable.PAUSE);
    }
    assertThat(due()).isEmpty();
    bureau.at("2026-05-01T05:00");
    assertThat(overdue("nightly")).contains(LocalDateTime.parse("2026-05-01T02:00"));
    bureau.at("2026-05-02T02:00");
    assertThat(due()).as("the next night begins afresh").hasSize(1);
  }

  @Test
  void aClockThatIsSetBackRunsNothingTwice() throws IOException {
    bureau.at("2026-05-01T02:01").publishes("nightly", LocalDate.of(2026, 5, 1), 0);
    bureau.at("2026-05-01T01:00");
    assertThat(due()).isEmpty();
    bureau.at("2026-05-01T02:00");
    assertThat(due()).isEmpty();
    bureau.at("2026-04-30T03:00");
    assertThat(due()).isEmpty();
  }

  @Test
  void aroundTheFirstDayOfSchoolTheDriveRunsInPlaceOfTheNightlyJob() throws IOException {
    bureau.without("month-end", "quarter", "half-year").at("2026-08-31T02:00");
    assertThat(due()).containsExactly("term-start 2026-08-31T02:00");
    bureau.at("2026-10-02T02:00");
    assertThat(due()).containsExactly("term-start 2026-10-01T02:00", "nightly 2026-10-02T02:00");
    assertThat(bureau.book().standIn("nightly", LocalDate.of(2026, 8, 31)))
        .map(job -> job.name())
        .contains("term-start");
  }

  @Test
  void aDriveThatWasOverLongAgoIsNotOverdue() throws IOException {
    bureau.at("2026-10-01T05:00");
    assertThat(overdue("term-start")).isPresent();
    bureau.at("2026-12-15T12:00");
    assertThat(overdue("term-start")).isEmpty();
    assertThat(due()).noneMatch(due -> due.startsWith("term-start"));
  }

  @Test
  void aPublicationOfADayToComeMakesNothingDone() throws IOException {
    bureau.at("2026-05-01T02:01").publishes("nightly", LocalDate.of(2026, 5, 1), 0);
    assertThat(bureau.table().ahead()).isEmpty();
    bureau.at("2026-05-01T12:00").publishes("nightly", LocalDate.of(2036, 11, 4), 0);
    bureau.says(new Entry.JobEnded("month-end", LocalDate.of(2036, 11, 4), 0, 900));
    assertThat(bureau.table().ahead()).contains(LocalDate.of(2036, 11, 4));

    bureau.at("2026-05-06T05:00");

    assertThat(due()).contains("nightly 2026-05-06T02:00", "month-end 2026-05-06T03:00");
    assertThat(overdue("nightly")).contains(LocalDateTime.parse("2026-05-06T02:00"));
    assertThat(overdue("month-end")).contains(LocalDateTime.parse("2026-05-06T03:00"));
    assertThat(silence()).isEqualTo("PT122H59M");
  }

  @Test
  void aNightOfTomorrowCostsNoNight() throws IOException {
    bureau.at("2026-04-30T23:00").publishes("nightly", LocalDate.of(2026, 5, 2), 0);
    assertThat(bureau.table().ahead()).contains(LocalDate.of(2026, 5, 2));
    bureau.at("2026-05-01T00:30");
    assertThat(bureau.table().ahead()).isEmpty();
    bureau.at("2026-05-02T04:30");
    assertThat(bureau.table().ahead()).isEmpty();
    assertThat(due()).isEmpty();
  }

  // --- periods -------------------------------------------------------------------------------

  @Test
  void aReportIsDueOnTheFirstWorkingDayAfterTheHolidays() throws IOException {
    bureau.at("2026-05-06T02:30").publishes("nightly", MAY_6, 0);
    assertThat(due()).isEmpty();
    bureau.at("2026-05-06T03:00");
    assertThat(due()).containsExactly("month-end 2026-05-06T03:00");

    bureau.says(new Entry.JobEnded("month-end", MAY_6, 0, 900));

    assertThat(due()).isEmpty();
  }

  @Test
  void everyMissedMonthIsMadeUpSinceTheLastThatWasDone() throws IOException {
    bureau.at("2026-05-06T03:01").says(new Entry.JobEnded("month-end", MAY_6, 0, 900));
    bureau.without("quarter", "half-year");

    bureau.at("2026-08-03T03:00");

    assertThat(due())
        .containsExactly(
            "month-end 2026-06-01T03:00",
            "month-end 2026-07-01T03:00",
            "nightly 2026-08-03T02:00",
            "month-end 2026-08-03T03:00");
  }

  @Test
  void aJobThatNeverRanMakesUpItsLastTimeOnly() throws IOException {
    bureau.without("quarter", "half-year").at("2026-09-20T12:00");
    assertThat(due()).containsExactly("month-end 2026-09-01T03:00", "term-start 2026-09-20T02:00");
  }

  @Test
  void aReportMadeByHandAfterItsTimeNeedsNoOther() throws IOException {
    bureau
        .at("2026-05-20T10:00")
        .says(new Entry.JobEnded("month-end", LocalDate.of(2026, 5, 20), 0, 900));
    assertThat(due()).noneMatch(due -> due.startsWith("month-end"));
    assertThat(overdue("month-end")).isEmpty();
  }

  @Test
  void aReportThatIsNotThereAfterTwoHoursIsOverdue() throws IOException {
    bureau.at("2026-05-06T04:59");
    assertThat(overdue("month-end")).isEmpty();
    bureau.at("2026-05-06T05:00");
    assertThat(overdue("month-end")).contains(LocalDateTime.parse("2026-05-06T03:00"));
  }

  // --- what is to come -----------------------------------------------------------------------

  @Test
  void theNextTimesLeaveOutDaysOnWhichAnotherJobStandsIn() throws IOException {
    bureau.at("2026-08-16T12:00");
    assertThat(bureau.table().next(bureau.book().job("nightly").orElseThrow(), 3))
        .extracting(LocalDateTime::toLocalDate)
        .containsExactly(
            LocalDate.of(2026, 8, 17), LocalDate.of(2026, 10, 2), LocalDate.of(2026, 10, 3));
    assertThat(bureau.table().next()).contains(LocalDateTime.parse("2026-08-17T02:00"));
  }

  @Test
  void aJobWithoutAScheduleHasNoTimes() throws IOException {
    bureau.job("nightly", "title: 夜间核对", "policies: [national]").at("2026-05-03T09:00");
    var job = bureau.book().job("nightly").orElseThrow();
    assertThat(bureau.table().next(job, 3)).isEmpty();
    assertThat(overdue("nightly")).isEmpty();
    assertThat(due()).isEmpty();
  }

  @Test
  void yearsWhoseHolidaysAreNotPublishedAreNamed() throws IOException {
    bureau.at("2026-05-03T09:00").without("half-year", "quarter");
    assertThat(bureau.table().unknownYears()).isEmpty();
    bureau.at("2026-12-02T09:00");
    assertThat(bureau.table().unknownYears()).containsExactly(2027);
  }

  // --- silence -------------------------------------------------------------------------------

  @Test
  void moreThanTwentySixHoursWithoutAPublicationAreASilence() throws IOException {
    bureau.at("2026-05-01T02:01").publishes("nightly", LocalDate.of(2026, 5, 1), 0);
    bureau.at("2026-05-02T04:01");
    assertThat(silence()).isEqualTo("none");
    bureau.at("2026-05-02T04:02");
    assertThat(silence()).isEqualTo("PT26H1M");
    bureau.publishes("nightly", LocalDate.of(2026, 5, 2), 3);
    assertThat(silence()).isEqualTo("none");
  }

  @Test
  void aPublicationOnAClockThatRanAheadKeepsTheAlarmQuietNoLongerThanItsDay() throws IOException {
    bureau.at("2036-05-01T02:01").publishes("nightly", LocalDate.of(2026, 5, 1), 0);
    bureau.at("2026-05-02T03:59");
    assertThat(silence()).isEqualTo("none");
    bureau.at("2026-05-02T04:01");
    assertThat(silence()).isEqualTo("PT28H1M");
  }

  @Test
  void aClockThatIsMinutesAheadIsNone() throws IOException {
    bureau.at("2026-05-02T12:00").publishes("nightly", LocalDate.of(2026, 5, 1), 0);
    bureau.at("2026-05-02T11:55");
    assertThat(silence()).isEqualTo("none");
  }

  @Test
  void aFailureOnAClockThatRanAheadHoldsNothingBack() throws IOException {
    bureau.at("2036-05-01T02:01");
    bureau.says(new Entry.JobEnded("nightly", LocalDate.of(2026, 5, 1), 74, 1_000));
    bureau.at("2026-05-01T03:00");
    assertThat(due()).containsExactly("nightly 2026-05-01T02:00");
  }

  @Test
  void aFolderThatWasMadeOnAClockThatRanAheadIsExpectedToWork() throws IOException {
    bureau = new Bureau(home.resolve("other"), "2036-04-30T20:00");
    bureau.at("2026-05-01T12:00");
    assertThat(due()).contains("nightly 2026-05-01T02:00");
    assertThat(silence()).isEqualTo("PT28H");
  }

  @Test
  void aFolderThatNeverPublishedIsSilentSinceItWasMade() throws IOException {
    bureau.at("2026-05-02T00:00");
    assertThat(silence()).isEqualTo("PT28H");
  }

  @Test
  void aWeekendIsNoSilenceWhereOnlyWorkingDaysAreWorked() throws IOException {
    bureau.job("nightly", "title: 夜间核对", "schedule: 每个工作日 06:30", "policies: [national]");
    bureau.without("term-start");
    bureau.at("2026-05-15T06:31").publishes("nightly", LocalDate.of(2026, 5, 15), 0);
    bureau.at("2026-05-18T08:00");
    assertThat(silence()).isEqualTo("none");
    bureau.at("2026-05-18T08:30");
    assertThat(silence()).isEqualTo("PT73H59M");
  }

  @Test
  void aTimeThatCannotBeReadDoesNotStopTheAlarm() throws IOException {
    bureau.without("term-start", "month-end", "quarter", "half-year");
    bureau.job("nightly", "title: 夜间核对", "schedule: 每天 2点", "policies: [national]");
    bureau.at("2026-05-01T02:01").publishes("nightly", LocalDate.of(2026, 5, 1), 0);
    assertThat(bureau.table().expectsNights()).isTrue();
    assertThat(silence()).isEqualTo("none");
    bureau.at("2026-05-02T05:00");
    assertThat(silence()).isEqualTo("PT26H59M");
  }

  @Test
  void aJobThatItsSettingsHoldBackHasNoNextTime() throws IOException {
    bureau.job("nightly", "title: 夜间核对", "schedule: 每天 02:00", "policies: [nowhere]");
    bureau.at("2026-05-03T09:00");
    assertThat(bureau.table().next(bureau.book().job("nightly").orElseThrow(), 3)).isEmpty();
    assertThat(bureau.table().next()).contains(LocalDateTime.parse("2026-05-06T03:00"));
  }

  @Test
  void withoutAJobOfSingleDaysNobodyExpectsNights() throws IOException {
    bureau.without("nightly", "term-start");
    assertThat(bureau.table().expectsNights()).isFalse();
    assertThat(bureau.at("2026-06-01T00:00").table().silence()).isEmpty();
  }
}

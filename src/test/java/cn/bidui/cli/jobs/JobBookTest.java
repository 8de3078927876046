package cn.bidui.cli.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.plan.JobOutput;
import cn.bidui.plan.JobPlan;
import cn.bidui.plan.WorkFolder;
import cn.bidui.source.ListKind;
import cn.bidui.source.Messages;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobBookTest {

  @TempDir private Path home;
  private Bureau bureau;

  @BeforeEach
  void makeABureau() throws IOException {
    bureau = new Bureau(home, "2026-04-30T20:00");
  }

  private List<String> mistakes() throws IOException {
    return bureau.book().mistakes().stream()
        .map(each -> each.file() + ":" + each.line() + " " + each.key() + " " + each.words())
        .toList();
  }

  @Test
  void fiveJobsComeWithTheProgramAndNothingIsWrongInThem() throws IOException {
    JobBook book = bureau.book();

    assertThat(book.mistakes()).isEmpty();
    assertThat(book.jobs())
        .extracting(JobPlan::name)
        .containsExactly("half-year", "month-end", "nightly", "quarter", "term-start");
    assertThat(book.jobs())
        .allSatisfy(job -> assertThat(job.timing().schedule()).isPresent())
        .allSatisfy(job -> assertThat(Path.of("jobs", job.name(), "README.md")).isNotEmptyFile());
    assertThat(book.job("quarter").orElseThrow().outputs()).containsExactly(JobOutput.QUARTER);
    assertThat(book.job("quarter").orElseThrow().timing().after()).isEqualTo("nightly");
    assertThat(book.job("nightly").orElseThrow().lists().needed())
        .containsExactly(ListKind.ROLL, ListKind.AID, ListKind.HOUSEHOLDS);
  }

  @Test
  void filesThatAnEditorSavedInAnotherEncodingAreMistakesLikeOthers() throws IOException {
    Files.writeString(
        home.resolve("bidui.yml"), "threads: 2\nunit: 云水县教育局\n", Charset.forName("GB18030"));
    Files.writeString(home.resolve("jobs/calendar.yml"), "# 放假\n", StandardCharsets.UTF_16LE);

    assertThat(mistakes())
        .containsExactly("bidui.yml:2 plan.not-utf8 []", "jobs/calendar.yml:1 plan.not-utf8 []");
  }

  @Test
  void aSignThatNobodySeesIsAMistake() throws IOException {
    Files.writeString(home.resolve("bidui.yml"), "unit: 云水县\u0007教育局\n");

    assertThat(mistakes()).containsExactly("bidui.yml:0 plan.not-yaml []");
  }

  @Test
  void allMistakesOfAllJobsAreToldAtOnceWithFileAndLine() throws IOException {
    bureau
        .job(
            "nightly",
            "title: 夜间核对",
            "schedule: 每天凌晨两点",
            "lists: {needed: [rol], wanted: [civil], must: []}",
            "receivers: [email]",
            "policies: [national]")
        .job(
            "month-end",
            "title: 月报",
            "schedule: 每月第一个工作日 03:00",
            "after: night",
            "outputs: [months]",
            "receivers: [mail]",
            "policies: [national]")
        .job(
            "quarter",
            "title: 季汇总",
            "outputs: [quarter]",
            "lists: {needed: [roll], wanted: [roll]}",
            "rules: {duplicate-roll: {run: false}}");
    Files.writeString(home.resolve("jobs/calendar.yml"), "2027: {source: x, off: [13-01]}\n");

    assertThat(mistakes())
        .containsExactlyInAnyOrder(
            "jobs/month-end/job.yml:4 plan.not-a-choice"
                + " [months, night, month, quarter, half-year]",
            "jobs/month-end/job.yml:0 plan.job.receiver [mail, folder]",
            "jobs/month-end/job.yml:0 plan.job.other [night, month-end, nightly, term-start]",
            "jobs/nightly/job.yml:3 plan.unknown-key [must, needed, wanted]",
            "jobs/nightly/job.yml:3 plan.unknown-list [rol, roll, aid, households, enrolled,"
                + " hardship, payments, civil, disability, population, roll-changes, placements,"
                + " attendance, schools]",
            "jobs/nightly/job.yml:4 plan.not-a-choice [email, folder, mail, wecom, dingtalk]",
            "jobs/nightly/job.yml:2 plan.job.schedule [每天凌晨两点]",
            "jobs/quarter/job.yml:3 plan.job.list-twice [roll]",
            "jobs/quarter/job.yml:4 plan.job.report-only [rules]",
            "jobs/calendar.yml:1 plan.calendar.day [13-01]");
    assertThat(bureau.book().broken()).containsExactlyInAnyOrder("month-end", "nightly", "quarter");
    assertThat(bureau.book().mistakes())
        .allSatisfy(
            each -> {
              assertThat(Messages.ZH.text(each.key(), each.words().toArray())).isNotBlank();
              assertThat(Messages.EN.text(each.key(), each.words().toArray())).isNotBlank();
            });
  }

  @Test
  void aJobFileOfAnEarlierVersionIsReadAsItWasMeant() throws IOException {
    bureau
        .job("nightly", "title: 夜间核对", "schedule: 每天 02:00", "policies: [national]")
        .job(
            "term-start",
            "title: 学期开学专项行动",
            "schedule: 开学前14天起每天 02:00，至开学后一个月",
            "policies: [national]");
    JobBook book = bureau.book();

    assertThat(book.mistakes()).isEmpty();
    JobPlan nightly = book.job("nightly").orElseThrow();
    assertThat(nightly.lists().needed())
        .containsExactly(ListKind.ROLL, ListKind.AID, ListKind.HOUSEHOLDS);
    assertThat(nightly.outputs()).containsExactly(JobOutput.NIGHT);
    assertThat(nightly.receivers()).isEmpty();
    assertThat(book.job("term-start").orElseThrow().timing().replaces()).containsExactly("nightly");
  }

  @Test
  void wordsThatEarlierVersionsTookForANoteKeepNoJobFromBeingRunByHand() throws IOException {
    bureau.job("nightly", "title: 夜间核对", "schedule: 每晚两点半左右", "policies: [national]");
    JobBook book = bureau.book();

    assertThat(book.broken()).isEmpty();
    assertThat(book.mistakes()).extracting(each -> each.key()).containsExactly("plan.job.schedule");
    assertThat(book.job("nightly").orElseThrow().timing().schedule()).isEmpty();
  }

  @Test
  void aWorkFolderWithoutACalendarUsesThatOfTheProgram() throws IOException {
    Files.delete(home.resolve("jobs/calendar.yml"));
    assertThat(bureau.book().days().calendar().knows(2026)).isFalse();

    JobBook book =
        JobBook.read(
            new WorkFolder(home), home.resolve("jobs"), Path.of("jobs"), "dev", bureau.clock());

    assertThat(book.days().calendar().knows(2026)).isTrue();
  }

  @Test
  void jobsThatStandInForEachOtherAreAMistakeOfEachOfThem() throws IOException {
    nightInPlaceOf("nightly", "third");
    nightInPlaceOf("term-start", "nightly");
    nightInPlaceOf("third", "term-start");
    nightInPlaceOf("fourth", "nightly");

    assertThat(mistakes())
        .containsExactly(
            "jobs/nightly/job.yml:0 plan.job.circle"
                + " [nightly → third → term-start → nightly, third]",
            "jobs/term-start/job.yml:0 plan.job.circle"
                + " [term-start → nightly → third → term-start, nightly]",
            "jobs/third/job.yml:0 plan.job.circle"
                + " [third → term-start → nightly → third, term-start]");
    assertThat(bureau.book().broken()).containsExactlyInAnyOrder("nightly", "term-start", "third");
  }

  private void nightInPlaceOf(String job, String other) throws IOException {
    bureau.job(
        job,
        "title: 夜间核对",
        "schedule: 每天 02:00",
        "replaces: [" + other + "]",
        "policies: [national]");
  }

  @Test
  void aJobThatStandsInForItselfIsAMistakeAndABrokenOneStandsInForNone() throws IOException {
    bureau.job(
        "term-start",
        "title: 学期开学专项行动",
        "schedule: 开学前14天起每天 02:00，至开学后一个月",
        "replaces: [term-start, nightly]",
        "policies: [nowhere]");
    assertThat(mistakes())
        .anyMatch(each -> each.contains("plan.job.other [term-start"))
        .anyMatch(each -> each.contains("plan.no-policy"));
    assertThat(bureau.book().standIn("nightly", java.time.LocalDate.of(2026, 9, 1))).isEmpty();
  }
}

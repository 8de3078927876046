package cn.bidui.cli.jobs;

import cn.bidui.ledger.Entry;
import cn.bidui.ledger.Journal;
import cn.bidui.ledger.JournalOutline;
import cn.bidui.ledger.JournalState;
import cn.bidui.ledger.Lease;
import cn.bidui.ledger.LeaseOutcome;
import cn.bidui.plan.WorkFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A work folder whose clock is set by hand; jobs are not run, their lines are written. */
public final class Bureau {

  /** Business time. */
  public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private final Path home;
  private final Path jobs;
  private Instant now = Instant.EPOCH;
  private int runs;
  private @Nullable JobBook book;

  /** One that was made at {@code made}, with the jobs that come with the program. */
  public Bureau(Path home, String made) throws IOException {
    this.home = home;
    this.jobs = home.resolve("jobs");
    Files.createDirectories(home.resolve("journal"));
    Files.createDirectories(home.resolve("inbox"));
    Files.writeString(home.resolve("bidui.yml"), "unit: 云水县教育局\n");
    for (String name : JobBook.names(Path.of("jobs"))) {
      Path job = Path.of("jobs", name, "job.yml");
      Files.createDirectories(jobs.resolve(name));
      Files.copy(job, jobs.resolve(name).resolve("job.yml"));
    }
    Files.createDirectories(jobs.resolve("policies"));
    Files.copy(Path.of("jobs/policies/national.yml"), jobs.resolve("policies/national.yml"));
    Files.copy(Path.of("jobs/calendar.yml"), jobs.resolve("calendar.yml"));
    at(made);
    Files.setLastModifiedTime(home.resolve("bidui.yml"), FileTime.from(now));
  }

  /** Sets the clock: {@code 2026-05-03T02:00}. */
  public Bureau at(String time) {
    now = LocalDateTime.parse(time).atZone(ZONE).toInstant();
    return this;
  }

  /** Lets time pass. */
  public Bureau later(Duration length) {
    now = now.plus(length);
    return this;
  }

  /** Its clock, which stands until it is set. */
  public Clock clock() {
    return new Clock() {
      @Override
      public ZoneId getZone() {
        return ZONE;
      }

      @Override
      public Clock withZone(ZoneId zone) {
        return this;
      }

      @Override
      public Instant instant() {
        return now;
      }
    };
  }

  /** The work folder. */
  public Path home() {
    return home;
  }

  /** Gives a job another file. */
  public Bureau job(String name, String... lines) throws IOException {
    book = null;
    Files.createDirectories(jobs.resolve(name));
    Files.writeString(jobs.resolve(name).resolve("job.yml"), String.join("\n", lines) + "\n");
    return this;
  }

  /** Takes a job away. */
  public Bureau without(String... names) throws IOException {
    book = null;
    for (String name : names) {
      Files.delete(jobs.resolve(name).resolve("job.yml"));
    }
    return this;
  }

  /** Its settings, with the time at which it was made. */
  public Bureau settings(String... lines) throws IOException {
    book = null;
    FileTime made = Files.getLastModifiedTime(home.resolve("bidui.yml"));
    Files.writeString(home.resolve("bidui.yml"), String.join("\n", lines) + "\n");
    Files.setLastModifiedTime(home.resolve("bidui.yml"), made);
    return this;
  }

  /** Writes lines into the journal. */
  public Bureau says(Entry... entries) {
    try (Lease lease = ((LeaseOutcome.Held) Lease.acquire(home, Duration.ZERO, clock())).lease();
        Journal journal = Journal.open(home, lease, clock())) {
      journal.appendAll(List.of(entries));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return this;
  }

  /** As a night of {@code job} does: published, and ended with that code. */
  public Bureau publishes(String job, LocalDate asOf, int exit) {
    String run = "R-" + ++runs;
    return says(
        new Entry.RunStarted(run, job, asOf),
        published(run, asOf),
        new Entry.JobEnded(job, asOf, exit, 46_000));
  }

  /** A publication, as far as times are concerned. */
  public static Entry published(String run, LocalDate asOf) {
    return published(run, asOf, "c".repeat(64));
  }

  /** The same, by the archived settings and rules of that digest. */
  public static Entry published(String run, LocalDate asOf, String jobs) {
    return new Entry.Published(
        run,
        asOf,
        null,
        List.of(),
        "b".repeat(64),
        jobs,
        "0.1.0",
        new TreeMap<>(),
        new TreeMap<>(),
        new TreeMap<>());
  }

  /** What its journal says. */
  public JournalState state() throws IOException {
    return JournalOutline.of(home, List.of()).state();
  }

  /** Its jobs. */
  public JobBook book() throws IOException {
    if (book == null) {
      book = JobBook.read(new WorkFolder(home), jobs, null, "dev", clock());
    }
    return book;
  }

  /** Its timetable of now. */
  public Timetable table() throws IOException {
    Instant made = Files.getLastModifiedTime(home.resolve("bidui.yml")).toInstant();
    return new Timetable(book(), state(), made, now, ZONE);
  }
}

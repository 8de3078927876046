package cn.bidui.cli.jobs;

import cn.bidui.ledger.JobLog;
import cn.bidui.ledger.JobLog.Ran;
import cn.bidui.ledger.JournalState;
import cn.bidui.plan.JobOutput;
import cn.bidui.plan.JobPlan;
import cn.bidui.plan.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which times have passed, and what of that was done (时间表). A time that was missed is made up: of a
 * job whose results are of a day only the last one, and only until the day after; of a job that
 * reports on periods every one since it was done last.
 */
public final class Timetable {

  /** A job that failed is tried so many times for one business date, and then left to people. */
  static final int ATTEMPTS = 3;

  /** From one attempt to the next. */
  static final Duration PAUSE = Duration.ofMinutes(15);

  /** A job may take so long to begin and end before it counts as late. */
  static final Duration GRACE = Duration.ofHours(2);

  /** A day, and the grace. */
  static final Duration SILENCE = Duration.ofDays(1).plus(GRACE);

  /** The same in hours. */
  public static final long SILENCE_HOURS = SILENCE.toHours();

  /** Clocks of two machines differ by as much; what lies further ahead was a wrong clock. */
  private static final Duration CLOCK_SLACK = Duration.ofMinutes(10);

  private static final int MOST_PERIODS = 24;

  private final JobBook book;
  private final JobLog log;
  private final LocalDate today;
  private final Optional<LocalDate> latestNight;
  private final Optional<LocalDate> ahead;
  private final Instant began;
  private final Instant now;
  private final ZoneId zone;

  /**
   * The timetable of one moment.
   *
   * @param began when the work folder was made; nothing was missed before that, nor before the
   *     journal was begun, whichever is earlier
   */
  public Timetable(JobBook book, JournalState state, Instant began, Instant now, ZoneId zone) {
    this.book = book;
    this.log = state.jobs();
    this.now = now;
    this.began = past(log.first().filter(first -> first.isBefore(began)).orElse(began));
    this.zone = zone;
    this.today = LocalDate.ofInstant(now, zone);
    this.latestNight = log.latestNight(today);
    this.ahead =
        state.latest().map(night -> night.asOf()).filter(day -> day.isAfter(today.plusDays(1)));
  }

  /** One that is more than a day away was seen on a wrong clock: the last night is missed then. */
  private Instant past(Instant beginning) {
    return beginning.isAfter(now.plus(SILENCE)) ? now.minus(SILENCE).minus(GRACE) : beginning;
  }

  private boolean isToCome(Instant at) {
    return at.isAfter(now.plus(CLOCK_SLACK));
  }

  /**
   * A time that has come.
   *
   * @param slot when; its date is the business date of the run
   */
  public record Due(JobPlan job, LocalDateTime slot) {

    /** The business date. */
    public LocalDate asOf() {
      return slot.toLocalDate();
    }
  }

  /** What has to be run now, the earliest first. */
  public List<Due> due() {
    return book.jobs().stream()
        .filter(job -> !book.broken().contains(job.name()))
        .flatMap(job -> open(job).stream().map(slot -> new Due(job, slot)))
        .filter(due -> mayBeTried(log.of(due.job().name(), due.asOf())))
        .sorted(Comparator.comparing(Due::slot).thenComparing(due -> due.job().name()))
        .toList();
  }

  /** Whether that time is still to be done. */
  public boolean isDue(Due due) {
    return due().stream()
        .anyMatch(
            each -> each.job().name().equals(due.job().name()) && each.slot().equals(due.slot()));
  }

  private boolean mayBeTried(Optional<Ran> before) {
    return before.isEmpty() || (before.get().failures() < ATTEMPTS && isLongAgo(before.get().at()));
  }

  /** A failure on a clock that ran ahead would hold the job back until then. */
  private boolean isLongAgo(Instant failure) {
    return isToCome(failure) || !now.isBefore(failure.plus(PAUSE));
  }

  /** Times that have passed and are to be made up, the earliest first. */
  private List<LocalDateTime> open(JobPlan job) {
    Optional<Schedule> schedule = job.timing().schedule();
    if (schedule.isEmpty()) {
      return List.of();
    }
    return schedule.get().ofDays() ? ofDays(job, schedule.get()) : ofPeriods(job, schedule.get());
  }

  private List<LocalDateTime> ofDays(JobPlan job, Schedule schedule) {
    LocalDate yesterday = today.minusDays(1);
    return newest(job, schedule, now).stream()
        .filter(slot -> !slot.toLocalDate().isBefore(yesterday))
        .filter(slot -> !undone(job, slot).isEmpty())
        .toList();
  }

  /** The time itself, unless it was done, or a later night was published. */
  private Optional<LocalDateTime> undone(JobPlan job, LocalDateTime slot) {
    LocalDate day = slot.toLocalDate();
    boolean done =
        log.of(job.name(), day).filter(ran -> whole(job, ran)).isPresent()
            || log.lastDone(job.name(), today).filter(last -> last.isAfter(day)).isPresent()
            || latestNight.filter(night -> night.isAfter(day)).isPresent();
    return done ? Optional.empty() : Optional.of(slot);
  }

  /** A job that reports on a period too is not done by its publication alone. */
  private static boolean whole(JobPlan job, Ran ran) {
    return ran.done()
        && (ran.exit().isPresent() || job.outputs().stream().noneMatch(JobOutput::periodic));
  }

  private List<LocalDateTime> ofPeriods(JobPlan job, Schedule schedule) {
    Optional<LocalDate> last = log.lastDone(job.name(), today);
    List<LocalDateTime> slots = new ArrayList<>();
    Optional<LocalDateTime> slot = newest(job, schedule, now);
    while (slot.isPresent()
        && slots.size() < MOST_PERIODS
        && last.map(slot.get().toLocalDate()::isAfter).orElse(slots.isEmpty())) {
      slots.add(slot.get());
      slot = newest(job, schedule, instant(slot.get()).minusSeconds(1));
    }
    Collections.reverse(slots);
    return slots;
  }

  private Optional<LocalDateTime> newest(JobPlan job, Schedule schedule, Instant upTo) {
    return schedule
        .upTo(local(upTo), day -> book.runs(job, day))
        .filter(slot -> instant(slot).isAfter(began));
  }

  /** The next times of a job, at most so many; none while its settings hold it back. */
  public List<LocalDateTime> next(JobPlan job, int count) {
    Optional<Schedule> schedule = job.timing().schedule();
    if (schedule.isEmpty() || book.heldBack(job)) {
      return List.of();
    }
    return Stream.iterate(
            next(job, schedule.get(), local(now)),
            Optional::isPresent,
            slot -> next(job, schedule.get(), slot.orElseThrow()))
        .limit(count)
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<LocalDateTime> next(JobPlan job, Schedule schedule, LocalDateTime after) {
    return schedule.after(after, day -> book.runs(job, day));
  }

  /** The next time of any job. */
  public Optional<LocalDateTime> next() {
    return book.jobs().stream()
        .flatMap(job -> next(job, 1).stream())
        .min(Comparator.naturalOrder());
  }

  /** The time that a job should have done by now and has not, the earliest; empty if none. */
  public Optional<LocalDateTime> overdue(JobPlan job) {
    Instant late = now.minus(GRACE);
    Optional<Schedule> schedule = job.timing().schedule();
    if (schedule.isEmpty()) {
      return Optional.empty();
    }
    if (!schedule.get().ofDays()) {
      return ofPeriods(job, schedule.get()).stream()
          .filter(slot -> !instant(slot).isAfter(late))
          .findFirst();
    }
    Optional<LocalDateTime> slot =
        newest(job, schedule.get(), late).flatMap(each -> undone(job, each));
    // The weeks around the first day of school are over, and what was missed in them with them.
    return schedule.get().aroundTerm()
        ? slot.filter(each -> instant(each).isAfter(late.minus(SILENCE)))
        : slot;
  }

  /** How a job was run last. */
  public Optional<Ran> last(JobPlan job) {
    return log.last(job.name());
  }

  /**
   * The business date of what was published last, where it is later than tomorrow. It makes nothing
   * done that is not: the nights until that day are what-ifs. One of tomorrow costs no night: the
   * next one is of that date itself.
   */
  public Optional<LocalDate> ahead() {
    return ahead;
  }

  /** Whether some job runs by itself for single days, or would if its settings could be read. */
  public boolean expectsNights() {
    return unreadable() || nightly().findAny().isPresent();
  }

  /** A mistake in the time of a job must not stop the alarm together with the job. */
  private boolean unreadable() {
    return book.jobs().stream()
        .filter(job -> job.nightly() && job.timing().schedule().isEmpty())
        .anyMatch(book::heldBack);
  }

  private Stream<JobPlan> nightly() {
    return book.jobs().stream()
        .filter(job -> job.timing().schedule().filter(Schedule::ofDays).isPresent());
  }

  /**
   * For how long nothing was published, if that is longer than 26 hours and a time has passed
   * without it; weekends of a job of working days are none. Of a job whose time cannot be read
   * every day is one.
   */
  public Optional<Duration> silence() {
    Instant since = lastPublished().orElse(began);
    Duration length = Duration.between(since, now);
    boolean missed =
        nightly()
            .flatMap(
                job ->
                    newest(job, job.timing().schedule().orElseThrow(), now.minus(GRACE)).stream())
            .filter(slot -> latestNight.map(slot.toLocalDate()::isAfter).orElse(true))
            .anyMatch(slot -> instant(slot).isAfter(since));
    return (missed || unreadable()) && length.compareTo(SILENCE) > 0
        ? Optional.of(length)
        : Optional.empty();
  }

  /**
   * When it was published that was published last. By a clock that ran ahead nobody knows when; by
   * the true one, it may have been as early as the day that it is of began.
   */
  private Optional<Instant> lastPublished() {
    return log.published(today)
        .map(at -> isToCome(at) ? instant(latestNight.orElse(today).atStartOfDay()) : at);
  }

  /** Years of which times are told below without their public holidays being known. */
  public List<Integer> unknownYears() {
    return book.jobs().stream()
        .filter(job -> job.timing().schedule().filter(s -> !s.daily()).isPresent())
        .flatMap(job -> next(job, 1).stream())
        .flatMap(slot -> Stream.of(local(now).getYear(), slot.getYear()))
        .distinct()
        .sorted()
        .filter(year -> !book.days().calendar().knows(year))
        .toList();
  }

  private LocalDateTime local(Instant at) {
    return LocalDateTime.ofInstant(at, zone);
  }

  private Instant instant(LocalDateTime slot) {
    return slot.atZone(zone).toInstant();
  }
}

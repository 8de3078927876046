package cn.bidui.plan;

import cn.bidui.source.Term;
import cn.bidui.source.Term.Season;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * When a job runs (运行时间), said in one of five sentences:
 *
 * <pre>
 * 每天 02:00
 * 每个工作日 06:30
 * 每月第一个工作日 03:00                     第一 to 第五
 * 每季度第一个工作日 03:30 · 每半年第一个工作日 04:00
 * 开学前14天起每天 02:00，至开学后一个月       or 至开学后30天
 * </pre>
 *
 * <p>Blanks and the width of signs do not matter; anything else does. Times are those of Beijing,
 * which has no summer time.
 *
 * @param at the time of the day
 * @param when on which days
 */
public record Schedule(LocalTime at, When when) {

  /** The longest pause between two times: half a year, and the holidays at its end. */
  private static final int HORIZON_DAYS = 400;

  private static final String TIME = "(?<hour>[01]?\\d|2[0-3]):(?<minute>[0-5]\\d)";
  private static final String COUNTED = "一二三四五";
  private static final Pattern EVERY_DAY = Pattern.compile("每天" + TIME);
  private static final Pattern WORKDAYS = Pattern.compile("每个?工作日" + TIME);
  private static final Pattern OF_PERIOD =
      Pattern.compile("每(?<period>个?月|个?季度|半年)第(?<nth>[一二三四五])个工作日" + TIME);
  private static final Pattern AROUND_TERM =
      Pattern.compile(
          "开学前(?<before>\\d{1,2})天起?每天" + TIME + ",?至开学后(?:(?<days>\\d{1,2})天|(?<months>[一二三])个月)");

  /** What decides which days are working days, and when school begins. */
  public record Days(WorkCalendar calendar, TermStarts terms) {}

  /** On which days. */
  public sealed interface When {

    /** Whether {@code day} is one of them. */
    boolean on(LocalDate day, Days days);
  }

  /** Every day. */
  public record EveryDay() implements When {
    @Override
    public boolean on(LocalDate day, Days days) {
      return true;
    }
  }

  /** Every working day. */
  public record Workdays() implements When {
    @Override
    public boolean on(LocalDate day, Days days) {
      return days.calendar().working(day);
    }
  }

  /**
   * A working day of each month, quarter or half-year of the calendar.
   *
   * @param months how many months the period has: 1, 3 or 6
   * @param nth which working day of it, from 1
   */
  public record NthWorkday(int months, int nth) implements When {
    @Override
    public boolean on(LocalDate day, Days days) {
      if ((day.getMonthValue() - 1) % months != 0 || !days.calendar().working(day)) {
        return false;
      }
      return day.withDayOfMonth(1)
              .datesUntil(day.plusDays(1))
              .filter(each -> days.calendar().working(each))
              .count()
          == nth;
    }
  }

  /** From so many days before school begins, until some time after it; both ends count. */
  public record AroundTerm(int daysBefore, Period after) implements When {
    @Override
    public boolean on(LocalDate day, Days days) {
      return Stream.of(
              new Term(day.getYear(), Season.SPRING), new Term(day.getYear(), Season.AUTUMN))
          .map(term -> days.terms().of(term))
          .anyMatch(
              start ->
                  !day.isBefore(start.minusDays(daysBefore)) && !day.isAfter(start.plus(after)));
    }
  }

  /** Reads a sentence; empty if it is none of the five. */
  public static Optional<Schedule> parse(String sentence) {
    String text = Normalizer.normalize(sentence, Normalizer.Form.NFKC).replaceAll("\\s", "");
    return read(text, EVERY_DAY, found -> new EveryDay())
        .or(() -> read(text, WORKDAYS, found -> new Workdays()))
        .or(() -> read(text, OF_PERIOD, Schedule::ofPeriod))
        .or(() -> read(text, AROUND_TERM, Schedule::aroundTerm));
  }

  /** What a match means. */
  @FunctionalInterface
  private interface Meaning {
    When of(Matcher found);
  }

  private static Optional<Schedule> read(String text, Pattern pattern, Meaning meaning) {
    Matcher found = pattern.matcher(text);
    return found.matches()
        ? Optional.of(new Schedule(time(found), meaning.of(found)))
        : Optional.empty();
  }

  private static LocalTime time(Matcher found) {
    return LocalTime.of(
        Integer.parseInt(found.group("hour")), Integer.parseInt(found.group("minute")));
  }

  private static When ofPeriod(Matcher found) {
    int months =
        switch (found.group("period").replace("个", "")) {
          case "月" -> 1;
          case "季度" -> 3;
          default -> 6;
        };
    return new NthWorkday(months, counted(found.group("nth")));
  }

  private static When aroundTerm(Matcher found) {
    String days = found.group("days");
    return new AroundTerm(
        Integer.parseInt(found.group("before")),
        days == null
            ? Period.ofMonths(counted(found.group("months")))
            : Period.ofDays(Integer.parseInt(days)));
  }

  private static int counted(String word) {
    return COUNTED.indexOf(word) + 1;
  }

  /** Whether what it makes is of a day, so that of several missed ones only the last counts. */
  public boolean ofDays() {
    return !(when instanceof NthWorkday);
  }

  /** Whether it runs on every day, or on every one of a stretch of days. */
  public boolean daily() {
    return when instanceof EveryDay || when instanceof AroundTerm;
  }

  /** Whether it is for the weeks around the first day of school alone. */
  public boolean aroundTerm() {
    return when instanceof AroundTerm;
  }

  /** The first time after {@code moment} on a day for which {@code on} holds. */
  public Optional<LocalDateTime> after(LocalDateTime moment, Predicate<LocalDate> on) {
    LocalDate first = moment.toLocalTime().isBefore(at) ? today(moment) : today(moment).plusDays(1);
    return first
        .datesUntil(first.plusDays(HORIZON_DAYS))
        .filter(on)
        .findFirst()
        .map(day -> day.atTime(at));
  }

  /** The last time that is not after {@code moment} on a day for which {@code on} holds. */
  public Optional<LocalDateTime> upTo(LocalDateTime moment, Predicate<LocalDate> on) {
    LocalDate last = moment.toLocalTime().isBefore(at) ? today(moment).minusDays(1) : today(moment);
    return Stream.iterate(last, day -> day.minusDays(1))
        .limit(HORIZON_DAYS)
        .filter(on)
        .findFirst()
        .map(day -> day.atTime(at));
  }

  private static LocalDate today(LocalDateTime moment) {
    return moment.toLocalDate();
  }
}

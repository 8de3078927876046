package cn.bidui.plan;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which days are working days (工作日): Monday to Friday, but for the public holidays and the weekend
 * days that are worked in exchange (调休). These cannot be computed; they are published for one year
 * at a time, usually in the November before it.
 *
 * @param years what was published, by year
 */
public record WorkCalendar(SortedMap<Integer, Year> years) {

  /** Weekends only. */
  public static final WorkCalendar NONE = new WorkCalendar(Collections.emptySortedMap());

  private static final Pattern YEAR = Pattern.compile("20\\d\\d");
  private static final Pattern DAY = Pattern.compile("(\\d\\d)-(\\d\\d)");
  private static final String TO = "至";

  public WorkCalendar {
    years = Collections.unmodifiableSortedMap(new TreeMap<>(years));
  }

  /**
   * The published days of one year.
   *
   * @param source the notice that says so
   * @param off days that are not worked; those of a weekend may stand among them
   * @param work days of a weekend that are worked
   */
  public record Year(String source, Set<LocalDate> off, Set<LocalDate> work) {
    public Year {
      off = Set.copyOf(off);
      work = Set.copyOf(work);
    }
  }

  /** Reads {@code jobs/calendar.yml}; whatever is wrong goes to {@code mistakes}. */
  public static WorkCalendar read(String file, String text, Mistakes mistakes) {
    Yaml root = Yaml.read(file, text, mistakes);
    SortedMap<Integer, Year> years = new TreeMap<>();
    for (String key : root.keys()) {
      if (YEAR.matcher(key).matches()) {
        years.put(Integer.parseInt(key), year(Integer.parseInt(key), root.at(key)));
      } else {
        root.name(key).mistake("plan.calendar.year", key);
      }
    }
    return new WorkCalendar(years);
  }

  private static Year year(int year, Yaml at) {
    at.only("source", "off", "work");
    Set<LocalDate> off = days(year, at.at("off"));
    Set<LocalDate> work = days(year, at.at("work"));
    for (Yaml item : at.at("work").items()) {
      for (LocalDate day : span(year, item, false)) {
        if (off.contains(day)) {
          item.mistake("plan.calendar.both", item.text(""));
        } else if (!weekend(day)) {
          item.mistake("plan.calendar.weekday", item.text(""));
        }
      }
    }
    return new Year(at.at("source").requiredText("source"), off, work);
  }

  private static Set<LocalDate> days(int year, Yaml list) {
    Set<LocalDate> days = new HashSet<>();
    list.items().forEach(item -> days.addAll(span(year, item, true)));
    return days;
  }

  /** {@code 01-01}, or {@code 01-28至02-04} with both ends. */
  private static Set<LocalDate> span(int year, Yaml item, boolean tell) {
    String text = item.text("");
    String[] ends = text.split(TO, -1);
    Optional<LocalDate> first = day(year, ends[0]);
    Optional<LocalDate> last = day(year, ends[ends.length - 1]);
    boolean sound = ends.length <= 2 && first.isPresent() && last.isPresent();
    if (!sound || first.get().isAfter(last.get())) {
      if (tell) {
        item.mistake("plan.calendar.day", text);
      }
      return Set.of();
    }
    return new HashSet<>(first.get().datesUntil(last.get().plusDays(1)).toList());
  }

  private static Optional<LocalDate> day(int year, String text) {
    Matcher day = DAY.matcher(text.strip());
    if (!day.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          LocalDate.of(year, Integer.parseInt(day.group(1)), Integer.parseInt(day.group(2))));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  private static boolean weekend(LocalDate day) {
    return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
  }

  /** This calendar; years that it lacks are those of {@code other}. */
  public WorkCalendar or(WorkCalendar other) {
    SortedMap<Integer, Year> all = new TreeMap<>(other.years);
    all.putAll(years);
    return new WorkCalendar(all);
  }

  /** Whether the holidays of that year are known; else its weekends alone count. */
  public boolean knows(int year) {
    return years.containsKey(year);
  }

  /** Whether {@code day} is a working day. */
  public boolean working(LocalDate day) {
    Year published = years.get(day.getYear());
    if (published != null && published.off().contains(day)) {
      return false;
    }
    return !weekend(day) || (published != null && published.work().contains(day));
  }
}

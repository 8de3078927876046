package cn.bidui.plan;

import cn.bidui.source.Term;
import cn.bidui.source.Term.Season;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * On which day school begins (开学), for the times at which jobs run. The day on which eligibility is
 * judged is another matter: that is always {@link Term#firstDay()}.
 *
 * @param autumn of a year that is not named by itself
 * @param spring of a year that is not named by itself
 * @param named terms with a day of their own
 */
public record TermStarts(MonthDay autumn, MonthDay spring, SortedMap<Term, LocalDate> named) {

  /** 1 September and 1 March, which is also when eligibility is judged. */
  public static final TermStarts DEFAULT =
      new TermStarts(MonthDay.of(9, 1), MonthDay.of(3, 1), Collections.emptySortedMap());

  private static final String AUTUMN = "autumn";
  private static final String SPRING = "spring";

  public TermStarts {
    named = Collections.unmodifiableSortedMap(new TreeMap<>(named));
  }

  /** Reads {@code term-starts} of the settings; without it the defaults hold. */
  static TermStarts read(Yaml at) {
    SortedMap<Term, LocalDate> named = new TreeMap<>();
    for (String key : at.keys()) {
      if (!key.equals(AUTUMN) && !key.equals(SPRING)) {
        named(key, at).ifPresent(day -> named.put(Term.parse(key), day));
      }
    }
    return new TermStarts(
        usual(at.at(AUTUMN), Season.AUTUMN), usual(at.at(SPRING), Season.SPRING), named);
  }

  private static Optional<LocalDate> named(String key, Yaml at) {
    Optional<Term> term = Term.find(key).filter(found -> found.label().equals(key));
    if (term.isEmpty()) {
      at.name(key).mistake("plan.unknown-key", key, "autumn, spring, 2026秋, 2027春 …");
      return Optional.empty();
    }
    String text = at.at(key).text("");
    try {
      LocalDate day = LocalDate.parse(text);
      if (day.getYear() == term.get().year() && of(day, term.get().season())) {
        return Optional.of(day);
      }
    } catch (DateTimeException noDate) {
      // Told below, with the days that are not of that term.
    }
    at.at(key).mistake("plan.term-start", text, example(term.get()), months(term.get().season()));
    return Optional.empty();
  }

  private static MonthDay usual(Yaml at, Season season) {
    MonthDay otherwise = season == Season.AUTUMN ? DEFAULT.autumn : DEFAULT.spring;
    if (at.absent()) {
      return otherwise;
    }
    String text = at.text("");
    try {
      MonthDay day = MonthDay.parse("--" + text);
      if (day.isValidYear(2025) && of(day.atYear(2025), season)) {
        return day;
      }
    } catch (DateTimeException noDay) {
      // Told below.
    }
    at.mistake("plan.term-start", text, otherwise.toString().substring(2), months(season));
    return otherwise;
  }

  private static String example(Term term) {
    return term.firstDay().toString();
  }

  private static boolean of(LocalDate day, Season season) {
    int month = day.getMonthValue();
    return season == Season.AUTUMN ? month >= 8 && month <= 10 : month >= 2 && month <= 4;
  }

  private static String months(Season season) {
    return season == Season.AUTUMN ? "8–10" : "2–4";
  }

  /** The day on which school begins. */
  public LocalDate of(Term term) {
    LocalDate own = named.get(term);
    if (own != null) {
      return own;
    }
    return (term.season() == Season.AUTUMN ? autumn : spring).atYear(term.year());
  }
}

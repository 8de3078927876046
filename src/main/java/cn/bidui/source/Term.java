package cn.bidui.source;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A school term (学期), named by the calendar year in which it starts: {@code 2025秋} is the first
 * term of 2025–26, {@code 2026春} its second.
 */
public record Term(int year, Season season) implements Comparable<Term> {

  /** The half of the year. */
  public enum Season {
    SPRING("春"),
    AUTUMN("秋");

    private final String label;

    Season(String label) {
      this.label = label;
    }

    /** 春 or 秋. */
    public String label() {
      return label;
    }
  }

  private static final Pattern NAMED = Pattern.compile("(20\\d{2})年?([春秋])(?:季|学期|季学期)?");
  private static final Pattern OF_SCHOOL_YEAR =
      Pattern.compile(
          "(20\\d{2})[-—–~至/](?:20)?(\\d{2})学?年?度?[,，;;、\\s]*(?:第?([一二12上下])(?:学期|期)?|([春秋])季?(?:学期)?)");
  private static final Pattern YEAR_SPAN = Pattern.compile("(20\\d{2})[-—–~至/](?:20)?(\\d{2})");
  private static final Pattern HALF = Pattern.compile("第?([一二12上下])(?:学期|期)?|([春秋])(?:季)?(?:学期)?");

  /** The term in which {@code day} lies: spring is February to July, autumn August to January. */
  public static Term of(LocalDate day) {
    int month = day.getMonthValue();
    if (month >= 2 && month <= 7) {
      return new Term(day.getYear(), Season.SPRING);
    }
    return new Term(month == 1 ? day.getYear() - 1 : day.getYear(), Season.AUTUMN);
  }

  /**
   * Finds a term in text: {@code 2025秋}, {@code 2025年秋季学期}, {@code 2025-2026学年第一学期}, {@code
   * 2025-2026-2}.
   */
  public static Optional<Term> find(String text) {
    Matcher named = NAMED.matcher(text);
    if (named.find()) {
      return Optional.of(new Term(Integer.parseInt(named.group(1)), season(named.group(2))));
    }
    Matcher spanned = OF_SCHOOL_YEAR.matcher(text.replace("学年", "学年 "));
    if (spanned.find()) {
      String half = spanned.group(3) != null ? spanned.group(3) : spanned.group(4);
      return Optional.of(ofSchoolYear(Integer.parseInt(spanned.group(1)), half));
    }
    return Optional.empty();
  }

  /**
   * Reads a school-year cell and a term cell together: ({@code 2025-2026}, {@code 第二学期}) → {@code
   * 2026春}. Either may hold the whole.
   */
  public static Optional<Term> find(String schoolYear, String term) {
    Optional<Term> whole = find(term).or(() -> find(schoolYear));
    if (whole.isPresent()) {
      return whole;
    }
    Matcher span = YEAR_SPAN.matcher(schoolYear);
    Matcher half = HALF.matcher(term.strip());
    if (half.matches()) {
      String word = half.group(1) != null ? half.group(1) : half.group(2);
      if (span.find()) {
        return Optional.of(ofSchoolYear(Integer.parseInt(span.group(1)), word));
      }
      Matcher lone = Pattern.compile("(20\\d{2})").matcher(schoolYear);
      if (lone.find()) {
        return Optional.of(ofSchoolYear(Integer.parseInt(lone.group(1)), word));
      }
    }
    return Optional.empty();
  }

  private static Term ofSchoolYear(int start, String half) {
    return season(half) == Season.AUTUMN
        ? new Term(start, Season.AUTUMN)
        : new Term(start + 1, Season.SPRING);
  }

  private static Season season(String word) {
    return switch (word) {
      case "秋", "一", "1", "上" -> Season.AUTUMN;
      default -> Season.SPRING;
    };
  }

  /** The school year that holds the term. */
  public SchoolYear schoolYear() {
    return new SchoolYear(season == Season.AUTUMN ? year : year - 1);
  }

  /** The day on which eligibility is judged: 1 September or 1 March. */
  public LocalDate firstDay() {
    return LocalDate.of(year, season == Season.AUTUMN ? 9 : 3, 1);
  }

  /** The term before this one. */
  public Term previous() {
    return season == Season.AUTUMN
        ? new Term(year, Season.SPRING)
        : new Term(year - 1, Season.AUTUMN);
  }

  /** As printed and as written in policies: {@code 2025秋}. */
  public String label() {
    return year + season.label();
  }

  /** Reads what {@link #label()} wrote. */
  public static Term parse(String label) {
    return find(label)
        .orElseThrow(() -> new IllegalArgumentException("not a term such as 2025秋: " + label));
  }

  @Override
  public int compareTo(Term other) {
    return year != other.year ? Integer.compare(year, other.year) : season.compareTo(other.season);
  }
}

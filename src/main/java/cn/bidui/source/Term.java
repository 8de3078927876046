package cn.bidui.source;

import java.text.Normalizer;
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

  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\p{Cf}]+");
  private static final Pattern BLANKS_IN_DIGITS =
      Pattern.compile("(?<=\\d)[\\s\\p{Z}\\p{Cf}]+(?=\\d)");

  /** The second year of a span does not stand alone. */
  private static final String NOT_AFTER_A_YEAR = "(?<!\\d)(?<!20\\d{2}年?[-—–―‐~至到/])";

  private static final String HALF = "(?:第?([一二12上下])(?:半?学期|半?学年|期)|([春秋])季?(?:学?期)?)";

  /** {@code 2025-2026学年度第一学期}, {@code 2025-2026秋季}, {@code 2025-2026-2}. */
  private static final Pattern OF_SCHOOL_YEAR =
      Pattern.compile(
          "(20\\d{2})年?[-—–―‐~至到/](20)?(\\d{2})(?!\\d)(?:年?学年度?|年度?)?[,;、.(\\[]*(?:"
              + HALF
              + "|[-—/]?([12])(?!\\d)|([上下])(?![一-龥]))");

  /** {@code 2025学年第一学期}: one year alone names a school year only if the text says so. */
  private static final Pattern OF_LONE_SCHOOL_YEAR =
      Pattern.compile(NOT_AFTER_A_YEAR + "(20\\d{2})学年度?[,;、.(\\[]*" + HALF);

  /** {@code 2025秋}, {@code 2025年秋季学期}: the calendar year and its half. */
  private static final Pattern OF_CALENDAR_YEAR =
      Pattern.compile(NOT_AFTER_A_YEAR + "(20\\d{2})年?[,、.(\\[]*([春秋])");

  private static final Pattern YEAR_SPAN =
      Pattern.compile("(20\\d{2})年?[-—–―‐~至到/](20)?(\\d{2})(?!\\d)");
  private static final Pattern LONE_YEAR = Pattern.compile("(20\\d{2})(?:年|学年|学年度|年度)?");
  private static final Pattern LONE_HALF =
      Pattern.compile("(?:" + HALF + "|第?([一二12上下]))(?:\\([^()]*\\))?");

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
   * 2025-2026-2}. {@code 2025年上学期} is none: some provinces count it by the calendar year, others by
   * the school year.
   */
  public static Optional<Term> find(String text) {
    return findIn(folded(text));
  }

  private static Optional<Term> findIn(String text) {
    Matcher spanned = OF_SCHOOL_YEAR.matcher(text);
    while (spanned.find()) {
      if (consecutive(spanned)) {
        return Optional.of(ofSchoolYear(start(spanned), word(spanned, 4)));
      }
    }
    Matcher lone = OF_LONE_SCHOOL_YEAR.matcher(text);
    if (lone.find()) {
      return Optional.of(ofSchoolYear(start(lone), word(lone, 2)));
    }
    Matcher calendar = OF_CALENDAR_YEAR.matcher(text);
    return calendar.find()
        ? Optional.of(new Term(start(calendar), season(calendar.group(2))))
        : Optional.empty();
  }

  /**
   * Reads a school-year cell and a term cell together: ({@code 2025-2026}, {@code 第二学期}) → {@code
   * 2026春}. Either may hold the whole.
   */
  public static Optional<Term> find(String schoolYear, String term) {
    String year = folded(schoolYear);
    String half = folded(term);
    return findIn(half).or(() -> findIn(year)).or(() -> together(year, half));
  }

  private static Optional<Term> together(String schoolYear, String term) {
    Matcher half = LONE_HALF.matcher(term);
    if (!half.matches()) {
      return Optional.empty();
    }
    Matcher span = YEAR_SPAN.matcher(schoolYear);
    if (span.find()) {
      return consecutive(span)
          ? Optional.of(ofSchoolYear(start(span), word(half, 1)))
          : Optional.empty();
    }
    Matcher lone = LONE_YEAR.matcher(schoolYear);
    return lone.matches()
        ? Optional.of(ofSchoolYear(start(lone), word(half, 1)))
        : Optional.empty();
  }

  /** Width and blanks do not matter in a term. */
  private static String folded(String text) {
    String narrow = Normalizer.normalize(text, Normalizer.Form.NFKC);
    return BLANKS.matcher(BLANKS_IN_DIGITS.matcher(narrow).replaceAll(";")).replaceAll("");
  }

  /** A span of any other two years is a date ({@code 2025-09}) or a mistake. */
  private static boolean consecutive(Matcher span) {
    return (start(span) + 1) % 100 == Integer.parseInt(span.group(3));
  }

  private static int start(Matcher found) {
    return Integer.parseInt(found.group(1));
  }

  /** The word for the half: the first group from {@code group} on that took part. */
  private static String word(Matcher found, int group) {
    int at = group;
    while (found.group(at) == null) {
      at++;
    }
    return found.group(at);
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

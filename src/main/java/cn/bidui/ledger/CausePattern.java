package cn.bidui.ledger;

import cn.bidui.ledger.SameCause.Cause;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * In which way the two values that a finding's sentence names differ, so that findings that differ
 * in the same way stand together.
 */
final class CausePattern {

  private static final Pattern DATE = Pattern.compile("(?<!\\d)\\d{4}-\\d{2}-\\d{2}(?!\\d)");
  private static final Pattern AMOUNT = Pattern.compile("\\d+\\.\\d{2}");
  private static final Pattern MASKED_ID = Pattern.compile("[0-9]{6}\\*+[0-9Xx]{4}");

  /** {@code 出生日期“2015-03-04”（学籍“2015-03-05”）}. */
  private static final Pattern FIELD = Pattern.compile("([^“”（）；]+)“([^”]*)”（([^“”（）]+)“([^”]*)”）");

  private static final String PREFIX = "ledger.same-cause.";
  private static final int SHOWN_OF_ID = 6;

  private CausePattern() {}

  static Cause of(List<String> words) {
    List<MatchResult> fields = fields(words);
    if (fields.size() > 1) {
      return cause("fields", joined(fields.stream().map(field -> field.group(1)).toList()));
    }
    List<LocalDate> dates = dates(words);
    if (dates.size() == 2) {
      return shift(dates.get(0), dates.get(1), context(words, fields));
    }
    if (fields.size() == 1) {
      return field(fields.get(0));
    }
    return amountsOrIds(words);
  }

  private static Cause amountsOrIds(List<String> words) {
    List<String> amounts = only(AMOUNT, words);
    if (amounts.size() == 2) {
      return cause("amounts", amounts.get(0), amounts.get(1));
    }
    List<String> ids = only(MASKED_ID, words);
    if (ids.size() == 2) {
      return cause(idKind(ids.get(0), ids.get(1)), joined(others(MASKED_ID, words)));
    }
    return words.size() == 1
        ? NamePattern.of(words.get(0)).orElse(cause("sentence"))
        : cause("sentence");
  }

  private static Cause field(MatchResult field) {
    String name = field.group(1);
    return name.endsWith("姓名")
        ? cause(NamePattern.kind(field.group(2), field.group(4)), name + "、" + field.group(3))
        : cause("field", name, field.group(2), field.group(4));
  }

  /** How the later named date lies to the earlier named one. */
  private static Cause shift(LocalDate first, LocalDate second, String context) {
    if (first.getYear() == second.getYear() && isSwapped(first, second)) {
      return cause("day-and-month", context);
    }
    int years = second.getYear() - first.getYear();
    if (Math.abs(years) == 1 && first.plusYears(years).equals(second)) {
      return cause(years > 0 ? "year-later" : "year-earlier", context);
    }
    long days = ChronoUnit.DAYS.between(first, second);
    String key = days < 0 ? "days-earlier" : "days-later";
    return cause(key, context, Long.toString(Math.abs(days)));
  }

  private static boolean isSwapped(LocalDate first, LocalDate second) {
    return first.getDayOfMonth() == second.getMonthValue()
        && first.getMonthValue() == second.getDayOfMonth()
        && !first.equals(second);
  }

  private static String context(List<String> words, List<MatchResult> fields) {
    return fields.isEmpty()
        ? joined(others(DATE, words))
        : fields.get(0).group(1) + "、" + fields.get(0).group(3);
  }

  /** As far as masked numbers can tell: the birth date between is not shown. */
  private static String idKind(String first, String second) {
    if (first.length() != second.length()) {
      return "id-length";
    } else if (!first.substring(0, SHOWN_OF_ID).equals(second.substring(0, SHOWN_OF_ID))) {
      return "id-region";
    }
    String end = first.substring(first.length() - 4);
    return second.endsWith(end) ? "id-birth" : "id-end";
  }

  private static List<LocalDate> dates(List<String> words) {
    List<LocalDate> dates = new ArrayList<>();
    for (String word : words) {
      Matcher matcher = DATE.matcher(word);
      while (matcher.find()) {
        try {
          dates.add(LocalDate.parse(matcher.group()));
        } catch (DateTimeException notOnTheCalendar) {
          return List.of();
        }
      }
    }
    return dates;
  }

  private static List<MatchResult> fields(List<String> words) {
    return words.stream().flatMap(word -> FIELD.matcher(word).results()).toList();
  }

  private static List<String> only(Pattern pattern, List<String> words) {
    return words.stream().filter(word -> pattern.matcher(word).matches()).toList();
  }

  private static List<String> others(Pattern pattern, List<String> words) {
    return words.stream().filter(word -> !pattern.matcher(word).matches()).toList();
  }

  private static String joined(List<String> words) {
    return words.stream().distinct().collect(Collectors.joining("、"));
  }

  static Cause cause(String kind, String... words) {
    return new Cause(PREFIX + kind, List.of(words));
  }
}

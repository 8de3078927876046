package cn.bidui.intake;

import cn.bidui.source.Term;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the rows above the header, and after them the file's name, say of term and data date. */
final class TitleHints {

  private static final String DAY =
      "(20\\d{2})(?:\\s*[-/.年]\\s*(\\d{1,2})\\s*[-/.月]\\s*(\\d{1,2})"
          + "|(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01]))(?!\\d)";

  /** In the order of trust: the day up to which data is right comes before the day of printing. */
  private static final List<Pattern> LABELED =
      List.of(
          Pattern.compile("(?:数据截止|数据日期|数据时间|截止|截至|统计|截取)[日期时间点到为:\\s]{0,8}" + DAY),
          Pattern.compile("(?:导出|生成|下载|打印|制表|填报|填表|上报|报送)[日期时间为:\\s]{0,8}" + DAY));

  private static final Pattern IN_NAME =
      Pattern.compile(
          "(?<!\\d)(20\\d{2})[-_.年]?(0[1-9]|1[0-2])[-_.月]?(0[1-9]|[12]\\d|3[01])"
              + "(?:\\d{4}|\\d{6})?(?!\\d)");

  private static final Pattern HALF = Pattern.compile("学期:?([一二12上下春秋第][^,;]{0,5})");

  private TitleHints() {}

  static Optional<Hint<Term>> term(List<String> titles, String fileName) {
    for (String title : titles) {
      Optional<Term> term = term(title);
      if (term.isPresent()) {
        return term.map(found -> new Hint<>(found, Hint.Origin.TITLE));
      }
    }
    return term(fileName).map(found -> new Hint<>(found, Hint.Origin.FILE_NAME));
  }

  /** Days are cut out first: {@code 2025-10-12} must not read as a school year and a half. */
  private static Optional<Term> term(String text) {
    String plain = plain(text);
    String undated = IN_NAME.matcher(plain.replaceAll(DAY, ";")).replaceAll(";");
    String tight = undated.replaceAll("\\s", "");
    Matcher half = HALF.matcher(tight);
    return Term.find(tight)
        .or(() -> half.find() ? Term.find(tight, half.group(1)) : Optional.empty());
  }

  static Optional<Hint<LocalDate>> dataDate(List<String> titles, String fileName) {
    for (Pattern label : LABELED) {
      for (String title : titles) {
        Optional<LocalDate> day = labeled(label.matcher(plain(title)));
        if (day.isPresent()) {
          return day.map(found -> new Hint<>(found, Hint.Origin.TITLE));
        }
      }
    }
    return named(plain(fileName)).map(found -> new Hint<>(found, Hint.Origin.FILE_NAME));
  }

  private static Optional<LocalDate> labeled(Matcher matcher) {
    while (matcher.find()) {
      boolean separated = matcher.group(2) != null;
      Optional<LocalDate> day =
          day(matcher.group(1), matcher.group(separated ? 2 : 4), matcher.group(separated ? 3 : 5));
      if (day.isPresent()) {
        return day;
      }
    }
    return Optional.empty();
  }

  /** The last day in the name: exports put it at the end. */
  private static Optional<LocalDate> named(String name) {
    Optional<LocalDate> last = Optional.empty();
    Matcher matcher = IN_NAME.matcher(name);
    while (matcher.find()) {
      Optional<LocalDate> day = day(matcher.group(1), matcher.group(2), matcher.group(3));
      last = day.isPresent() ? day : last;
    }
    return last;
  }

  private static Optional<LocalDate> day(String year, String month, String day) {
    try {
      return Optional.of(
          LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC);
  }
}

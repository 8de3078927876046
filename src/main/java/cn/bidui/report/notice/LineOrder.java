package cn.bidui.report.notice;

import cn.bidui.person.Grade;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Lines as people look for them: by grade from small to large, class 2 before class 10, name. */
public final class LineOrder {

  static final Comparator<PublicLine> ORDER =
      Comparator.comparing(LineOrder::grade, Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(PublicLine::grade)
          .thenComparing(PublicLine::department)
          .thenComparing(PublicLine::major)
          .thenComparing(line -> counted(line.className()))
          .thenComparing(PublicLine::className)
          .thenComparing(PublicLine::name);

  private static final Pattern NUMBER = Pattern.compile("[0-9]+|[一二三四五六七八九十]+");
  private static final String NUMERALS = "〇一二三四五六七八九";
  private static final int PLACES = 12;

  private LineOrder() {}

  private static @Nullable Grade grade(PublicLine line) {
    return Grade.read(line.grade()).orElse(null);
  }

  /** With numbers of one length: {@code 七（二）班} → {@code 000000000007(000000000002)班}. */
  public static String counted(String className) {
    String folded = Normalizer.normalize(className, Normalizer.Form.NFKC);
    return NUMBER.matcher(folded).replaceAll(found -> padded(found.group()));
  }

  private static String padded(String number) {
    String digits = Character.isDigit(number.charAt(0)) ? number : String.valueOf(value(number));
    return "0".repeat(Math.max(0, PLACES - digits.length())) + digits;
  }

  /** {@code 十一} → 11, {@code 二十} → 20. */
  private static int value(String numerals) {
    int tens = 0;
    int rest = 0;
    for (int i = 0; i < Math.min(numerals.length(), 4); i++) {
      if (numerals.charAt(i) == '十') {
        tens += Math.max(rest, 1) * 10;
        rest = 0;
      } else {
        rest = rest * 10 + NUMERALS.indexOf(numerals.charAt(i));
      }
    }
    return tens + rest;
  }
}

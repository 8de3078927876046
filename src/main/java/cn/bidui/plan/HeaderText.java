package cn.bidui.plan;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Header texts as they are compared: {@code "*身份证件号\n（18位）"} → {@code 身份证件号}. Width, blanks, line
 * breaks, {@code *}, colons and bracketed hints do not count.
 */
public final class HeaderText {

  private static final String OPENING = "([{【〔〖<";
  private static final String CLOSING = ")]}】〕〗>";
  private static final String MARKS = "*★☆※#:;'\"“”‘’`";

  /** CJK unified ideographs; the compatibility ideographs, which NFKC changes, stand elsewhere. */
  private static final char FIRST_IDEOGRAPH = '\u4e00';

  private static final char LAST_IDEOGRAPH = '\u9fff';

  private HeaderText() {}

  /**
   * The comparable form of a header; blank if nothing is left. A header that stands wholly in
   * brackets keeps its words.
   */
  public static String fold(String header) {
    if (isPlain(header)) {
      return withoutNumber(header).toUpperCase(Locale.ROOT);
    }
    String plain = normalized(header);
    String outside = kept(plain, true);
    String words = outside.isEmpty() ? kept(plain, false) : outside;
    return withoutNumber(words).toUpperCase(Locale.ROOT);
  }

  /** Most headers are: characters that have one width and one form, and no marks among them. */
  private static boolean isPlain(String header) {
    for (int i = 0; i < header.length(); i++) {
      char c = header.charAt(i);
      boolean ascii = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      if (!ideograph(c) && !ascii && c != '/') {
        return false;
      }
    }
    return true;
  }

  private static boolean ideograph(char c) {
    return c >= FIRST_IDEOGRAPH && c <= LAST_IDEOGRAPH;
  }

  /** ASCII and ideographs are in their normal form; the tables of it are large, and read late. */
  private static String normalized(String header) {
    boolean normal = header.chars().allMatch(c -> c < 0x80 || ideograph((char) c));
    return normal ? header : Normalizer.normalize(header, Normalizer.Form.NFKC);
  }

  /** The bracketed hints that {@link #fold} cuts: {@code 姓名（家长）} → {@code 家长}. */
  public static String hint(String header) {
    String plain = normalized(header);
    String outside = kept(plain, true);
    return outside.isEmpty() ? "" : kept(inside(plain), false).toUpperCase(Locale.ROOT);
  }

  private static String kept(String plain, boolean cutBrackets) {
    StringBuilder kept = new StringBuilder(plain.length());
    int depth = 0;
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      if (OPENING.indexOf(c) >= 0) {
        depth++;
      } else if (CLOSING.indexOf(c) >= 0) {
        depth = Math.max(0, depth - 1);
      } else if ((depth == 0 || !cutBrackets) && counts(c)) {
        kept.append(c);
      }
    }
    return kept.toString();
  }

  private static String inside(String plain) {
    StringBuilder inside = new StringBuilder();
    int depth = 0;
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      if (OPENING.indexOf(c) >= 0) {
        depth++;
      } else if (CLOSING.indexOf(c) >= 0) {
        depth = Math.max(0, depth - 1);
      } else if (depth > 0) {
        inside.append(c);
      }
    }
    return inside.toString();
  }

  private static boolean counts(char c) {
    if (Character.isWhitespace(c) || MARKS.indexOf(c) >= 0) {
      return false;
    }
    int type = Character.getType(c);
    return type != Character.SPACE_SEPARATOR
        && type != Character.FORMAT
        && type != Character.CONTROL;
  }

  /** Forms number their columns: {@code 3、姓名} → {@code 姓名}. */
  private static String withoutNumber(String words) {
    int digits = 0;
    while (digits < words.length() && Character.isDigit(words.charAt(digits))) {
      digits++;
    }
    boolean numbered =
        digits > 0 && digits < words.length() - 1 && "、.．".indexOf(words.charAt(digits)) >= 0;
    return numbered ? words.substring(digits + 1) : words;
  }
}

package cn.bidui.person;

import java.util.Locale;

/**
 * A person's name (姓名): the text as the list has it, and the form by which names are compared.
 *
 * <p>Comparison form: compatibility characters and blanks folded, every variant of the name dot as
 * U+00B7 (民委发〔2016〕33号), trailing remarks in brackets cut. {@code 张　三（已转走）} → {@code 张三}; {@code
 * 阿依•努尔} → {@code 阿依·努尔}. The raw text is what reports show.
 */
public record PersonName(String raw, String folded) {

  private static final String DOTS = "·•∙・●.‧﹒･⋅。";
  private static final String OPENING = "([【〔";
  private static final String CLOSING = ")]】〕";

  /** Folds {@code raw}; the result is blank if it holds no name. */
  public static PersonName of(String raw) {
    String folded = Text.unwrap(Text.fold(raw));
    return new PersonName(raw, isSimple(folded) ? folded : dotted(withoutRemarks(folded)));
  }

  /** Nearly all names are unified ideographs only: nothing in them to fold. */
  private static boolean isSimple(String folded) {
    for (int i = 0; i < folded.length(); i++) {
      char c = folded.charAt(i);
      if (c < 0x4E00 || c > 0x9FFF) {
        return false;
      }
    }
    return true;
  }

  private static String withoutRemarks(String name) {
    String rest = name;
    int cut = remark(rest);
    while (cut >= 0) {
      rest = rest.substring(0, cut);
      cut = remark(rest);
    }
    return rest;
  }

  /**
   * Where a trailing remark starts, or -1. What is left must be a name of two characters or more: a
   * rare character may be described in brackets, as in {@code 李(石羡)}.
   */
  private static int remark(String name) {
    int last = name.length() - 1;
    int kind = last < 0 ? -1 : CLOSING.indexOf(name.charAt(last));
    if (kind < 0) {
      return -1;
    }
    int opening = name.lastIndexOf(OPENING.charAt(kind));
    return opening >= 0 && name.codePointCount(0, opening) >= 2 ? opening : -1;
  }

  /** Dots as U+00B7, none doubled, none at either end; letters in upper case. */
  private static String dotted(String name) {
    StringBuilder kept = new StringBuilder(name.length());
    boolean dot = false;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (DOTS.indexOf(c) >= 0) {
        dot = true;
        continue;
      }
      if (dot && kept.length() > 0) {
        kept.append('·');
      }
      dot = false;
      kept.append(c);
    }
    return kept.toString().toUpperCase(Locale.ROOT);
  }

  /** Whether there is no name at all. */
  public boolean isBlank() {
    return Text.isNothing(folded);
  }

  /**
   * The first character and a star for each other: {@code 张**}. Used where a name may not stand.
   */
  public String masked() {
    if (folded.isEmpty()) {
      return "";
    }
    int first = folded.offsetByCodePoints(0, 1);
    return folded.substring(0, first) + "*".repeat(folded.codePointCount(first, folded.length()));
  }

  /** Masked, so that a name never reaches a log by accident. */
  @Override
  public String toString() {
    return masked();
  }
}

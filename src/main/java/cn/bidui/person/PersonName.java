package cn.bidui.person;

import java.util.regex.Pattern;

/**
 * A person's name (姓名): the text as the list has it, and the form by which names are compared.
 *
 * <p>Comparison form: compatibility characters and blanks folded, every variant of the name dot as
 * U+00B7 (民委发〔2016〕33号), trailing remarks in brackets cut. {@code 张　三（已转走）} → {@code 张三}; {@code
 * 阿依•努尔} → {@code 阿依·努尔}. The raw text is what reports show.
 */
public record PersonName(String raw, String folded) {

  private static final String DOTS = "·•∙・●.‧﹒･⋅。";
  private static final Pattern REMARK = Pattern.compile("\\([^()]*\\)$");
  private static final Pattern DOT_RUN = Pattern.compile("·+");

  /** Folds {@code raw}; the result is blank if it holds no name. */
  public static PersonName of(String raw) {
    String folded = Text.fold(raw.strip());
    StringBuilder dotted = new StringBuilder(folded.length());
    folded
        .codePoints()
        .forEach(point -> dotted.appendCodePoint(DOTS.indexOf(point) >= 0 ? '·' : point));
    String cut = REMARK.matcher(dotted).replaceFirst("");
    cut = DOT_RUN.matcher(cut).replaceAll("·");
    if (cut.startsWith("·")) {
      cut = cut.substring(1);
    }
    return new PersonName(raw, cut.toUpperCase(java.util.Locale.ROOT));
  }

  /** Whether there is no name at all. */
  public boolean isBlank() {
    return folded.isEmpty() || folded.equals("NULL") || folded.equals("无");
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

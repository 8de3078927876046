package cn.bidui.link.name;

/**
 * A name in its plainest characters and without dots: names that are one but for variants have one
 * plain name. For looking up only; never shown. {@code 劉麗} → {@code 刘丽}.
 */
public final class PlainName {

  private PlainName() {}

  /** The plain form of a folded name; the same text if it is plain already. */
  public static String of(String folded) {
    CharacterTable table = CharacterTable.get();
    boolean plain = folded.codePoints().allMatch(point -> table.plainPoint(point) == point);
    if (plain && folded.indexOf('·') < 0) {
      return folded;
    }
    StringBuilder text = new StringBuilder(folded.length());
    folded
        .codePoints()
        .filter(point -> point != '·')
        .forEach(point -> text.appendCodePoint(table.plainPoint(point)));
    return text.toString();
  }
}

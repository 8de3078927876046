package cn.bidui.intake;

import cn.bidui.source.Cell;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/**
 * The text of a cell of a web page as it shows: blanks folded, line breaks kept, what is hidden or
 * in a table of its own left out.
 */
final class HtmlText implements NodeFilter {

  private static final Set<String> BREAKS = Set.of("br", "p", "div", "li", "tr", "h1", "h2", "h3");

  /** What Excel shows of a number, and what it shows where the column is too narrow. */
  private static final Pattern NUMBER =
      Pattern.compile("[-+¥￥$]?[\\d,]*\\.?\\d+(?:E[-+]?\\d+)?|#+", Pattern.CASE_INSENSITIVE);

  private final Element cell;
  private final StringBuilder text = new StringBuilder();

  private HtmlText(Element cell) {
    this.cell = cell;
  }

  /**
   * The cell. Excel states the number that it stores beside the one that it shows, and only the
   * stored one tells that an id has lost its last digits.
   */
  static Cell cell(Element cell) {
    String shown = of(cell);
    if (cell.hasAttr("x:num") && NUMBER.matcher(shown).matches()) {
      String stored = cell.attr("x:num").strip();
      return new Cell(stored.isEmpty() ? shown : stored, Cell.Kind.NUMBER);
    }
    return TextCell.of(shown);
  }

  /** The text alone. */
  static String of(Element cell) {
    HtmlText reading = new HtmlText(cell);
    cell.filter(reading);
    return reading.text.toString().strip();
  }

  @Override
  public FilterResult head(Node node, int depth) {
    if (node instanceof TextNode words) {
      fold(words.getWholeText());
    } else if (node instanceof Element element && !element.equals(cell)) {
      if (hidden(element) || (element.nameIs("table") && !wrapper(element))) {
        return FilterResult.SKIP_ENTIRELY;
      }
      if (BREAKS.contains(element.normalName())) {
        lineBreak();
      }
    }
    return FilterResult.CONTINUE;
  }

  /** Whether an element is written, but not shown. */
  static boolean hidden(Element element) {
    if (element.hasAttr("hidden")) {
      return true;
    }
    String style = element.attr("style");
    return !style.isEmpty()
        && style.toLowerCase(Locale.ROOT).replaceAll("\\s", "").contains("display:none");
  }

  /** A table of one cell is only a frame around its text. */
  static boolean wrapper(Element table) {
    return table.selectStream("td, th").limit(2).count() < 2;
  }

  private void fold(String words) {
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      if (!folds(c)) {
        text.append(c);
      } else if (!text.isEmpty() && !folds(text.charAt(text.length() - 1))) {
        text.append(' ');
      }
    }
  }

  /** No-break spaces are how pages keep empty cells open. */
  private static boolean folds(char c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\u00A0';
  }

  private void lineBreak() {
    int end = text.length();
    if (end > 0 && text.charAt(end - 1) == ' ') {
      text.setLength(end - 1);
    }
    text.append('\n');
  }
}

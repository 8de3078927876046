package cn.bidui.report;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;

/** Writes HTML; every text is escaped on its way in. Knows no person and no list. */
public final class Html {

  private final StringBuilder out = new StringBuilder(16_384);

  /** An empty page. */
  public Html() {}

  /** Markup of our own, as it stands. */
  public Html raw(String markup) {
    out.append(markup);
    return this;
  }

  /** An element with text in it; {@code tag} may carry attributes: {@code p class="note"}. */
  public Html element(String tag, String text) {
    out.append('<').append(tag).append('>').append(escape(text));
    out.append("</").append(tag.split(" ", 2)[0]).append(">\n");
    return this;
  }

  /** A link to a file of the same folder. */
  Html link(String path, String text) {
    out.append("<a href=\"").append(escape(address(path))).append("\">");
    out.append(escape(text)).append("</a>");
    return this;
  }

  /** The start of a table with its header; close it with {@link #end()}. */
  public Html table(List<String> titles) {
    out.append("<table><thead><tr>");
    titles.forEach(title -> element("th scope=\"col\"", title));
    out.append("</tr></thead><tbody>\n");
    return this;
  }

  /** A row; numbers stand to the right. */
  public Html row(Object... cells) {
    return marked("", cells);
  }

  /** A row of a class of its own; blank for none. */
  Html marked(String name, Object... cells) {
    out.append(name.isEmpty() ? "<tr>" : "<tr class=\"" + name + "\">");
    for (Object cell : cells) {
      boolean number = cell instanceof Number;
      element(number ? "td class=\"n\"" : "td", cell.toString());
    }
    out.append("</tr>\n");
    return this;
  }

  /** The end of a table. */
  public Html end() {
    out.append("</tbody></table>\n");
    return this;
  }

  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  /** {@code 学校/一 小.xlsx} → percent-encoded, so that any name makes a working link. */
  static String address(String path) {
    try {
      return new URI(null, null, path, null).toASCIIString().replace("#", "%23");
    } catch (URISyntaxException impossible) {
      throw new IllegalArgumentException("not a relative path", impossible);
    }
  }

  @Override
  public String toString() {
    return out.toString();
  }
}

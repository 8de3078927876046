package cn.bidui.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Writes HTML; every text is escaped on its way in. Knows no person and no list. */
public final class Html {

  private final StringBuilder out = new StringBuilder(16_384);

  /**
   * Everything up to the body, with the title as the first heading: self-contained, without
   * scripts, and nothing is asked of another place.
   */
  public Html head(String title) {
    raw("<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n");
    raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    raw("<meta http-equiv=\"Content-Security-Policy\"");
    raw(" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n");
    element("title", title);
    raw("<style>\n").raw(css()).raw("</style>\n</head>\n<body>\n");
    return element("h1", title);
  }

  /** The last line and the end of the document. */
  public Html foot(String text) {
    return element("footer", text).raw("</body>\n</html>\n");
  }

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
  public Html link(String path, String text) {
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
  public Html marked(String name, Object... cells) {
    out.append(name.isEmpty() ? "<tr>" : "<tr class=\"" + name + "\">");
    for (Object cell : cells) {
      cell(cell);
    }
    out.append("</tr>\n");
    return this;
  }

  /**
   * A value that leads to its list.
   *
   * @param path of a file of the same folder
   * @param anchor a place in it; blank for its top
   */
  record Linked(Object value, String path, String anchor) {}

  private void cell(Object cell) {
    if (cell instanceof Linked linked) {
      out.append(linked.value() instanceof Number ? "<td class=\"n\">" : "<td>");
      link(linked);
      out.append("</td>\n");
    } else {
      element(cell instanceof Number ? "td class=\"n\"" : "td", cell.toString());
    }
  }

  /** A value with its link, without an element around it. */
  Html link(Linked linked) {
    String path = linked.path().isEmpty() ? "" : address(linked.path());
    String anchor = linked.anchor().isEmpty() ? "" : "#" + escape(address(linked.anchor()));
    out.append("<a href=\"").append(escape(path)).append(anchor).append("\">");
    out.append(escape(linked.value().toString())).append("</a>");
    return this;
  }

  public Html end() {
    out.append("</tbody></table>\n");
    return this;
  }

  public static String escape(String text) {
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

  private static String css() {
    try (InputStream css = Html.class.getResourceAsStream("page.css")) {
      return new String(Objects.requireNonNull(css).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @Override
  public String toString() {
    return out.toString();
  }
}

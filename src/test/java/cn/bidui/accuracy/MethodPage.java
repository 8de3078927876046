package cn.bidui.accuracy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The tables of results in {@code docs/linkage.md}, each between two marks. */
final class MethodPage {

  private static final Path PAGE = Path.of("docs/linkage.md");

  private MethodPage() {}

  /** Puts {@code text} in the place of the results of {@code rates}. */
  static void write(String rates, String text) throws IOException {
    Files.writeString(PAGE, replaced(Files.readString(PAGE), rates, text));
  }

  /**
   * The page with other results.
   *
   * @throws IllegalArgumentException if the page has no place for them
   */
  static String replaced(String page, String rates, String text) {
    String mark = "<!-- results " + rates + " -->\n";
    int from = page.indexOf(mark);
    int to = page.indexOf("<!-- end -->", from);
    if (from < 0 || to < 0) {
      throw new IllegalArgumentException("no place for results " + rates);
    }
    return page.substring(0, from) + mark + "\n" + text + "\n" + page.substring(to);
  }
}

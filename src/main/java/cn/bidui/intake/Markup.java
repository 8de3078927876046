package cn.bidui.intake;

import cn.bidui.source.ProblemCode;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a text file is, told by how its text starts. */
enum Markup {
  /** Records of delimited text. */
  NONE,
  /** A web page with tables in it, which systems like to call .xls. */
  PAGE,
  /** XML Spreadsheet 2003. */
  SPREADSHEET;

  static final String SPREADSHEET_NAMESPACE = "urn:schemas-microsoft-com:office:spreadsheet";

  /** So many characters tell what follows; error texts of servers before a table are shorter. */
  private static final int START = 4096;

  /** A piece of what may precede the root: blanks, a declaration, a comment, a document type. */
  private static final Pattern BEFORE_ROOT =
      Pattern.compile(
          "\\s+|<\\?.*?\\?>|<!--.*?-->|<!doctype(?<doctype>[^>\\[]*)(?:>|(?<subset>\\[))",
          Pattern.DOTALL);

  private static final Pattern ROOT =
      Pattern.compile("<(?:[\\w.-]+:)?([\\w.-]+)([^>]*)>?", Pattern.DOTALL);

  private static final Pattern LATER =
      Pattern.compile("<(?:html|table|body|\\?xml|!doctype|(?:ss:)?workbook)[\\s>]");

  private static final Pattern MAIL_HEADER = Pattern.compile("\\A[a-z-]+:[^\\n]*");

  private static final Set<String> PAGE_ROOTS =
      Set.of(
          "html",
          "head",
          "meta",
          "title",
          "style",
          "script",
          "link",
          "body",
          "table",
          "caption",
          "thead",
          "tbody",
          "tr",
          "div",
          "center",
          "form",
          "font",
          "span",
          "p",
          "br",
          "h1",
          "h2",
          "h3",
          "td",
          "colgroup",
          "img",
          "input",
          "hr",
          "base",
          "section",
          "main");

  /**
   * Of the text that starts with {@code sample}.
   *
   * @throws Refusal if it is markup without a list in it, or markup that is not safe to read
   */
  static Markup of(String sample) throws Refusal {
    String start = sample.substring(Blanks.leading(sample)).toLowerCase(Locale.ROOT);
    if (start.startsWith("<")) {
      return rooted(start);
    }
    refuseMail(start);
    refuseOthers(start);
    Matcher later = LATER.matcher(start.substring(0, Math.min(START, start.length())));
    if (later.find()) {
      throw Refusal.of(ProblemCode.FILE_DAMAGED, later.group().strip())
          .at("", line(sample, later.start()), -1);
    }
    return NONE;
  }

  private static Markup rooted(String start) throws Refusal {
    Matcher before = BEFORE_ROOT.matcher(start);
    int root = 0;
    while (before.region(root, start.length()).lookingAt()) {
      refuseEntities(before.group("doctype"), before.group("subset"));
      root = before.end();
    }
    Matcher element = ROOT.matcher(start).region(root, start.length());
    String name = element.lookingAt() ? element.group(1) : "";
    if (name.equals("workbook") && element.group(2).contains(SPREADSHEET_NAMESPACE)) {
      return SPREADSHEET;
    }
    if (PAGE_ROOTS.contains(name)) {
      return PAGE;
    }
    throw Refusal.of(ProblemCode.FILE_NOT_A_TABLE, "XML");
  }

  /** Document types declare entities, which can grow without bounds or reach for other files. */
  private static void refuseEntities(@Nullable String doctype, @Nullable String subset)
      throws Refusal {
    boolean page = doctype == null || doctype.strip().startsWith("html");
    if (!page || subset != null) {
      throw Refusal.of(ProblemCode.FILE_UNSAFE, "DOCTYPE");
    }
  }

  /** A web archive is a mail message: headers first. */
  private static void refuseMail(String start) throws Refusal {
    String headers = start.substring(0, Math.min(1024, start.length()));
    if (MAIL_HEADER.matcher(headers).find()
        && headers.lines().anyMatch(line -> line.startsWith("mime-version:"))) {
      throw Refusal.of(ProblemCode.FILE_FORMAT, "MHTML");
    }
  }

  private static void refuseOthers(String start) throws Refusal {
    if (start.startsWith("{\"") || start.startsWith("[{")) {
      throw Refusal.of(ProblemCode.FILE_NOT_A_TABLE, "JSON");
    }
    if (start.startsWith("id;p") && start.contains("\nc;")) {
      throw Refusal.of(ProblemCode.FILE_FORMAT, "SYLK (.slk)");
    }
  }

  private static int line(String sample, int offset) {
    int end = Math.min(sample.length(), Blanks.leading(sample) + offset);
    return 1 + (int) sample.substring(0, end).chars().filter(c -> c == '\n').count();
  }
}

package cn.bidui.report;

import cn.bidui.report.period.Cell;
import cn.bidui.report.period.PeriodDocument;
import cn.bidui.report.period.PeriodTable;
import cn.bidui.report.period.PeriodTable.Row;
import cn.bidui.report.period.PeriodTable.Tone;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Writes periodic reports for paper: a workbook, and a page that needs nothing from outside. The
 * same document gives the same bytes.
 */
public final class PeriodPress {

  private static final String MADE_FOR = "period";

  /** A table of so few columns explains; its last column takes the rest of the sheet. */
  private static final int FEW_COLUMNS = 3;

  private static final Pattern FIGURE = Pattern.compile("[-+]?\\d[\\d./%]*|[–＊]|未比对");

  private static final int FIRST_COLUMN = 24;
  private static final int OTHER_COLUMN = 10;
  private static final int LEAST_COLUMNS = 8;

  private final LocalDate asOf;
  private final PeriodDocument document;

  private PeriodPress(LocalDate asOf, PeriodDocument document) {
    this.asOf = asOf;
    this.document = document;
  }

  /**
   * Writes {@code document} into {@code folder}, as workbook and as page.
   *
   * @param asOf the day that the report speaks of; times in the files come from it
   */
  public static void write(LocalDate asOf, PeriodDocument document, Path folder)
      throws IOException {
    PeriodPress press = new PeriodPress(asOf, document);
    TempFolder.inside(folder, () -> press.book(folder.resolve(document.file() + ".xlsx")));
    Files.writeString(folder.resolve(document.file() + ".html"), press.page());
  }

  // --- the workbook --------------------------------------------------------------------------

  private void book(Path target) throws IOException {
    try (Book book = new Book(asOf, document.title(), 0)) {
      front(book.page(document.file()));
      for (PeriodTable table : document.further()) {
        if (!table.rows().isEmpty()) {
          list(book.page(table.name()), table);
        }
      }
      book.save(target, MADE_FOR);
    }
  }

  private void front(Page page) {
    page.letter().widths(widths());
    page.line(Look.TITLE, document.title());
    if (!document.unit().isBlank()) {
      page.line(Look.NOTE, document.unit());
    }
    document.facts().forEach(fact -> page.line(Look.NOTE, fact));
    document.alarms().forEach(alarm -> page.line(Look.ALARM_NOTE, alarm));
    page.gap();
    document.paragraphs().forEach(text -> page.line(Look.STEP, text));
    document.front().forEach(table -> table(page, table));
    if (document.signing()) {
      page.gap();
      signing(page);
    }
  }

  /** Each box is a name with room beside it. */
  private void signing(Page page) {
    Object[] boxes = new Object[widths().length];
    Arrays.fill(boxes, "");
    for (int box = 0; box < PeriodDocument.boxes().size(); box++) {
      boxes[box * boxes.length / PeriodDocument.boxes().size()] =
          PeriodDocument.boxes().get(box) + "\n\n";
    }
    page.cells(Look.TEXT, boxes);
  }

  private int[] widths() {
    int columns =
        document.front().stream()
            .mapToInt(table -> table.heads().size())
            .max()
            .orElse(LEAST_COLUMNS);
    return IntStream.range(0, Math.max(LEAST_COLUMNS, columns))
        .map(column -> column == 0 ? FIRST_COLUMN : OTHER_COLUMN)
        .toArray();
  }

  private static void table(Page page, PeriodTable table) {
    if (table.rows().isEmpty()) {
      return;
    }
    page.gap();
    page.line(Look.HEADING, table.heading());
    boolean few = table.heads().size() <= FEW_COLUMNS;
    Object[] titles = table.heads().stream().map(PeriodTable.Head::title).toArray();
    put(page, few, Look.HEADER, titles);
    table.rows().forEach(row -> put(page, few, look(row), values(row)));
    table.notes().forEach(note -> page.line(Look.NOTE, note));
  }

  private static void put(Page page, boolean few, Look look, Object... values) {
    if (few) {
      page.spanning(look, values);
    } else {
      page.cells(look, values);
    }
  }

  private static void list(Page page, PeriodTable table) {
    List<Column<Row>> columns = new ArrayList<>();
    for (int i = 0; i < table.heads().size(); i++) {
      int at = i;
      PeriodTable.Head head = table.heads().get(i);
      columns.add(Column.titled(head.title(), head.width(), row -> value(row, at)));
    }
    page.list(columns, table.rows(), PeriodPress::look);
    table.notes().forEach(note -> page.line(Look.NOTE, note));
  }

  private static Look look(Row row) {
    return switch (row.tone()) {
      case PLAIN -> Look.TEXT;
      case PLACE -> Look.STRONG;
      case TOTAL -> Look.TOTAL;
    };
  }

  private static Object[] values(Row row) {
    return IntStream.range(0, row.cells().size()).mapToObj(at -> value(row, at)).toArray();
  }

  private static Object value(Row row, int at) {
    Object value = row.cells().get(at).value();
    boolean centered = row.tone() == Tone.PLAIN && at > 0 && isFigure(value);
    return centered ? Column.Styled.centered(value) : value;
  }

  // --- the page ------------------------------------------------------------------------------

  private String page() {
    Html page = new Html();
    page.raw("<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n");
    page.raw("<meta http-equiv=\"Content-Security-Policy\"");
    page.raw(" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n");
    page.element("title", document.title());
    page.raw("<style>\n").raw(css()).raw("</style>\n</head>\n<body>\n");
    page.element("h1", document.title());
    if (!document.unit().isBlank()) {
      page.element("p class=\"unit\"", document.unit());
    }
    page.raw("<div class=\"facts\">\n");
    document.facts().forEach(fact -> page.element("p", fact));
    page.raw("</div>\n");
    document.alarms().forEach(alarm -> page.element("p class=\"alarm\"", alarm));
    document.paragraphs().forEach(text -> page.element("p class=\"text\"", text));
    document.front().forEach(table -> table(page, table, ""));
    if (document.signing()) {
      signing(page);
    }
    document.further().stream()
        .filter(table -> !table.annex())
        .forEach(table -> table(page, table, " class=\"paper\""));
    return page.raw("</body>\n</html>\n").toString();
  }

  private static void signing(Html page) {
    page.raw("<table class=\"signing\"><tbody><tr>");
    PeriodDocument.boxes().forEach(box -> page.element("td", box));
    page.raw("</tr></tbody></table>\n");
  }

  private static void table(Html page, PeriodTable table, String section) {
    if (table.rows().isEmpty()) {
      return;
    }
    page.raw("<section" + section + ">\n").element("h2", table.heading());
    page.table(table.heads().stream().map(PeriodTable.Head::title).toList());
    for (Row row : table.rows()) {
      String tone = row.tone() == Tone.PLAIN ? "" : row.tone() == Tone.PLACE ? "place" : "sum";
      page.raw(tone.isEmpty() ? "<tr>" : "<tr class=\"" + tone + "\">");
      for (Cell cell : row.cells()) {
        boolean figure = isFigure(cell.value());
        page.element(figure ? "td class=\"n\"" : "td", shown(cell.value()));
      }
      page.raw("</tr>\n");
    }
    page.end();
    table.notes().forEach(note -> page.element("p class=\"note\"", note));
    page.raw("</section>\n");
  }

  /** A number, or what stands for one: a share, a dash, a star. */
  private static boolean isFigure(Object value) {
    return !(value instanceof String text) || FIGURE.matcher(text).matches();
  }

  private static String shown(Object value) {
    return value instanceof BigDecimal money ? money.toPlainString() : value.toString();
  }

  private static String css() {
    try (InputStream css = PeriodPress.class.getResourceAsStream("period.css")) {
      return new String(Objects.requireNonNull(css).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The names of the files that a document becomes. */
  public static List<String> files(String name) {
    return Stream.of(".xlsx", ".html").map(ending -> name + ending).toList();
  }
}

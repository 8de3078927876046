package cn.bidui.report;

import cn.bidui.judge.sheet.SheetLine;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * One sheet per pupil (一单式): every program of every term, what is due, what the aid system has,
 * what was paid, and why. Several pupils stand one below the other, each on a printed page of its
 * own.
 */
public final class SheetBook {

  private static final Words WORDS = Words.ZH;

  private SheetBook() {}

  /**
   * Writes the sheets of the pupils of {@code lines}, in their order.
   *
   * @param target must not exist yet
   */
  public static void write(LocalDate asOf, List<SheetLine> lines, Path target) throws IOException {
    try (Book book = new Book(asOf, WORDS.text("report.book.sheet"), lines.size())) {
      Page page = book.page(WORDS.text("report.sheet.sheet"));
      page.widths(9, 22, 14, 11, 15, 11, 18, 40);
      List<List<SheetLine>> pupils = List.copyOf(byPupil(lines).values());
      for (int pupil = 0; pupil < pupils.size(); pupil++) {
        if (pupil > 0) {
          page.newSheetOfPaper();
        }
        pupil(page, asOf, pupils.get(pupil));
      }
      book.save(target);
    }
  }

  private static Map<String, List<SheetLine>> byPupil(List<SheetLine> lines) {
    Map<String, List<SheetLine>> pupils = new LinkedHashMap<>();
    lines.forEach(
        line -> pupils.computeIfAbsent(line.personKey(), key -> new ArrayList<>()).add(line));
    return pupils;
  }

  private static void pupil(Page page, LocalDate asOf, List<SheetLine> lines) {
    SheetLine first = lines.get(0);
    page.line(Look.TITLE, WORDS.text("report.sheet.title", first.name()));
    page.line(
        Look.NOTE,
        WORDS.text(
            "report.sheet.pupil",
            first.citizenId(),
            first.school(),
            first.stage() + first.grade(),
            first.township(),
            asOf));
    page.cells(
        Look.HEADER,
        WORDS.text("report.column.term"),
        WORDS.text("report.column.program"),
        WORDS.text("report.column.category"),
        WORDS.text("report.column.due"),
        WORDS.text("report.column.granted"),
        WORDS.text("report.column.paid"),
        WORDS.text("report.column.standing"),
        WORDS.text("report.column.caveat"));
    lines.forEach(line -> page.cells(look(line), cells(line)));
    page.cells(
        Look.TOTAL,
        WORDS.text("report.total"),
        "",
        "",
        sum(lines, SheetLine::due),
        sum(lines, SheetLine::granted),
        sum(lines, SheetLine::paid),
        "",
        "");
  }

  /** What has a question open stands out. */
  private static Look look(SheetLine line) {
    return line.findings().isEmpty() ? Look.TEXT : Look.STRONG;
  }

  private static Object[] cells(SheetLine line) {
    return new Object[] {
      line.term(),
      line.title(),
      line.category(),
      money(line.due()),
      money(line.granted()),
      money(line.paid()),
      line.standing(),
      line.why()
    };
  }

  /** A blank stays blank: nothing said is not nothing paid. */
  static Object money(String yuan) {
    return yuan.isEmpty() ? yuan : new BigDecimal(yuan);
  }

  private static BigDecimal sum(List<SheetLine> lines, Function<SheetLine, String> amount) {
    return lines.stream()
        .map(amount)
        .filter(yuan -> !yuan.isEmpty())
        .map(BigDecimal::new)
        .reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add);
  }

  /** The lines of a school's pupils as one list, for the school's own workbook. */
  static void list(Book book, List<SheetLine> lines) {
    book.page(WORDS.text("report.sheet.sheet")).list(columns(), lines, SheetBook::look);
  }

  private static List<Column<SheetLine>> columns() {
    return List.of(
        Column.of("report.column.name", 9, SheetLine::name),
        Column.of("report.column.citizen-id", 20, line -> Masks.id(line.citizenId())),
        Column.of("report.column.grade", 9, SheetLine::grade),
        Column.of("report.column.term", 9, SheetLine::term),
        Column.of("report.column.category", 14, SheetLine::category),
        Column.of("report.column.program", 22, SheetLine::title),
        Column.of("report.column.due", 10, line -> money(line.due())),
        Column.of("report.column.granted", 15, line -> money(line.granted())),
        Column.of("report.column.paid", 10, line -> money(line.paid())),
        Column.of("report.column.standing", 18, SheetLine::standing),
        Column.of("report.column.caveat", 44, SheetLine::why));
  }
}

package cn.bidui.report;

import cn.bidui.ledger.DutyRole;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/**
 * The table of duties (双线七长责任表) as a workbook to be filled in: one line for each place and role,
 * with what is known already.
 */
public final class DutyBook {

  private static final Words WORDS = Words.ZH;

  private DutyBook() {}

  /**
   * One line.
   *
   * @param township blank for the county and where it is unknown
   * @param name blank where nobody is named yet
   */
  public record Line(
      DutyRole role,
      String township,
      String village,
      String school,
      String className,
      String name,
      String phone) {

    /** No person. */
    @Override
    public String toString() {
      return "Line[" + role + "]";
    }
  }

  /**
   * Writes the workbook.
   *
   * @param target must not exist yet
   */
  public static void write(LocalDate asOf, List<Line> lines, Path target) throws IOException {
    String title = WORDS.text("report.book.duties");
    try (Book book = new Book(asOf, title, lines.size())) {
      book.page(WORDS.text("report.sheet.duties")).list(columns(), lines, line -> Look.TEXT);
      notes(book.page(WORDS.text("report.sheet.duty-notes")));
      book.save(target);
    }
  }

  private static void notes(Page page) {
    page.letter().widths(90);
    page.line(Look.TITLE, WORDS.text("report.book.duties"));
    for (String key :
        List.of(
            "report.duty.note.fill",
            "report.duty.note.rows",
            "report.duty.note.whole",
            "report.duty.note.parent",
            "report.duty.note.order")) {
      page.line(Look.STEP, WORDS.text(key));
    }
  }

  private static List<Column<Line>> columns() {
    return List.of(
        Column.of("report.column.duty-role", 12, line -> line.role().label(WORDS.messages())),
        Column.of("report.column.township", 12, Line::township),
        Column.of("report.column.village", 14, Line::village),
        Column.of("report.column.school", 24, Line::school),
        Column.of("report.column.class", 14, Line::className),
        Column.answered("report.column.name", 10, Line::name),
        Column.answered("report.column.phone", 14, Line::phone));
  }
}

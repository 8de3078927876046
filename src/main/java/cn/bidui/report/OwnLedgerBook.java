package cn.bidui.report;

import cn.bidui.ledger.own.Fate.Left;
import cn.bidui.source.Field;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/**
 * What an import did not take of a bureau's own ledger (导入结果): each row as it stood, with the
 * reason and what to do. Corrected in place, the workbook can itself be imported.
 */
public final class OwnLedgerBook {

  private static final Words WORDS = Words.ZH;

  private OwnLedgerBook() {}

  /**
   * Writes the rows in their order.
   *
   * @param target must not exist yet
   */
  public static void write(LocalDate asOf, List<Left> left, Path target) throws IOException {
    try (Book book = new Book(asOf, WORDS.text("report.book.own-ledger"), left.size())) {
      book.page(WORDS.text("report.sheet.own-ledger"))
          .freezing(2)
          .list(columns(), left, row -> Look.TEXT);
      book.save(target);
    }
  }

  private static List<Column<Left>> columns() {
    return List.of(
        Column.of("report.column.own-place", 13, left -> left.row().place()),
        theirs(Field.NAME, 9),
        Column.of("report.column.own-why", 22, left -> WORDS.text(left.reason().why())),
        Column.of("report.column.own-do", 40, OwnLedgerBook::action),
        theirs(Field.CITIZEN_ID, 20),
        theirs(Field.STUDENT_NUMBER, 20),
        theirs(Field.SCHOOL_NAME, 16),
        theirs(Field.TOPIC, 12),
        theirs(Field.OUTCOME, 16),
        theirs(Field.REMARK, 18),
        theirs(Field.VERIFIED_BY, 9),
        theirs(Field.CHECKED_ON, 11),
        theirs(Field.VALID_UNTIL, 11),
        theirs(Field.EVIDENCE, 12));
  }

  private static Column<Left> theirs(Field field, int width) {
    return Column.correct(WORDS.field(field), width, left -> left.row().text(field));
  }

  private static String action(Left left) {
    return WORDS.text(left.reason().action(), left.words().toArray());
  }
}

package cn.bidui.link;

import cn.bidui.link.frame.Column;
import cn.bidui.link.frame.Frame;
import cn.bidui.normalize.Strings;
import cn.bidui.source.Field;
import java.util.ArrayList;
import java.util.List;

/** Brings the columns of any frame of persons into the order that the ladder works with. */
final class PersonFrame {

  private PersonFrame() {}

  /**
   * A column that the frame lacks says nothing of anybody.
   *
   * @param fields what the columns of {@code frame} hold
   */
  static Frame of(Frame frame, List<Field> fields) {
    List<Column> columns = new ArrayList<>();
    for (Field field : Columns.FIELDS) {
      int at = fields.indexOf(field);
      columns.add(at < 0 ? empty(field, frame.size()) : column(field, frame, fields));
    }
    int[] starts = new int[frame.lists().size() + 1];
    for (int list = 0; list < starts.length; list++) {
      starts[list] = frame.start(list);
    }
    return new Frame(frame.lists(), starts, columns);
  }

  private static Column column(Field field, Frame frame, List<Field> fields) {
    Column column = frame.column(fields.indexOf(field));
    return switch (field) {
      case STUDENT_NUMBER -> national(column, frame.size());
      case GUARDIAN1_ID -> guardians(column, frame, fields);
      default -> column;
    };
  }

  private static Column empty(Field field, int size) {
    return new Column(Columns.kind(field), new int[size], new long[size], new Strings());
  }

  /** Only numbers of the national form are unique beyond one school. */
  private static Column national(Column column, int size) {
    int[] codes = column.codes().clone();
    for (int row = 0; row < size; row++) {
      if (codes[row] != 0 && !IdTexts.national(column.text(codes[row]))) {
        codes[row] = 0;
      }
    }
    return new Column(column.kind(), codes, column.numbers(), new Strings());
  }

  private static Column guardians(Column column, Frame frame, List<Field> fields) {
    int heads = fields.indexOf(Field.HEAD_ID);
    int ids = fields.indexOf(Field.CITIZEN_ID);
    if (heads < 0 || ids < 0) {
      return column;
    }
    long[] numbers = column.numbers().clone();
    for (int row = 0; row < numbers.length; row++) {
      long head = frame.column(heads).packed(row);
      if (head != 0 && head != frame.column(ids).packed(row)) {
        numbers[row] = head;
      }
    }
    return new Column(column.kind(), column.codes(), numbers, new Strings());
  }
}

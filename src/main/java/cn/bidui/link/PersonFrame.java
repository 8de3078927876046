package cn.bidui.link;

import cn.bidui.link.frame.Column;
import cn.bidui.link.frame.Frame;
import cn.bidui.normalize.Strings;
import cn.bidui.source.Field;
import java.util.List;

/**
 * Brings the columns of any frame of persons into the order that the ladder works with, and reads
 * them as the tables of a night are read: what an id states stands in for a birth date or a sex
 * that is missing, the head of a household is whoever a row without a name speaks of.
 */
final class PersonFrame {

  private final Frame frame;
  private final List<Column> columns;
  private final List<Field> fields;
  private final int size;
  private final long[] id;
  private final int[] damaged;
  private final int[] cards;
  private final int[] name;
  private final int[] birth;
  private final int[] sex;
  private final long[] guardian1;

  /** Of guardians, only ids that are valid say anything. */
  private final int[] nothing;

  private PersonFrame(Frame frame, List<Field> fields) {
    this.frame = frame;
    this.columns = frame.take();
    this.fields = fields;
    size = frame.size();
    id = numbers(Field.CITIZEN_ID);
    damaged = codes(Field.CITIZEN_ID);
    cards = codes(Field.DISABILITY_NUMBER);
    name = codes(Field.NAME);
    birth = codes(Field.BIRTH_DATE);
    sex = codes(Field.SEX);
    guardian1 = numbers(Field.GUARDIAN1_ID);
    nothing = new int[size];
  }

  /**
   * A column that the frame lacks says nothing of anybody.
   *
   * @param frame its columns are taken
   * @param fields what they hold
   */
  static Frame of(Frame frame, List<Field> fields) {
    return new PersonFrame(frame, fields).frame();
  }

  private Frame frame() {
    long[] heads = fields.contains(Field.HEAD_ID) ? numbers(Field.HEAD_ID) : new long[size];
    int[] headNames = fields.contains(Field.HEAD_NAME) ? codes(Field.HEAD_NAME) : new int[size];
    Parts.each(
        size,
        (from, to) -> {
          for (int row = from; row < to; row++) {
            readId(row);
            readHead(row, heads[row], headNames[row]);
            fromId(row);
          }
        });
    int[] starts = new int[frame.lists().size() + 1];
    for (int list = 0; list < starts.length; list++) {
      starts[list] = frame.start(list);
    }
    return new Frame(frame.lists(), starts, Columns.FIELDS.stream().map(this::column).toList());
  }

  private void readId(int row) {
    if (id[row] != 0 && damaged[row] != 0) {
      cards[row] = damaged[row];
      damaged[row] = 0;
    }
  }

  /** The head of a household is no guardian of his own row. */
  private void readHead(int row, long head, int headName) {
    if (name[row] == 0) {
      nameless(row, head, headName);
    } else if (head != 0 && head != id[row]) {
      guardian1[row] = head;
    }
  }

  private void nameless(int row, long head, int headName) {
    guardian1[row] = 0;
    name[row] = headName;
    if (headName == 0) {
      id[row] = 0;
      damaged[row] = 0;
      cards[row] = 0;
      birth[row] = 0;
      sex[row] = 0;
    } else if (id[row] == 0 && damaged[row] == 0) {
      id[row] = head;
    }
  }

  private void fromId(int row) {
    if (id[row] != 0 && birth[row] == 0) {
      birth[row] = IdSlips.day(id[row]);
    }
    if (id[row] != 0 && sex[row] == 0) {
      sex[row] = id[row] % 2 == 1 ? 1 : 2;
    }
  }

  private Column column(Field field) {
    return switch (field) {
      case CITIZEN_ID -> given(field, damaged, id);
      case DISABILITY_NUMBER -> given(field, cards, new long[0]);
      case NAME -> given(field, name, new long[0]);
      case BIRTH_DATE -> given(field, birth, new long[0]);
      case SEX -> given(field, sex, new long[0]);
      case GUARDIAN1_ID -> given(field, nothing, guardian1);
      case STUDENT_NUMBER -> national();
      case HOUSEHOLD_NUMBER -> households();
      case GUARDIAN2_ID -> given(field, nothing, numbers(field));
      default -> given(field, codes(field), new long[0]);
    };
  }

  private Column given(Field field, int[] codes, long[] numbers) {
    int at = fields.indexOf(field);
    return at < 0
        ? new Column(Columns.kind(field), codes, numbers, new Strings())
        : new Column(Columns.kind(field), codes, numbers, columns.get(at).spelling());
  }

  /** Only numbers of the national form are unique beyond one school. */
  private Column national() {
    Column column =
        given(Field.STUDENT_NUMBER, codes(Field.STUDENT_NUMBER), numbers(Field.STUDENT_NUMBER));
    int[] codes = column.codes();
    Parts.each(
        size,
        (from, to) -> {
          for (int row = from; row < to; row++) {
            boolean other = codes[row] != 0 && column.packed(row) == 0;
            if (name[row] == 0 || (other && !IdTexts.national(column.text(codes[row])))) {
              codes[row] = 0;
              column.numbers()[row] = 0;
            }
          }
        });
    return column;
  }

  /** Spreadsheets make {@code 1234.0} of a number. */
  private Column households() {
    Column column = given(Field.HOUSEHOLD_NUMBER, codes(Field.HOUSEHOLD_NUMBER), new long[0]);
    return new Column(
        column.kind(),
        new HouseholdCodes(column, name, size).byRow(),
        column.numbers(),
        column.spelling());
  }

  private int[] codes(Field field) {
    int at = fields.indexOf(field);
    return at < 0 ? new int[size] : columns.get(at).codes();
  }

  private long[] numbers(Field field) {
    int at = fields.indexOf(field);
    long[] numbers = at < 0 ? new long[0] : columns.get(at).numbers();
    return numbers.length == 0 ? new long[size] : numbers;
  }
}

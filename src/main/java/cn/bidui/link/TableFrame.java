package cn.bidui.link;

import cn.bidui.link.frame.Column;
import cn.bidui.link.frame.Frame;
import cn.bidui.normalize.RecordTable;
import cn.bidui.normalize.Strings;
import cn.bidui.person.CitizenId;
import cn.bidui.person.CitizenIdReading;
import cn.bidui.person.HouseholdNumber;
import cn.bidui.person.PersonName;
import cn.bidui.person.StudentNumber;
import cn.bidui.source.Field;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The frame of a night: what its lists say of persons. Most cells hold what they should hold and
 * are read in parallel; the others wait, for their texts may be new to the dictionary.
 */
final class TableFrame {

  /** No id is longer, but a disability card's number is. */
  private static final int CARD = 20;

  private static final int FIRST = -Column.day(LocalDate.EPOCH);

  private final List<RecordTable> tables;
  private final Strings strings;
  private final int[][] rows;
  private final int[] starts;
  private final long[] id;
  private final long[] embedded;
  private final long[] guardian1;
  private final long[] guardian2;
  private final int[] damaged;
  private final int[] studentNumber;
  private final int[] formerName;
  private final int[] birth;
  private final int[] household;
  private final int[] cards;
  private final int[] name;
  private final int[] sex;

  /** Of guardians, only ids that are valid say anything. */
  private final int[] noCodes;

  TableFrame(List<RecordTable> tables, Strings strings, int[][] rows) {
    this.tables = tables;
    this.strings = strings;
    this.rows = rows;
    starts = new int[rows.length + 1];
    for (int list = 0; list < rows.length; list++) {
      starts[list + 1] = starts[list] + rows[list].length;
    }
    int size = starts[rows.length];
    id = new long[size];
    embedded = new long[size];
    guardian1 = new long[size];
    guardian2 = new long[size];
    damaged = new int[size];
    studentNumber = new int[size];
    formerName = new int[size];
    birth = new int[size];
    household = new int[size];
    cards = new int[size];
    noCodes = new int[size];
    name = copied(RecordTable::name);
    sex = copied(RecordTable::sex);
  }

  Frame frame() {
    for (int list = 0; list < rows.length; list++) {
      readNumbers(list);
    }
    List<Column> columns = new ArrayList<>();
    for (Field field : Columns.FIELDS) {
      columns.add(new Column(Columns.kind(field), codes(field), numbers(field), strings));
    }
    List<String> names = tables.stream().map(table -> table.kind().code()).toList();
    return new Frame(names, starts, columns);
  }

  private int[] codes(Field field) {
    return switch (field) {
      case CITIZEN_ID -> damaged;
      case STUDENT_NUMBER -> studentNumber;
      case FORMER_NAME -> formerName;
      case BIRTH_DATE -> birth;
      case HOUSEHOLD_NUMBER -> household;
      case DISABILITY_NUMBER -> cards;
      case GUARDIAN1_ID, GUARDIAN2_ID -> noCodes;
      case NAME -> name;
      case SEX -> sex;
      default -> copied((table, row) -> table.code(field, row));
    };
  }

  private long[] numbers(Field field) {
    return switch (field) {
      case CITIZEN_ID -> id;
      case STUDENT_NUMBER -> embedded;
      case GUARDIAN1_ID -> guardian1;
      case GUARDIAN2_ID -> guardian2;
      default -> new long[0];
    };
  }

  private interface Code {
    int of(RecordTable table, int row);
  }

  private int[] copied(Code code) {
    int[] codes = new int[starts[rows.length]];
    for (int list = 0; list < rows.length; list++) {
      RecordTable table = tables.get(list);
      for (int i = 0; i < rows[list].length; i++) {
        codes[starts[list] + i] = code.of(table, rows[list][i]);
      }
    }
    return codes;
  }

  private void readNumbers(int list) {
    RecordTable table = tables.get(list);
    RowPairs unusual =
        Parts.find(
            rows[list].length,
            (from, to, found) -> {
              for (int i = from; i < to; i++) {
                if (!read(starts[list] + i, table, rows[list][i])) {
                  found.add(0, i);
                }
              }
            });
    for (int i : unusual.rows()) {
      readWithCare(starts[list] + i, table, rows[list][i]);
    }
  }

  /** False if a text needs a second look. */
  private boolean read(int at, RecordTable table, int row) {
    id[at] = table.id(row);
    int day = table.birth(row);
    birth[at] = day == RecordTable.NO_BIRTH ? 0 : day - FIRST;
    guardian1[at] = guardian(table, row, id[at]);
    guardian2[at] = IdTexts.read(table.text(Field.GUARDIAN2_ID, row));
    boolean plain = table.code(Field.FORMER_NAME, row) == 0;
    plain &= plainId(table, row, id[at]);
    plain &= readStudentNumber(at, table, row);
    boolean household = readHousehold(at, table, row);
    return plain && household && name[at] != 0;
  }

  /** The head of a household is no guardian of his own row. */
  private static long guardian(RecordTable table, int row, long own) {
    long head = IdTexts.read(table.text(Field.HEAD_ID, row));
    return head != 0 && head != own ? head : IdTexts.read(table.text(Field.GUARDIAN1_ID, row));
  }

  private static boolean plainId(RecordTable table, int row, long id) {
    int code = table.code(Field.CITIZEN_ID, row);
    return id == 0 ? code == 0 : table.text(Field.CITIZEN_ID, row).length() < CARD;
  }

  private boolean readStudentNumber(int at, RecordTable table, int row) {
    int code = table.code(Field.STUDENT_NUMBER, row);
    if (code == 0) {
      return true;
    }
    String text = strings.text(code);
    if (!IdTexts.national(text)) {
      return false;
    }
    studentNumber[at] = code;
    if (text.charAt(0) == 'G') {
      embedded[at] = IdTexts.packed(text, 1);
    }
    return embedded[at] != IdTexts.UNUSUAL;
  }

  private boolean readHousehold(int at, RecordTable table, int row) {
    household[at] = table.code(Field.HOUSEHOLD_NUMBER, row);
    return household[at] == 0 || IdTexts.plain(strings.text(household[at]));
  }

  private void readWithCare(int at, RecordTable table, int row) {
    readId(at, table.text(Field.CITIZEN_ID, row));
    studentNumber[at] = 0;
    embedded[at] = 0;
    StudentNumber.read(table.text(Field.STUDENT_NUMBER, row))
        .filter(number -> IdTexts.national(number.text()))
        .ifPresent(number -> take(at, number));
    household[at] =
        HouseholdNumber.read(table.text(Field.HOUSEHOLD_NUMBER, row))
            .map(number -> strings.code(number.text()))
            .orElse(0);
    String former = table.text(Field.FORMER_NAME, row);
    formerName[at] = former.isEmpty() ? 0 : strings.code(PersonName.of(former).folded());
    if (name[at] == 0) {
      nameless(at, table, row);
    }
  }

  /**
   * A row that names only the head of a household speaks of him. One that names only who was paid
   * speaks of nobody whom the lists know: a payee is not the child, and the number may be his.
   */
  private void nameless(int at, RecordTable table, int row) {
    String head = table.text(Field.HEAD_NAME, row);
    name[at] = head.isEmpty() ? 0 : strings.code(PersonName.of(head).folded());
    guardian1[at] = 0;
    if (name[at] != 0 && id[at] == 0 && damaged[at] == 0) {
      id[at] = IdTexts.read(table.text(Field.HEAD_ID, row));
    } else if (name[at] == 0) {
      forget(at);
    }
  }

  private void forget(int at) {
    id[at] = 0;
    damaged[at] = 0;
    cards[at] = 0;
    birth[at] = 0;
    sex[at] = 0;
    studentNumber[at] = 0;
    embedded[at] = 0;
    household[at] = 0;
  }

  private void readId(int at, String written) {
    CitizenIdReading reading = CitizenId.read(written);
    if (reading instanceof CitizenIdReading.Invalid invalid) {
      damaged[at] = strings.code(invalid.cleaned());
    } else if (reading instanceof CitizenIdReading.Valid valid
        && valid.origin() == CitizenIdReading.Origin.DISABILITY_CARD) {
      cards[at] = strings.code(written);
    }
  }

  private void take(int at, StudentNumber number) {
    studentNumber[at] = strings.code(number.text());
    embedded[at] = number.idPart().map(CitizenId::packed).orElse(0L);
  }
}

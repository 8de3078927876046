package cn.bidui.link;

import cn.bidui.link.name.NameComparer;
import cn.bidui.normalize.RecordTable;
import cn.bidui.normalize.Strings;
import cn.bidui.person.CitizenId;
import cn.bidui.person.CitizenIdReading;
import cn.bidui.person.HouseholdNumber;
import cn.bidui.person.PersonName;
import cn.bidui.person.StudentNumber;
import cn.bidui.source.Field;
import cn.bidui.source.ListKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What is compared, as columns over all lists of a night: rows are numbered through, the roll
 * first, then households, then aid, then the other lists.
 */
final class Columns {

  private static final List<ListKind> ORDER =
      Arrays.stream(ListKind.values()).sorted(Comparator.comparingInt(Columns::rank)).toList();

  /** Only numbers of the national form are unique beyond one school. */
  private static final Pattern NATIONAL = Pattern.compile("[A-Z][0-9]{17}[0-9X]");

  final List<ListKind> kinds = new ArrayList<>();
  private final List<RecordTable> tables = new ArrayList<>();
  private final int[] offsets;
  private final Strings strings;
  private final byte[] listOf;
  private final int[] localRow;

  /** First 17 digits of the valid id, or 0. */
  final long[] id;

  /** The id within the student number, or 0. */
  final long[] embedded;

  final long[] guardian1;
  final long[] guardian2;

  /** Code of the text of an id that is not valid, or 0. */
  final int[] damaged;

  /** Code of the national student number, or 0. */
  final int[] studentNumber;

  final int[] name;
  final int[] formerName;

  /** Compares the names of codes. */
  final NameComparer names;

  final int[] birth;
  final byte[] sex;
  final int[] household;
  final int[] schoolName;
  final int[] schoolCode;

  /** Whether the id cell holds the number of a disability card. */
  final boolean[] card;

  /** All rows of {@code lists}. */
  static Columns of(Map<ListKind, RecordTable> lists) {
    List<RecordTable> tables =
        ORDER.stream().filter(lists::containsKey).map(kind -> lists.get(kind)).toList();
    int[][] rows =
        tables.stream()
            .map(table -> java.util.stream.IntStream.range(0, table.size()).toArray())
            .toArray(int[][]::new);
    return new Columns(tables, rows);
  }

  /**
   * Only {@code rows[i]} of {@code tables[i]}. The tables may be the same.
   *
   * @throws IllegalArgumentException if the tables do not share one dictionary
   */
  Columns(List<RecordTable> chosen, int[][] rows) {
    strings = dictionary(chosen);
    names = new NameComparer(strings::text);
    tables.addAll(chosen);
    chosen.forEach(table -> kinds.add(table.kind()));
    offsets = offsets(rows);
    int size = offsets[rows.length];
    listOf = new byte[size];
    localRow = new int[size];
    id = new long[size];
    embedded = new long[size];
    guardian1 = new long[size];
    guardian2 = new long[size];
    damaged = new int[size];
    studentNumber = new int[size];
    name = new int[size];
    formerName = new int[size];
    birth = new int[size];
    sex = new byte[size];
    household = new int[size];
    schoolName = new int[size];
    schoolCode = new int[size];
    card = new boolean[size];
    for (int list = 0; list < rows.length; list++) {
      for (int i = 0; i < rows[list].length; i++) {
        fill(offsets[list] + i, list, rows[list][i]);
      }
    }
  }

  /** Only {@code rows} (numbered through all lists, ascending) of these. */
  Columns subset(int[] rows) {
    int[][] locals = new int[tables.size()][];
    int from = 0;
    for (int list = 0; list < locals.length; list++) {
      int to = from;
      while (to < rows.length && listOf[rows[to]] == list) {
        to++;
      }
      locals[list] = Arrays.stream(rows, from, to).map(this::local).toArray();
      from = to;
    }
    return new Columns(tables, locals);
  }

  private static Strings dictionary(List<RecordTable> tables) {
    Strings first = tables.isEmpty() ? new Strings() : tables.get(0).strings();
    if (tables.stream().anyMatch(table -> table.strings() != first)) {
      throw new IllegalArgumentException("the tables of one night share one dictionary");
    }
    return first;
  }

  private static int[] offsets(int[][] rows) {
    int[] offsets = new int[rows.length + 1];
    for (int list = 0; list < rows.length; list++) {
      offsets[list + 1] = offsets[list] + rows[list].length;
    }
    return offsets;
  }

  private static int rank(ListKind kind) {
    return switch (kind) {
      case ROLL -> -3;
      case HOUSEHOLDS -> -2;
      case AID -> -1;
      default -> kind.ordinal();
    };
  }

  private void fill(int at, int list, int row) {
    RecordTable table = tables.get(list);
    listOf[at] = (byte) list;
    localRow[at] = row;
    id[at] = table.id(row);
    name[at] = table.name(row);
    birth[at] = table.birth(row);
    sex[at] = (byte) table.sex(row);
    schoolName[at] = table.code(Field.SCHOOL_NAME, row);
    schoolCode[at] = table.code(Field.SCHOOL_CODE, row);
    fillNumbers(at, table, row);
    fillFamily(at, table, row);
  }

  private void fillNumbers(int at, RecordTable table, int row) {
    String written = table.text(Field.CITIZEN_ID, row);
    // Only cards are longer than an id, and only ids that are not valid need a second look.
    if (id[at] == 0 ? !written.isEmpty() : written.length() >= 20) {
      CitizenIdReading reading = CitizenId.read(written);
      if (reading instanceof CitizenIdReading.Invalid invalid) {
        damaged[at] = strings.code(invalid.cleaned());
      } else if (reading instanceof CitizenIdReading.Valid valid) {
        card[at] = valid.origin() == CitizenIdReading.Origin.DISABILITY_CARD;
      }
    }
    String number = table.text(Field.STUDENT_NUMBER, row);
    if (!number.isEmpty()) {
      StudentNumber.read(number).ifPresent(read -> fillStudentNumber(at, read));
    }
  }

  private void fillStudentNumber(int at, StudentNumber number) {
    if (national(number)) {
      studentNumber[at] = strings.code(number.text());
      embedded[at] = number.idPart().map(CitizenId::packed).orElse(0L);
    }
  }

  static boolean national(StudentNumber number) {
    return NATIONAL.matcher(number.text()).matches();
  }

  private void fillFamily(int at, RecordTable table, int row) {
    String former = table.text(Field.FORMER_NAME, row);
    if (!former.isEmpty()) {
      formerName[at] = strings.code(PersonName.of(former).folded());
    }
    guardian1[at] = packed(table.text(Field.GUARDIAN1_ID, row));
    guardian2[at] = packed(table.text(Field.GUARDIAN2_ID, row));
    long head = packed(table.text(Field.HEAD_ID, row));
    // The head of a household is no guardian of his own row.
    if (head != 0 && head != id[at]) {
      guardian1[at] = head;
    }
    String number = table.text(Field.HOUSEHOLD_NUMBER, row);
    if (!number.isEmpty()) {
      household[at] = HouseholdNumber.read(number).map(n -> strings.code(n.text())).orElse(0);
    }
  }

  private static long packed(String text) {
    CitizenId read = text.isEmpty() ? null : CitizenId.read(text).idOrNull();
    return read == null ? 0 : read.packed();
  }

  /** How many rows. */
  int size() {
    return localRow.length;
  }

  /** The list of a row, as a number from 0. */
  int list(int row) {
    return listOf[row];
  }

  /** The kind of list of a row. */
  ListKind kind(int row) {
    return kinds.get(listOf[row]);
  }

  /** The row's number in its own table. */
  int local(int row) {
    return localRow[row];
  }

  /** The number through all lists of row {@code local} of {@code kind}. */
  int global(ListKind kind, int local) {
    return offsets[kinds.indexOf(kind)] + local;
  }

  /** The table of a row. */
  RecordTable table(int row) {
    return tables.get(listOf[row]);
  }

  /** The text of a code. */
  String text(int code) {
    return strings.text(code);
  }

  /** Whether both rows name the same school, by its code or its name. */
  boolean sameSchool(int a, int b) {
    return same(schoolCode[a], schoolCode[b]) || same(schoolName[a], schoolName[b]);
  }

  /** Whether both rows have a birth date, and it is the same. */
  boolean sameBirth(int a, int b) {
    return birth[a] == birth[b] && birth[a] != RecordTable.NO_BIRTH;
  }

  /** Whether both rows have a birth date, and it is not the same. */
  boolean birthsDiffer(int a, int b) {
    return birth[a] != birth[b]
        && birth[a] != RecordTable.NO_BIRTH
        && birth[b] != RecordTable.NO_BIRTH;
  }

  /** Whether both rows have a sex, and it is the same. */
  boolean sameSex(int a, int b) {
    return sex[a] == sex[b] && sex[a] != 0;
  }

  /** Whether both rows have a sex, and it is not the same. */
  boolean sexesDiffer(int a, int b) {
    return sex[a] != sex[b] && sex[a] != 0 && sex[b] != 0;
  }

  static boolean same(long a, long b) {
    return a == b && a != 0;
  }
}

package cn.bidui.link;

import cn.bidui.link.frame.Column;
import cn.bidui.link.frame.Frame;
import cn.bidui.link.frame.Spelling;
import cn.bidui.link.name.NameAgreement;
import cn.bidui.link.name.NameComparer;
import cn.bidui.normalize.RecordTable;
import cn.bidui.normalize.Strings;
import cn.bidui.plan.LinkPlan;
import cn.bidui.plan.LinkPlan.FieldKind;
import cn.bidui.source.Field;
import cn.bidui.source.ListKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntUnaryOperator;

/**
 * What is compared, as columns over all lists of a linkage: rows are numbered through; of a night
 * the roll first, then households, then aid, then the other lists.
 */
final class Columns {

  /** What is compared of a person, in the order of the columns of {@link #frame}. */
  static final List<Field> FIELDS =
      List.of(
          Field.NAME,
          Field.FORMER_NAME,
          Field.CITIZEN_ID,
          Field.STUDENT_NUMBER,
          Field.BIRTH_DATE,
          Field.SEX,
          Field.GUARDIAN1_ID,
          Field.GUARDIAN2_ID,
          Field.HOUSEHOLD_NUMBER,
          Field.SCHOOL_NAME,
          Field.SCHOOL_CODE,
          Field.GRADE,
          Field.TOWNSHIP,
          Field.DISABILITY_NUMBER);

  private static final List<ListKind> ORDER =
      Arrays.stream(ListKind.values()).sorted(Comparator.comparingInt(Columns::rank)).toList();

  private static final Set<ListKind> REPEATING =
      EnumSet.of(
          ListKind.AID,
          ListKind.HARDSHIP,
          ListKind.PAYMENTS,
          ListKind.ROLL_CHANGES,
          ListKind.PLACEMENTS,
          ListKind.ATTENDANCE);

  final List<ListKind> kinds;
  private final List<RecordTable> tables;
  private final Frame frame;
  private final IntUnaryOperator localOf;
  private final Spelling texts;
  private final byte[] listOf;
  private final int[] cards;

  /** First 17 digits of the valid id, or 0. */
  final long[] id;

  /** The id within the student number, or 0. */
  final long[] embedded;

  final long[] guardian1;
  final long[] guardian2;

  /** Code of the text of an id that is not valid, or 0. */
  final int[] damaged;

  /** Code of the national student number; where a valid id is within, that may say it alone. */
  private final int[] studentNumber;

  final int[] name;
  final int[] formerName;

  /** Compares the names of codes: one for each thread, for none is made for several. */
  private final Map<Thread, NameComparer> comparers = new ConcurrentHashMap<>();

  private int[] plainNames = new int[0];

  /** {@link Column#day} of the birth date, or 0. */
  final int[] birth;

  /** 1 male, 2 female, 0 unknown. */
  final int[] sex;

  final int[] household;
  final int[] schoolName;
  final int[] schoolCode;
  final int[] grade;
  final int[] township;

  /**
   * The nearest place that a row of a night names: the village, or where it has none the township.
   */
  final int[] place;

  /** All rows of {@code lists}. */
  static Columns of(Map<ListKind, RecordTable> lists) {
    List<RecordTable> tables = inOrder(lists);
    int[][] rows = new int[tables.size()][];
    for (int list = 0; list < rows.length; list++) {
      rows[list] = new int[tables.get(list).size()];
      Arrays.setAll(rows[list], row -> row);
    }
    return new Columns(tables, rows);
  }

  /** The tables of a night in the order in which their rows are numbered. */
  static List<RecordTable> inOrder(Map<ListKind, RecordTable> lists) {
    return ORDER.stream().filter(lists::containsKey).map(kind -> lists.get(kind)).toList();
  }

  /**
   * Only {@code rows[i]} of {@code tables[i]}. The tables may be the same.
   *
   * @throws IllegalArgumentException if the tables do not share one dictionary
   */
  Columns(List<RecordTable> tables, int[][] rows) {
    this(
        tables,
        tables.stream().map(RecordTable::kind).toList(),
        new TableFrame(tables, dictionary(tables), rows).frame(),
        rows);
  }

  /** Of a frame whose fields have the codes of {@link Field}. */
  static Columns of(Frame frame, LinkPlan plan) {
    List<Field> fields = new ArrayList<>();
    plan.fields().forEach(field -> fields.add(Field.ofCode(field.name()).orElse(Field.REMARK)));
    List<ListKind> kinds =
        frame.lists().stream()
            .map(list -> ListKind.ofCode(list).orElse(ListKind.POPULATION))
            .toList();
    return new Columns(List.of(), kinds, PersonFrame.of(frame, fields), new int[0][]);
  }

  private Columns(List<RecordTable> tables, List<ListKind> kinds, Frame frame, int[][] rows) {
    this.tables = tables;
    this.kinds = kinds;
    this.frame = frame;
    localOf = rows.length == 0 ? frame::local : row -> rows[frame.list(row)][frame.local(row)];
    listOf = new byte[frame.size()];
    for (int list = 0; list < kinds.size(); list++) {
      Arrays.fill(listOf, frame.start(list), frame.start(list + 1), (byte) list);
    }
    texts = frame.column(FIELDS.indexOf(Field.NAME)).spelling();
    name = codes(Field.NAME);
    formerName = codes(Field.FORMER_NAME);
    id = numbers(Field.CITIZEN_ID);
    damaged = codes(Field.CITIZEN_ID);
    studentNumber = codes(Field.STUDENT_NUMBER);
    embedded = numbers(Field.STUDENT_NUMBER);
    birth = codes(Field.BIRTH_DATE);
    sex = codes(Field.SEX);
    guardian1 = numbers(Field.GUARDIAN1_ID);
    guardian2 = numbers(Field.GUARDIAN2_ID);
    household = codes(Field.HOUSEHOLD_NUMBER);
    schoolName = codes(Field.SCHOOL_NAME);
    schoolCode = codes(Field.SCHOOL_CODE);
    grade = codes(Field.GRADE);
    township = codes(Field.TOWNSHIP);
    place = tables.isEmpty() ? township : places();
    cards = codes(Field.DISABILITY_NUMBER);
  }

  private int[] codes(Field field) {
    return frame.column(FIELDS.indexOf(field)).codes();
  }

  private long[] numbers(Field field) {
    return frame.column(FIELDS.indexOf(field)).numbers();
  }

  /**
   * By row a code that names have in common which are one but for variants: of each the first such
   * name's; for most rows the name's own.
   */
  int[] plainNames() {
    if (plainNames.length == 0) {
      plainNames = new PlainNames(name, texts).byRow();
    }
    return plainNames;
  }

  private int[] places() {
    int[] places = new int[size()];
    for (int row = 0; row < places.length; row++) {
      int village = table(row).code(Field.VILLAGE, local(row));
      places[row] = village == 0 ? township[row] : village;
    }
    return places;
  }

  /** How the rows are numbered. */
  Numbering numbering() {
    int[] starts = new int[kinds.size() + 1];
    Arrays.setAll(starts, frame::start);
    return new Numbering(kinds, starts);
  }

  /**
   * The dictionary that {@code tables} share.
   *
   * @throws IllegalArgumentException if they do not share one
   */
  static Strings dictionary(List<RecordTable> tables) {
    Strings first = tables.isEmpty() ? new Strings() : tables.get(0).strings();
    if (tables.stream().anyMatch(table -> table.strings() != first)) {
      throw new IllegalArgumentException("the tables of one night share one dictionary");
    }
    return first;
  }

  /** How a field of persons is read. */
  static FieldKind kind(Field field) {
    return switch (field) {
      case NAME, FORMER_NAME -> FieldKind.NAME;
      case CITIZEN_ID, GUARDIAN1_ID, GUARDIAN2_ID -> FieldKind.CITIZEN_ID;
      case STUDENT_NUMBER -> FieldKind.STUDENT_NUMBER;
      case BIRTH_DATE -> FieldKind.DATE;
      case SEX -> FieldKind.SEX;
      case HOUSEHOLD_NUMBER, SCHOOL_CODE, GRADE, DISABILITY_NUMBER -> FieldKind.CODE;
      default -> FieldKind.TEXT;
    };
  }

  private static int rank(ListKind kind) {
    return switch (kind) {
      case ROLL -> -3;
      case HOUSEHOLDS -> -2;
      case AID -> -1;
      default -> kind.ordinal();
    };
  }

  /** The same rows as the engine of plans sees them, by {@link #FIELDS}. */
  Frame frame() {
    return frame;
  }

  /** How many rows. */
  int size() {
    return listOf.length;
  }

  /** The list of a row, as a number from 0. */
  int list(int row) {
    return listOf[row];
  }

  /** The first row of a list; of the number after the last list, how many rows there are. */
  int start(int list) {
    return frame.start(list);
  }

  /** The kind of list of a row. */
  ListKind kind(int row) {
    return kinds.get(listOf[row]);
  }

  /** The row's number in its own table. */
  int local(int row) {
    return localOf.applyAsInt(row);
  }

  /** The number through all lists of row {@code local} of {@code kind}. */
  int global(ListKind kind, int local) {
    return frame.start(kinds.indexOf(kind)) + local;
  }

  /** The table of a row. */
  RecordTable table(int row) {
    return tables.get(listOf[row]);
  }

  /** The text of a code. */
  String text(int code) {
    return texts.text(code);
  }

  /** The text of a code as {@link Ideographs}; 0 where that is not known. */
  long ideographs(int code) {
    return texts.ideographs(code);
  }

  /** How the names of two codes stand to each other; for use by several threads. */
  NameAgreement names(int left, int right) {
    return comparers
        .computeIfAbsent(Thread.currentThread(), none -> new NameComparer(texts::text))
        .compare(left, right);
  }

  /** Whether the id cell of a row holds the number of a disability card. */
  boolean card(int row) {
    return cards[row] != 0;
  }

  /**
   * The national student number of a row, as a number that is the same exactly if what is written
   * is: the id within, else the code of its text; 0 for none.
   */
  long studentNumber(int row) {
    return embedded[row] == 0 ? studentNumber[row] : embedded[row];
  }

  /** Whether both rows name the same school, by its code or its name. */
  boolean sameSchool(int a, int b) {
    return same(schoolCode[a], schoolCode[b]) || same(schoolName[a], schoolName[b]);
  }

  /** Whether both rows have a birth date, and it is the same. */
  boolean sameBirth(int a, int b) {
    return same(birth[a], birth[b]);
  }

  /** Whether both rows have a birth date, and it is not the same. */
  boolean birthsDiffer(int a, int b) {
    return differ(birth[a], birth[b]);
  }

  /** Whether both rows have a sex, and it is the same. */
  boolean sameSex(int a, int b) {
    return same(sex[a], sex[b]);
  }

  /** Whether both rows have a sex, and it is not the same. */
  boolean sexesDiffer(int a, int b) {
    return differ(sex[a], sex[b]);
  }

  /** Whether one list has both rows, on which nobody stands twice under two names. */
  boolean apartInOneList(int a, int b) {
    return listOf[a] == listOf[b] && !repeats(a);
  }

  /** Whether a person may well stand several times on the list of a row. */
  boolean repeats(int row) {
    return REPEATING.contains(kind(row));
  }

  static boolean same(long a, long b) {
    return a == b && a != 0;
  }

  static boolean differ(long a, long b) {
    return a != b && a != 0 && b != 0;
  }
}

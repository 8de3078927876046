package cn.bidui.normalize;

import cn.bidui.normalize.RowOutcome.Accepted;
import cn.bidui.normalize.RowOutcome.Rejected;
import cn.bidui.source.Cell;
import cn.bidui.source.Field;
import cn.bidui.source.Header;
import cn.bidui.source.ListKind;
import cn.bidui.source.Problem.RowProblem;
import cn.bidui.source.SheetRow;
import cn.bidui.source.Term;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A row that is written down field by field: sound at first, then with what a test changes. */
final class Sample {

  static final String BOY = "990101201309051239";
  static final String GIRL = "990102201202290041";

  private final ListKind kind;
  private final Map<Field, Cell> cells = new EnumMap<>(Field.class);
  private final Map<Field, String> titles = new EnumMap<>(Field.class);
  private String profile = "sample";
  private String caption = "";
  private @Nullable Term term;

  private Sample(ListKind kind) {
    this.kind = kind;
  }

  static Sample roll() {
    return new Sample(ListKind.ROLL)
        .with(Field.NAME, "测试甲")
        .with(Field.CITIZEN_ID, BOY)
        .with(Field.SCHOOL_NAME, "某县城关小学")
        .with(Field.GRADE, "三年级");
  }

  static Sample aid() {
    return new Sample(ListKind.AID)
        .with(Field.NAME, "测试甲")
        .with(Field.CITIZEN_ID, BOY)
        .with(Field.TERM, "2025秋")
        .with(Field.PROGRAM, "寄宿生生活补助");
  }

  static Sample household() {
    return new Sample(ListKind.HOUSEHOLDS)
        .with(Field.NAME, "测试甲")
        .with(Field.CITIZEN_ID, BOY)
        .with(Field.HOUSEHOLD_NUMBER, "990101000001");
  }

  /** A boy of any list that names persons, and nothing else. */
  static Sample of(ListKind kind) {
    return new Sample(kind).with(Field.NAME, "测试甲").with(Field.CITIZEN_ID, BOY);
  }

  Sample with(Field field, String text) {
    return with(field, Cell.text(text));
  }

  Sample with(Field field, Cell cell) {
    cells.put(field, cell);
    return this;
  }

  Sample number(Field field, String stored) {
    return with(field, new Cell(stored, Cell.Kind.NUMBER));
  }

  Sample title(Field field, String title) {
    titles.put(field, title);
    return this;
  }

  Sample without(Field field) {
    cells.remove(field);
    return this;
  }

  Sample profile(String id) {
    profile = id;
    return this;
  }

  /** What stands above the header. */
  Sample caption(String text) {
    caption = text;
    return this;
  }

  Sample ofTerm(String label) {
    term = Term.parse(label);
    return this;
  }

  /** The row with its fields in the columns A, B … in the order of the fields. */
  SheetRow row() {
    Map<Field, Integer> columns = new EnumMap<>(Field.class);
    Map<Field, String> shown = new EnumMap<>(Field.class);
    for (Field field : cells.keySet()) {
      columns.put(field, columns.size());
      shown.put(field, titles.getOrDefault(field, field.code()));
    }
    Header header =
        new Header("样.xlsx", "1", 3, kind, profile, columns, shown, Header.WIDTH_UNKNOWN, caption);
    return new SheetRow(header, 4, List.copyOf(cells.values()));
  }

  RowOutcome outcome() {
    return new Normalizer(kind, term).normalize(row());
  }

  /** The canonical value of {@code field}. */
  String value(Field field) {
    return ((Accepted) outcome()).values().get(Layout.of(kind).position(field));
  }

  ListRecord record() {
    return Layout.of(kind).record(((Accepted) outcome()).values());
  }

  <T extends ListRecord> T record(Class<T> type) {
    return type.cast(record());
  }

  RollRecord rollRecord() {
    return (RollRecord) record();
  }

  AidRecord aidRecord() {
    return (AidRecord) record();
  }

  HouseholdRecord householdRecord() {
    return (HouseholdRecord) record();
  }

  List<RowProblem> problems() {
    return outcome() instanceof Rejected rejected ? rejected.problems() : List.of();
  }

  /** {@code CODE field} of each problem. */
  List<String> faults() {
    return problems().stream()
        .map(problem -> problem.code().code() + " " + problem.field().code())
        .toList();
  }

  /** The values that are there, by field code. */
  Map<String, String> values() {
    List<Field> fields = Layout.of(kind).fields();
    List<String> values = ((Accepted) outcome()).values();
    Map<String, String> filled = new TreeMap<>();
    for (int i = 0; i < fields.size(); i++) {
      if (!values.get(i).isEmpty()) {
        filled.put(fields.get(i).code(), values.get(i));
      }
    }
    return filled;
  }
}

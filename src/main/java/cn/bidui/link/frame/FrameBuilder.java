package cn.bidui.link.frame;

import cn.bidui.person.CitizenId;
import cn.bidui.plan.LinkPlan;
import cn.bidui.plan.LinkPlan.FieldKind;
import cn.bidui.plan.LinkPlan.LinkField;
import cn.bidui.plan.LinkPlan.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Joins lists that were read, in any number of parts, to one frame. Codes are given in the order of
 * the rows, so that neither the parts nor the threads that read them can be told from it.
 */
public final class FrameBuilder {

  private final LinkPlan plan;
  private final List<Part> parts = new ArrayList<>();

  /** A part of a list at its place among all rows. */
  private record Part(ListColumns columns, int firstRow, int linesBefore) {}

  private final int[] starts;
  private int rows;
  private int lists;

  /** For the lists and fields of {@code plan}. */
  public FrameBuilder(LinkPlan plan) {
    this.plan = plan;
    this.starts = new int[plan.lists().size() + 1];
  }

  /**
   * The next part of the list that is being added.
   *
   * @param linesBefore how many lines of the file stand before it
   */
  public void part(ListColumns columns, int linesBefore) {
    parts.add(new Part(columns, rows, linesBefore));
    rows = Math.addExact(rows, columns.rows());
  }

  /** The list has no more parts; the next one follows. */
  public void endOfList() {
    starts[++lists] = rows;
  }

  /**
   * All lists as one; the parts are empty afterwards.
   *
   * @throws IllegalStateException if a list of the plan was not added
   */
  public Frame frame() {
    if (lists != plan.lists().size()) {
      throw new IllegalStateException("a list of the plan was not added");
    }
    Column[] columns = new Column[plan.fields().size()];
    dictionaries().parallelStream().forEach(fields -> columns(fields, columns));
    List<String> names = plan.lists().stream().map(LinkPlan.LinkList::name).toList();
    return new Frame(names, starts, List.of(columns), places());
  }

  /**
   * The fields that share one dictionary: of people all names, and the ids that are not valid, for
   * whoever compares them asks for a text by its code alone. Any other field has its own.
   */
  private List<int[]> dictionaries() {
    int[] names =
        IntStream.range(0, plan.fields().size()).filter(field -> ofPersons(field)).toArray();
    List<int[]> all = new ArrayList<>(List.of(names));
    IntStream.range(0, plan.fields().size())
        .filter(field -> !ofPersons(field))
        .forEach(field -> all.add(new int[] {field}));
    return all;
  }

  private boolean ofPersons(int field) {
    FieldKind kind = plan.fields().get(field).kind();
    return plan.outcome() == Outcome.PERSON
        && (kind == FieldKind.NAME || kind == FieldKind.CITIZEN_ID);
  }

  private void columns(int[] fields, Column[] columns) {
    Texts kept = new Texts();
    for (int field : fields) {
      columns[field] = column(field, plan.fields().get(field), kept);
    }
  }

  private Column column(int position, LinkField field, Texts kept) {
    Meaning meaning = new Meaning(field, kept);
    int[] codes = new int[rows];
    boolean numbers =
        field.kind() == FieldKind.CITIZEN_ID || field.kind() == FieldKind.STUDENT_NUMBER;
    long[] packed = new long[numbers ? rows : 0];
    for (Part part : parts) {
      fill(part, part.columns().column(position), meaning, codes, packed);
      part.columns().forget(position);
    }
    return field.kind() == FieldKind.STUDENT_NUMBER
        ? studentNumbers(codes, packed, kept)
        : new Column(field.kind(), codes, packed, kept::text);
  }

  /**
   * Numbers with a valid id within get the codes behind those of all other texts: a county has a
   * million of them, and none needs a text of its own.
   */
  private static Column studentNumbers(int[] codes, long[] packed, Texts others) {
    IdNumbers numbers = new IdNumbers();
    int last = others.size() - 1;
    for (int row = 0; row < codes.length; row++) {
      if (packed[row] != 0) {
        codes[row] = last + numbers.number(packed[row]);
      }
    }
    return new Column(
        FieldKind.STUDENT_NUMBER,
        codes,
        packed,
        code -> code <= last ? others.text(code) : "G" + text(numbers.id(code - last)));
  }

  private static String text(long packed) {
    return new CitizenId(packed).text();
  }

  private static void fill(Part part, RawColumn raw, Meaning meaning, int[] codes, long[] packed) {
    int[] code = new int[raw.texts().size()];
    long[] number = new long[packed.length == 0 ? 0 : code.length];
    for (int i = 1; i < code.length; i++) {
      code[i] = meaning.code(raw.texts(), i);
      if (number.length > 0) {
        number[i] = meaning.packed();
      }
    }
    int count = part.columns().rows();
    for (int i = 0; i < count; i++) {
      codes[part.firstRow() + i] = code[raw.code(i)];
    }
    for (int i = 0; number.length > 0 && i < count; i++) {
      packed[part.firstRow() + i] = number[raw.code(i)] | raw.packed(i);
    }
  }

  private int[] places() {
    int[] places = new int[rows];
    for (Part part : parts) {
      for (int i = 0; i < part.columns().rows(); i++) {
        places[part.firstRow() + i] = part.linesBefore() + part.columns().line(i);
      }
    }
    return places;
  }
}

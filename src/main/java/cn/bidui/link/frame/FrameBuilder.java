package cn.bidui.link.frame;

import cn.bidui.plan.LinkPlan;
import cn.bidui.plan.LinkPlan.FieldKind;
import cn.bidui.plan.LinkPlan.LinkField;
import cn.bidui.plan.LinkPlan.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Joins lists that were read, in any number of parts, to one frame. Codes are given in the order of
 * the parts, so that the threads that read them cannot be told from it. Each part is joined as it
 * comes, while others are still read.
 */
public final class FrameBuilder {

  private final LinkPlan plan;
  private final List<Part> parts = new ArrayList<>();
  private final int[] starts;

  /** By field. */
  private final List<Texts> texts;

  private final List<Meaning> meanings;
  private int rows;
  private int lists;

  /** A part of a list at its place among all rows. */
  private static final class Part {
    private final List<PartColumn> columns;
    private final int[] lines;
    private final int firstRow;
    private final int linesBefore;

    Part(List<PartColumn> columns, int[] lines, int firstRow, int linesBefore) {
      this.columns = columns;
      this.lines = lines;
      this.firstRow = firstRow;
      this.linesBefore = linesBefore;
    }

    /** The column of a field, which serves nobody else afterwards. */
    PartColumn take(int field) {
      return columns.set(field, PartColumn.NONE);
    }
  }

  /** For the lists and fields of {@code plan}. */
  public FrameBuilder(LinkPlan plan) {
    this.plan = plan;
    this.starts = new int[plan.lists().size() + 1];
    Texts ofPersons = new Texts();
    boolean persons = plan.outcome() == Outcome.PERSON;
    texts =
        plan.fields().stream().map(field -> ofPersons(field) ? ofPersons : new Texts()).toList();
    meanings =
        IntStream.range(0, texts.size())
            .mapToObj(field -> new Meaning(plan.fields().get(field), texts.get(field), persons))
            .toList();
  }

  /**
   * Of people all names, and the ids that are not valid, share one dictionary, for whoever compares
   * them asks for a text by its code alone. Any other field has its own.
   */
  private boolean ofPersons(LinkField field) {
    FieldKind kind = field.kind();
    return plan.outcome() == Outcome.PERSON
        && (kind == FieldKind.NAME || kind == FieldKind.CITIZEN_ID);
  }

  /**
   * The next part of the list that is being added.
   *
   * @param linesBefore how many lines of the file stand before it
   */
  public void part(ListColumns columns, int linesBefore) {
    List<PartColumn> meant = new ArrayList<>();
    for (int field = 0; field < meanings.size(); field++) {
      meant.add(columns.meant(field, meanings.get(field)));
    }
    parts.add(new Part(meant, columns.lines(), rows, linesBefore));
    rows = Math.addExact(rows, columns.rows());
  }

  /** The list has no more parts; the next one follows. */
  public void endOfList() {
    starts[++lists] = rows;
  }

  /** The list is added from its start again. */
  public void listAgain() {
    parts.removeIf(part -> part.firstRow >= starts[lists]);
    rows = starts[lists];
  }

  /** How many rows the list has that is being added. */
  public int listRows() {
    return rows - starts[lists];
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
    texts.forEach(Texts::close);
    List<Column> columns =
        IntStream.range(0, texts.size()).parallel().mapToObj(this::column).toList();
    List<String> names = plan.lists().stream().map(LinkPlan.LinkList::name).toList();
    return new Frame(names, starts, columns, places());
  }

  private Column column(int field) {
    FieldKind kind = plan.fields().get(field).kind();
    int[] codes = new int[rows];
    boolean ids = kind == FieldKind.CITIZEN_ID || kind == FieldKind.STUDENT_NUMBER;
    long[] packed = new long[ids ? rows : 0];
    for (Part part : parts) {
      PartColumn column = part.take(field);
      column.copyCodes(codes, part.firstRow);
      if (ids) {
        column.copyPacked(packed, part.firstRow);
      }
    }
    return new Column(kind, codes, packed, texts.get(field));
  }

  private int[] places() {
    int[] places = new int[rows];
    for (Part part : parts) {
      for (int i = 0; i < part.lines.length; i++) {
        places[part.firstRow + i] = part.linesBefore + part.lines[i];
      }
    }
    return places;
  }
}

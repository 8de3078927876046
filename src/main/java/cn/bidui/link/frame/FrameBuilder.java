package cn.bidui.link.frame;

import cn.bidui.plan.LinkPlan;
import cn.bidui.plan.LinkPlan.FieldKind;
import cn.bidui.plan.LinkPlan.LinkField;
import cn.bidui.plan.LinkPlan.Outcome;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Joins lists that were read, in any number of parts, to one frame. Codes are given in the order of
 * the parts, so that the threads that read them cannot be told from it. Each part is joined as it
 * comes, while others are still read.
 */
public final class FrameBuilder {

  /** What is expected is believed up to so many times the rows that there are. */
  private static final int TIMES = 64;

  /** Lists that tell of a few rows less than they have are nothing to copy all for. */
  private static final int MARGIN = 16;

  /** As many as an array has for certain. */
  private static final int MOST = Integer.MAX_VALUE - 8;

  private final LinkPlan plan;
  private final int[] starts;

  /** By field. */
  private final List<Texts> texts;

  private final List<Meaning> meanings;
  private final List<JoinedColumn> columns;
  private int[] places = {};
  private long expected;
  private int room;
  private int rows;
  private int lists;

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
    columns = texts.stream().map(field -> new JoinedColumn()).toList();
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

  /** There are about so many rows in all lists; where there are more, what is there is copied. */
  public void expect(long likely) {
    expected = likely + likely / MARGIN;
  }

  /**
   * The next part of the list that is being added.
   *
   * @param linesBefore how many lines of the file stand before it
   */
  public void part(ListColumns part, int linesBefore) {
    int more = Math.addExact(rows, part.rows());
    makeRoom(more);
    for (int field = 0; field < meanings.size(); field++) {
      part.join(field, meanings.get(field), columns.get(field), rows, room);
    }
    places = places.length < room ? Arrays.copyOf(places, room) : places;
    part.lines(linesBefore, places, rows);
    rows = more;
  }

  private void makeRoom(int wanted) {
    if (wanted > room) {
      long likely = Math.min(expected, (long) wanted * TIMES);
      long grown = wanted + wanted / 4L;
      room = (int) Math.min(Math.max(likely, grown), MOST);
      room = Math.max(room, wanted);
    }
  }

  /** The list has no more parts; the next one follows. */
  public void endOfList() {
    starts[++lists] = rows;
  }

  /** The list is added from its start again. */
  public void listAgain() {
    rows = starts[lists];
    columns.forEach(column -> column.clear(rows));
  }

  /** How many rows the list has that is being added. */
  public int listRows() {
    return rows - starts[lists];
  }

  /**
   * All lists as one; nothing may be added afterwards.
   *
   * @throws IllegalStateException if a list of the plan was not added
   */
  public Frame frame() {
    if (lists != plan.lists().size()) {
      throw new IllegalStateException("a list of the plan was not added");
    }
    texts.forEach(Texts::close);
    List<Column> whole =
        IntStream.range(0, texts.size()).parallel().mapToObj(this::column).toList();
    List<String> names = plan.lists().stream().map(LinkPlan.LinkList::name).toList();
    return new Frame(names, starts, whole, places);
  }

  /**
   * Columns of persons keep the room that was not needed, for to cut them all takes a while; of
   * other plans whole columns are counted.
   */
  private Column column(int field) {
    FieldKind kind = plan.fields().get(field).kind();
    JoinedColumn column = columns.get(field);
    boolean ids = kind == FieldKind.CITIZEN_ID || kind == FieldKind.STUDENT_NUMBER;
    boolean persons = plan.outcome() == Outcome.PERSON;
    int length = persons ? room : rows;
    return new Column(
        kind,
        column.takeCodes(length),
        ids ? column.takePacked(length) : new long[0],
        texts.get(field));
  }
}

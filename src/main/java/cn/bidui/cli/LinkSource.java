package cn.bidui.cli;

import cn.bidui.intake.IntakeLimits;
import cn.bidui.intake.Table;
import cn.bidui.link.frame.ListColumns;
import cn.bidui.plan.LinkPlan.LinkField;
import cn.bidui.source.Problem.FileProblem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The file of one list, and where in it the fields of the plan stand. */
final class LinkSource {

  private final String list;
  private final Path file;
  private final Table table;
  private final List<LinkField> fields;

  /** By field its column, or -1. */
  private final int[] places;

  /** What was read ahead of a workbook, and why it is not to be trusted. */
  private final List<Table.Part<FieldCells>> ahead = new ArrayList<>();

  private Optional<FileProblem> problemAhead = Optional.empty();

  LinkSource(String list, Path file, Table table, List<LinkField> fields) {
    this.list = list;
    this.file = file;
    this.table = table;
    this.fields = fields;
    places = places(table);
  }

  private int[] places(Table opened) {
    return opened.columns(fields.stream().map(field -> field.columns(list)).toList());
  }

  String list() {
    return list;
  }

  String name() {
    return String.valueOf(file.getFileName());
  }

  /** The fields of which there is no column, though one is said to be there. */
  List<LinkField> missing() {
    return IntStream.range(0, places.length)
        .filter(field -> places[field] < 0 && !fields.get(field).columns(list).isEmpty())
        .mapToObj(fields::get)
        .toList();
  }

  /** Hands each cell to the fields that are read of its column. */
  static final class FieldCells implements Table.Cells {
    private final ListColumns columns;
    private final int[][] fields;

    FieldCells(ListColumns columns, int[][] fields) {
      this.columns = columns;
      this.fields = fields;
    }

    ListColumns columns() {
      return columns;
    }

    @Override
    public void cell(int column, byte[] utf8, int from, int to) {
      for (int field : fields[column]) {
        columns.cell(field, utf8, from, to);
      }
    }

    @Override
    public void row(int number) {
      columns.row(number);
    }
  }

  /** About how many rows there are; 0 where that is not known yet. */
  long likelyRows() {
    return table.inParts()
        ? table.likelyRows()
        : ahead.stream().mapToLong(part -> part.cells().columns().rows()).sum();
  }

  /** Takes a list. */
  interface Rows {

    /** The next part of it. */
    void part(Table.Part<FieldCells> part);

    /** Nothing that was taken holds: the list comes from its start again. */
    void again();
  }

  /** Reads a workbook, whose rows one thread reads; any other file is read when its turn comes. */
  void ahead() {
    if (!table.inParts()) {
      problemAhead = read(table, ahead::add, false);
    }
  }

  /**
   * All rows; where texts turn out to be in another charset, they are read again in that.
   *
   * @return why the file is not to be trusted
   */
  Optional<FileProblem> read(IntakeLimits limits, Rows rows) {
    if (!table.inParts()) {
      ahead.forEach(rows::part);
      return problemAhead;
    }
    Decoded decoded = new Decoded(rows);
    Optional<FileProblem> problem = read(table, decoded::part, true);
    if (!decoded.malformed) {
      return problem;
    }
    rows.again();
    List<List<String>> wanted = fields.stream().map(field -> field.columns(list)).toList();
    Table.Opening proven = Table.openProven(file, wanted, limits);
    return proven instanceof Table.Opened opened
        ? read(opened.table(), rows::part, true)
        : Optional.of(((Table.Refused) proven).problem());
  }

  /**
   * Reads all parts.
   *
   * @param reuse whether a part that was taken is not needed any more
   */
  private Optional<FileProblem> read(
      Table opened, Consumer<Table.Part<FieldCells>> taker, boolean reuse) {
    int[][] byColumn = byColumn(opened, opened == table ? places : places(opened));
    int[] columns = new int[byColumn.length];
    Arrays.setAll(columns, column -> byColumn[column].length == 0 ? -1 : column);
    AtomicInteger rows = new AtomicInteger(opened.likelyRowsOfPart());
    Queue<FieldCells> free = new ConcurrentLinkedQueue<>();
    return opened.read(
        columns,
        () -> {
          @Nullable FieldCells used = free.poll();
          return used == null
              ? new FieldCells(new ListColumns(fields, rows.get()), byColumn)
              : used;
        },
        part -> {
          rows.set(part.cells().columns().rows());
          taker.accept(part);
          if (reuse) {
            part.cells().columns().clear();
            free.add(part.cells());
          }
        });
  }

  /** Hands parts on until one is not in the charset that the file seemed to be in. */
  private static final class Decoded {
    private final Rows rows;
    private boolean malformed;

    Decoded(Rows rows) {
      this.rows = rows;
    }

    void part(Table.Part<FieldCells> part) {
      malformed |= part.cells().columns().malformed() > 0;
      if (!malformed) {
        rows.part(part);
      }
    }
  }

  /** By column, the fields that are read of it. */
  private static int[][] byColumn(Table opened, int[] places) {
    List<List<Integer>> byColumn = new ArrayList<>();
    opened.header().forEach(name -> byColumn.add(new ArrayList<>()));
    for (int field = 0; field < places.length; field++) {
      if (places[field] >= 0) {
        byColumn.get(places[field]).add(field);
      }
    }
    return byColumn.stream()
        .map(read -> read.stream().mapToInt(Integer::intValue).toArray())
        .toArray(int[][]::new);
  }
}

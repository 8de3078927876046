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
import java.util.function.Consumer;

/** The file of one list, and where in it the fields of the plan stand. */
final class LinkSource {

  private final String list;
  private final Path file;
  private final Table table;
  private final List<LinkField> fields;

  /** What was read ahead of a workbook, and why it is not to be trusted. */
  private final List<Table.Part<FieldCells>> ahead = new ArrayList<>();

  private Optional<FileProblem> problemAhead = Optional.empty();

  LinkSource(String list, Path file, Table table, List<LinkField> fields) {
    this.list = list;
    this.file = file;
    this.table = table;
    this.fields = fields;
  }

  String list() {
    return list;
  }

  String name() {
    return String.valueOf(file.getFileName());
  }

  /** The fields of which there is no column, though one is said to be there. */
  List<LinkField> missing() {
    return fields.stream()
        .filter(field -> !field.columns(list).isEmpty() && table.column(field.columns(list)) < 0)
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
      problemAhead = read(table, ahead::add);
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
    Optional<FileProblem> problem = read(table, decoded::part);
    if (!decoded.malformed) {
      return problem;
    }
    rows.again();
    List<List<String>> wanted = fields.stream().map(field -> field.columns(list)).toList();
    Table.Opening proven = Table.openProven(file, wanted, limits);
    return proven instanceof Table.Opened opened
        ? read(opened.table(), rows::part)
        : Optional.of(((Table.Refused) proven).problem());
  }

  private Optional<FileProblem> read(Table opened, Consumer<Table.Part<FieldCells>> taker) {
    int[][] byColumn = byColumn(opened);
    int[] columns = new int[byColumn.length];
    Arrays.setAll(columns, column -> byColumn[column].length == 0 ? -1 : column);
    return opened.read(columns, () -> new FieldCells(new ListColumns(fields), byColumn), taker);
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
  private int[][] byColumn(Table opened) {
    List<List<Integer>> byColumn = new ArrayList<>();
    opened.header().forEach(name -> byColumn.add(new ArrayList<>()));
    for (int field = 0; field < fields.size(); field++) {
      int column = opened.column(fields.get(field).columns(list));
      if (column >= 0) {
        byColumn.get(column).add(field);
      }
    }
    return byColumn.stream()
        .map(read -> read.stream().mapToInt(Integer::intValue).toArray())
        .toArray(int[][]::new);
  }
}

package cn.bidui.cli;

import cn.bidui.intake.IntakeLimits;
import cn.bidui.intake.Table;
import cn.bidui.link.frame.ListColumns;
import cn.bidui.plan.LinkPlan.LinkField;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The file of one list, and where in it the fields of the plan stand. */
final class LinkSource {

  private final String list;
  private final Path file;
  private final Table table;
  private final List<LinkField> fields;

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

  /** All rows; where texts turn out to be in another charset, they are read again in that. */
  Table.Rows<FieldCells> read(IntakeLimits limits) {
    Table.Rows<FieldCells> rows = read(table);
    int malformed =
        rows.parts().stream().mapToInt(part -> part.cells().columns().malformed()).sum();
    if (malformed == 0) {
      return rows;
    }
    List<List<String>> wanted = fields.stream().map(field -> field.columns(list)).toList();
    Table.Opening proven = Table.openProven(file, wanted, limits);
    return proven instanceof Table.Opened opened
        ? read(opened.table())
        : new Table.Rows<>(List.of(), Optional.of(((Table.Refused) proven).problem()));
  }

  private Table.Rows<FieldCells> read(Table opened) {
    int[][] byColumn = byColumn(opened);
    int[] columns = new int[byColumn.length];
    Arrays.setAll(columns, column -> byColumn[column].length == 0 ? -1 : column);
    return opened.read(columns, () -> new FieldCells(new ListColumns(fields), byColumn));
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

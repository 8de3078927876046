package cn.bidui.intake;

import cn.bidui.intake.ReadRow.Corrected.Repeat;
import cn.bidui.source.Cell;
import cn.bidui.source.Header;
import cn.bidui.source.SheetRow;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rows of an answer that came back (更正表), from the first after the header to the last with
 * content. The sheet is read twice, first for keys that stand in it more than once.
 */
final class ReturnedRows implements OwnRows {

  private static final char BETWEEN = '\u001F';

  private final ReturnSlip slip;
  private final ReturnedColumns columns;
  private final int keyColumn;
  private final int checkColumn;
  private final RawSheet sheet;
  private final String name;

  /** Keys that stand in it with different values. */
  private final Set<String> conflicts;

  private final Set<String> seen = new HashSet<>();
  private int lastNumber;
  private @Nullable RawRow held;
  private int data;
  private int blank;

  private ReturnedRows(
      OwnWorkbook own, Book book, RawRow header, ReturnedColumns columns, String name)
      throws Refusal {
    this.slip = own.slip();
    this.columns = columns;
    this.name = name;
    this.keyColumn = OwnWorkbook.column(header, OwnWorkbook.KEY);
    this.checkColumn = OwnWorkbook.column(header, OwnWorkbook.CHECK);
    this.lastNumber = header.number();
    this.conflicts = conflicts(book, own.sheet());
    this.sheet = book.open(own.sheet());
    pass(sheet, header.number());
  }

  /** Opens the sheet of {@code own}, whose list has the headers {@code bases}. */
  static ReturnedRows open(
      OwnWorkbook own, Book book, String file, List<Header> bases, IntakeLimits limits)
      throws Refusal {
    RawRow header =
        OwnWorkbook.header(book, own.sheet(), limits)
            .orElseThrow(() -> new IllegalStateException("the header was there a moment ago"));
    String name = book.sheets().get(own.sheet()).name();
    return new ReturnedRows(
        own, book, header, new ReturnedColumns(file, name, header, bases), name);
  }

  /** Goes on to behind the header. */
  private void pass(RawSheet rows, int header) throws Refusal {
    held = rows.next();
    while (held != null && held.number() <= header) {
      held = rows.next();
    }
  }

  private Set<String> conflicts(Book book, int index) throws Refusal {
    Map<String, String> first = new HashMap<>();
    Set<String> differing = new HashSet<>();
    try (RawSheet rows = book.open(index)) {
      @Nullable RawRow row = rows.next();
      while (row != null) {
        String key = row.text(keyColumn);
        if (row.number() > lastNumber && !key.isEmpty() && !emptied(row)) {
          String said = digest(row);
          @Nullable String before = first.putIfAbsent(key, said);
          if (before != null && !before.equals(said)) {
            differing.add(key);
          }
        }
        row = rows.next();
      }
    }
    return differing;
  }

  /** Of the values of the list's columns. */
  private String digest(RawRow row) {
    StringBuilder values = new StringBuilder();
    for (int column = 0; column < columns.listTexts().size(); column++) {
      if (columns.ofList(column)) {
        values.append(row.text(column)).append(BETWEEN);
      }
    }
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      byte[] bytes = values.toString().getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(sha256.digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }

  /** Whether nothing of the list's is left in it: its hidden key alone corrects nothing. */
  private boolean emptied(RawRow row) {
    for (int column = 0; column < row.cells().size(); column++) {
      if (columns.ofList(column) && !row.text(column).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  @Override
  public @Nullable ReadRow next() throws Refusal {
    while (held != null && emptied(held)) {
      held = sheet.next();
    }
    RawRow row = held;
    if (row == null) {
      return null;
    }
    lastNumber++;
    if (lastNumber < row.number()) {
      blank++;
      return new ReadRow.Blank(name, lastNumber);
    }
    held = sheet.next();
    data++;
    return corrected(row);
  }

  private ReadRow corrected(RawRow row) throws Refusal {
    String key = row.text(keyColumn);
    int from = key.indexOf('!');
    int to = key.lastIndexOf('!');
    Header header = from < to ? columns.of(key.substring(from + 1, to)) : columns.any();
    return new ReadRow.Corrected(
        new SheetRow(header, row.number(), values(row)),
        columns.any(),
        key,
        row.text(checkColumn),
        repeat(key),
        columns.beyond(row),
        slip);
  }

  private List<Cell> values(RawRow row) {
    List<Cell> cells = new ArrayList<>();
    for (int column = 0; column < row.cells().size(); column++) {
      cells.add(columns.ofList(column) ? row.cell(column) : Cell.EMPTY);
    }
    return cells;
  }

  private Repeat repeat(String key) {
    if (conflicts.contains(key)) {
      return Repeat.CONFLICT;
    }
    return key.isEmpty() || seen.add(key) ? Repeat.ONCE : Repeat.COPY;
  }

  @Override
  public FileReading reading() {
    Header header = columns.any();
    SheetReading read =
        new SheetReading(
            name,
            SheetReading.State.READ,
            Optional.of(header),
            List.of(),
            new SheetReading.Rows(data, blank, 0, 0, List.of(), 0, List.of(), List.of()));
    return new FileReading.Returned(slip, header.list(), header.profile(), List.of(read));
  }

  @Override
  public void close() {
    sheet.close();
  }
}

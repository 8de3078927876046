package cn.bidui.intake;

import cn.bidui.source.Cell;
import cn.bidui.source.CellRef;
import cn.bidui.source.Field;
import cn.bidui.source.Header;
import cn.bidui.source.Problem.FileProblem;
import cn.bidui.source.SheetRow;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What was read of a file, written down so that it can be read again; no byte depends on order. */
final class TapeOut {

  private final DataOutputStream out;
  private final RowTape.Keep keep;
  private final Map<Header, Integer> headers = new HashMap<>();

  TapeOut(DataOutputStream out, RowTape.Keep keep) {
    this.out = out;
    this.keep = keep;
  }

  /** Writes one element of a list. */
  @FunctionalInterface
  interface Each<T> {
    void write(T element) throws IOException;
  }

  void mark(char kind) throws IOException {
    out.writeByte(kind);
  }

  void number(int number) throws IOException {
    out.writeInt(number);
  }

  void flag(boolean flag) throws IOException {
    out.writeBoolean(flag);
  }

  void text(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  <T> void list(List<T> elements, Each<T> each) throws IOException {
    out.writeInt(elements.size());
    for (T element : elements) {
      each.write(element);
    }
  }

  void texts(List<String> texts) throws IOException {
    list(texts, this::text);
  }

  /** A header is written where it first stands, and named by its number from then on. */
  void header(Header header) throws IOException {
    Integer known = headers.get(header);
    if (known != null) {
      out.writeInt(known);
      return;
    }
    out.writeInt(headers.size());
    headers.put(header, headers.size());
    text(header.sheet());
    out.writeInt(header.row());
    text(header.list().code());
    text(header.profile());
    SortedMap<Field, Integer> columns = new TreeMap<>(header.columns());
    list(List.copyOf(columns.entrySet()), column -> column(column.getKey(), column.getValue()));
    SortedMap<Field, String> titles = new TreeMap<>(header.titles());
    list(List.copyOf(titles.entrySet()), title -> title(title.getKey(), title.getValue()));
    out.writeInt(header.width());
    texts(header.texts().stream().map(keep::words).toList());
    text(keep.words(header.caption()));
  }

  private void column(Field field, int column) throws IOException {
    text(field.code());
    out.writeInt(column);
  }

  private void title(Field field, String title) throws IOException {
    text(field.code());
    text(title);
  }

  private void cell(Cell cell) throws IOException {
    out.writeByte(cell.kind().ordinal());
    text(cell.text());
  }

  void cells(SheetRow row) throws IOException {
    header(row.header());
    out.writeInt(row.row());
    list(row.cells(), this::cell);
  }

  void row(ReadRow row) throws IOException {
    if (row instanceof ReadRow.Data data) {
      mark('D');
      cells(data.cells());
    } else if (row instanceof ReadRow.Corrected corrected) {
      mark('C');
      corrected(corrected);
    } else if (row instanceof ReadRow.Answer answer) {
      mark('A');
      answer(answer);
    } else {
      mark(row instanceof ReadRow.Blank ? 'B' : 'N');
      text(row.sheet());
      out.writeInt(row.row());
    }
  }

  private void corrected(ReadRow.Corrected row) throws IOException {
    cells(row.cells());
    header(row.sheetHeader());
    text(row.key());
    text(row.check());
    out.writeByte(row.repeat().ordinal());
    out.writeInt(row.beyond());
    slip(row.slip());
  }

  private void answer(ReadRow.Answer row) throws IOException {
    text(row.sheet());
    out.writeInt(row.row());
    text(row.key());
    text(row.check());
    list(
        List.copyOf(row.cells().entrySet()),
        cell -> {
          out.writeByte(cell.getKey().ordinal());
          cell(cell.getValue());
        });
    list(row.slip().stream().toList(), this::slip);
  }

  void slip(ReturnSlip slip) throws IOException {
    list(
        List.copyOf(slip.said().entrySet()),
        said -> {
          text(said.getKey());
          text(said.getValue());
        });
    text(slip.check());
  }

  void place(CellRef place) throws IOException {
    text(place.sheet());
    out.writeInt(place.row());
    text(place.column());
  }

  void problem(FileProblem problem) throws IOException {
    text(problem.code().code());
    place(problem.place());
    text(keep.words(problem.found()));
    texts(problem.arguments().stream().map(keep::words).toList());
  }

  void sheet(SheetReading sheet) throws IOException {
    text(sheet.name());
    text(sheet.state().name());
    list(sheet.header().stream().toList(), this::header);
    list(sheet.columns(), this::column);
    SheetReading.Rows rows = sheet.rowsOf();
    for (int count :
        List.of(rows.data(), rows.blank(), rows.note(), rows.hidden(), rows.privateNames())) {
      out.writeInt(count);
    }
    list(rows.notes(), this::number);
    list(rows.privatePlaces(), this::place);
    list(rows.totals(), this::total);
  }

  private void column(ColumnReading column) throws IOException {
    out.writeInt(column.column());
    text(keep.words(column.text()));
    texts(column.field().map(Field::code).stream().toList());
    text(column.how().name());
    text(column.meant());
  }

  private void total(DeclaredTotal total) throws IOException {
    text(total.sheet());
    out.writeInt(total.row());
    text(total.declared());
    text(total.found());
  }
}

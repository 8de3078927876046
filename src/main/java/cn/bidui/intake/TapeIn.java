package cn.bidui.intake;

import cn.bidui.source.Cell;
import cn.bidui.source.CellRef;
import cn.bidui.source.Field;
import cn.bidui.source.Header;
import cn.bidui.source.ListKind;
import cn.bidui.source.Problem.FileProblem;
import cn.bidui.source.ProblemCode;
import cn.bidui.source.SheetRow;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads what {@link TapeOut} wrote. */
final class TapeIn {

  private static final Cell.Kind[] KINDS = Cell.Kind.values();

  private final DataInputStream in;
  private final String file;
  private final List<Header> headers = new ArrayList<>();

  /** Of the file that its owner knows as {@code file}. */
  TapeIn(DataInputStream in, String file) {
    this.in = in;
    this.file = file;
  }

  /** Reads one element of a list. */
  @FunctionalInterface
  interface Each<T> {
    T read() throws IOException;
  }

  char mark() throws IOException {
    return (char) in.readByte();
  }

  int number() throws IOException {
    return in.readInt();
  }

  boolean flag() throws IOException {
    return in.readBoolean();
  }

  String text() throws IOException {
    int length = in.readInt();
    byte[] bytes = in.readNBytes(length);
    if (bytes.length != length) {
      throw new IOException("a checkpoint ends within a text");
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  <T> List<T> list(Each<T> each) throws IOException {
    int size = in.readInt();
    List<T> elements = new ArrayList<>(Math.min(size, 1 << 16));
    for (int i = 0; i < size; i++) {
      elements.add(each.read());
    }
    return elements;
  }

  List<String> texts() throws IOException {
    return list(this::text);
  }

  Header header() throws IOException {
    int number = in.readInt();
    if (number == headers.size()) {
      headers.add(newHeader());
    }
    return headers.get(number);
  }

  private Header newHeader() throws IOException {
    String sheet = text();
    int row = in.readInt();
    ListKind list = list(text());
    String profile = text();
    Map<Field, Integer> columns = new EnumMap<>(Field.class);
    list(() -> columns.put(field(text()), in.readInt()));
    Map<Field, String> titles = new EnumMap<>(Field.class);
    list(() -> titles.put(field(text()), text()));
    return new Header(
        file, sheet, row, list, profile, columns, titles, in.readInt(), texts(), text());
  }

  static ListKind list(String code) {
    return ListKind.ofCode(code)
        .orElseThrow(() -> new IllegalArgumentException("an unknown list: " + code));
  }

  private static Field field(String code) {
    return Field.ofCode(code)
        .orElseThrow(() -> new IllegalArgumentException("an unknown field: " + code));
  }

  private Cell cell() throws IOException {
    Cell.Kind kind = KINDS[in.readByte()];
    String text = text();
    return kind == Cell.Kind.EMPTY && text.isEmpty() ? Cell.EMPTY : new Cell(text, kind);
  }

  private SheetRow cells() throws IOException {
    Header header = header();
    int row = in.readInt();
    return new SheetRow(header, row, List.copyOf(list(this::cell)));
  }

  /** The row of that kind. */
  ReadRow row(char kind) throws IOException {
    return switch (kind) {
      case 'D' -> new ReadRow.Data(cells());
      case 'C' -> corrected();
      case 'A' -> answer();
      case 'B' -> new ReadRow.Blank(text(), in.readInt());
      case 'N' -> new ReadRow.Note(text(), in.readInt());
      default -> throw new IOException("a checkpoint holds a row of an unknown kind");
    };
  }

  private ReadRow corrected() throws IOException {
    return new ReadRow.Corrected(
        cells(),
        header(),
        text(),
        text(),
        ReadRow.Corrected.Repeat.values()[in.readByte()],
        in.readInt(),
        slip());
  }

  private ReadRow answer() throws IOException {
    String sheet = text();
    int row = in.readInt();
    String key = text();
    String check = text();
    Map<AnswerColumn, Cell> cells = new EnumMap<>(AnswerColumn.class);
    list(() -> cells.put(AnswerColumn.values()[in.readByte()], cell()));
    return new ReadRow.Answer(sheet, row, key, check, cells, list(this::slip).stream().findFirst());
  }

  ReturnSlip slip() throws IOException {
    TreeMap<String, String> said = new TreeMap<>();
    list(() -> said.put(text(), text()));
    return new ReturnSlip(said, text());
  }

  private CellRef place() throws IOException {
    return new CellRef(file, text(), in.readInt(), text());
  }

  FileProblem problem() throws IOException {
    return new FileProblem(ProblemCode.ofCode(text()), place(), text(), texts());
  }

  SheetReading sheet() throws IOException {
    String name = text();
    SheetReading.State state = SheetReading.State.valueOf(text());
    Optional<Header> header = list(this::header).stream().findFirst();
    List<ColumnReading> columns = list(this::column);
    int data = in.readInt();
    int blank = in.readInt();
    int note = in.readInt();
    int hidden = in.readInt();
    int privateNames = in.readInt();
    SheetReading.Rows rows =
        new SheetReading.Rows(
            data,
            blank,
            note,
            hidden,
            list(this::number),
            privateNames,
            list(this::place),
            list(this::total));
    return new SheetReading(name, state, header, columns, rows);
  }

  private ColumnReading column() throws IOException {
    int column = in.readInt();
    String text = text();
    Optional<Field> field = texts().stream().findFirst().map(TapeIn::field);
    return new ColumnReading(column, text, field, ColumnReading.How.valueOf(text()), text());
  }

  private DeclaredTotal total() throws IOException {
    return new DeclaredTotal(text(), in.readInt(), text(), text());
  }
}

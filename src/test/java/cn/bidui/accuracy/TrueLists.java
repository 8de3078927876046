package cn.bidui.accuracy;

import cn.bidui.normalize.Layout;
import cn.bidui.normalize.Normalizer;
import cn.bidui.normalize.RecordTable;
import cn.bidui.normalize.RowOutcome;
import cn.bidui.normalize.Strings;
import cn.bidui.source.Cell;
import cn.bidui.source.Field;
import cn.bidui.source.Header;
import cn.bidui.source.ListKind;
import cn.bidui.source.RowRef;
import cn.bidui.source.SheetRow;
import cn.bidui.source.SourceFile;
import cn.bidui.source.Term;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The lists of a world as the night has them, after it has sent back what it cannot read, with the
 * truth of each row beside them.
 */
final class TrueLists {

  private static final Term TERM = new Term(2025, Term.Season.AUTUMN);
  private static final int MOST_CODES = 64;

  private final Strings strings = new Strings();
  private final Map<ListKind, OneList> lists = new EnumMap<>(ListKind.class);
  private final List<String> codes = new ArrayList<>();
  private final Map<ListKind, RecordTable> tables = new EnumMap<>(ListKind.class);
  private int sentBack;

  /** Rows of one list, while they come. */
  private final class OneList {
    private final ListKind kind;
    private final Normalizer normalizer;
    private final RecordTable.Builder builder;
    private final Header header;
    private int written;
    private int size;
    private int[] person = new int[1024];
    private int[] family = new int[1024];
    private long[] wrong = new long[1024];

    OneList(ListKind kind) {
      this.kind = kind;
      this.normalizer = new Normalizer(kind, TERM);
      this.builder = new RecordTable.Builder(kind, strings);
      this.header = header(kind);
    }

    void add(WorldRow row) {
      SheetRow read = new SheetRow(header, ++written, cells(kind, row.cells()));
      if (normalizer.normalize(read) instanceof RowOutcome.Accepted accepted) {
        builder.add(
            new RowRef(new SourceFile("0", kind.code(), ""), "", written), accepted.values());
        grow();
        person[size] = row.person();
        family[size] = row.family();
        wrong[size++] = bits(row.wrong());
      } else {
        sentBack++;
      }
    }

    private void grow() {
      if (size == person.length) {
        person = Arrays.copyOf(person, size * 2);
        family = Arrays.copyOf(family, size * 2);
        wrong = Arrays.copyOf(wrong, size * 2);
      }
    }
  }

  /** The lists of {@code world}. */
  static TrueLists of(World world) {
    TrueLists lists = new TrueLists();
    world.forEach(row -> lists.list(row.list()).add(row));
    lists.lists.forEach((kind, list) -> lists.tables.put(kind, list.builder.build()));
    return lists;
  }

  private OneList list(ListKind kind) {
    return lists.computeIfAbsent(kind, OneList::new);
  }

  private static Header header(ListKind kind) {
    Map<Field, Integer> columns = new EnumMap<>(Field.class);
    Map<Field, String> titles = new EnumMap<>(Field.class);
    for (Field field : Layout.of(kind).fields()) {
      columns.put(field, columns.size());
      titles.put(field, field.code());
    }
    return new Header(kind.code(), "", 1, kind, kind.code(), columns, titles);
  }

  private static List<Cell> cells(ListKind kind, Map<Field, String> texts) {
    return Layout.of(kind).fields().stream()
        .map(field -> Cell.text(texts.getOrDefault(field, "")))
        .toList();
  }

  private long bits(List<String> wrong) {
    long bits = 0;
    for (String code : wrong) {
      int at = codes.indexOf(code);
      if (at < 0) {
        at = codes.size();
        codes.add(code);
      }
      bits |= 1L << at;
    }
    if (codes.size() > MOST_CODES) {
      throw new IllegalStateException("more kinds of errors than bits");
    }
    return bits;
  }

  /** As the linker takes them. */
  Map<ListKind, RecordTable> tables() {
    return tables;
  }

  /** Who truly stands in row {@code row}. */
  int person(ListKind list, int row) {
    return list(list).person[row];
  }

  /** Of which family that is. */
  int family(ListKind list, int row) {
    return list(list).family[row];
  }

  /** What is wrong in it. */
  List<String> wrong(ListKind list, int row) {
    return wrong(list(list).wrong[row]);
  }

  /** The same, a bit for each code. */
  long wrongBits(ListKind list, int row) {
    return list(list).wrong[row];
  }

  /** The codes that {@code bits} stand for, in their order of appearance. */
  List<String> wrong(long bits) {
    List<String> wrong = new ArrayList<>();
    for (int at = 0; at < codes.size(); at++) {
      if ((bits & 1L << at) != 0) {
        wrong.add(codes.get(at));
      }
    }
    return wrong;
  }

  /** Rows that the night has sent back, so that they are linked with nobody. */
  int sentBack() {
    return sentBack;
  }

  /** Rows that are linked. */
  int rows() {
    return tables.values().stream().mapToInt(RecordTable::size).sum();
  }
}

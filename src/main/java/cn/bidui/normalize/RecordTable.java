package cn.bidui.normalize;

import cn.bidui.person.CitizenId;
import cn.bidui.person.PersonName;
import cn.bidui.person.Sex;
import cn.bidui.source.Field;
import cn.bidui.source.ListKind;
import cn.bidui.source.RowRef;
import cn.bidui.source.SourceFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The effective rows of one kind of list, as columns: dictionary codes, ids packed in longs, no
 * object per row. Rows stand in canonical order (file, sheet, row), so their indices are the same
 * whatever the order of arrival.
 */
public final class RecordTable {

  /** No birth date is known. */
  public static final int NO_BIRTH = Integer.MIN_VALUE;

  private final Layout layout;
  private final Strings strings;
  private final List<SheetKey> sheets;
  private final int[] sheetOf;
  private final int[] rowNumbers;
  private final int[][] codes;
  private final long[] ids;
  private final int[] names;
  private final int[] births;
  private final byte[] sexes;

  private record SheetKey(SourceFile file, String sheet) implements Comparable<SheetKey> {
    @Override
    public int compareTo(SheetKey other) {
      int order = file.compareTo(other.file);
      return order != 0 ? order : sheet.compareTo(other.sheet);
    }
  }

  private RecordTable(Builder built, int[] order) {
    int size = order.length;
    layout = built.layout;
    strings = built.strings;
    sheets = List.copyOf(built.sheets);
    sheetOf = new int[size];
    rowNumbers = new int[size];
    codes = new int[layout.fields().size()][size];
    ids = new long[size];
    names = new int[size];
    births = new int[size];
    sexes = new byte[size];
    for (int i = 0; i < size; i++) {
      int from = order[i];
      sheetOf[i] = built.sheetOf[from];
      rowNumbers[i] = built.rowNumbers[from];
      for (int column = 0; column < codes.length; column++) {
        codes[column][i] = built.codes[column][from];
      }
    }
    derive();
  }

  /** Fills the columns by which rows are compared. */
  private void derive() {
    // One entry per text, so that a name that thousands share is folded once.
    int[] foldedNames = new int[strings.size()];
    int nameColumn = layout.position(Field.NAME);
    int idColumn = layout.position(Field.CITIZEN_ID);
    int birthColumn = layout.position(Field.BIRTH_DATE);
    int sexColumn = layout.position(Field.SEX);
    for (int i = 0; i < rowNumbers.length; i++) {
      names[i] = nameColumn < 0 ? 0 : foldedName(codes[nameColumn][i], foldedNames);
      String written = idColumn < 0 ? "" : strings.text(codes[idColumn][i]);
      @Nullable CitizenId id = CitizenId.read(written).idOrNull();
      ids[i] = id == null ? 0 : id.packed();
      String birth = birthColumn < 0 ? "" : strings.text(codes[birthColumn][i]);
      births[i] = birthDay(birth, id);
      String sex = sexColumn < 0 ? "" : strings.text(codes[sexColumn][i]);
      sexes[i] = sexCode(sex, id);
    }
  }

  private int foldedName(int code, int[] known) {
    if (known[code] == 0) {
      known[code] = strings.code(PersonName.of(strings.text(code)).folded());
    }
    return known[code];
  }

  private static int birthDay(String text, @Nullable CitizenId id) {
    if (!text.isEmpty()) {
      return (int) Canonical.isoDay(text).toEpochDay();
    }
    return id == null ? NO_BIRTH : (int) id.birthDate().toEpochDay();
  }

  private static byte sexCode(String text, @Nullable CitizenId id) {
    if (text.isEmpty() && id == null) {
      return 0;
    }
    Sex sex = text.isEmpty() && id != null ? id.sex() : Sex.valueOf(text);
    return (byte) (sex == Sex.MALE ? 1 : 2);
  }

  /** Collects rows in any order; {@link #build} sorts them. */
  public static final class Builder {

    private final Layout layout;
    private final Strings strings;
    private final List<SheetKey> sheets = new ArrayList<>();
    private final Map<SheetKey, Integer> sheetCodes = new HashMap<>();
    private int[] sheetOf = new int[1024];
    private int[] rowNumbers = new int[1024];
    private final int[][] codes;
    private int size;
    private int latest = -1;

    /** For rows of {@code kind}; {@code strings} is shared by the tables of one night. */
    public Builder(ListKind kind, Strings strings) {
      this.layout = Layout.of(kind);
      this.strings = strings;
      this.codes = new int[layout.fields().size()][1024];
    }

    /**
     * Adds one accepted row.
     *
     * @param values canonical values in the order of {@link Layout#fields()}
     */
    public Builder add(RowRef place, List<String> values) {
      if (size == rowNumbers.length) {
        grow();
      }
      sheetOf[size] = sheetCode(place);
      rowNumbers[size] = place.row();
      for (int column = 0; column < codes.length; column++) {
        codes[column][size] = strings.code(values.get(column));
      }
      size++;
      return this;
    }

    /** Rows come sheet by sheet: only the first of each looks the sheet up. */
    private int sheetCode(RowRef place) {
      if (latest >= 0) {
        SheetKey key = sheets.get(latest);
        if (key.file().equals(place.file()) && key.sheet().equals(place.sheet())) {
          return latest;
        }
      }
      SheetKey key = new SheetKey(place.file(), place.sheet());
      @Nullable Integer known = sheetCodes.putIfAbsent(key, sheets.size());
      if (known == null) {
        sheets.add(key);
      }
      latest = known == null ? sheets.size() - 1 : known;
      return latest;
    }

    private void grow() {
      int larger = size * 2;
      sheetOf = Arrays.copyOf(sheetOf, larger);
      rowNumbers = Arrays.copyOf(rowNumbers, larger);
      for (int column = 0; column < codes.length; column++) {
        codes[column] = Arrays.copyOf(codes[column], larger);
      }
    }

    /** The table. */
    public RecordTable build() {
      return new RecordTable(this, RowOrder.of(sheetRanks(), sheetOf, rowNumbers, size));
    }

    private int[] sheetRanks() {
      List<SheetKey> sorted = sheets.stream().sorted().toList();
      int[] ranks = new int[sheets.size()];
      for (int rank = 0; rank < ranks.length; rank++) {
        ranks[sheetCodes.getOrDefault(sorted.get(rank), 0)] = rank;
      }
      return ranks;
    }
  }

  /** The kind of list. */
  public ListKind kind() {
    return layout.kind();
  }

  /** How many rows. */
  public int size() {
    return rowNumbers.length;
  }

  /** Where row {@code row} stands. */
  public RowRef place(int row) {
    SheetKey sheet = sheets.get(sheetOf[row]);
    return new RowRef(sheet.file(), sheet.sheet(), rowNumbers[row]);
  }

  /**
   * The dictionary code of a field's canonical text; 0 for blank, or for a field it does not have.
   */
  public int code(Field field, int row) {
    int column = layout.position(field);
    return column < 0 ? 0 : codes[column][row];
  }

  /** The canonical text of a field; blank for none. */
  public String text(Field field, int row) {
    return strings.text(code(field, row));
  }

  /** The first 17 digits of a valid id, or 0. */
  public long id(int row) {
    return ids[row];
  }

  /** The dictionary code of the folded name. */
  public int name(int row) {
    return names[row];
  }

  /** Epoch day of the birth date: its column, else a valid id, else {@link #NO_BIRTH}. */
  public int birth(int row) {
    return births[row];
  }

  /** 1 male, 2 female, from its column, else from a valid id; 0 unknown. */
  public int sex(int row) {
    return sexes[row];
  }

  /** The row as a record, made anew at each call. */
  public ListRecord record(int row) {
    return layout.record(field -> text(field, row));
  }

  /** The dictionary. */
  public Strings strings() {
    return strings;
  }
}

package cn.bidui.source;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The header of one sheet (表头), found and mapped: which column holds which field. Shared by all
 * rows of the sheet.
 *
 * @param file the name of the file as its owner knows it
 * @param sheet the sheet's name; blank for text files
 * @param row the header's row number (the last one of a two-row header)
 * @param profile the column profile that matched, which names the source system
 * @param columns field → 0-based column
 * @param titles field → the header text as it stands
 * @param width how many columns the header has; {@link #WIDTH_UNKNOWN} where nobody counted
 * @param texts the header text of every column, read or not, no two alike: {@code 监护人信息/姓名} under a
 *     group, {@code 姓名（H）} where column H repeats an earlier text, {@code C} where column C has
 *     none; empty where nobody looked
 * @param caption what names the list besides its columns: the rows above the header, the sheet's
 *     name and the file's
 */
public record Header(
    String file,
    String sheet,
    int row,
    ListKind list,
    String profile,
    Map<Field, Integer> columns,
    Map<Field, String> titles,
    int width,
    List<String> texts,
    String caption) {

  /** The width of a header whose columns nobody counted: no row is wider. */
  public static final int WIDTH_UNKNOWN = Integer.MAX_VALUE;

  public Header {
    columns = Map.copyOf(columns);
    titles = Map.copyOf(titles);
    texts = List.copyOf(texts);
  }

  /** A header of unknown texts. */
  public Header(
      String file,
      String sheet,
      int row,
      ListKind list,
      String profile,
      Map<Field, Integer> columns,
      Map<Field, String> titles,
      int width,
      String caption) {
    this(file, sheet, row, list, profile, columns, titles, width, List.of(), caption);
  }

  /** A header of unknown texts, with nothing above it. */
  public Header(
      String file,
      String sheet,
      int row,
      ListKind list,
      String profile,
      Map<Field, Integer> columns,
      Map<Field, String> titles,
      int width) {
    this(file, sheet, row, list, profile, columns, titles, width, List.of(), sheet + " " + file);
  }

  /** A header of unknown width and texts. */
  public Header(
      String file,
      String sheet,
      int row,
      ListKind list,
      String profile,
      Map<Field, Integer> columns,
      Map<Field, String> titles) {
    this(file, sheet, row, list, profile, columns, titles, WIDTH_UNKNOWN);
  }

  /** The 0-based column of {@code field}, or -1. */
  public int column(Field field) {
    @Nullable Integer column = columns.get(field);
    return column == null ? -1 : column;
  }

  /** The place of {@code field} in row {@code row}. */
  public CellRef cell(int row, Field field) {
    int column = column(field);
    return new CellRef(file, sheet, row, column < 0 ? "" : CellRef.letters(column));
  }

  /** The place only: rows above a header may name a person. */
  @Override
  public String toString() {
    return "Header[" + list.code() + ", row " + row + "]";
  }

  /** The same mapping in an {@link EnumMap}, for loops in field order. */
  public Map<Field, Integer> columnsInOrder() {
    EnumMap<Field, Integer> ordered = new EnumMap<>(Field.class);
    ordered.putAll(columns);
    return ordered;
  }
}

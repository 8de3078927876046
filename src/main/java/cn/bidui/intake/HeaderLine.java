package cn.bidui.intake;

import cn.bidui.plan.HeaderText;
import cn.bidui.source.CellRef;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One row, or up to three rows one below the other, read as a header.
 *
 * @param first index of its first row among the sheet's rows
 * @param last index of its last row
 * @param row number of its last row
 * @param rows its rows
 */
record HeaderLine(int first, int last, int row, List<HeaderCell> cells, List<RawRow> rows) {

  /** Names below groups below groups: no form has more. */
  static final int MOST_ROWS = 3;

  private static final String BETWEEN = "\u001F";

  /** The row at {@code index}. */
  static HeaderLine single(List<RawRow> rows, int index) {
    return of(rows, index, index, MergedCells.NONE);
  }

  /** The rows from {@code first} to {@code last}: groups above, names below. */
  static HeaderLine of(List<RawRow> rows, int first, int last, MergedCells merged) {
    List<RawRow> own = List.copyOf(rows.subList(first, last + 1));
    int width = own.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
    List<String[]> groups = new ArrayList<>();
    for (int level = 0; level < own.size() - 1; level++) {
      groups.add(
          new GroupRow(own.get(level), own.subList(level + 1, own.size()), merged).over(width));
    }
    List<HeaderCell> cells = new ArrayList<>();
    for (int column = 0; column < width; column++) {
      cell(own, groups, column).ifPresent(cells::add);
    }
    return new HeaderLine(first, last, rows.get(last).number(), List.copyOf(cells), own);
  }

  /** The lowest text of the column is its name; what stands over it are its groups. */
  private static Optional<HeaderCell> cell(List<RawRow> rows, List<String[]> groups, int column) {
    int level = rows.size() - 1;
    while (level > 0 && rows.get(level).text(column).isEmpty()) {
      level--;
    }
    String text = rows.get(level).text(column);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    List<String> titles = new ArrayList<>();
    List<String> folded = new ArrayList<>();
    for (String[] group : groups.subList(0, level)) {
      String above = group[column];
      if (!HeaderText.fold(above).isEmpty()) {
        titles.add(above);
        folded.add(HeaderText.fold(above));
      }
    }
    titles.add(text);
    return Optional.of(
        new HeaderCell(
            column,
            String.join("/", titles),
            HeaderText.fold(text),
            folded,
            HeaderText.hint(text)));
  }

  /** Whether the row above {@code index} names groups of its columns. */
  static boolean groupsAbove(List<RawRow> rows, int index) {
    return index > 0
        && new GroupRow(rows.get(index - 1), List.of(rows.get(index)), MergedCells.NONE).groups();
  }

  /** Whether it has rows of groups. */
  boolean grouped() {
    return rows.size() > 1;
  }

  /** Whether the next row with content stands further down. */
  boolean blankBelow(List<RawRow> all) {
    int next = last + 1;
    return next < all.size() && (all.get(next).blank() || all.get(next).number() > row + 1);
  }

  /** The same, down to the last of the blank rows over which all of its cells are merged. */
  HeaderLine stretched(List<RawRow> all, MergedCells merged) {
    int end = cells.stream().mapToInt(cell -> end(cell.column(), merged)).min().orElse(row);
    int to = last;
    while (to + 1 < all.size() && all.get(to + 1).number() <= end && all.get(to + 1).blank()) {
      to++;
    }
    int next = to + 1 < all.size() ? all.get(to + 1).number() : end + 1;
    return new HeaderLine(first, to, Math.max(row, Math.min(end, next - 1)), cells, rows);
  }

  /** The last row over which the lowest text of the column stretches. */
  private int end(int column, MergedCells merged) {
    int level = rows.size() - 1;
    while (level > 0 && rows.get(level).text(column).isEmpty()) {
      level--;
    }
    return merged.lastRow(rows.get(level).number(), column);
  }

  /**
   * Digest of what stands in its cells, folded, row by row and column by column: equal for headers
   * that read the same, whatever their titles and rows.
   */
  String fingerprint() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (RawRow each : rows) {
        for (int column = 0; column < width(); column++) {
          String text = each.text(column);
          String folded = HeaderText.fold(text) + BETWEEN + HeaderText.hint(text) + BETWEEN;
          digest.update(folded.getBytes(StandardCharsets.UTF_8));
        }
        digest.update((byte) '\n');
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java platform has SHA-256", missing);
    }
  }

  /** What each column is called, no two alike: its title, else its letters. */
  List<String> texts() {
    List<String> texts = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (int column = 0; column < width(); column++) {
      String letters = CellRef.letters(column);
      String text = cell(column).map(HeaderCell::title).orElse(letters);
      while (!taken.add(text)) {
        text = text + "（" + letters + "）";
      }
      texts.add(text);
    }
    return texts;
  }

  private Optional<HeaderCell> cell(int column) {
    return cells.stream().filter(cell -> cell.column() == column).findFirst();
  }

  /** Columns up to the last that has a header. */
  int width() {
    return cells.isEmpty() ? 0 : cells.get(cells.size() - 1).column() + 1;
  }
}

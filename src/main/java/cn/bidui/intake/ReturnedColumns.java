package cn.bidui.intake;

import cn.bidui.source.Field;
import cn.bidui.source.Header;
import cn.bidui.source.ProblemCode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which columns of an answer that came back are columns of the list, found by their headers: staff
 * may have moved, hidden or widened them. Where a header of ours and one of the list are the same,
 * the list's stands further right.
 */
final class ReturnedColumns {

  private static final Pattern LETTERS = Pattern.compile("[A-Z]{1,3}");

  private final String file;
  private final String sheet;
  private final RawRow header;
  private final List<Header> bases;
  private final Map<String, Integer> byTitle = new HashMap<>();
  private final List<String> texts;
  private final Set<Integer> beyond = new HashSet<>();
  private final Map<String, Header> headers = new HashMap<>();

  /**
   * Columns below {@code header}.
   *
   * @param bases the headers of the list's sheets, at least one
   */
  ReturnedColumns(String file, String sheet, RawRow header, List<Header> bases) {
    this.file = file;
    this.sheet = sheet;
    this.header = header;
    this.bases = bases;
    for (int column = 0; column < header.cells().size(); column++) {
      if (!header.text(column).isEmpty()) {
        byTitle.put(folded(header.text(column)), column);
      }
    }
    this.texts = texts();
  }

  /** Saving and wrapping change blanks and line breaks. */
  private static String folded(String title) {
    return title.replaceAll("[\\s\\p{Z}]+", "");
  }

  private List<String> texts() {
    List<String> own = new ArrayList<>(Collections.nCopies(header.cells().size(), ""));
    int width = 0;
    for (Header base : bases) {
      width = Math.max(width, base.texts().size());
      for (String title : base.texts()) {
        @Nullable Integer column = byTitle.get(folded(title));
        if (column != null) {
          own.set(column, title);
        }
      }
    }
    for (int column = 0; column < own.size(); column++) {
      String title = header.text(column);
      if (own.get(column).isEmpty() && LETTERS.matcher(title).matches() && index(title) >= width) {
        own.set(column, title);
        beyond.add(column);
      }
    }
    return own;
  }

  private static int index(String letters) {
    int index = 0;
    for (int i = 0; i < letters.length(); i++) {
      index = index * 26 + letters.charAt(i) - 'A' + 1;
    }
    return index - 1;
  }

  /** By column, the list's own header; blank for columns that are ours. */
  List<String> listTexts() {
    return texts;
  }

  /** Whether the column is one of the list. */
  boolean ofList(int column) {
    return column < texts.size() && !texts.get(column).isEmpty();
  }

  /** The first filled column that stood right of the list's header, -1 if there is none. */
  int beyond(RawRow row) {
    return beyond.stream().sorted().filter(c -> !row.text(c).isEmpty()).findFirst().orElse(-1);
  }

  /** The header for rows of no known sheet of the list, and for the sheet as a whole. */
  Header any() {
    return headers.computeIfAbsent("\0", none -> header(together()));
  }

  private Map<Field, String> together() {
    Map<Field, String> titles = new EnumMap<>(Field.class);
    for (Field field : Field.values()) {
      for (Header base : bases) {
        if (base.column(field) >= 0) {
          titles.putIfAbsent(field, base.texts().get(base.column(field)));
        }
      }
    }
    return titles;
  }

  /**
   * The header for rows of the list's sheet {@code name}.
   *
   * @throws Refusal if a column is gone: its values would be taken for blank
   */
  Header of(String name) throws Refusal {
    @Nullable Header known = headers.get(name);
    if (known != null) {
      return known;
    }
    for (Header base : bases) {
      if (base.sheet().equals(name)) {
        Header made = header(titles(base));
        headers.put(name, made);
        return made;
      }
    }
    return any();
  }

  private Map<Field, String> titles(Header base) throws Refusal {
    Map<Field, String> titles = new EnumMap<>(Field.class);
    for (Map.Entry<Field, Integer> field : base.columnsInOrder().entrySet()) {
      String title = base.texts().get(field.getValue());
      if (!byTitle.containsKey(folded(title))) {
        throw Refusal.of(ProblemCode.RETURN_INCOMPLETE, title).at(sheet, header.number(), -1);
      }
      titles.put(field.getKey(), title);
    }
    return titles;
  }

  private Header header(Map<Field, String> titles) {
    Map<Field, Integer> columns = new EnumMap<>(Field.class);
    titles.forEach(
        (field, title) -> {
          @Nullable Integer column = byTitle.get(folded(title));
          if (column != null) {
            columns.put(field, column);
          }
        });
    Header first = bases.get(0);
    return new Header(
        file,
        sheet,
        header.number(),
        first.list(),
        first.profile(),
        columns,
        titles,
        Header.WIDTH_UNKNOWN,
        texts,
        first.caption());
  }
}

package cn.bidui.batch;

import cn.bidui.normalize.Layout;
import cn.bidui.source.Field;
import cn.bidui.source.Header;
import java.util.List;

/**
 * By which two cells a row is told from its neighbors in the control totals: the person's name and
 * id; where a list names only a head of household, an account holder or a school, theirs.
 */
final class RowNames {

  private static final List<Field> NAMES =
      List.of(Field.NAME, Field.HEAD_NAME, Field.PAYEE_NAME, Field.SCHOOL_NAME);
  private static final List<Field> IDS =
      List.of(Field.CITIZEN_ID, Field.HEAD_ID, Field.PAYEE_ID, Field.SCHOOL_CODE);

  private RowNames() {}

  /** The name in canonical values. */
  static String name(Layout layout, List<String> values) {
    return layout.value(values, NAMES.get(kind(layout, values)));
  }

  /** The id that belongs to that name. */
  static String id(Layout layout, List<String> values) {
    return layout.value(values, IDS.get(kind(layout, values)));
  }

  /** The first kind of name that the row has; the person's if it has none. */
  private static int kind(Layout layout, List<String> values) {
    for (int i = 0; i < NAMES.size(); i++) {
      if (!layout.value(values, NAMES.get(i)).isEmpty()) {
        return i;
      }
    }
    return 0;
  }

  /** The 0-based column of the name, or -1. */
  static int nameColumn(Header header) {
    return header.column(NAMES.get(kind(header)));
  }

  /** The 0-based column of the id that belongs to that name, or -1. */
  static int idColumn(Header header) {
    return header.column(IDS.get(kind(header)));
  }

  private static int kind(Header header) {
    for (int i = 0; i < NAMES.size(); i++) {
      if (header.column(NAMES.get(i)) >= 0) {
        return i;
      }
    }
    return 0;
  }
}

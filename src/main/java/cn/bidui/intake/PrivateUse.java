package cn.bidui.intake;

import cn.bidui.source.CellRef;
import cn.bidui.source.Field;
import cn.bidui.source.Header;
import cn.bidui.source.SheetRow;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Names with characters that only the computer shows on which they were typed (自造字): U+E000 to
 * U+F8FF and planes 15 and 16. Rows with them are taken, but nobody else can compare them.
 */
final class PrivateUse {

  /** Places that are named; the rest is only counted. */
  private static final int SHOWN = 10;

  private static final Set<Field> NAMES =
      EnumSet.of(
          Field.NAME,
          Field.FORMER_NAME,
          Field.HEAD_NAME,
          Field.PAYEE_NAME,
          Field.GUARDIAN1_NAME,
          Field.GUARDIAN2_NAME);

  private final List<CellRef> places = new ArrayList<>();
  private int count;

  void look(SheetRow row) {
    Header header = row.header();
    for (Field field : NAMES) {
      if (header.column(field) >= 0 && in(row.text(field))) {
        count++;
        if (places.size() < SHOWN) {
          places.add(header.cell(row.row(), field));
        }
      }
    }
  }

  private static boolean in(String text) {
    return text.codePoints().anyMatch(point -> Character.getType(point) == Character.PRIVATE_USE);
  }

  /** How many cells. */
  int count() {
    return count;
  }

  /** The first of them. */
  List<CellRef> places() {
    return List.copyOf(places);
  }
}

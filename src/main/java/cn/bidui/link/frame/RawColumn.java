package cn.bidui.link.frame;

import cn.bidui.plan.LinkPlan.FieldKind;
import java.util.Arrays;

/** One field of a part of a list as it stands: a code for each different text. */
final class RawColumn {

  private static final int FIRST_ROWS = 1 << 10;

  private final FieldKind kind;
  private final boolean ids;
  private final Texts texts = new Texts();
  private int[] codes = new int[0];
  private long[] packed = new long[0];
  private int malformed;

  RawColumn(FieldKind kind) {
    this.kind = kind;
    this.ids = kind == FieldKind.CITIZEN_ID || kind == FieldKind.STUDENT_NUMBER;
  }

  void put(int row, byte[] utf8, int from, int to) {
    if (ids) {
      long id = id(utf8, from, to);
      if (id != 0) {
        packed = row < packed.length ? packed : Arrays.copyOf(packed, room(row));
        packed[row] = id;
        return;
      }
    }
    codes = row < codes.length ? codes : Arrays.copyOf(codes, room(row));
    if (row > 0 && texts.is(codes[row - 1], utf8, from, to)) {
      codes[row] = codes[row - 1];
      return;
    }
    int known = texts.size();
    int code = texts.code(utf8, from, to);
    codes[row] = code;
    if (code == known && !Utf8.valid(utf8, from, to)) {
      malformed++;
    }
  }

  /** Made only where something stands: most lists lack some fields, and most ids are valid. */
  private static int room(int row) {
    return Math.max(FIRST_ROWS, row + row / 2);
  }

  /** A student number of the usual form is {@code G} and the id. */
  private long id(byte[] utf8, int from, int to) {
    int start = kind == FieldKind.STUDENT_NUMBER && utf8[from] == 'G' ? from + 1 : from;
    boolean usual = kind == FieldKind.CITIZEN_ID || start > from;
    return usual ? IdDigits.packed(utf8, start, to) : 0;
  }

  Texts texts() {
    return texts;
  }

  int code(int row) {
    return row < codes.length ? codes[row] : 0;
  }

  /** The valid id of a row, if it was told from its bytes. */
  long packed(int row) {
    return row < packed.length ? packed[row] : 0;
  }

  int malformed() {
    return malformed;
  }
}

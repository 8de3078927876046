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

  /**
   * The same in codes of the frame.
   *
   * @param rows how many rows the part has
   */
  PartColumn meant(Meaning meaning, int rows) {
    PartColumn meant = new PartColumn(Arrays.copyOf(packed, Math.min(rows, packed.length)), rows);
    int[] code = new int[texts.size()];
    long[] number = new long[ids ? code.length : 0];
    for (int i = 1; i < code.length; i++) {
      code[i] = meaning.code(texts, i);
      if (ids) {
        number[i] = meaning.packed();
      }
    }
    for (int row = 0; row < Math.min(rows, codes.length); row++) {
      int raw = codes[row];
      meant.put(row, code[raw], ids ? number[raw] : 0);
    }
    return meant;
  }

  int malformed() {
    return malformed;
  }
}

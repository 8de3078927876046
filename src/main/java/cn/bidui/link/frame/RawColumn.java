package cn.bidui.link.frame;

import cn.bidui.plan.LinkPlan.FieldKind;
import cn.bidui.plan.LinkPlan.LinkField;
import java.util.Arrays;

/**
 * One field of a part of a list as it stands. Most ids, names, days and sexes are told from their
 * bytes and need no dictionary; all other texts have a code, the same for the same text.
 */
final class RawColumn {

  private final LinkField field;
  private final FieldKind kind;

  /** Whether bytes alone tell most of its texts. */
  private final boolean tells;

  private final int expected;
  private final Texts texts = new Texts();
  private int[] codes = new int[0];

  /** By row what bytes alone have told: see {@link #told(byte[], int, int)}. */
  private long[] told = new long[0];

  private int malformed;

  /** Of one field; there is room for as many rows as are expected before it has to grow. */
  RawColumn(LinkField field, int expected) {
    this.field = field;
    this.kind = field.kind();
    this.tells = kind != FieldKind.TEXT && kind != FieldKind.CODE;
    this.expected = expected;
  }

  void put(int row, byte[] utf8, int from, int to) {
    long number = tells ? told(utf8, from, to) : 0;
    if (number != 0) {
      told = row < told.length ? told : Arrays.copyOf(told, room(row));
      told[row] = number;
      return;
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
  private int room(int row) {
    return Math.max(expected, row + row / 2);
  }

  /**
   * A valid id, alone or in a student number, the ideographs of a name, the code of a day or of a
   * sex; 0 for any other text.
   */
  private long told(byte[] utf8, int from, int to) {
    return switch (kind) {
      case CITIZEN_ID -> IdDigits.packed(utf8, from, to);
      case STUDENT_NUMBER -> utf8[from] == 'G' ? IdDigits.packed(utf8, from + 1, to) : 0;
      case NAME -> Ideographs.packed(utf8, from, to);
      case DATE -> DayDigits.code(utf8, from, to, field.order());
      case SEX -> sex(utf8, from, to);
      case TEXT, CODE -> 0;
    };
  }

  /** 男 and 女. */
  private static int sex(byte[] utf8, int from, int to) {
    if (to - from != 3) {
      return 0;
    }
    int word =
        ((utf8[from] & 0xFF) << 16) | ((utf8[from + 1] & 0xFF) << 8) | (utf8[from + 2] & 0xFF);
    return word == 0xE794B7 ? 1 : word == 0xE5A5B3 ? 2 : 0;
  }

  /**
   * The same in codes of the frame, of the first {@code rows} rows.
   *
   * @param joined takes them from row {@code at} on, where it holds nothing yet
   * @param room rows for which it makes room where it has to make any
   */
  void join(Meaning meaning, int rows, JoinedColumn joined, int at, int room) {
    boolean ids = kind == FieldKind.CITIZEN_ID || kind == FieldKind.STUDENT_NUMBER;
    int tellable = Math.min(rows, told.length);
    if (tellable > 0) {
      meaning.join(told, tellable, joined, at, room);
    }
    int[] code = new int[texts.size()];
    long[] number = new long[ids ? code.length : 0];
    boolean coded = false;
    boolean numbered = false;
    for (int i = 1; i < code.length; i++) {
      code[i] = meaning.code(texts, i);
      coded |= code[i] != 0;
      if (ids) {
        number[i] = meaning.packed();
        numbered |= number[i] != 0;
      }
    }
    if (coded) {
      int[] target = joined.codes(room);
      for (int row = 0; row < Math.min(rows, codes.length); row++) {
        if (codes[row] != 0) {
          target[at + row] = code[codes[row]];
        }
      }
    }
    if (numbered) {
      long[] target = joined.packed(room);
      for (int row = 0; row < Math.min(rows, codes.length); row++) {
        if (codes[row] != 0) {
          target[at + row] = number[codes[row]];
        }
      }
    }
  }

  int malformed() {
    return malformed;
  }

  /** Nothing stands here any more; the room is kept. */
  void clear(int rows) {
    Arrays.fill(codes, 0, Math.min(rows, codes.length), 0);
    Arrays.fill(told, 0, Math.min(rows, told.length), 0);
    texts.clear();
    malformed = 0;
  }
}

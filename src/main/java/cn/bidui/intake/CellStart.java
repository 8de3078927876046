package cn.bidui.intake;

import cn.bidui.source.ProblemCode;
import org.codehaus.stax2.typed.TypedValueDecoder;

/**
 * What the element {@code c} says of its cell: {@code r="AB12" s="3" t="s"}. Filled anew for each
 * cell, without making texts: a sheet has millions of them.
 */
final class CellStart {

  /** No column, no number. */
  static final int NONE = -1;

  /** An element with nothing in it. */
  static final int NOTHING = -2;

  private final Letters letters = new Letters();
  private final Digits digits = new Digits();
  private final Type type = new Type();
  private int column;
  private int style;

  /** The cell that has just started, of which the one before stood in {@code last}. */
  void read(XmlPart part, int last) throws Refusal {
    column = NONE;
    style = NONE;
    type.letter = 'n';
    for (int i = 0; i < part.attributes(); i++) {
      switch (part.attributeName(i)) {
        case "r" -> {
          part.attribute(i, letters);
          column = place(letters.column, last);
        }
        case "s" -> {
          part.attribute(i, digits);
          style = digits.number;
        }
        case "t" -> part.attribute(i, type);
        default -> {
          // Comments, phonetic hints and the like.
        }
      }
    }
    column = column == NONE ? last + 1 : column;
  }

  private static int place(int column, int last) throws Refusal {
    if (column <= last) {
      throw Refusal.of(ProblemCode.FILE_DAMAGED, "column");
    }
    return column;
  }

  /** From 0; the one after the last where the cell does not say. */
  int column() {
    return column;
  }

  /** Number of the cell style, {@link #NONE} if there is none. */
  int style() {
    return style;
  }

  /**
   * The first letter of the type, but {@code t} for {@code str}, {@code i} for {@code inlineStr}
   * and {@code ?} for what no standard knows; {@code n} where the cell does not say.
   */
  char type() {
    return type.letter;
  }

  /**
   * The number of a shared text that {@code v} holds, {@link #NONE} if it is no number, {@link
   * #NOTHING} if it is empty.
   */
  int index(XmlPart part) throws Refusal {
    part.text(digits);
    return digits.number;
  }

  /** Column of {@code AB12}, {@link #NONE} if there is none. */
  private static final class Letters extends TypedValueDecoder {
    private int column;

    @Override
    public void decode(String value) {
      decode(value.toCharArray(), 0, value.length());
    }

    @Override
    public void decode(char[] buffer, int start, int end) {
      int number = 0;
      // Excel's last column has three letters; a fourth is one too many in any case.
      for (int i = start; i < end && i < start + 4; i++) {
        int letter = (buffer[i] | 0x20) - 'a';
        if (letter < 0 || letter > 25) {
          break;
        }
        number = number * 26 + letter + 1;
      }
      column = number - 1;
    }

    @Override
    public void handleEmptyValue() {
      column = NONE;
    }
  }

  /** A whole number that is not negative. */
  private static final class Digits extends TypedValueDecoder {
    private int number;

    @Override
    public void decode(String value) {
      decode(value.toCharArray(), 0, value.length());
    }

    @Override
    public void decode(char[] buffer, int start, int end) {
      int value = end - start > 9 ? NONE : 0;
      for (int i = start; i < end && value != NONE; i++) {
        int digit = buffer[i] - '0';
        value = digit < 0 || digit > 9 ? NONE : value * 10 + digit;
      }
      number = value;
    }

    @Override
    public void handleEmptyValue() {
      number = NOTHING;
    }
  }

  private static final class Type extends TypedValueDecoder {
    private char letter;

    @Override
    public void decode(String value) {
      letter =
          switch (value) {
            case "s", "b", "e", "d", "n" -> value.charAt(0);
            case "str" -> 't';
            case "inlineStr" -> 'i';
            default -> '?';
          };
    }

    @Override
    public void decode(char[] buffer, int start, int end) {
      if (end - start == 1 && (buffer[start] == 's' || buffer[start] == 'n')) {
        letter = buffer[start];
      } else {
        decode(new String(buffer, start, end - start));
      }
    }

    @Override
    public void handleEmptyValue() {
      letter = 'n';
    }
  }
}

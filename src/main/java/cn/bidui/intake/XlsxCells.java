package cn.bidui.intake;

import cn.bidui.source.Cell;
import cn.bidui.source.ProblemCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the stored value of a cell stands for, given what its workbook shares between cells. */
record XlsxCells(List<String> texts, XlsxStyles styles, boolean since1904) {

  /**
   * The cell.
   *
   * @param type the attribute {@code t}
   * @param style the attribute {@code s}
   * @param value the element {@code v}; null if there is none
   * @param inline the element {@code is}; null if there is none
   */
  Cell cell(
      @Nullable String type,
      @Nullable String style,
      boolean formula,
      @Nullable String value,
      @Nullable String inline)
      throws Refusal {
    if (inline != null) {
      return Cell.text(inline);
    }
    boolean text = "str".equals(type);
    if (value == null || (value.isEmpty() && !text)) {
      return formula ? new Cell("", Cell.Kind.FORMULA_WITHOUT_VALUE) : Cell.EMPTY;
    }
    return text
        ? Cell.text(EscapedText.decode(value))
        : stored(type == null ? "n" : type, style, value);
  }

  private Cell stored(String type, @Nullable String style, String value) throws Refusal {
    return switch (type) {
      case "s" -> Cell.text(shared(value.strip()));
      case "b" -> new Cell(XlsxSheet.isTrue(value) ? "TRUE" : "FALSE", Cell.Kind.BOOLEAN);
      case "e" -> new Cell(value, Cell.Kind.ERROR);
      case "d" -> new Cell(value.length() > 10 ? value.substring(0, 10) : value, Cell.Kind.DATE);
      case "n" ->
          styles.date(style) ? SerialDay.cell(value, since1904) : new Cell(value, Cell.Kind.NUMBER);
      default -> Cell.text(EscapedText.decode(value));
    };
  }

  private String shared(String index) throws Refusal {
    try {
      return texts.get(Integer.parseInt(index));
    } catch (NumberFormatException | IndexOutOfBoundsException pointsNowhere) {
      throw Refusal.of(ProblemCode.FILE_DAMAGED, "sharedStrings[" + index + "]");
    }
  }
}

package cn.bidui.intake;

import cn.bidui.source.Cell;
import cn.bidui.source.ProblemCode;
import org.jspecify.annotations.Nullable;

/** What the stored value of a cell stands for, given what its workbook shares between cells. */
record XlsxCells(SharedTexts texts, XlsxStyles styles, boolean since1904) {

  private static final Cell WITHOUT_VALUE = new Cell("", Cell.Kind.FORMULA_WITHOUT_VALUE);

  /** The content of the cell that has just started, read up to its end. */
  Cell cell(CellStart start, XmlPart part) throws Refusal {
    @Nullable Cell cell = null;
    boolean formula = false;
    while (part.advance() && !part.ends("c")) {
      if (part.starts("v")) {
        cell = value(start, part);
      } else if (part.starts("is")) {
        cell = Cell.text(part.richText("is"));
      } else if (part.starts("f")) {
        formula = true;
      }
    }
    if (cell == null) {
      return formula ? WITHOUT_VALUE : Cell.EMPTY;
    }
    return cell;
  }

  /** The element {@code v}; null if nothing stands in it, which only text may mean. */
  private @Nullable Cell value(CellStart start, XmlPart part) throws Refusal {
    if (start.type() == 's') {
      return shared(start.index(part));
    }
    String value = part.text();
    if (start.type() == 't') {
      return Cell.text(EscapedText.decode(value));
    }
    return value.isEmpty() ? null : stored(start, value);
  }

  private Cell stored(CellStart start, String value) {
    return switch (start.type()) {
      case 'n' -> number(value.strip(), start.style());
      case 'b' -> new Cell(XlsxSheet.isTrue(value.strip()) ? "TRUE" : "FALSE", Cell.Kind.BOOLEAN);
      case 'e' -> new Cell(value, Cell.Kind.ERROR);
      case 'd' -> new Cell(value.length() > 10 ? value.substring(0, 10) : value, Cell.Kind.DATE);
      default -> Cell.text(EscapedText.decode(value));
    };
  }

  private Cell number(String value, int style) {
    return styles.date(style)
        ? SerialDay.cell(value, since1904)
        : new Cell(value, Cell.Kind.NUMBER);
  }

  /** The number only is told: the texts themselves name persons. */
  private @Nullable Cell shared(int index) throws Refusal {
    if (index == CellStart.NOTHING) {
      return null;
    }
    @Nullable Cell cell = texts.cell(index);
    if (cell == null) {
      String number = index == CellStart.NONE ? "?" : String.valueOf(index);
      throw Refusal.of(ProblemCode.FILE_DAMAGED, "sharedStrings[" + number + "]");
    }
    return cell;
  }
}

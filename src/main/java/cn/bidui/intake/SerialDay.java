package cn.bidui.intake;

import cn.bidui.source.Cell;
import java.time.LocalDateTime;
import org.apache.poi.ss.usermodel.DateUtil;
import org.jspecify.annotations.Nullable;

/** Days as workbooks store them: as numbers, which only their number format shows to be dates. */
final class SerialDay {

  /** 9999-12-31, the last day that Excel knows. */
  private static final double LAST = 2_958_465;

  private SerialDay() {}

  /**
   * The date that a number with a date format stands for: {@code 40973} → {@code 2012-03-05}, four
   * years later where days are counted from 1904. The time of day is dropped. A number that is no
   * day stays the number that is stored.
   */
  static Cell cell(String stored, boolean since1904) {
    double serial;
    try {
      serial = Double.parseDouble(stored);
    } catch (NumberFormatException notANumber) {
      return new Cell(stored, Cell.Kind.NUMBER);
    }
    if (!(serial >= 1 && serial < LAST + 1)) {
      return new Cell(stored, Cell.Kind.NUMBER);
    }
    @Nullable LocalDateTime time = DateUtil.getLocalDateTime(serial, since1904);
    return time == null
        ? new Cell(stored, Cell.Kind.NUMBER)
        : new Cell(time.toLocalDate().toString(), Cell.Kind.DATE);
  }

  /**
   * Whether a number format shows dates. 27 to 36 and 50 to 58 are the built-in formats of Chinese
   * Excel, which no file spells out (ECMA-376 Part 1, 18.8.30).
   */
  static boolean format(int id, @Nullable String code) {
    boolean chinese =
        (id >= 27 && id <= 31) || id == 36 || (id >= 50 && id <= 54) || id >= 57 && id <= 58;
    boolean timeOnly = (id >= 18 && id <= 21) || (id >= 45 && id <= 47);
    return chinese || (!timeOnly && DateUtil.isADateFormat(id, code == null ? "" : code));
  }
}

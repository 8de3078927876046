package cn.bidui.link;

import cn.bidui.link.frame.Column;
import cn.bidui.link.frame.Ideographs;
import java.time.LocalDate;

/** The first and the last character of each name, and the parts of each day, worked out once. */
final class NameEnds {

  private final Columns columns;
  private final short[] year;
  private final short[] day;

  NameEnds(Columns columns) {
    this.columns = columns;
    int days = 1 + Math.max(0, Math.min(LAST_DAY, largest(columns.birth)));
    year = new short[days];
    day = new short[days];
    for (int code = 1; code < days; code++) {
      LocalDate date = Column.date(code);
      year[code] = (short) date.getYear();
      day[code] = (short) (date.getMonthValue() * 32 + date.getDayOfMonth());
    }
  }

  /** Beyond the year 2200 a birth date is a slip. */
  private static final int LAST_DAY = 146_000;

  private static int largest(int[] codes) {
    return Parts.largest(codes);
  }

  /** The first character of a name. */
  int first(int name) {
    long ideographs = columns.ideographs(name);
    return ideographs != 0 ? Ideographs.first(ideographs) : columns.text(name).codePointAt(0);
  }

  /** The last character of a name. */
  int last(int name) {
    long ideographs = columns.ideographs(name);
    if (ideographs != 0) {
      return Ideographs.last(ideographs);
    }
    String text = columns.text(name);
    return text.codePointBefore(text.length());
  }

  /** The year of a day; 0 for none. */
  int year(int birth) {
    return birth < 0 || birth >= year.length ? 0 : year[birth];
  }

  /** Month and day of a day; 0 for none. */
  int monthAndDay(int birth) {
    return birth < 0 || birth >= day.length ? 0 : day[birth];
  }
}

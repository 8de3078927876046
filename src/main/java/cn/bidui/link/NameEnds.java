package cn.bidui.link;

import cn.bidui.link.frame.Column;
import java.time.LocalDate;
import java.util.Arrays;

/** The first and the last character of each name and the parts of each day, worked out once. */
final class NameEnds {

  private final Columns columns;
  private final int[] first;
  private final int[] last;
  private final short[] year;
  private final short[] day;

  NameEnds(Columns columns) {
    this.columns = columns;
    int names = 1 + Math.max(largest(columns.name), largest(columns.formerName));
    first = new int[names];
    last = new int[names];
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
    return Arrays.stream(codes).parallel().max().orElse(0);
  }

  /** The first character of a name; several threads may work it out, to the same end. */
  int first(int name) {
    if (first[name] == 0) {
      first[name] = columns.text(name).codePointAt(0);
    }
    return first[name];
  }

  /** The last character of a name. */
  int last(int name) {
    if (last[name] == 0) {
      String text = columns.text(name);
      last[name] = text.codePointBefore(text.length());
    }
    return last[name];
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

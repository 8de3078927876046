package cn.bidui.link.compare;

import cn.bidui.link.frame.Column;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/**
 * Days: {@code same}, {@code slip} (one digit differs, or two neighbors are swapped), {@code
 * day-month} (day and month swapped), {@code same-year}, {@code differs}.
 */
final class DateScale extends Scale {

  private static final int SLIP = 2;
  private static final int DAY_MONTH = 3;
  private static final int SAME_YEAR = 4;
  private static final int DIFFERS = 5;

  private final int[] of;

  /** Eight digits of four bits by row: {@code 0x20120518}; 0 for no day. */
  private final int[] digits;

  /** Of the rows held. */
  private final int[] days = new int[Comparisons.MOST_HELD];

  DateScale(String name, boolean frequencies, int[] of) {
    super(name, List.of("same", "slip", "day-month", "same-year", "differs"), frequencies);
    this.of = of;
    this.digits = digits(of);
  }

  private DateScale(DateScale other) {
    super(other.name(), other.words(), other.frequencies());
    this.of = other.of;
    this.digits = other.digits;
  }

  private static int[] digits(int[] of) {
    int last = 0;
    for (int day : of) {
      last = Math.max(last, day);
    }
    int[] digits = new int[last + 1];
    for (int day : of) {
      if (day != 0 && digits[day] == 0) {
        digits[day] = digits(Column.date(day));
      }
    }
    return Arrays.stream(of).map(day -> digits[day]).toArray();
  }

  private static int digits(LocalDate date) {
    int written = date.getYear() * 10000 + date.getMonthValue() * 100 + date.getDayOfMonth();
    int packed = 0;
    for (int shift = 0; shift < Integer.SIZE; shift += 4) {
      packed |= written % 10 << shift;
      written /= 10;
    }
    return packed;
  }

  @Override
  public int level(int left, int right) {
    int a = digits[left];
    int b = digits[right];
    return a == 0 || b == 0 ? MISSING : level(a, b, a ^ b);
  }

  private static int level(int a, int b, int changed) {
    if (changed == 0) {
      return SAME;
    }
    if (slip(a, b, changed)) {
      return SLIP;
    }
    if (changed >>> 16 != 0) {
      return DIFFERS;
    }
    boolean swapped = (a & 0xFF) == ((b >>> 8) & 0xFF) && (b & 0xFF) == ((a >>> 8) & 0xFF);
    return swapped ? DAY_MONTH : SAME_YEAR;
  }

  private static boolean slip(int a, int b, int changed) {
    int low = Integer.numberOfTrailingZeros(changed) & ~3;
    int rest = changed >>> low;
    if (rest >>> 4 == 0) {
      return true;
    }
    return rest >>> 8 == 0
        && digit(a, low) == digit(b, low + 4)
        && digit(b, low) == digit(a, low + 4);
  }

  private static int digit(int digits, int shift) {
    return (digits >>> shift) & 0xF;
  }

  @Override
  public int same(int row) {
    return of[row];
  }

  @Override
  boolean slow() {
    return false;
  }

  @Override
  Scale again() {
    return new DateScale(this);
  }

  @Override
  void hold(int[] rows, int count) {
    super.hold(rows, count);
    for (int j = 0; j < count; j++) {
      days[j] = digits[rows[j]];
    }
  }

  @Override
  void add(int left, long[] by, long least, long[] into) {
    int own = digits[left];
    if (own == 0) {
      return;
    }
    int[] others = days;
    int end = count();
    for (int j = 0; j < end; j++) {
      int other = others[j];
      if (other != 0) {
        into[j] += by[level(own, other, own ^ other)];
      }
    }
  }
}

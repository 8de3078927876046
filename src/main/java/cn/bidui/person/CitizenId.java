package cn.bidui.person;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * A valid citizen identity number (公民身份号码, GB 11643-1999): region, birth date, sequence and check
 * character are consistent. Whatever text could not be read as one is a {@link CitizenIdReading}.
 *
 * <p>Held as its first 17 digits in a {@code long}; the 18th character follows from them. {@link
 * #toString()} is masked, so that an id never reaches a log by accident.
 */
public record CitizenId(long packed) implements Comparable<CitizenId> {

  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String CHECKS = "10X98765432";
  private static final long LARGEST = 99_999_999_999_999_999L;

  /**
   * @param packed the first 17 digits
   * @throws IllegalArgumentException if they hold no birth date; the message does not repeat them
   */
  public CitizenId {
    if (packed < 0 || packed > LARGEST || !hasBirthDay(packed)) {
      throw new IllegalArgumentException("not the first 17 digits of a citizen id");
    }
  }

  /**
   * Reads typed text: 18 characters, the 15 digits of cards issued before 1999 (upgraded by
   * inserting {@code 19} and computing the check character), or the 20 or 22 characters of a
   * disability card (残疾人证), whose first 18 are the id.
   */
  public static CitizenIdReading read(String text) {
    return CitizenIdReading.of(text);
  }

  /** The check character (0–9 or X) of the first 17 digits. */
  public static char checkCharacter(long packed) {
    long rest = packed;
    int sum = 0;
    for (int i = 16; i >= 0; i--) {
      sum += (int) (rest % 10) * WEIGHTS[i];
      rest /= 10;
    }
    return CHECKS.charAt(sum % 11);
  }

  /** Whether the first 17 digits state a day of the calendar, 1900 to 2099. */
  static boolean hasBirthDay(long packed) {
    int date = (int) (packed / 1000 % 100_000_000L);
    int year = date / 10_000;
    int month = date / 100 % 100;
    int day = date % 100;
    return year >= 1900
        && year <= 2099
        && month >= 1
        && month <= 12
        && day >= 1
        && (day <= 28 || day <= YearMonth.of(year, month).lengthOfMonth());
  }

  /** The birth date that the number states. */
  public LocalDate birthDate() {
    int date = (int) (packed / 1000 % 100_000_000L);
    return LocalDate.of(date / 10_000, date / 100 % 100, date % 100);
  }

  /** The sex that the 17th digit states: odd is male. */
  public Sex sex() {
    return packed % 2 == 1 ? Sex.MALE : Sex.FEMALE;
  }

  /** The 18 characters. For matching and for files that must hold the full number only. */
  public String text() {
    String digits = Long.toString(packed);
    return "0".repeat(17 - digits.length()) + digits + checkCharacter(packed);
  }

  /** First 6 and last 4 characters, the rest starred: {@code 990101********123X}. */
  public String masked() {
    return mask(text());
  }

  /**
   * Masks any text that stands where an id should stand: first 6 and last 4 characters of 15 or
   * more, all but the first 2 of anything shorter.
   */
  public static String mask(String text) {
    int length = text.length();
    if (length >= 15) {
      return text.substring(0, 6) + "*".repeat(length - 10) + text.substring(length - 4);
    }
    return length <= 2 ? text : text.substring(0, 2) + "*".repeat(length - 2);
  }

  @Override
  public int compareTo(CitizenId other) {
    return Long.compare(packed, other.packed);
  }

  @Override
  public String toString() {
    return masked();
  }
}

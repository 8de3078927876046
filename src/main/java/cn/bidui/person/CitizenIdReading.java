package cn.bidui.person;

import java.util.Locale;

/** What the text of an id cell turned out to be. Invalid ids are data: they lead to findings. */
public sealed interface CitizenIdReading {

  /** A valid number, and how it was written. */
  record Valid(CitizenId id, Origin origin) implements CitizenIdReading {}

  /**
   * Text that is no valid number: {@code cleaned} without blanks, in upper case. Masked in text.
   */
  record Invalid(String cleaned, Fault fault) implements CitizenIdReading {
    @Override
    public String toString() {
      return "Invalid[" + CitizenId.mask(cleaned) + ", " + fault + "]";
    }
  }

  /** The cell is empty or holds a word for nothing ({@code 无}, {@code NULL}, {@code -}). */
  record Missing() implements CitizenIdReading {}

  /** How a valid number was written. */
  enum Origin {
    EIGHTEEN,
    /** 15 digits, upgraded: it had no check character, so a typo in it cannot be seen. */
    FIFTEEN,
    /** The first 18 characters of a disability-card number. */
    DISABILITY_CARD
  }

  /** Why text is no valid number, most telling first. */
  enum Fault {
    LENGTH,
    CHARACTERS,
    BIRTH_DATE,
    CHECK_CHARACTER,
    /** A number cell or scientific notation: digits beyond the 15th are gone for good. */
    PRECISION_LOST
  }

  /** Reads {@code text}; see {@link CitizenId#read}. */
  static CitizenIdReading of(String text) {
    String t = clean(text);
    if (t.isEmpty()) {
      return new Missing();
    }
    return switch (t.length()) {
      case 15 -> fifteen(t);
      case 18 -> eighteen(t, t, Origin.EIGHTEEN);
      case 20, 22 -> disabilityCard(t);
      default -> new Invalid(t, scientific(t) ? Fault.PRECISION_LOST : Fault.LENGTH);
    };
  }

  /** The valid id, or null. */
  default @org.jspecify.annotations.Nullable CitizenId idOrNull() {
    return this instanceof Valid valid ? valid.id() : null;
  }

  private static String clean(String text) {
    String t = Text.fold(text);
    if (t.startsWith("=\"") && t.endsWith("\"") && t.length() > 2) {
      t = t.substring(2, t.length() - 1);
    }
    t = t.toUpperCase(Locale.ROOT).replace('Х', 'X').replace('Χ', 'X').replace('×', 'X');
    return switch (t) {
      case "无", "NULL", "-", "--", "/", "暂无", "空" -> "";
      default -> t;
    };
  }

  private static boolean scientific(String t) {
    return t.matches("\\d(\\.\\d+)?E\\+?\\d+");
  }

  private static CitizenIdReading fifteen(String t) {
    if (!digits(t, 15)) {
      return new Invalid(t, scientific(t) ? Fault.PRECISION_LOST : Fault.CHARACTERS);
    }
    long packed = Long.parseLong(t.substring(0, 6) + "19" + t.substring(6));
    return CitizenId.birthDay(packed) == null
        ? new Invalid(t, Fault.BIRTH_DATE)
        : new Valid(new CitizenId(packed), Origin.FIFTEEN);
  }

  private static CitizenIdReading disabilityCard(String t) {
    if (scientific(t)) {
      return new Invalid(t, Fault.PRECISION_LOST);
    }
    char kind = t.charAt(18);
    if (kind < '1' || kind > '7') {
      return new Invalid(t, Fault.LENGTH);
    }
    return eighteen(t, t.substring(0, 18), Origin.DISABILITY_CARD);
  }

  private static CitizenIdReading eighteen(String whole, String t, Origin origin) {
    if (!digits(t, 17)) {
      return new Invalid(whole, scientific(t) ? Fault.PRECISION_LOST : Fault.CHARACTERS);
    }
    char last = t.charAt(17);
    if (last != 'X' && (last < '0' || last > '9')) {
      return new Invalid(whole, Fault.CHARACTERS);
    }
    long packed = Long.parseLong(t.substring(0, 17));
    if (CitizenId.birthDay(packed) == null) {
      return new Invalid(whole, Fault.BIRTH_DATE);
    }
    return CitizenId.checkCharacter(packed) == last
        ? new Valid(new CitizenId(packed), origin)
        : new Invalid(whole, Fault.CHECK_CHARACTER);
  }

  private static boolean digits(String t, int count) {
    for (int i = 0; i < count; i++) {
      if (t.charAt(i) < '0' || t.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }
}

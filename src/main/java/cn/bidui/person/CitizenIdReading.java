package cn.bidui.person;

import org.jspecify.annotations.Nullable;

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
    return CitizenIdReader.read(text);
  }

  /** The valid id, or null. */
  default @Nullable CitizenId idOrNull() {
    return this instanceof Valid valid ? valid.id() : null;
  }
}

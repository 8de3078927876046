package cn.bidui.person;

import java.util.Locale;
import java.util.Optional;

/**
 * A national student number (全国学籍号): {@code G} and the citizen id, or {@code J} or {@code L} and 18
 * digits of its own for a pupil without one. The id part of a {@code G} number may lawfully differ
 * from the present id after the id was changed.
 */
public record StudentNumber(String text) {

  /** Reads typed text; empty if it is blank. Any other text is kept: numbers of schools vary. */
  public static Optional<StudentNumber> read(String typed) {
    String t = Text.unwrap(Text.fold(typed)).toUpperCase(Locale.ROOT);
    return Text.isNothing(t) ? Optional.empty() : Optional.of(new StudentNumber(t));
  }

  /** The citizen id within a {@code G} number, if it is valid. */
  public Optional<CitizenId> idPart() {
    if (text.length() != 19 || text.charAt(0) != 'G') {
      return Optional.empty();
    }
    return Optional.ofNullable(CitizenId.read(text.substring(1)).idOrNull());
  }

  /** Masked like the id that it may hold. */
  @Override
  public String toString() {
    return CitizenId.mask(text);
  }
}

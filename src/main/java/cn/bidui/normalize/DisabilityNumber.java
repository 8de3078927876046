package cn.bidui.normalize;

import cn.bidui.normalize.DisabilityRecord.Kind;
import cn.bidui.person.CitizenId;
import cn.bidui.person.Text;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The number of a disability card (残疾人证号): a citizen id, one digit for the kind, one for the level,
 * after a reissue two characters more. May be damaged, as ids may.
 *
 * @param text without blanks, in upper case; never blank
 */
public record DisabilityNumber(String text) {

  private static final int ID_LENGTH = 18;

  /** Of text as a list has it; null if there is none. */
  static @Nullable DisabilityNumber read(String typed) {
    String folded = Text.unwrap(Text.fold(typed)).toUpperCase(Locale.ROOT);
    return Text.isNothing(folded) ? null : new DisabilityNumber(folded);
  }

  /** What the 19th digit says; null if it says nothing. */
  public @Nullable Kind kind() {
    int digit = digit(ID_LENGTH);
    return digit >= 1 && digit <= Kind.values().length ? Kind.values()[digit - 1] : null;
  }

  /** What the 20th digit says: 1 is the gravest, 4 the lightest; null if it says nothing. */
  public @Nullable Integer level() {
    int digit = digit(ID_LENGTH + 1);
    return digit >= 1 && digit <= DisabilityRecord.LIGHTEST ? digit : null;
  }

  private int digit(int at) {
    boolean card = text.length() == ID_LENGTH + 2 || text.length() == ID_LENGTH + 4;
    return card ? Character.digit(text.charAt(at), 10) : -1;
  }

  /** Masked: it holds a citizen id. */
  @Override
  public String toString() {
    return CitizenId.mask(text);
  }
}

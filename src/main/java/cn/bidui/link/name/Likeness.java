package cn.bidui.link.name;

import static cn.bidui.link.name.NameAgreement.CUT_AT_DOT;
import static cn.bidui.link.name.NameAgreement.DIFFERENT;
import static cn.bidui.link.name.NameAgreement.EQUAL;
import static cn.bidui.link.name.NameAgreement.LOOK_ALIKE;
import static cn.bidui.link.name.NameAgreement.ONE_OF_SEVERAL;
import static cn.bidui.link.name.NameAgreement.SWAPPED_OR_ADDED;
import static cn.bidui.link.name.NameAgreement.VARIANT;
import static cn.bidui.link.name.NameAgreement.WILDCARD;

/** Compares two names of {@link NameForms}, token by token; makes no objects. */
final class Likeness {

  private static final int SEVERAL = 3;

  private final NameForms forms;
  private final CharacterTable table = CharacterTable.get();
  private final Sounds sounds = new Sounds();
  private final Looks looks = new Looks();
  private final StandIns standIns;

  Likeness(NameForms forms) {
    this.forms = forms;
    standIns = new StandIns(forms);
  }

  /** How two names stand to each other that are not written the same. */
  NameAgreement of(int a, int b) {
    int left = forms.length(a);
    int right = forms.length(b);
    if (left == right) {
      NameAgreement byPlace = byPlace(a, b, left);
      return byPlace.agrees() ? byPlace : edited(a, b, left);
    }
    return left < right ? shorter(a, b) : shorter(b, a);
  }

  /** At least one character must be there on both sides; the rest may be alike. */
  private NameAgreement byPlace(int a, int b, int length) {
    NameAgreement worst = VARIANT;
    int equal = 0;
    int alikes = 0;
    for (int i = 0; i < length; i++) {
      NameAgreement here = token(a, b, i);
      if (here == DIFFERENT) {
        return DIFFERENT;
      }
      equal += here.compareTo(VARIANT) <= 0 ? 1 : 0;
      alikes += here == LOOK_ALIKE ? 1 : 0;
      worst = here.compareTo(worst) > 0 ? here : worst;
    }
    // One slip of the eye is likely; together with any other slip it is another name.
    boolean slip = alikes == 0 || equal == length - 1;
    return equal > 0 && slip ? worst : DIFFERENT;
  }

  private NameAgreement token(int a, int b, int i) {
    int left = forms.token(a, i);
    int right = forms.token(b, i);
    if (forms.plain(a, i) == forms.plain(b, i)) {
      return Token.character(left) ? VARIANT : sameSign(left);
    }
    boolean characters = Token.character(left) && Token.character(right);
    return characters ? characters(a, b, i) : signs(a, b, i);
  }

  /** Two marks for what is not known are not known to be one. */
  private static NameAgreement sameSign(int token) {
    return token == Token.WILDCARD || token == Token.NOTE ? WILDCARD : EQUAL;
  }

  private NameAgreement characters(int a, int b, int i) {
    NameAgreement heard = sounds.of(forms.set(a, i), forms.set(b, i));
    if (heard.agrees()) {
      return heard;
    }
    return looks.alike(forms.token(a, i), forms.token(b, i)) ? LOOK_ALIKE : DIFFERENT;
  }

  private NameAgreement signs(int a, int b, int i) {
    boolean stands = standsFor(a, b, i) || standsFor(b, a, i);
    return stands ? WILDCARD : DIFFERENT;
  }

  /** Whether the sign in {@code a} may stand for what {@code b} has there. */
  private boolean standsFor(int a, int b, int i) {
    int sign = forms.token(a, i);
    int other = forms.token(b, i);
    if (sign == Token.WILDCARD) {
      return true;
    }
    if (!Token.character(other)) {
      return false;
    }
    boolean rare = !table.common(other);
    return switch (sign) {
      case Token.NOTE -> rare;
      default -> Token.letters(sign) && (rare || sounds.has(forms.set(b, i), Token.syllable(sign)));
    };
  }

  private NameAgreement shorter(int a, int b) {
    int length = forms.length(a);
    if (cutAtDot(a, b, length)) {
      return CUT_AT_DOT;
    }
    if (standIns.describe(a, b)) {
      return WILDCARD;
    }
    boolean added = length >= 2 && forms.length(b) == length + 1 && lost(a, b, length);
    return added ? SWAPPED_OR_ADDED : DIFFERENT;
  }

  /** {@code 阿依努尔} of {@code 阿依努尔·买买提}: systems with short fields keep only the given name. */
  private boolean cutAtDot(int a, int b, int length) {
    boolean dot = length < Integer.SIZE && (forms.dots(b) >>> length & 1) != 0;
    return dot && length >= 2 && same(a, 0, b, 0, length);
  }

  private boolean lost(int a, int b, int length) {
    int from = mismatch(a, b, length);
    return same(a, from, b, from + 1, length - from);
  }

  private NameAgreement edited(int a, int b, int length) {
    int from = mismatch(a, b, length);
    if (length >= SEVERAL && same(a, from + 1, b, from + 1, length - from - 1)) {
      return ONE_OF_SEVERAL;
    }
    return swapped(a, b, from, length) ? SWAPPED_OR_ADDED : DIFFERENT;
  }

  private boolean swapped(int a, int b, int at, int length) {
    return at + 1 < length
        && forms.plain(a, at) == forms.plain(b, at + 1)
        && forms.plain(a, at + 1) == forms.plain(b, at)
        && same(a, at + 2, b, at + 2, length - at - 2);
  }

  /** The first place where the two differ, up to {@code length}. */
  private int mismatch(int a, int b, int length) {
    int i = 0;
    while (i < length && forms.plain(a, i) == forms.plain(b, i)) {
      i++;
    }
    return i;
  }

  private boolean same(int a, int i, int b, int j, int count) {
    for (int k = 0; k < count; k++) {
      if (forms.plain(a, i + k) != forms.plain(b, j + k)) {
        return false;
      }
    }
    return true;
  }
}

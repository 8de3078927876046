package cn.bidui.link;

import java.util.Arrays;

/** Compares folded names, code point by code point. */
final class Names {

  private Names() {}

  /** How the names of two rows stand to each other, their former names included. */
  static NameAgreement compare(Columns columns, int a, int b) {
    int left = columns.name[a];
    int right = columns.name[b];
    if (left == 0 || right == 0) {
      return NameAgreement.DIFFERENT;
    }
    if (left == right) {
      return NameAgreement.EQUAL;
    }
    if (columns.formerName[a] == right || columns.formerName[b] == left) {
      return NameAgreement.FORMER;
    }
    return compare(columns.text(left), columns.text(right));
  }

  /** How two folded names stand to each other. */
  static NameAgreement compare(String left, String right) {
    int[] a = left.codePoints().toArray();
    int[] b = right.codePoints().toArray();
    if (Arrays.equals(a, b)) {
      return NameAgreement.EQUAL;
    }
    NameAgreement byPlace = a.length == b.length ? sameLength(a, b) : NameAgreement.DIFFERENT;
    if (byPlace.agrees()) {
      return byPlace;
    }
    if (cutAtDot(left, right) || cutAtDot(right, left)) {
      return NameAgreement.CUT_AT_DOT;
    }
    return oneEdit(a, b) ? NameAgreement.ONE_CHARACTER : NameAgreement.DIFFERENT;
  }

  /** At least one character must be there on both sides; the rest may be alike. */
  private static NameAgreement sameLength(int[] a, int[] b) {
    NameAgreement worst = NameAgreement.EQUAL;
    int equal = 0;
    for (int i = 0; i < a.length; i++) {
      NameAgreement here = character(a[i], b[i]);
      equal += here == NameAgreement.EQUAL ? 1 : 0;
      worst = here.compareTo(worst) > 0 ? here : worst;
    }
    return equal == 0 && worst != NameAgreement.VARIANT ? NameAgreement.DIFFERENT : worst;
  }

  private static NameAgreement character(int a, int b) {
    if (a == b) {
      return NameAgreement.EQUAL;
    }
    if (wildcard(a) || wildcard(b)) {
      return NameAgreement.WILDCARD;
    }
    if (AlikeCharacters.variants(a, b)) {
      return NameAgreement.VARIANT;
    }
    return AlikeCharacters.homophones(a, b) ? NameAgreement.HOMOPHONE : NameAgreement.DIFFERENT;
  }

  /** What systems write for a character that they lack (生僻字), private-use characters included. */
  private static boolean wildcard(int point) {
    return point == '?'
        || point == '*'
        || point == '□'
        || point == '\uFFFD'
        || (point >= 0xE000 && point <= 0xF8FF)
        || point >= 0xF0000;
  }

  /** {@code 阿依努尔} of {@code 阿依努尔·买买提}: systems with short fields keep only the given name. */
  private static boolean cutAtDot(String shorter, String longer) {
    return shorter.length() >= 2
        && shorter.length() < longer.length()
        && longer.startsWith(shorter)
        && longer.charAt(shorter.length()) == '·';
  }

  private static boolean oneEdit(int[] a, int[] b) {
    if (Math.min(a.length, b.length) < 2 || Math.abs(a.length - b.length) > 1) {
      return false;
    }
    int[] shorter = a.length <= b.length ? a : b;
    int[] longer = shorter == a ? b : a;
    int from = Arrays.mismatch(shorter, longer);
    if (shorter.length < longer.length) {
      return sameFrom(shorter, from, longer, from + 1);
    }
    return sameFrom(a, from + 1, b, from + 1) || swapped(a, b, from);
  }

  private static boolean swapped(int[] a, int[] b, int at) {
    return at + 1 < a.length
        && a[at] == b[at + 1]
        && a[at + 1] == b[at]
        && sameFrom(a, at + 2, b, at + 2);
  }

  private static boolean sameFrom(int[] a, int i, int[] b, int j) {
    return Arrays.equals(a, i, a.length, b, j, b.length);
  }
}

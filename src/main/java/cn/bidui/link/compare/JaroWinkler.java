package cn.bidui.link.compare;

/**
 * Jaro–Winkler likeness in hundredths: shared characters near each other's places, less half their
 * disorder, raised by up to four equal characters at the beginning (Winkler 1990, scale 0.1).
 */
final class JaroWinkler {

  private static final int LONGEST_PREFIX = 4;

  private JaroWinkler() {}

  /** 0 to 100, rounded down. */
  static int hundredths(String left, String right) {
    String shorter = left.length() <= right.length() ? left : right;
    String longer = left.length() <= right.length() ? right : left;
    if (shorter.isEmpty()) {
      return longer.isEmpty() ? 100 : 0;
    }
    StringBuilder fromShorter = new StringBuilder();
    boolean[] taken = new boolean[longer.length()];
    int reach = Math.max(0, longer.length() / 2 - 1);
    for (int i = 0; i < shorter.length(); i++) {
      int place = place(shorter.charAt(i), longer, taken, i - reach, i + reach);
      if (place >= 0) {
        taken[place] = true;
        fromShorter.append(shorter.charAt(i));
      }
    }
    return likeness(shorter, longer, fromShorter, taken);
  }

  /** No more than this, of texts of two lengths that share so many characters. */
  static int most(int length, int otherLength, int shared) {
    double count = shared;
    double jaro = shared == 0 ? 0 : (count / length + count / otherLength + 1) / 3;
    return hundredths(jaro, shared == 0 ? 0 : LONGEST_PREFIX);
  }

  private static int hundredths(double jaro, int prefix) {
    return (int) StrictMath.floor((jaro + prefix * 0.1 * (1 - jaro)) * 100 + 1e-9);
  }

  private static int place(char character, String in, boolean[] taken, int from, int to) {
    for (int j = Math.max(0, from); j <= to && j < in.length(); j++) {
      if (!taken[j] && in.charAt(j) == character) {
        return j;
      }
    }
    return -1;
  }

  private static int likeness(
      String shorter, String longer, StringBuilder shared, boolean[] taken) {
    if (shared.isEmpty()) {
      return 0;
    }
    double count = shared.length();
    double ordered = (count - disorder(longer, shared, taken) / 2.0) / count;
    double jaro = (count / shorter.length() + count / longer.length() + ordered) / 3;
    return hundredths(jaro, prefix(shorter, longer));
  }

  /** How many of the shared characters stand elsewhere among those of the longer text. */
  private static int disorder(String longer, StringBuilder shared, boolean[] taken) {
    int at = 0;
    int other = 0;
    for (int j = 0; j < longer.length(); j++) {
      if (taken[j]) {
        other += shared.charAt(at++) == longer.charAt(j) ? 0 : 1;
      }
    }
    return other;
  }

  private static int prefix(String left, String right) {
    int most = Math.min(LONGEST_PREFIX, Math.min(left.length(), right.length()));
    int length = 0;
    while (length < most && left.charAt(length) == right.charAt(length)) {
      length++;
    }
    return length;
  }
}

package cn.bidui.link.name;

/** Whether sets of readings have a sound in common. */
final class Sounds {

  private static final int TONE_BITS = 3;

  private final CharacterTable table = CharacterTable.get();

  /** {@code HOMOPHONE}, {@code OTHER_TONE} or {@code DIFFERENT}. */
  NameAgreement of(int left, int right) {
    if (left <= 0 || right <= 0) {
      return NameAgreement.DIFFERENT;
    }
    return left == right ? NameAgreement.HOMOPHONE : readings(left, right);
  }

  private NameAgreement readings(int left, int right) {
    NameAgreement closest = NameAgreement.DIFFERENT;
    for (int a = table.start(left); a < table.start(left + 1); a++) {
      for (int b = table.start(right); b < table.start(right + 1); b++) {
        int difference = table.reading(a) ^ table.reading(b);
        if (difference == 0) {
          return NameAgreement.HOMOPHONE;
        }
        if (difference >>> TONE_BITS == 0) {
          closest = NameAgreement.OTHER_TONE;
        }
      }
    }
    return closest;
  }

  /** Whether one of the readings is the syllable, in any tone. */
  boolean has(int set, int syllable) {
    for (int at = table.start(set); at < table.start(set + 1); at++) {
      if (syllable(table.reading(at)) == syllable) {
        return true;
      }
    }
    return false;
  }

  /** Of 16 bits one for each syllable; all for what is read as nothing in the table. */
  static long bits(int set) {
    CharacterTable table = CharacterTable.get();
    long bits = 0;
    for (int at = set <= 0 ? 0 : table.start(set); set > 0 && at < table.start(set + 1); at++) {
      bits |= 1L << (syllable(table.reading(at)) & 15);
    }
    return set > 0 && bits == 0 ? 0xFFFF : bits;
  }

  static int syllable(int reading) {
    return reading >>> TONE_BITS;
  }
}

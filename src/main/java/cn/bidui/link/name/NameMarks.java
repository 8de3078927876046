package cn.bidui.link.name;

import java.util.function.IntFunction;

/**
 * Tells at a glance that two names are {@link NameAgreement#DIFFERENT}: names that agree at all
 * have a character in common. A name of up to four known characters is marked by their plainest
 * variants, 16 bits for each; any other name by a bit for each of its tokens.
 */
public final class NameMarks {

  private static final int LANES = 4;
  private static final int LANE = 16;
  private static final int BITS = 48;
  private static final long LOWEST = 0x0001_0001_0001_0001L;
  private static final long HIGHEST = LOWEST << (LANE - 1);
  private static final long NO_LANE = 0xFFFFL;
  private static final long OTHER = NO_LANE << BITS;
  private static final int THREE = 3;
  private static final long ALL = HIGHEST & ~(NO_LANE << BITS);
  private static final long MIX = 0x9E3779B97F4A7C15L;

  private NameMarks() {}

  /** The mark of a folded name. */
  public static long of(String folded) {
    NameForms one = new NameForms(1 << 6);
    return of(one, one.add(folded));
  }

  /**
   * The marks of all texts but the first, which is no name.
   *
   * @param sounds filled with how those of three known characters sound, for {@link #unlike}
   */
  public static long[] of(IntFunction<String> texts, long[] sounds) {
    NameForms forms = new NameForms(1 << 6);
    long[] marks = new long[sounds.length];
    for (int i = 1; i < marks.length; i++) {
      forms.clear();
      int name = forms.add(texts.apply(i));
      marks[i] = of(forms, name);
      sounds[i] = three(marks[i]) ? sounds(forms, name) : 0;
    }
    return marks;
  }

  private static long of(NameForms one, int name) {
    int length = one.length(name);
    boolean known = length > 0 && length <= LANES && one.dots(name) == 0;
    long lanes = 0;
    long bits = OTHER;
    for (int i = 0; i < length; i++) {
      int plain = one.plain(name, i);
      known &= Token.character(one.token(name, i));
      lanes |= (plain + 1L) << (LANE * (i & (LANES - 1)));
      bits |= 1L << (((plain * MIX) >>> 1) % BITS);
    }
    return known ? lanes : bits;
  }

  /**
   * How a name of three known characters sounds: for each of them 16 bits, of which two characters
   * share one if they share a syllable, and seldom else.
   */
  private static long sounds(NameForms one, int name) {
    long sounds = 0;
    for (int i = 0; i < THREE; i++) {
      sounds |= Sounds.bits(one.set(name, i)) << (LANE * i);
    }
    return sounds;
  }

  /** The same mark to be held against others: what the name lacks equals nothing. */
  public static long against(long mark) {
    long against = mark;
    for (int lane = 0; lane < LANES; lane++) {
      long place = NO_LANE << (lane * LANE);
      against |= (mark & place) == 0 ? place : 0;
    }
    return against;
  }

  /** Whether two names surely differ. */
  public static boolean far(long mark, long against, long other) {
    if (three(mark) && three(other)) {
      // Of three characters one at least stays at its place, whatever happens to the others.
      return !meets(against, other);
    }
    boolean bits = mark >>> BITS == NO_LANE;
    boolean otherBits = other >>> BITS == NO_LANE;
    if (bits || otherBits) {
      return bits && otherBits && (mark & other & ~OTHER) == 0;
    }
    return !anywhere(against, other);
  }

  /** Whether the mark is of a name of three known characters. */
  public static boolean three(long mark) {
    return mark >>> BITS == 0 && mark >>> (2 * LANE) != 0;
  }

  /** 0 if no character stands at the same place in both; told without a branch. */
  public static long meeting(long against, long other) {
    long apart = against ^ other;
    return (apart - LOWEST) & ~apart & HIGHEST;
  }

  private static boolean meets(long against, long other) {
    return meeting(against, other) != 0;
  }

  /**
   * Whether two names of three known characters surely differ. They agree only if two characters
   * stand at their places, or neighbors are swapped, or each character is equal or sounds alike.
   */
  public static boolean unlike(long mark, long sounds, long other, long otherSounds) {
    long equal = ALL & ~filled(mark ^ other);
    if (equal == 0) {
      return true;
    }
    long back = ALL & ~filled(mark ^ (other >>> LANE));
    long forth = ALL & ~filled(mark ^ (other << LANE));
    boolean swapped = back != 0 && forth != 0;
    boolean alike = (equal | (ALL & filled(sounds & otherSounds))) == ALL;
    return !swapped && !alike && Long.bitCount(equal) < THREE - 1;
  }

  /** The highest bit of each lane that is not 0; of others that bit is not set. */
  private static long filled(long lanes) {
    return ((lanes & ~HIGHEST) + ~HIGHEST) | lanes;
  }

  private static boolean anywhere(long against, long other) {
    return meets(against, other)
        || meets(against, Long.rotateLeft(other, LANE))
        || meets(against, Long.rotateLeft(other, 2 * LANE))
        || meets(against, Long.rotateLeft(other, 3 * LANE));
  }
}

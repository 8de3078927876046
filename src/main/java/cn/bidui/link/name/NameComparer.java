package cn.bidui.link.name;

import java.util.Arrays;
import java.util.function.IntFunction;

/**
 * Compares folded names by their codes in a dictionary. What two codes came to is remembered in a
 * table of fixed size, where a later pair may take the place of an earlier one, so that the result
 * never depends on what was asked before. For one thread; each thread has its own.
 */
public final class NameComparer {

  private static final NameAgreement[] LEVELS = NameAgreement.values();
  private static final int REMEMBERED_BITS = 16;
  private static final int LEVEL_BITS = 4;
  private static final int CODE_BITS = 30;
  private static final long MIX = 0x9E3779B97F4A7C15L;

  private final IntFunction<String> texts;
  private final NameForms forms = new NameForms(1 << 12);
  private final Likeness likeness = new Likeness(forms);

  /** Where the name of each code stands in {@link #forms}, plus one; 0 if it was not asked for. */
  private int[] names = new int[1 << 10];

  /** The two codes, smaller first, and the level, of what was asked last at each slot. */
  private final long[] remembered = new long[1 << REMEMBERED_BITS];

  /** The folded name of each code; code 0 is no name. */
  public NameComparer(IntFunction<String> texts) {
    this.texts = texts;
  }

  /** How two folded names stand to each other. */
  public static NameAgreement compare(String left, String right) {
    if (left.equals(right)) {
      return NameAgreement.EQUAL;
    }
    NameForms two = new NameForms(1 << 6);
    return new Likeness(two).of(two.add(left), two.add(right));
  }

  /**
   * How the names of two codes stand to each other: the same as that of their texts. No name is
   * {@code DIFFERENT} from every name.
   */
  public NameAgreement compare(int left, int right) {
    if (left == 0 || right == 0) {
      return NameAgreement.DIFFERENT;
    }
    if (left == right) {
      return NameAgreement.EQUAL;
    }
    int low = Math.min(left, right);
    int high = Math.max(left, right);
    long pair = (((long) low << CODE_BITS) | high) << LEVEL_BITS;
    int slot = (int) ((pair * MIX) >>> (Long.SIZE - REMEMBERED_BITS));
    long there = remembered[slot];
    if (there >>> LEVEL_BITS == pair >>> LEVEL_BITS) {
      return LEVELS[(int) there & ((1 << LEVEL_BITS) - 1)];
    }
    NameAgreement level = likeness.of(name(low), name(high));
    remembered[slot] = pair | level.ordinal();
    return level;
  }

  private int name(int code) {
    if (code >= names.length) {
      names = Arrays.copyOf(names, Math.max(code + 1, names.length + names.length / 2));
    }
    if (names[code] == 0) {
      names[code] = forms.add(texts.apply(code)) + 1;
    }
    return names[code] - 1;
  }
}

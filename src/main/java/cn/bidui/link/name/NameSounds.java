package cn.bidui.link.name;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The sounds of a name as keys to look it up by: two names of which one may be heard as the other
 * have a key in common. Characters with several readings give several keys, the most usual first.
 *
 * <p>Tones are left out, letters and what has no known sound stand for themselves. A key of up to
 * seven syllables holds them all; longer ones are hashed.
 */
public final class NameSounds {

  /** More keys than this are cut off, and {@link #isCut} says so. */
  public static final int MOST_KEYS = 16;

  private static final int SYLLABLE_BITS = 9;
  private static final int EXACT = Long.SIZE / SYLLABLE_BITS;
  private static final int SILENT = 1 << 30;
  private static final long PRIME = 0x100000001B3L;

  private final long[] keys;
  private final boolean cut;

  private NameSounds(long[] keys, boolean cut) {
    this.keys = keys;
    this.cut = cut;
  }

  /** The keys of a folded name. */
  public static NameSounds of(String folded) {
    NameForms forms = new NameForms(1 << 6);
    return of(forms, forms.add(folded));
  }

  private static NameSounds of(NameForms forms, int name) {
    int length = forms.length(name);
    int[][] sounds = new int[length][];
    long ways = 1;
    for (int i = 0; i < length; i++) {
      sounds[i] = sounds(forms, name, i);
      ways = Math.min(ways * sounds[i].length, MOST_KEYS + 1);
    }
    long[] keys = new long[(int) Math.min(ways, MOST_KEYS)];
    for (int way = 0; way < keys.length; way++) {
      keys[way] = key(sounds, way);
    }
    return new NameSounds(keys, ways > MOST_KEYS);
  }

  /** The syllables of a token, each once, the usual one first. */
  private static int[] sounds(NameForms forms, int name, int i) {
    int set = forms.set(name, i);
    if (set <= 0) {
      int token = forms.plain(name, i);
      return new int[] {set < 0 ? -set : SILENT | token};
    }
    CharacterTable table = CharacterTable.get();
    return IntStream.range(table.start(set), table.start(set + 1))
        .map(at -> Sounds.syllable(table.reading(at)))
        .distinct()
        .toArray();
  }

  /** Counts through all ways to read the name, as through the digits of a number. */
  private static long key(int[][] sounds, int way) {
    boolean exact = sounds.length <= EXACT;
    long key = exact ? 0 : 1;
    int left = way;
    for (int[] of : sounds) {
      int sound = of[left % of.length];
      left /= of.length;
      exact &= sound < 1 << SYLLABLE_BITS;
      key = exact ? key << SYLLABLE_BITS | sound : (key ^ sound) * PRIME;
    }
    return exact ? key : key | Long.MIN_VALUE;
  }

  /** The key of the most usual readings. */
  public long primary() {
    return keys[0];
  }

  /** All keys, each once, the primary one first. */
  public long[] all() {
    return Arrays.copyOf(keys, keys.length);
  }

  /** Whether the name can be read in more ways than there are keys. */
  public boolean isCut() {
    return cut;
  }
}

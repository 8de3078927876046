package cn.bidui.link.block;

import cn.bidui.link.frame.Values;
import cn.bidui.link.name.PlainName;
import cn.bidui.normalize.Strings;
import cn.bidui.plan.LinkPlan.FieldKind;
import cn.bidui.plan.LinkPlan.KeyPart;
import cn.bidui.plan.LinkPlan.KeyShape;
import java.util.Arrays;
import java.util.Set;

/**
 * One part of the keys of one pass, for all rows, worked out once for each different text. Where a
 * text has at most one word, rows hold its number; where it may have several, rows hold the text's
 * number and {@code words} the hashes of its words, ascending.
 */
final class Part {

  private final int[] of;
  private final int[] starts;
  private final long[] words;

  private Part(int[] of, int[] starts, long[] words) {
    this.of = of;
    this.starts = starts;
    this.words = words;
  }

  static Part of(KeyPart part, Values values, KeyWords.Sounds sounds) {
    if (part.shape() == KeyShape.WHOLE && values.kind() != FieldKind.NAME) {
      return new Part(values.byRow(), new int[0], new long[0]);
    }
    return KeyWords.several(part) ? several(part, values, sounds) : one(part, values, sounds);
  }

  /** Names that are one but for variants share their keys. */
  private static String text(KeyPart part, Values values, int value) {
    String text = values.text(value);
    boolean plain = values.kind() == FieldKind.NAME && part.shape() != KeyShape.SOUND;
    return plain ? PlainName.of(text) : text;
  }

  private static Part one(KeyPart part, Values values, KeyWords.Sounds sounds) {
    Strings strings = new Strings();
    int[] numbers = new int[values.size()];
    Arrays.fill(numbers, -1);
    int[] of = new int[values.byRow().length];
    for (int row = 0; row < of.length; row++) {
      int value = values.byRow()[row];
      if (numbers[value] < 0) {
        Set<String> word =
            value == 0 ? Set.of() : KeyWords.of(part, text(part, values, value), sounds);
        numbers[value] = word.isEmpty() ? 0 : strings.code(word.iterator().next());
      }
      of[row] = numbers[value];
    }
    return new Part(of, new int[0], new long[0]);
  }

  private static Part several(KeyPart part, Values values, KeyWords.Sounds sounds) {
    boolean[] used = new boolean[values.size()];
    for (int value : values.byRow()) {
      used[value] = value != 0;
    }
    int[] starts = new int[used.length + 1];
    long[] words = new long[used.length * 2];
    for (int value = 0; value < used.length; value++) {
      long[] own =
          used[value] ? hashes(KeyWords.of(part, text(part, values, value), sounds)) : new long[0];
      starts[value + 1] = starts[value] + own.length;
      if (starts[value + 1] > words.length) {
        words = Arrays.copyOf(words, Math.max(words.length * 2, starts[value + 1]));
      }
      System.arraycopy(own, 0, words, starts[value], own.length);
    }
    return new Part(values.byRow(), starts, words);
  }

  private static long[] hashes(Set<String> words) {
    return words.stream().mapToLong(Part::hash).sorted().distinct().toArray();
  }

  private static long hash(String word) {
    long hash = word.length();
    for (int i = 0; i < word.length(); i++) {
      hash = Pass.mix(hash, word.charAt(i));
    }
    return hash;
  }

  /** Whether each row has at most one word. */
  boolean single() {
    return starts.length == 0;
  }

  /** The word of a row of a single part; 0 for none. */
  int word(int row) {
    return of[row];
  }

  /** How many words a row has. */
  int count(int row) {
    if (single()) {
      return of[row] == 0 ? 0 : 1;
    }
    return starts[of[row] + 1] - starts[of[row]];
  }

  /** Word {@code i} of a row. */
  long word(int row, int i) {
    return single() ? of[row] : words[starts[of[row]] + i];
  }

  /** The words that two rows share, ascending. */
  long[] shared(int left, int right) {
    long[] found = new long[Math.min(count(left), count(right))];
    int size = 0;
    int j = 0;
    for (int i = 0; i < count(left) && j < count(right); i++) {
      while (j < count(right) && word(right, j) < word(left, i)) {
        j++;
      }
      if (j < count(right) && word(right, j) == word(left, i)) {
        found[size++] = word(left, i);
      }
    }
    return Arrays.copyOf(found, size);
  }
}

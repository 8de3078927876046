package cn.bidui.link.compare;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** How many of the words of two texts they share: those in both by those in either (Jaccard). */
final class SharedWords {

  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

  private SharedWords() {}

  /** 0 to 100, rounded down. */
  static int hundredths(String left, String right) {
    Set<String> words = words(left);
    Set<String> others = words(right);
    int all = words.size() + others.size();
    words.retainAll(others);
    int shared = words.size();
    return all == shared ? 0 : shared * 100 / (all - shared);
  }

  static Set<String> words(String text) {
    Set<String> words = new HashSet<>(Arrays.asList(BETWEEN.split(text)));
    words.remove("");
    return words;
  }
}

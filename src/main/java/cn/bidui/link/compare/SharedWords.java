package cn.bidui.link.compare;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The words of a text. */
final class SharedWords {

  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

  private SharedWords() {}

  /** Each once; none where the text has neither letters nor digits. */
  static Set<String> words(String text) {
    Set<String> words = new TreeSet<>(Arrays.asList(BETWEEN.split(text)));
    words.remove("");
    return words;
  }
}

package cn.bidui.link.block;

import cn.bidui.plan.LinkPlan.KeyPart;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What of a text goes into a key, by the shape of the part; nothing where the text has too little.
 */
final class KeyWords {

  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

  private KeyWords() {}

  /** Whether a text may have several. */
  static boolean several(KeyPart part) {
    return switch (part.shape()) {
      case SOUND, WORDS, DELETIONS -> true;
      default -> false;
    };
  }

  /** All of them, each once. */
  static Set<String> of(KeyPart part, String text, Sounds sounds) {
    return switch (part.shape()) {
      case WHOLE -> known(text);
      case PREFIX -> known(text.substring(0, Math.min(part.length(), text.length())));
      case SUFFIX -> known(text.substring(Math.max(0, text.length() - part.length())));
      case YEAR -> digits(text, 4);
      case YEAR_MONTH -> digits(text, 6);
      case PHONETIC -> known(Soundex.of(text));
      case SOUND -> new LinkedHashSet<>(sounds.of(text));
      case WORDS -> words(text);
      case DELETIONS -> deletions(text);
    };
  }

  private static Set<String> known(String word) {
    return word.isEmpty() ? Set.of() : Set.of(word);
  }

  private static Set<String> words(String text) {
    Set<String> words = new LinkedHashSet<>(Arrays.asList(BETWEEN.split(text)));
    words.remove("");
    return words;
  }

  /** Separators of days do not count: {@code 2012-05} begins like {@code 201205}. */
  private static Set<String> digits(String text, int count) {
    String digits =
        text.codePoints()
            .filter(point -> point >= '0' && point <= '9')
            .limit(count)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    return digits.length() == count ? Set.of(digits) : Set.of();
  }

  /** The text itself too, so that one with a character more meets it. */
  private static Set<String> deletions(String text) {
    Set<String> words = new LinkedHashSet<>(known(text));
    for (int i = 0; i < text.length() && text.length() > 1; i++) {
      words.add(text.substring(0, i) + text.substring(i + 1));
    }
    return words;
  }

  /** How names sound: several readings, several keys. */
  @FunctionalInterface
  interface Sounds {
    List<String> of(String name);
  }
}

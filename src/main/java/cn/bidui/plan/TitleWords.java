package cn.bidui.plan;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Words in title rows, sheet name or file name that tell a list from others with the same columns
 * (标题用词).
 *
 * @param words each an alternative; several words with blanks between must all be there, those
 *     after an exclamation mark must not
 * @param needed whether a header without any of them is never this list
 */
public record TitleWords(List<String> words, boolean needed) {

  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\p{Cf}]+");

  public TitleWords {
    words = List.copyOf(words);
  }

  /** Whether {@code caption} has one of the alternatives. */
  public boolean in(String caption) {
    String plain = plain(caption);
    return words.stream()
        .anyMatch(
            all ->
                Arrays.stream(BLANKS.split(all))
                    .map(TitleWords::plain)
                    .allMatch(word -> holds(plain, word)));
  }

  private static boolean holds(String caption, String word) {
    return word.startsWith("!") ? !caption.contains(word.substring(1)) : caption.contains(word);
  }

  /** Whether the list may be this one under {@code caption} at all. */
  public boolean allow(String caption) {
    return !needed || in(caption);
  }

  /** Whether it is this list only because {@code caption} says so. */
  public boolean names(String caption) {
    return needed && in(caption);
  }

  private static String plain(String text) {
    String normalized = Normalizer.normalize(text, Normalizer.Form.NFKC);
    return BLANKS.matcher(normalized).replaceAll("").toUpperCase(Locale.ROOT);
  }
}

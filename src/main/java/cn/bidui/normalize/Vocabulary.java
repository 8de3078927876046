package cn.bidui.normalize;

import cn.bidui.person.Text;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A closed list of words (代码表): each spelling with what it means. Lists fill one field with the
 * code, the label or both ({@code 1}, {@code 男}, {@code 1-男}); all three are read.
 */
final class Vocabulary {

  private final String allowed;
  private final Map<String, String> meanings = new HashMap<>();

  /**
   * @param allowed the words as a message shows them
   */
  Vocabulary(String allowed) {
    this.allowed = allowed;
  }

  /** Adds spellings of one meaning; used while it is set up only. */
  Vocabulary meaning(String meaning, String... spellings) {
    for (String spelling : spellings) {
      meanings.put(spelling, meaning);
    }
    return this;
  }

  /** All that {@code other} knows, too. */
  Vocabulary including(Vocabulary other) {
    meanings.putAll(other.meanings);
    return this;
  }

  /** What is allowed, as a message shows it. */
  String allowed() {
    return allowed;
  }

  /** The meaning of {@code text}; null if it is none of the words. */
  @Nullable String read(String text) {
    @Nullable String meaning = meanings.get(text);
    return meaning != null ? meaning : folded(Text.fold(text).toUpperCase(Locale.ROOT));
  }

  private @Nullable String folded(String text) {
    @Nullable String meaning = meanings.get(text);
    int dash = codeLength(text);
    if (meaning != null || dash == 0) {
      return meaning;
    }
    return meanings.get(text.substring(dash + 1));
  }

  /** The length of a leading code that a dash or a dot follows; 0 for none. */
  private static int codeLength(String text) {
    int at = 0;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    boolean divided = at < text.length() - 1 && "-—_:.、,".indexOf(text.charAt(at)) >= 0;
    return divided && !Character.isDigit(text.charAt(at + 1)) ? at : 0;
  }
}

package cn.bidui.source;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/**
 * The texts that users read, Chinese first and English complete. The first word of a key names its
 * catalog: {@code rule.unfunded-eligible.title} stands in {@code messages/rule.properties}
 * (Chinese) and {@code messages/rule_en.properties}.
 */
public final class Messages {

  /** Chinese: the language of everything published. */
  public static final Messages ZH = new Messages(Locale.ROOT);

  /** English. */
  public static final Messages EN = new Messages(Locale.ENGLISH);

  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private final Locale locale;

  private Messages(Locale locale) {
    this.locale = locale;
  }

  /** The catalog for {@code zh} or {@code en}. */
  public static Messages of(String language) {
    return language.equals("en") ? EN : ZH;
  }

  /**
   * The text of {@code key} with {@code {0}}, {@code {1}} … filled in.
   *
   * @throws MissingResourceException if the catalog lacks the key, which a test rules out
   */
  public String text(String key, Object... arguments) {
    String pattern = bundle(key).getString(key);
    Object[] words = new Object[arguments.length];
    for (int i = 0; i < words.length; i++) {
      // Numbers are shown as they are: a grouping comma would read as a separator in a list.
      words[i] = String.valueOf(arguments[i]);
    }
    MessageFormat format = new MessageFormat(pattern, locale);
    if (pattern.contains(",choice,")) {
      Counted.in(format);
    }
    return format.format(words);
  }

  /** Whether the catalog has {@code key}. */
  public boolean has(String key) {
    return bundle(key).containsKey(key);
  }

  /** The keys that begin with {@code prefix}, sorted. */
  public List<String> keys(String prefix) {
    return bundle(prefix).keySet().stream().filter(key -> key.startsWith(prefix)).sorted().toList();
  }

  private ResourceBundle bundle(String key) {
    int dot = key.indexOf('.');
    if (dot <= 0) {
      throw new MissingResourceException("a key starts with its catalog", "messages", key);
    }
    return ResourceBundle.getBundle("messages." + key.substring(0, dot), locale, NO_FALLBACK);
  }
}

package cn.bidui.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Replaces words in a text, all at once. At each place the longest word wins, so that {@code
 * 中心小学东校区} is not taken for {@code 中心小学}; a word that stands for itself protects its text.
 */
public final class Substitutes {

  private record Word(String text, String replacement) {}

  private static final Comparator<Word> LONGEST_FIRST =
      Comparator.comparingInt((Word word) -> word.text().length())
          .reversed()
          .thenComparing(Word::text);

  private final Map<Integer, List<Word>> byFirst = new HashMap<>();

  /** Replaces each key by its value. */
  public Substitutes(Map<String, String> replacements) {
    replacements.forEach(this::add);
    byFirst.values().forEach(words -> words.sort(LONGEST_FIRST));
  }

  private void add(String text, String replacement) {
    if (!text.isEmpty()) {
      byFirst
          .computeIfAbsent(text.codePointAt(0), first -> new ArrayList<>())
          .add(new Word(text, replacement));
    }
  }

  /** {@code text} with every word replaced. */
  public String in(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    int at = 0;
    while (at < text.length()) {
      Optional<Word> word = wordAt(text, at);
      int width = Character.charCount(text.codePointAt(at));
      kept.append(word.map(Word::replacement).orElse(text.substring(at, at + width)));
      at += word.map(found -> found.text().length()).orElse(width);
    }
    return kept.toString();
  }

  private Optional<Word> wordAt(String text, int at) {
    return byFirst.getOrDefault(text.codePointAt(at), List.of()).stream()
        .filter(word -> text.startsWith(word.text(), at))
        .findFirst();
  }
}

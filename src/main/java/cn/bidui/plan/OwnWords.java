package cn.bidui.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The words of ledgers that bureaus keep themselves (自有台账用语): which rules a kind of problem means,
 * which code an outcome or an evidence. They match exactly after {@link HeaderText#fold}.
 */
public final class OwnWords {

  private final Map<String, List<String>> topics = new LinkedHashMap<>();
  private final Map<String, String> outcomes = new LinkedHashMap<>();
  private final Map<String, String> evidence = new LinkedHashMap<>();

  private OwnWords() {}

  /** The codes that a file may name. */
  public record Codes(Set<String> rules, Set<String> outcomes, Set<String> evidence) {
    public Codes {
      rules = Set.copyOf(rules);
      outcomes = Set.copyOf(outcomes);
      evidence = Set.copyOf(evidence);
    }
  }

  /**
   * Reads {@code text}.
   *
   * @param mistakes receives every word that has two meanings and every code that is none
   */
  public static OwnWords read(String file, String text, Codes codes, Mistakes mistakes) {
    OwnWords words = new OwnWords();
    Yaml yaml = Yaml.read(file, text, mistakes).only("topics", "outcomes", "evidence");
    yaml.at("topics").items().forEach(topic -> words.topic(topic, codes.rules()));
    yaml.at("outcomes").items().forEach(each -> code(each, codes.outcomes(), words.outcomes));
    yaml.at("evidence").items().forEach(each -> code(each, codes.evidence(), words.evidence));
    return words;
  }

  private void topic(Yaml topic, Set<String> known) {
    topic.only("words", "rules");
    List<String> rules = new ArrayList<>();
    for (Yaml rule : topic.at("rules").items()) {
      if (known.contains(rule.text(""))) {
        rules.add(rule.text(""));
      } else {
        rule.mistake("plan.unknown-rule", rule.text(""));
      }
    }
    topic.at("words").items().forEach(word -> put(topics, word, List.copyOf(rules)));
  }

  private static void code(Yaml each, Set<String> known, Map<String, String> meanings) {
    each.only("code", "words");
    String code = each.at("code").text("");
    if (code.isEmpty()) {
      each.mistake("plan.missing-key", "code");
    } else if (!known.contains(code)) {
      String all = String.join("、", new TreeSet<>(known));
      each.at("code").mistake("plan.own.unknown", code, all);
    }
    each.at("words").items().forEach(word -> put(meanings, word, code));
  }

  private static <T> void put(Map<String, T> meanings, Yaml word, T meaning) {
    T before = meanings.putIfAbsent(HeaderText.fold(word.text("")), meaning);
    if (before != null && !before.equals(meaning)) {
      word.mistake("plan.own.twice", word.text(""));
    }
  }

  /** The rules that a kind of problem means; empty if it is not known. */
  public List<String> rules(String topic) {
    return topics.getOrDefault(HeaderText.fold(topic), List.of());
  }

  /** The longest kind of problem that a title names, folded. */
  public Optional<String> topicIn(String title) {
    String folded = HeaderText.fold(title);
    return topics.keySet().stream().filter(folded::contains).max(OwnWords::byLength);
  }

  private static int byLength(String one, String other) {
    int order = Integer.compare(one.length(), other.length());
    return order != 0 ? order : other.compareTo(one);
  }

  /** The code of an outcome. */
  public Optional<String> outcome(String text) {
    return Optional.ofNullable(outcomes.get(HeaderText.fold(text)));
  }

  /** The code of an evidence. */
  public Optional<String> evidence(String text) {
    return Optional.ofNullable(evidence.get(HeaderText.fold(text)));
  }
}

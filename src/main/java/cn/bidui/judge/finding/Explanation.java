package cn.bidui.judge.finding;

import java.util.List;

/** The sentence of a finding: a key of the {@code rule} catalog and the words that fill it. */
public record Explanation(String key, List<String> words) {
  public Explanation {
    words = List.copyOf(words);
  }
}

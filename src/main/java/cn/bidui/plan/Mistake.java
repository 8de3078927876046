package cn.bidui.plan;

import java.util.List;

/**
 * One mistake in a settings file: all of them are collected before anything is said.
 *
 * @param file the file's name
 * @param line 1-based; 0 for the whole file
 * @param key message key in the {@code plan} catalog
 */
public record Mistake(String file, int line, String key, List<String> words) {
  public Mistake {
    words = List.copyOf(words);
  }
}

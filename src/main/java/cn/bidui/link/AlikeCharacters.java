package cn.bidui.link;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which characters stand for each other in names, from {@code alike-characters.txt}: variants of
 * one character, and different characters of one sound. Made by hand for names, not a dictionary.
 */
final class AlikeCharacters {

  private static final AlikeCharacters TABLE = read("alike-characters.txt");

  private final Map<Integer, List<Integer>> variantGroups = new HashMap<>();
  private final Map<Integer, List<Integer>> soundGroups = new HashMap<>();

  private AlikeCharacters() {}

  /** Whether the two are variants, simplified and traditional included, of one character. */
  static boolean variants(int a, int b) {
    return share(TABLE.variantGroups, a, b);
  }

  /** Whether the two are listed as sounding the same. */
  static boolean homophones(int a, int b) {
    return share(TABLE.soundGroups, a, b);
  }

  private static boolean share(Map<Integer, List<Integer>> groups, int a, int b) {
    List<Integer> left = groups.getOrDefault(a, List.of());
    List<Integer> right = groups.getOrDefault(b, List.of());
    return left.stream().anyMatch(right::contains);
  }

  private static AlikeCharacters read(String resource) {
    try (InputStream in = AlikeCharacters.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("missing from the program: " + resource);
      }
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      return parse(lines.lines().toList());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** Lines {@code = 于於} for variants, {@code ~ 婷亭} for sounds, {@code #} for remarks. */
  private static AlikeCharacters parse(List<String> lines) {
    AlikeCharacters table = new AlikeCharacters();
    for (int number = 0; number < lines.size(); number++) {
      String line = lines.get(number);
      if (line.startsWith("=")) {
        add(table.variantGroups, line.substring(1).strip(), number);
      } else if (line.startsWith("~")) {
        add(table.soundGroups, line.substring(1).strip(), number);
      }
    }
    return table;
  }

  private static void add(Map<Integer, List<Integer>> groups, String characters, int group) {
    characters
        .codePoints()
        .forEach(point -> groups.computeIfAbsent(point, none -> new ArrayList<>()).add(group));
  }
}

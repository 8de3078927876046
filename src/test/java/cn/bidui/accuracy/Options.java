package cn.bidui.accuracy;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * What {@code scripts/accuracy} was asked for.
 *
 * @param trained whether each world is linked by a model that was trained on it
 * @param writeDocs on what the results were made, where they are to stand in the documents
 */
record Options(
    int pupils,
    List<Long> seeds,
    String rates,
    int listWrong,
    int listMissed,
    boolean trained,
    Optional<Path> febrl,
    Optional<String> writeDocs) {

  /** Pairs of an option and its value. */
  static Options read(String[] arguments) {
    Map<String, String> given = new HashMap<>();
    for (int i = 0; i + 1 < arguments.length; i += 2) {
      given.put(arguments[i], arguments[i + 1]);
    }
    return new Options(
        Integer.parseInt(given.getOrDefault("--pupils", "20000")),
        seeds(given.getOrDefault("--seeds", given.getOrDefault("--seed", "1"))),
        given.getOrDefault("--rates", "default"),
        Integer.parseInt(given.getOrDefault("--list-wrong", "0")),
        Integer.parseInt(given.getOrDefault("--list-missed", "0")),
        Boolean.parseBoolean(given.getOrDefault("--trained", "false")),
        Optional.ofNullable(given.getOrDefault("--febrl", System.getenv("BIDUI_FEBRL")))
            .map(Path::of),
        Optional.ofNullable(given.get("--write-docs")));
  }

  /** {@code default, 100000 pupils, seeds 1..5}. */
  String counties() {
    String last = seeds.size() > 1 ? "s " + seeds.get(0) + ".." + seeds.get(seeds.size() - 1) : "";
    return rates + ", " + pupils + " pupils, seed" + (last.isEmpty() ? " " + seeds.get(0) : last);
  }

  /** {@code 3} or {@code 1..5}. */
  private static List<Long> seeds(String text) {
    int dots = text.indexOf("..");
    long first = Long.parseLong(dots < 0 ? text : text.substring(0, dots));
    long last = dots < 0 ? first : Long.parseLong(text.substring(dots + 2));
    return LongStream.rangeClosed(first, last).boxed().toList();
  }
}

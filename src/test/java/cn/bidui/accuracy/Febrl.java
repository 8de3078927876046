package cn.bidui.accuracy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Links the public data sets FEBRL 3 and 4 with {@code bidui link}, in a process of its own, and
 * compares with the truth that stands in their {@code rec_id}: {@code rec-17-dup-0} is person 17.
 */
final class Febrl {

  /**
   * What came of one data set.
   *
   * @param right true pairs that were linked
   * @param wrong pairs that were linked and are none
   * @param missed true pairs that were not linked
   */
  record Score(String name, long right, long wrong, long missed) {

    boolean perfect() {
      return wrong == 0 && missed == 0;
    }
  }

  private static final int MINUTES = 10;

  /** The plans have the first; the others show how little hangs on it. */
  private static final List<Integer> THRESHOLDS = List.of(0, -5, 5);

  private final Path folder;
  private final Path out;

  private Febrl(Path folder, Path out) {
    this.folder = folder;
    this.out = out;
  }

  /** Whether the data sets are in {@code folder}. */
  static boolean in(Path folder) {
    return Stream.of("dataset3.csv", "dataset4a.csv", "dataset4b.csv")
        .allMatch(file -> Files.isRegularFile(folder.resolve(file)));
  }

  /**
   * The scores of both data sets in {@code folder} at each threshold.
   *
   * @param out where {@code bidui link} writes
   */
  static List<Score> of(Path folder, Path out) throws IOException, InterruptedException {
    return of(folder, out, THRESHOLDS);
  }

  /** The same at other thresholds, in bits. */
  static List<Score> of(Path folder, Path out, List<Integer> thresholds)
      throws IOException, InterruptedException {
    Febrl febrl = new Febrl(folder, out);
    List<Score> scores = new ArrayList<>();
    for (int threshold : thresholds) {
      scores.add(febrl.score("febrl4", threshold, "a=dataset4a.csv", "b=dataset4b.csv"));
      scores.add(febrl.score("febrl3", threshold, "rows=dataset3.csv"));
    }
    return scores;
  }

  private Score score(String plan, int threshold, String... files)
      throws IOException, InterruptedException {
    String name = threshold == 0 ? plan : plan + " from " + threshold + " bits";
    Path results = out.resolve(plan + "-" + threshold);
    link(plan(plan, threshold), files, results);
    Map<String, List<Integer>> people = new LinkedHashMap<>();
    for (String file : files) {
      int mark = file.indexOf('=');
      people.put(file.substring(0, mark), people(folder.resolve(file.substring(mark + 1))));
    }
    return score(name, people, Files.readAllLines(results.resolve("links.csv")));
  }

  /** The plan as it is shipped, or with no other line changed than the threshold. */
  private Path plan(String plan, int threshold) throws IOException {
    Path shipped = Path.of("jobs/link", plan + ".yml");
    if (threshold == 0) {
      return shipped;
    }
    String text = Files.readString(shipped);
    String changed = text.replace("\nthreshold: 0\n", "\nthreshold: " + threshold + "\n");
    if (changed.equals(text)) {
      throw new IllegalStateException(plan + ".yml has another threshold than 0");
    }
    return Files.writeString(out.resolve(plan + threshold + ".yml"), changed);
  }

  private void link(Path plan, String[] files, Path results)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dfile.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                "cn.bidui.BiduiApplication",
                "link",
                plan.toString()));
    for (String file : files) {
      command.add(file.replace("=", "=" + folder + "/"));
    }
    command.addAll(List.of("--out", results.toString()));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
      throw new IllegalStateException("bidui link " + plan + ": " + said);
    }
  }

  /** The person of each row; row 1 is the header. */
  private static List<Integer> people(Path file) throws IOException {
    List<Integer> people = new ArrayList<>(List.of(0, 0));
    List<String> lines = Files.readAllLines(file);
    for (String line : lines.subList(1, lines.size())) {
      String id = line.substring("rec-".length(), line.indexOf(','));
      people.add(Integer.parseInt(id.substring(0, id.indexOf('-'))));
    }
    return people;
  }

  /**
   * Compares the lines of {@code links.csv} with the truth, after closure within one list.
   *
   * @param people by list the person of each row, by the number of its line
   */
  static Score score(String name, Map<String, List<Integer>> people, List<String> links) {
    Map<String, String> parents = new HashMap<>();
    Set<Set<String>> pairs = new HashSet<>();
    for (String line : links.subList(1, links.size())) {
      String[] cells = line.split(",", 5);
      String left = cells[0] + ":" + cells[1];
      String right = cells[2] + ":" + cells[3];
      pairs.add(Set.of(left, right));
      parents.put(root(parents, left), root(parents, right));
    }
    if (people.size() == 1) {
      pairs = closed(parents);
    }
    long right = pairs.stream().filter(pair -> same(pair, people)).count();
    return new Score(name, right, pairs.size() - right, truePairs(people) - right);
  }

  private static String root(Map<String, String> parents, String row) {
    String at = row;
    String parent = parents.getOrDefault(at, at);
    while (!parent.equals(at)) {
      at = parent;
      parent = parents.getOrDefault(at, at);
    }
    return at;
  }

  private static Set<Set<String>> closed(Map<String, String> parents) {
    Map<String, List<String>> clusters = new HashMap<>();
    Set<String> rows = new HashSet<>(parents.keySet());
    rows.addAll(parents.values());
    for (String row : rows) {
      clusters.computeIfAbsent(root(parents, row), key -> new ArrayList<>()).add(row);
    }
    Set<Set<String>> pairs = new HashSet<>();
    for (List<String> cluster : clusters.values()) {
      for (int i = 0; i < cluster.size(); i++) {
        for (int j = i + 1; j < cluster.size(); j++) {
          pairs.add(Set.of(cluster.get(i), cluster.get(j)));
        }
      }
    }
    return pairs;
  }

  private static boolean same(Set<String> pair, Map<String, List<Integer>> people) {
    return pair.stream().map(row -> person(row, people)).distinct().count() == 1;
  }

  private static int person(String row, Map<String, List<Integer>> people) {
    int colon = row.lastIndexOf(':');
    List<Integer> list = people.getOrDefault(row.substring(0, colon), List.of());
    return list.get(Integer.parseInt(row.substring(colon + 1)));
  }

  private static long truePairs(Map<String, List<Integer>> people) {
    List<Map<Integer, Long>> rows = people.values().stream().map(Febrl::rowsOfEach).toList();
    boolean one = rows.size() == 1;
    Map<Integer, Long> first = rows.get(0);
    return first.entrySet().stream()
        .mapToLong(
            person ->
                one
                    ? person.getValue() * (person.getValue() - 1) / 2
                    : person.getValue() * rows.get(1).getOrDefault(person.getKey(), 0L))
        .sum();
  }

  private static Map<Integer, Long> rowsOfEach(List<Integer> people) {
    return people.subList(2, people.size()).stream()
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
  }
}

package cn.bidui.accuracy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

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

  private final Path folder;
  private final Path out;

  private Febrl(Path folder, Path out) {
    this.folder = folder;
    this.out = out;
  }

  /**
   * The scores of both data sets in {@code folder}.
   *
   * @param out where {@code bidui link} writes
   */
  static List<Score> of(Path folder, Path out) throws IOException, InterruptedException {
    Febrl febrl = new Febrl(folder, out);
    return List.of(
        febrl.score("febrl4", List.of("dataset4a.csv", "dataset4b.csv")),
        febrl.score("febrl3", List.of("dataset3.csv")));
  }

  private Score score(String plan, List<String> files) throws IOException, InterruptedException {
    Path results = out.resolve(plan);
    link(plan, files, results);
    List<List<Integer>> people = new ArrayList<>();
    for (String file : files) {
      people.add(people(folder.resolve(file)));
    }
    return score(plan, people, Files.readAllLines(results.resolve("links.csv")));
  }

  private void link(String plan, List<String> files, Path results)
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
                "jobs/link/" + plan + ".yml"));
    for (int i = 0; i < files.size(); i++) {
      command.add("ab".charAt(i) + "=" + folder.resolve(files.get(i)));
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

  /** Compares the lines of {@code links.csv} with the truth, after closure within one list. */
  static Score score(String name, List<List<Integer>> people, List<String> links) {
    Map<String, String> parents = new HashMap<>();
    Set<Set<String>> pairs = new HashSet<>();
    for (String line : links.subList(1, links.size())) {
      List<String> cells = List.of(line.split(",", 5));
      String left = cells.get(0) + ":" + cells.get(1);
      String right = cells.get(2) + ":" + cells.get(3);
      pairs.add(Set.of(left, right));
      parents.put(root(parents, left), root(parents, right));
    }
    if (people.size() == 1) {
      pairs = closed(parents);
    }
    List<String> lists = listNames(links);
    long right = pairs.stream().filter(pair -> same(pair, people, lists)).count();
    return new Score(name, right, pairs.size() - right, truePairs(people) - right);
  }

  /** Codes of the lists as they stand in the links: the left one comes first in the plan. */
  private static List<String> listNames(List<String> links) {
    List<String> names = new ArrayList<>();
    for (String line : links.subList(1, Math.min(2, links.size()))) {
      List<String> cells = List.of(line.split(",", 5));
      names.add(cells.get(0));
      names.add(cells.get(2));
    }
    return names;
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

  private static boolean same(Set<String> pair, List<List<Integer>> people, List<String> lists) {
    return pair.stream().map(row -> person(row, people, lists)).distinct().count() == 1;
  }

  private static int person(String row, List<List<Integer>> people, List<String> lists) {
    int colon = row.lastIndexOf(':');
    int list = people.size() == 1 ? 0 : lists.indexOf(row.substring(0, colon));
    return people.get(list).get(Integer.parseInt(row.substring(colon + 1)));
  }

  private static long truePairs(List<List<Integer>> people) {
    Map<Integer, long[]> rows = new HashMap<>();
    for (int list = 0; list < people.size(); list++) {
      for (int person : people.get(list).subList(2, people.get(list).size())) {
        rows.computeIfAbsent(person, key -> new long[2])[list]++;
      }
    }
    return rows.values().stream()
        .mapToLong(
            counts -> people.size() == 1 ? counts[0] * (counts[0] - 1) / 2 : counts[0] * counts[1])
        .sum();
  }
}

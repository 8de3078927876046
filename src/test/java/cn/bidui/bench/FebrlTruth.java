package cn.bidui.bench;

import cn.bidui.bench.Quality.Scored;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The FEBRL data say who is who in {@code rec_id}: {@code rec-1016-dup-0} is person 1016. */
final class FebrlTruth {

  private final int wanted;

  /** All pairs of the same person in {@code files}; the files of one person each hold one row. */
  FebrlTruth(List<Path> files) throws IOException {
    Map<String, Integer> rows = new HashMap<>();
    for (Path file : files) {
      try (Stream<String> lines = Files.lines(file)) {
        lines
            .skip(1)
            .filter(line -> !line.isBlank())
            .forEach(line -> rows.merge(person(line), 1, Integer::sum));
      }
    }
    wanted = rows.values().stream().mapToInt(count -> count * (count - 1) / 2).sum();
  }

  /** How many pairs are right. */
  int wanted() {
    return wanted;
  }

  /**
   * How good links are.
   *
   * @param links {@code left,right,weight}
   */
  Quality best(Path links) throws IOException {
    try (Stream<String> lines = Files.lines(links)) {
      List<Scored> scored = lines.skip(1).map(FebrlTruth::scored).toList();
      return Quality.best(scored, wanted);
    }
  }

  /**
   * How good the clusters of {@code rows.csv} are, at the one threshold that they were made with.
   *
   * @param files the file of each list
   */
  static Quality ofClusters(Path rows, Map<String, Path> files) throws IOException {
    Map<String, List<String>> persons = new HashMap<>();
    for (Map.Entry<String, Path> list : files.entrySet()) {
      persons.put(list.getKey(), Files.readAllLines(list.getValue()));
    }
    Map<String, Integer> clusters = new HashMap<>();
    Map<String, Integer> people = new HashMap<>();
    Map<String, Integer> both = new HashMap<>();
    for (String line : Files.readAllLines(rows).subList(1, Files.readAllLines(rows).size())) {
      String[] cells = line.split(",", -1);
      String person = person(persons.get(cells[0]).get(Integer.parseInt(cells[1]) - 1));
      clusters.merge(cells[2], 1, Integer::sum);
      people.merge(person, 1, Integer::sum);
      both.merge(cells[2] + "/" + person, 1, Integer::sum);
    }
    double right = pairs(both);
    return new Quality(right / pairs(clusters), right / pairs(people), 0);
  }

  private static long pairs(Map<String, Integer> groups) {
    return groups.values().stream().mapToLong(count -> (long) count * (count - 1) / 2).sum();
  }

  private static Scored scored(String line) {
    String[] cells = line.split(",", -1);
    return new Scored(person(cells[0]).equals(person(cells[1])), Double.parseDouble(cells[2]));
  }

  private static String person(String record) {
    return record.split("-", 3)[1];
  }
}

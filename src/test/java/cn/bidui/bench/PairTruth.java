package cn.bidui.bench;

import cn.bidui.bench.Quality.Scored;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Who really stands in which row of a made county. */
final class PairTruth {

  /** By list: the person of each row, 0 where there is none. */
  private final Map<String, int[]> persons = new HashMap<>();

  private final BitSet onRoll = new BitSet();

  /** Reads {@code truth.csv}. */
  PairTruth(Path truth) throws IOException {
    try (Stream<String> lines = Files.lines(truth)) {
      lines.skip(1).map(line -> line.split(",", -1)).forEach(this::add);
    }
  }

  /** Row 0 stands for a row that should be there and is not. */
  private void add(String[] line) {
    int row = Integer.parseInt(line[1]);
    if (row > 0) {
      int person = Integer.parseInt(line[2]);
      int[] of = persons.computeIfAbsent(line[0], none -> new int[1024]);
      int[] grown = row < of.length ? of : Arrays.copyOf(of, row * 2);
      grown[row] = person;
      persons.put(line[0], grown);
      if (line[0].equals("roll")) {
        onRoll.set(person);
      }
    }
  }

  /**
   * How good links to the roll are.
   *
   * @param links {@code list,row,roll_row,weight}, one line to a query, blank where it has no link
   */
  Quality best(Path links) throws IOException {
    List<Scored> scored = new ArrayList<>();
    int wanted = 0;
    try (BufferedReader lines = Files.newBufferedReader(links)) {
      lines.readLine();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] cells = line.split(",", -1);
        int person = person(cells[0], cells[1]);
        wanted += onRoll.get(person) ? 1 : 0;
        if (!cells[2].isEmpty()) {
          boolean right = person == person("roll", cells[2]);
          scored.add(new Scored(right, Double.parseDouble(cells[3])));
        }
      }
    }
    return Quality.best(scored, wanted);
  }

  private int person(String list, String row) {
    int[] of = persons.getOrDefault(list, new int[0]);
    return of[Integer.parseInt(row)];
  }
}

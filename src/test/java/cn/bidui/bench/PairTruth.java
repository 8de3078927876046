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

  /**
   * How good the persons of {@code rows.csv} are, asked for the same rows.
   *
   * @param queries what another program was asked, {@code list,row} and more
   */
  Quality ofRows(Path rows, Path queries) throws IOException {
    Map<String, String[]> byRow = new HashMap<>();
    Map<String, String> rollRow = new HashMap<>();
    try (Stream<String> lines = Files.lines(rows)) {
      lines
          .skip(1)
          .map(line -> line.split(",", -1))
          .forEach(
              cells -> {
                if (cells[0].equals("roll")) {
                  rollRow.putIfAbsent(cells[2], cells[1]);
                } else {
                  byRow.put(cells[0] + "," + cells[1], cells);
                }
              });
    }
    Path asked = Files.createTempFile("links", ".csv");
    try (Stream<String> lines = Files.lines(queries)) {
      List<String> answers = new ArrayList<>(List.of("list,row,roll_row,weight"));
      lines
          .skip(1)
          .map(line -> line.split(",", -1))
          .map(cells -> cells[0] + "," + cells[1])
          .forEach(
              row -> {
                String[] found = byRow.getOrDefault(row, new String[] {"", "", "", "", "", ""});
                answers.add(row + "," + rollRow.getOrDefault(found[2], "") + "," + weight(found));
              });
      Files.write(asked, answers);
      return best(asked);
    } finally {
      Files.delete(asked);
    }
  }

  /** Plans other than that of persons tell no weight of a row. */
  private static String weight(String[] cells) {
    return cells.length > 5 ? cells[5] : "0";
  }

  private int person(String list, String row) {
    int[] of = persons.getOrDefault(list, new int[0]);
    return of[Integer.parseInt(row)];
  }
}

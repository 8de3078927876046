package cn.bidui.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The three lists of a made county as CSV, and who stands in which row. */
record CountyCsv(Path roll, Path aid, Path households, Path truth) {

  /** The county that lies in {@code folder}. */
  static CountyCsv in(Path folder) throws IOException {
    return new CountyCsv(
        list(folder, "学籍"), list(folder, "受助"), list(folder, "监测"), folder.resolve("truth.csv"));
  }

  private static Path list(Path folder, String start) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("csv"))) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(start))
          .findFirst()
          .orElseThrow(() -> new IllegalStateException("no list " + start + " in the county"));
    }
  }

  /** Roll, aid list, household list. */
  List<String> lists() {
    return List.of(roll.toString(), aid.toString(), households.toString());
  }

  /** Of all three lists, by their truth. */
  long rows() throws IOException {
    try (Stream<String> lines = Files.lines(truth)) {
      return lines.skip(1).filter(line -> !line.contains(",0,")).count();
    }
  }
}

package cn.bidui.report.city;

import cn.bidui.report.TempFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The folder that a roll-up publishes: written beside its place, then renamed into it. */
final class CityFolder {

  /** The workbook's name. */
  static final String BOOK = "市级汇总.xlsx";

  private final City city;
  private final LocalDate asOf;

  CityFolder(City city, LocalDate asOf) {
    this.city = city;
    this.asOf = asOf;
  }

  void publish(Path target) throws IOException {
    Path whole = target.toAbsolutePath().normalize();
    Path parent = Files.createDirectories(whole.resolveSibling(""));
    Path staged = parent.resolve(".staging-" + whole.getFileName());
    delete(staged);
    Files.createDirectory(staged);
    try {
      write(staged);
      Files.move(staged, whole, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      delete(staged);
    }
  }

  private void write(Path folder) throws IOException {
    Path data = Files.createDirectory(folder.resolve("data"));
    CityTables tables = new CityTables(city);
    Files.writeString(folder.resolve("index.html"), new CityPage(city, asOf, tables).html());
    TempFolder.inside(folder, () -> new CityBook(asOf, tables).write(folder.resolve(BOOK)));
    CityCsv.write(city, data.resolve("roll-up.csv"));
    Files.writeString(data.resolve("roll-up.json"), CityJson.of(city, asOf));
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
      for (Path path : deepestFirst) {
        Files.delete(path);
      }
    }
  }
}

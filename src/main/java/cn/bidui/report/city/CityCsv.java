package cn.bidui.report.city;

import cn.bidui.report.Csv;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** {@code roll-up.csv}: one figure on each line. */
final class CityCsv {

  private static final String HEADER = "county,condition,section,subject,term,measure,value";

  private CityCsv() {}

  static void write(City city, Path path) throws IOException {
    try (Csv csv = Csv.create(path, HEADER)) {
      for (FigureLine line : FigureLines.of(city)) {
        for (Map.Entry<String, Object> measure : line.measures().entrySet()) {
          csv.row(
              line.county(),
              line.condition(),
              line.section(),
              line.subject(),
              line.term(),
              measure.getKey(),
              measure.getValue());
        }
      }
    }
  }
}

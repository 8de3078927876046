package cn.bidui.acceptance;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/** A CSV file with a header. */
record Table(List<String> header, List<Row> rows) {

  /** One line, its values by column. */
  record Row(Map<String, String> values) {

    String get(String column) {
      String value = values.get(column);
      if (value == null) {
        throw new AssertionError("no column " + column);
      }
      return value;
    }

    /** The values of {@code columns}, joined, to be compared as a whole. */
    String of(String... columns) {
      List<String> joined = new ArrayList<>();
      for (String column : columns) {
        joined.add(get(column));
      }
      return String.join(" | ", joined);
    }
  }

  static Table read(Path file) throws IOException {
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (Reader in = Files.newBufferedReader(file);
        CSVParser parser = CSVParser.parse(in, format)) {
      List<Row> rows = parser.stream().map(record -> new Row(record.toMap())).toList();
      return new Table(List.copyOf(parser.getHeaderNames()), rows);
    }
  }

  List<Row> where(Predicate<Row> wanted) {
    return rows.stream().filter(wanted).toList();
  }

  /** Every row as the values of {@code columns}, in order of the text. */
  List<String> of(String... columns) {
    return rows.stream().map(row -> row.of(columns)).sorted().toList();
  }
}

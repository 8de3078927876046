package cn.bidui.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;

/** A table for programs: UTF-8, header, comma, RFC 4180, every text guarded. */
public final class Csv implements AutoCloseable {

  private static final String LINE_END = "\r\n";

  private final BufferedWriter writer;

  private Csv(BufferedWriter writer) {
    this.writer = writer;
  }

  /** An empty table at {@code path}. */
  public static Csv create(Path path, String header) throws IOException {
    Csv csv = new Csv(Files.newBufferedWriter(path, StandardCharsets.UTF_8));
    csv.writer.append(header).append(LINE_END);
    return csv;
  }

  /** One record. */
  public void row(Object... values) throws IOException {
    writer.append(line(Arrays.stream(values).map(Object::toString))).append(LINE_END);
  }

  /** A record as text, without its line end. */
  static String line(Stream<String> values) {
    return CSVFormat.RFC4180.format(values.map(Guard::text).toArray());
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }
}

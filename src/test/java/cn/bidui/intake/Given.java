package cn.bidui.intake;

import cn.bidui.plan.ColumnProfiles;
import cn.bidui.plan.Mistakes;
import cn.bidui.source.Cell;
import cn.bidui.source.Field;
import cn.bidui.source.Header;
import cn.bidui.source.Problem.FileProblem;
import cn.bidui.source.ProblemCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Files as tests give them to intake, and what came of them. */
final class Given {

  static final ColumnProfiles PROFILES = profiles();
  static final Intake INTAKE = new Intake(PROFILES, IntakeLimits.defaults());

  private Given() {}

  /** The profiles that are shipped. */
  private static ColumnProfiles profiles() {
    Map<String, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.list(Path.of("jobs/columns"))) {
      for (Path file : files.toList()) {
        texts.put(file.getFileName().toString(), Files.readString(file));
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    Mistakes mistakes = new Mistakes();
    ColumnProfiles profiles = ColumnProfiles.read(texts, mistakes);
    assert mistakes.none() : mistakes.all();
    return profiles;
  }

  /** An invented person's id with a right check digit, of a county that does not exist. */
  static String id(int serial) {
    String digits = "990101" + (20100101 + serial % 28) + String.format("%03d", serial % 1000);
    int[] weights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    int sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += (digits.charAt(i) - '0') * weights[i];
    }
    return digits + "10X98765432".charAt(sum % 11);
  }

  /** Time enough. */
  static Patience patience() {
    return new Patience(() -> 0, IntakeLimits.defaults().fileSeconds());
  }

  static Path file(Path folder, String name, byte[] bytes) {
    try {
      return Files.write(folder.resolve(name), bytes);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  static Path text(Path folder, String text) {
    return text(folder, text, StandardCharsets.UTF_8);
  }

  static Path text(Path folder, String text, Charset charset) {
    return file(folder, "list.csv", text.getBytes(charset));
  }

  static Outcome read(Path file) {
    return read(file, file.getFileName().toString());
  }

  static Outcome read(Path file, String name) {
    return read(INTAKE, file, name);
  }

  static Outcome read(Intake intake, Path file, String name) {
    List<Header> headers = new ArrayList<>();
    List<ReadRow> rows = new ArrayList<>();
    FileReading reading =
        intake.read(
            file,
            name,
            new RowSink() {
              @Override
              public void header(Header header) {
                headers.add(header);
              }

              @Override
              public void row(ReadRow row) {
                rows.add(row);
              }
            });
    return new Outcome(reading, headers, rows);
  }

  /** All that intake said of a file. */
  record Outcome(FileReading reading, List<Header> headers, List<ReadRow> rows) {

    FileReading.Read taken() {
      if (reading instanceof FileReading.Refused refused) {
        throw new AssertionError("refused: " + refused.problems());
      }
      return (FileReading.Read) reading;
    }

    Header header() {
      taken();
      return headers.get(0);
    }

    /** The texts of a field in all data rows. */
    List<String> texts(Field field) {
      return data().stream().map(row -> row.cells().text(field)).toList();
    }

    Cell cell(Field field) {
      return data().get(0).cells().cell(field);
    }

    List<ReadRow.Data> data() {
      taken();
      return rows.stream()
          .filter(ReadRow.Data.class::isInstance)
          .map(ReadRow.Data.class::cast)
          .toList();
    }

    /** Each row as its kind and number: {@code Data 2}. */
    List<String> kinds() {
      return rows.stream().map(row -> row.getClass().getSimpleName() + " " + row.row()).toList();
    }

    List<FileProblem> problems() {
      return ((FileReading.Refused) reading).problems();
    }

    FileProblem problem() {
      if (problems().size() != 1) {
        throw new AssertionError(problems().toString());
      }
      return problems().get(0);
    }

    List<ProblemCode> codes() {
      return problems().stream().map(FileProblem::code).toList();
    }
  }
}

package cn.bidui.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import cn.bidui.collect.Inbox;
import cn.bidui.collect.InboxLook;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every file of {@code sample-inputs/quirks} comes out as {@code expected.csv} says. */
class QuirksTest {

  private static final Path FOLDER = Path.of("sample-inputs/quirks");
  private static final String TABLE = "expected.csv";

  @TempDir Path inbox;

  @TestFactory
  Stream<DynamicTest> everyFileComesOutAsExpected() throws IOException {
    return expectations().entrySet().stream()
        .filter(file -> !file.getValue().get("verdict").equals("ignored"))
        .map(file -> dynamicTest(file.getKey(), () -> compare(file.getKey(), file.getValue())));
  }

  private static void compare(String name, Map<String, String> expected) {
    ListReading.Outcome outcome = ListReading.of(FOLDER.resolve(name), name);

    assertThat(Comparison.of(expected, outcome)).as(name).isEmpty();
  }

  @Test
  void whatIsIgnoredNeverArrivesAndDoesNotWait() throws IOException {
    Set<String> ignored = new TreeSet<>();
    for (Map.Entry<String, Map<String, String>> file : expectations().entrySet()) {
      if (file.getValue().get("verdict").equals("ignored")) {
        ignored.add(file.getKey());
        Files.copy(FOLDER.resolve(file.getKey()), inbox.resolve(file.getKey()));
      }
    }
    InboxLook look = Inbox.of(inbox, time -> {}).look(Duration.ofSeconds(1), Set.of());

    assertThat(ignored).hasSizeGreaterThanOrEqualTo(6);
    assertThat(look.arrivals()).isEmpty();
    assertThat(look.waiting()).isEmpty();
  }

  @Test
  void thereAreAtLeastNinetyAndEachHasAnExpectation() throws IOException {
    assertThat(files())
        .hasSizeGreaterThanOrEqualTo(90)
        .isEqualTo(new TreeSet<>(expectations().keySet()));
  }

  @Test
  void everySampleIsNamedInTheDescription() throws IOException {
    String description = Files.readString(Path.of("sample-inputs/README.md"));

    assertThat(files())
        .allSatisfy(file -> assertThat(description).contains("| `quirks/" + file + "` | "));
  }

  @Test
  void expectedRowsAreAllInOneBucket() throws IOException {
    for (Map<String, String> file : expectations().values()) {
      if (!file.get("rows").isEmpty()) {
        int sum =
            Stream.of("accepted", "rejected", "blank", "duplicate", "note")
                .mapToInt(bucket -> Integer.parseInt(file.get(bucket)))
                .sum();
        assertThat(file.get("rows")).isEqualTo(Integer.toString(sum));
      }
    }
  }

  private static Set<String> files() throws IOException {
    Set<String> names = new TreeSet<>();
    try (Stream<Path> files = Files.list(FOLDER)) {
      files.forEach(file -> names.add(file.getFileName().toString()));
    }
    names.remove(TABLE);
    return names;
  }

  /** The columns of each file, by its name. */
  static Map<String, Map<String, String>> expectations() throws IOException {
    CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    Map<String, Map<String, String>> files = new LinkedHashMap<>();
    try (CSVParser table = CSVParser.parse(FOLDER.resolve(TABLE), StandardCharsets.UTF_8, format)) {
      for (CSVRecord line : table) {
        files.put(line.get("file"), line.toMap());
      }
    }
    return files;
  }

  /** Names in the order of the table. */
  static List<String> names() throws IOException {
    return new ArrayList<>(expectations().keySet());
  }
}

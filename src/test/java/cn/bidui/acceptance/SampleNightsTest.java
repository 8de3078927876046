package cn.bidui.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The sample nights give what the truth behind them says, on both databases. */
class SampleNightsTest {

  @Nested
  class OnH2 extends Nights {
    @Override
    Office office(Path home) throws IOException {
      return Sample.after(3, home);
    }
  }

  @Nested
  class OnPostgres extends Nights {
    @Override
    Office office(Path home) throws IOException {
      return Postgres.afterTheNights();
    }
  }

  /** What holds after the three nights. */
  @TestInstance(Lifecycle.PER_CLASS)
  abstract static class Nights {

    private static final String[] COUNTS = {
      "list", "rows", "accepted", "rejected", "blank", "duplicate", "note"
    };

    private Office office;

    abstract Office office(Path home) throws IOException;

    @BeforeAll
    void liveThroughTheNights(@TempDir Path folder) throws IOException {
      office = office(folder.resolve("home"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void exactlyTheExpectedFindingsArePublished(int night) throws IOException {
      String[] columns = {"rule", "name", "school", "state"};
      assertThat(office.table(Sample.asOf(night), "findings.csv").of(columns))
          .isEqualTo(expected(night, "findings.csv").of(columns));
    }

    /** An answered finding shows its answer, which the samples do not foresee. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void everyFindingHasTheExpectedOutcome(int night) throws IOException {
      String[] columns = {"rule", "name", "school", "outcome"};
      assertThat(unexplained(office.table(Sample.asOf(night), "findings.csv"), columns))
          .isEqualTo(unexplained(expected(night, "findings.csv"), columns));
    }

    private static List<String> unexplained(Table findings, String... columns) {
      return findings.where(row -> !row.get("state").equals("explained")).stream()
          .map(row -> row.of(columns))
          .sorted()
          .toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void everyFileComesOutAsExpectedWithEveryRowCounted(int night) throws IOException {
      Map<String, String> found = new TreeMap<>();
      Map<String, String> wanted = new TreeMap<>();
      Map<String, JsonNode> published = published(night);
      for (Table.Row row : expected(night, "files.csv").rows()) {
        String name = row.get("name");
        wanted.put(name, expectation(row));
        found.put(
            name, published.containsKey(name) ? said(published.remove(name), row) : "missing");
      }
      assertThat(found).isEqualTo(wanted);
      assertThat(published.values())
          .as("files that nobody expects stand here for having been replaced only")
          .allMatch(file -> file.get("state").asString().equals("superseded"));
    }

    private Map<String, JsonNode> published(int night) throws IOException {
      Map<String, JsonNode> files = new TreeMap<>();
      for (JsonNode file : office.runJson(Sample.asOf(night)).get("files")) {
        assertThat(files.put(file.get("name").asString(), file)).isNull();
      }
      return files;
    }

    private static String expectation(Table.Row row) {
      List<String> words = new ArrayList<>();
      words.add(row.of("unit", "state", "problems", "effective"));
      for (String count : COUNTS) {
        if (!row.get(count).isEmpty()) {
          words.add(count + " " + row.get(count));
        }
      }
      return String.join(" | ", words);
    }

    /** The same of what was published; what is blank in the expectation is not compared. */
    private static String said(JsonNode file, Table.Row row) {
      List<String> words = new ArrayList<>();
      words.add(file.get("unit").asString());
      words.add(file.get("state").asString());
      words.add(problems(file));
      words.add(file.get("effective").asString());
      for (String count : COUNTS) {
        if (!row.get(count).isEmpty()) {
          words.add(count + " " + file.get(count).asString());
        }
      }
      return String.join(" | ", words);
    }

    private static String problems(JsonNode file) {
      return file.get("problems")
          .valueStream()
          .map(each -> each.get("code").asString() + "=" + each.get("count").asString())
          .sorted()
          .collect(Collectors.joining(";"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void everyRowOfEveryFileIsAccountedFor(int night) throws IOException {
      JsonNode run = office.runJson(Sample.asOf(night));
      int rows = 0;
      for (JsonNode file : run.get("files")) {
        assertThat(buckets(file)).as("%s", file).isEqualTo(file.get("rows").asInt());
        rows += file.get("rows").asInt();
        int ofSheets = 0;
        for (JsonNode sheet : file.get("sheets")) {
          assertThat(buckets(sheet)).isEqualTo(sheet.get("rows").asInt());
          ofSheets += sheet.get("rows").asInt();
        }
        assertThat(ofSheets).as("%s", file).isEqualTo(file.get("rows").asInt());
      }
      JsonNode balance = run.get("balance");
      assertThat(balance.get("balanced").asBoolean()).isTrue();
      assertThat(balance.get("rows").asInt()).isEqualTo(rows);
      assertThat(buckets(balance)).isEqualTo(rows);
    }

    private static int buckets(JsonNode counts) {
      int sum = 0;
      for (String bucket : List.of("accepted", "rejected", "blank", "duplicate", "note")) {
        sum += counts.get(bucket).asInt();
      }
      return sum;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void theFindingsRollForward(int night) throws IOException {
      JsonNode moved = office.runJson(Sample.asOf(night)).get("balance").get("findings");
      Map<String, Long> states =
          office.table(Sample.asOf(night), "findings.csv").rows().stream()
              .collect(Collectors.groupingBy(row -> row.get("state"), Collectors.counting()));
      long open =
          states.getOrDefault("new", 0L)
              + states.getOrDefault("persisting", 0L)
              + states.getOrDefault("reopened", 0L);
      assertThat(moved.get("open").asLong()).isEqualTo(open);
      assertThat(
              moved.get("openBefore").asLong()
                  + moved.get("new").asLong()
                  + moved.get("reopened").asLong()
                  - moved.get("resolved").asLong()
                  - moved.get("explained").asLong())
          .isEqualTo(open);
      assertThat(moved.get("new").asLong()).isEqualTo(states.getOrDefault("new", 0L));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void everyAcceptedRowIsLinkedOrSaidNotToBe(int night) throws IOException {
      Map<String, Long> lines =
          office.table(Sample.asOf(night), "links.csv").rows().stream()
              .collect(Collectors.groupingBy(row -> row.get("list"), Collectors.counting()));
      for (Map.Entry<String, JsonNode> list :
          office.runJson(Sample.asOf(night)).get("lists").properties()) {
        if (list.getValue().get("present").asBoolean()) {
          JsonNode flow = list.getValue();
          assertThat(lines.get(list.getKey())).isEqualTo(flow.get("rows").asLong());
          assertThat(
                  flow.get("linked").asInt()
                      + flow.get("undecided").asInt()
                      + flow.get("unlinked").asInt())
              .isEqualTo(flow.get("rows").asInt());
          assertThat(flow.get("accepted").asInt() - flow.get("replaced").asInt())
              .isEqualTo(flow.get("rows").asInt());
        }
      }
    }

    private static Table expected(int night, String file) throws IOException {
      return Table.read(Sample.INPUTS.resolve("expected").resolve("night-" + night).resolve(file));
    }
  }
}

package cn.bidui.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Two invented counties live through a night of the same day, a third has a night with a refused
 * file; the city rolls them up. Every figure is reckoned a second time from what they published.
 */
@TestInstance(Lifecycle.PER_CLASS)
class RollUpTest {

  private static final String AS_OF = "2025-11-20";
  private static final Path SECOND = Sample.INPUTS.resolve("second-county");
  private static final Set<String> OPEN = Set.of("new", "persisting", "reopened");
  private static final Set<String> DROPOUT =
      Set.of(
          "never-enrolled",
          "vanished-from-roll",
          "leave-expired",
          "no-progression",
          "absent",
          "disabled-unplaced");

  private Path city;
  private Map<String, Office> counties;
  private Office apart;
  private Office.Said said;
  private Table figures;

  @BeforeAll
  void liveThroughTheNights(@TempDir Path temporary) throws IOException {
    Office first = Sample.after(1, temporary.resolve("first"));
    Sample.drop(2, first);
    assertThat(first.run(AS_OF, "--quiet").exit()).isZero();
    Office second = second(temporary.resolve("second"));
    apart = Sample.after(1, temporary.resolve("third"));
    counties = new LinkedHashMap<>();
    counties.put("青禾县", first);
    counties.put("松岚县", second);
    city = temporary.resolve("city");
    said =
        Office.bidui(
            "roll-up",
            "青禾县=" + first.home(),
            "松岚县=" + second.report(AS_OF),
            "云岭县=" + apart.home(),
            "北原县=" + temporary.resolve("nowhere"),
            "--out",
            city.toString());
    figures = Table.read(city.resolve("data/roll-up.csv"));
  }

  private static Office second(Path home) throws IOException {
    Office office = Office.open(home);
    for (Path jobs : List.of(Path.of("jobs"), SECOND.resolve("jobs"))) {
      for (Path file : Office.files(jobs)) {
        Path target = home.resolve("jobs").resolve(jobs.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.write(target, Files.readAllBytes(file));
      }
    }
    for (Path file : Office.files(SECOND.resolve("inbox"))) {
      office.drop(file.getFileName().toString(), Files.readAllBytes(file));
    }
    Office.Said night = office.run(AS_OF, "--quiet");
    assertThat(night.exit()).as(night.all()).isZero();
    return office;
  }

  @Test
  void theCountiesThatAreNotCountedAreNamed() {
    assertThat(said.exit()).as(said.all()).isEqualTo(2);
    assertThat(said.err())
        .contains("北原县（缺报）：找不到该县的文件夹")
        .contains("云岭县（单列）：核对日期是 2025-11-03，不是汇总日 2025-11-20")
        .contains("云岭县（单列）：该县当晚有退回的文件");
    assertThat(said.out()).contains("应报 4 个区县：计入合计 2 个，单列 1 个，缺报 1 个");
  }

  /** The findings of the counties that are counted. */
  private List<Table.Row> findings() throws IOException {
    List<Table.Row> all = new ArrayList<>();
    for (Office county : counties.values()) {
      all.addAll(county.table(AS_OF, "findings.csv").rows());
    }
    return all;
  }

  private Map<String, String> totals(String section, String measure) {
    return of("", section, measure);
  }

  private Map<String, String> of(String county, String section, String measure) {
    Map<String, String> values = new TreeMap<>();
    figures
        .where(
            row ->
                row.get("county").equals(county)
                    && row.get("section").equals(section)
                    && row.get("measure").equals(measure))
        .forEach(
            row ->
                values.put((row.get("subject") + " " + row.get("term")).strip(), row.get("value")));
    return values;
  }

  @Test
  void theSumOfEveryRuleIsThatOfItsFindings() throws IOException {
    for (String state : List.of("new", "persisting", "reopened", "explained", "resolved")) {
      Map<String, String> sums = new TreeMap<>();
      findings().stream()
          .filter(row -> row.get("state").equals(state))
          .collect(Collectors.groupingBy(row -> row.get("rule"), Collectors.counting()))
          .forEach((rule, count) -> sums.put(rule, count.toString()));

      Map<String, String> told = totals("rule", state);
      told.values().removeIf(value -> value.isEmpty() || value.equals("0"));
      assertThat(told).as(state).isEqualTo(sums);
    }
    assertThat(totals("rule", "resolved").values()).contains("3");
  }

  @Test
  void whoIsOpenInACountyIsWhoItsRunCounted() throws IOException {
    for (Map.Entry<String, Office> county : counties.entrySet()) {
      int open =
          of(county.getKey(), "rule", "open").values().stream()
              .filter(value -> !value.isEmpty())
              .mapToInt(Integer::parseInt)
              .sum();

      JsonNode run = county.getValue().runJson(AS_OF);
      assertThat(open).isEqualTo(run.at("/balance/findings/open").asInt()).isPositive();
    }
  }

  @Test
  void whatIsDueIsTheSumOfTheFindings() throws IOException {
    Map<String, BigDecimal> due = new TreeMap<>();
    Map<String, Set<String>> people = new TreeMap<>();
    for (Map.Entry<String, Office> county : counties.entrySet()) {
      for (Table.Row row : county.getValue().table(AS_OF, "findings.csv").rows()) {
        if (row.get("rule").equals("unfunded-eligible") && OPEN.contains(row.get("state"))) {
          for (String key : List.of(row.get("program") + " " + row.get("term"), "")) {
            due.merge(key, new BigDecimal(row.get("due")), BigDecimal::add);
            people
                .computeIfAbsent(key, each -> new TreeSet<>())
                .add(county.getKey() + row.get("person_key"));
          }
        }
      }
    }

    assertThat(totals("unfunded", "due")).isEqualTo(strings(due)).hasSizeGreaterThan(2);
    Map<String, Integer> counts = new TreeMap<>();
    people.forEach((program, keys) -> counts.put(program, keys.size()));
    assertThat(totals("unfunded", "people")).isEqualTo(strings(counts));
  }

  private static Map<String, String> strings(Map<String, ?> values) {
    Map<String, String> strings = new TreeMap<>();
    values.forEach((key, value) -> strings.put(key, value.toString()));
    return strings;
  }

  @Test
  void suspectedDropoutsAreTheSumOfTheFindings() throws IOException {
    long open =
        findings().stream()
            .filter(row -> DROPOUT.contains(row.get("rule")) && OPEN.contains(row.get("state")))
            .count();
    long primary =
        findings().stream()
            .filter(row -> DROPOUT.contains(row.get("rule")) && OPEN.contains(row.get("state")))
            .filter(row -> row.get("stage").equals("小学"))
            .count();

    Map<String, String> told = totals("dropout", "open");
    assertThat(told.values().stream().mapToLong(Long::parseLong).sum()).isEqualTo(open);
    assertThat(told.get("primary")).isEqualTo(Long.toString(primary));
    assertThat(open).isPositive();
  }

  @Test
  void goalsAddUpOnlyWhatWasCompared() throws IOException {
    for (String goal : List.of("enrolled-exact", "fields-complete")) {
      long right = 0;
      long of = 0;
      for (Office county : counties.values()) {
        JsonNode score = county.runJson(AS_OF).get("scoreboard").get(goal);
        right += score.path("right").asLong();
        of += score.path("of").asLong();
      }
      assertThat(totals("goal", "right")).containsEntry(goal, Long.toString(right));
      assertThat(totals("goal", "of")).containsEntry(goal, Long.toString(of));
    }
    assertThat(of("青禾县", "goal", "of")).containsEntry("enrolled-exact", "");
    assertThat(of("松岚县", "goal", "of")).containsEntry("enrolled-exact", "43");
  }

  @Test
  void aCountyOfAnotherDayIsInNoTotal() throws IOException {
    Map<String, String> its = of("云岭县", "rule", "open");
    long open =
        apart
            .table(Sample.asOf(1), "findings.csv")
            .where(row -> OPEN.contains(row.get("state")))
            .size();

    assertThat(
            its.values().stream()
                .filter(value -> !value.isEmpty())
                .mapToLong(Long::parseLong)
                .sum())
        .isEqualTo(open);
    assertThat(figures.where(row -> row.get("county").equals("北原县"))).isEmpty();
  }

  @Test
  void nobodyOfAnyCountyIsKnownToTheCity() throws IOException {
    List<Office> all = new ArrayList<>(counties.values());
    all.add(apart);
    Set<String> canaries = new TreeSet<>();
    for (Office county : all) {
      String day = county.equals(apart) ? Sample.asOf(1) : AS_OF;
      for (String file : List.of("findings.csv", "entitlements.csv")) {
        for (Table.Row row : county.table(day, file).rows()) {
          for (String column :
              List.of("finding_id", "person_key", "name", "citizen_id", "township", "school")) {
            canaries.add(row.values().getOrDefault(column, ""));
          }
        }
      }
    }
    canaries.removeIf(canary -> canary.length() < 2);
    assertThat(canaries).hasSizeGreaterThan(200);

    List<Path> files = Office.files(city);
    assertThat(files).hasSize(4);
    for (Path file : files) {
      String words = Zip.words(file);
      assertThat(canaries.stream().filter(words::contains)).as(file.toString()).isEmpty();
    }
  }

  @Test
  void thePageAndTheWorkbookTellTheSameTotals() throws IOException {
    String page = Files.readString(city.resolve("index.html"));
    String due = totals("unfunded", "due").get("");

    assertThat(page).contains("应报 4 个区县：计入合计 2 个，单列 1 个，缺报 1 个。", due + " 元", "合计（计入 2 个区县）");
    assertThat(page).contains("未计入：云岭县（单列）、北原县（缺报）");
  }

  @Test
  void whatIsThereIsNotWrittenOver() {
    Office.Said again =
        Office.bidui("roll-up", counties.get("青禾县").home().toString(), "--out", city.toString());

    assertThat(again.exit()).isEqualTo(64);
    assertThat(again.err()).contains("已经存在，没有改动");
  }
}

package cn.bidui.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * One night of another county, with all thirteen lists and policies of its own: what is found, what
 * is not, and a scoreboard that was reckoned by hand from the lists.
 */
@TestInstance(Lifecycle.PER_CLASS)
class SecondCountyNightTest {

  private static final String AS_OF = "2025-11-20";
  private static final String SCHOOL = "松岚县云栈初级中学";
  private static final Path COUNTY = Sample.INPUTS.resolve("second-county");
  private static final Path EXPECTED = Sample.INPUTS.resolve("expected").resolve("second-county");

  private Office office;
  private Office.Said said;
  private Path folder;

  @BeforeAll
  void liveThroughTheNight(@TempDir Path temporary) throws IOException {
    folder = temporary;
    office = Office.open(temporary.resolve("home"));
    lay(Path.of("jobs"));
    lay(COUNTY.resolve("jobs"));
    for (Path file : Office.files(COUNTY.resolve("inbox"))) {
      office.drop(file.getFileName().toString(), Files.readAllBytes(file));
    }
    said = office.run(AS_OF, "--quiet");
  }

  /** Lays a tree of jobs over the work folder's. */
  private void lay(Path jobs) throws IOException {
    for (Path file : Office.files(jobs)) {
      Path target = office.home().resolve("jobs").resolve(jobs.relativize(file).toString());
      Files.createDirectories(target.getParent());
      Files.write(target, Files.readAllBytes(file));
    }
  }

  @Test
  void everyRowOfEveryListIsTaken() throws IOException {
    assertThat(said.exit()).as(said.all()).isZero();
    Set<String> lists = new TreeSet<>();
    for (JsonNode file : office.runJson(AS_OF).get("files")) {
      assertThat(file.get("state").asString()).as("%s", file).isEqualTo("accepted");
      lists.add(file.get("list").asString());
    }
    assertThat(lists).hasSize(13);
  }

  @Test
  void exactlyTheExpectedFindingsArePublished() throws IOException {
    String[] columns = {"rule", "name", "outcome", "due", "found"};

    assertThat(office.table(AS_OF, "findings.csv").of(columns))
        .isEqualTo(Table.read(EXPECTED.resolve("findings.csv")).of(columns));
  }

  /** A pupil who is spared may be asked about for another reason, and then that stands there. */
  @Test
  void whoOnlyLooksLikeACaseIsNotFound() throws IOException {
    List<String> spared =
        Table.read(EXPECTED.resolve("spared.csv")).rows().stream()
            .map(row -> row.get("name"))
            .toList();

    assertThat(office.table(AS_OF, "findings.csv").where(row -> spared.contains(row.get("name"))))
        .extracting(row -> row.of("rule", "name"))
        .containsExactlyInAnyOrder("out-of-county | 戚远山", "duplicate-roll | 项南星");
  }

  @Test
  void theScoreboardIsTheOneReckonedByHand() throws IOException {
    List<String> found = new ArrayList<>();
    office
        .runJson(AS_OF)
        .get("scoreboard")
        .properties()
        .forEach(goal -> addScores(goal.getKey(), goal.getValue(), found));
    Collections.sort(found);

    assertThat(found)
        .isEqualTo(
            Table.read(EXPECTED.resolve("scoreboard.csv"))
                .of("goal", "level", "place", "right", "of"));
  }

  private static void addScores(String goal, JsonNode score, List<String> scores) {
    assertThat(score.get("compared").asBoolean()).as(goal).isTrue();
    scores.add(goal + " | county |  | " + figures(score));
    for (JsonNode place : score.get("places")) {
      String where = place.get("level").asString() + " | " + place.get("name").asString();
      scores.add(goal + " | " + where + " | " + figures(place));
    }
  }

  private static String figures(JsonNode score) {
    return score.get("right").asString() + " | " + score.get("of").asString();
  }

  /** Nobody can vanish in the first night. */
  @Test
  void everyRuleIsEvaluatedButTheOneThatNeedsANightBefore() throws IOException {
    assertThat(
            office.runJson(AS_OF).get("rules").properties().stream()
                .filter(rule -> !rule.getValue().get("evaluated").asBoolean())
                .map(rule -> rule.getKey()))
        .containsExactly("vanished-from-roll");
  }

  @Test
  void thePageShowsTheScoreboard() throws IOException {
    String page = Files.readString(office.report(AS_OF).resolve("index.html"));

    assertThat(page)
        .contains("三个零误差", "93.02 %", "92.85 %", "90.90 %", "75.00 %", "66.66 %", "99.45 %")
        .contains("28/31", "17/19", "15/17", "135/136");
  }

  @Test
  void theCountysPoliciesHaveNoGaps() {
    Office.Said checked = Office.bidui("policy", "check", "--home", office.home().toString());

    assertThat(checked.exit()).as(checked.all()).isZero();
    assertThat(checked.out()).contains("songlan-2025", "ziyang-2021");
  }

  @Test
  void theNearestPolicyWinsAndOldPupilsKeepWhatTheyHad() {
    assertThat(shown("2025秋", "中职")).contains("1000.00", "1300.00", "松岚县2025年学生资助政策");
    assertThat(shown("2025春", "中职")).contains("平均 1150.00").doesNotContain("1300.00");
    assertThat(shown("2022秋", "本科")).contains("3000.00", "紫教体科发〔2021〕71号");
    assertThat(shown("2025秋", "初中")).contains("750.00", "375.00");
  }

  private String shown(String term, String stage) {
    Office.Said shown =
        Office.bidui(
            "policy", "show", "--term", term, "--stage", stage, "--home", office.home().toString());
    assertThat(shown.exit()).as(shown.all()).isZero();
    return shown.out();
  }

  @Test
  void theSheetsOfOneSchoolHaveItsPupilsOnly() throws IOException {
    Path out = folder.resolve("一单式.xlsx");
    Office.Said sheets =
        office.does("report", "--sheets", "--school", SCHOOL, "--out", out.toString());
    Set<String> pupils =
        office
            .table(AS_OF, "entitlements.csv")
            .where(row -> row.get("school").equals(SCHOOL))
            .stream()
            .map(row -> row.get("person_key"))
            .collect(Collectors.toSet());

    assertThat(sheets.exit()).as(sheets.all()).isZero();
    assertThat(out).exists();
    assertThat(sheets.out()).contains(" " + pupils.size() + " ");
  }

  @Test
  void noNameOfAnybodyStandsInTheLogs() throws IOException {
    try (Stream<Path> logs = Files.walk(office.home().resolve("logs"))) {
      for (Path log : logs.filter(Files::isRegularFile).toList()) {
        assertThat(Files.readString(log)).doesNotContain("方知远", "990201201701");
      }
    }
  }
}

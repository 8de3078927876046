package cn.bidui.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The shape of what is published, on which other programs rely. */
@TestInstance(Lifecycle.PER_CLASS)
class ContractTest {

  private static final String AS_OF = Sample.asOf(3);
  private static final Set<String> STATES =
      Set.of("new", "persisting", "reopened", "explained", "resolved");

  private Office office;

  @BeforeAll
  void liveThroughTheNights(@TempDir Path folder) throws IOException {
    office = Sample.after(3, folder.resolve("home"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rejects.csv   | file,sheet,row,column,code,found,expected,action",
        "links.csv     | list,file,sheet,row,person_key,decision,tier,weight",
        "undecided.csv | left_list,left_file,left_sheet,left_row,right_list,right_file,"
            + "right_sheet,right_row,weight,reason",
        "findings.csv  | finding_id,case_id,rule,severity,state,outcome,first_seen,last_seen,"
            + "person_key,name,citizen_id,township,school,stage,grade,category,program,term,due,"
            + "found,cells,explanation",
        "cases.csv     | case_id,stage,rules,findings,open,school,township,stage_of_school,"
            + "registered,opened,assigned,answered,verified,filed,due,overdue,rebounds,reviews,"
            + "person_known,gaps"
      })
  void theColumnsAreThoseOfTheContract(String file, String header) throws IOException {
    assertThat(Files.readAllLines(office.report(AS_OF).resolve("data").resolve(file)).get(0))
        .isEqualTo(header);
  }

  @Test
  void runJsonHasTheFieldsOfTheContract() throws IOException {
    JsonNode run = office.runJson(AS_OF);
    assertThat(run.propertyNames())
        .contains(
            "runId",
            "asOf",
            "job",
            "software",
            "policies",
            "model",
            "durationMs",
            "exit",
            "files",
            "lists",
            "balance",
            "scoreboard",
            "rules",
            "held");
    assertThat(run.get("asOf").asString()).isEqualTo(AS_OF);
    assertThat(run.get("job").asString()).isEqualTo("nightly");
    assertThat(run.get("exit").asInt()).isEqualTo(2);
    assertThat(run.get("policies").isArray()).isTrue();
    assertThat(run.get("held").isArray()).isTrue();
    for (JsonNode file : run.get("files")) {
      assertThat(file.propertyNames())
          .contains(
              "name",
              "sha256",
              "list",
              "state",
              "sheet",
              "headerRow",
              "rows",
              "accepted",
              "rejected",
              "blank",
              "duplicate",
              "note",
              "problems",
              "effective",
              "dataDate",
              "term",
              "scope");
      for (JsonNode problem : file.get("problems")) {
        assertThat(problem.propertyNames()).containsExactly("code", "count");
      }
    }
  }

  @Test
  void everyListKindAndEveryRuleOfThisReleaseIsThere() throws IOException {
    JsonNode run = office.runJson(AS_OF);
    assertThat(run.get("lists").propertyNames())
        .containsExactly(
            "roll",
            "aid",
            "households",
            "enrolled",
            "hardship",
            "payments",
            "civil",
            "disability",
            "population",
            "roll-changes",
            "placements",
            "attendance",
            "schools");
    assertThat(run.get("rules").propertyNames())
        .containsExactlyInAnyOrder(
            "unfunded-eligible",
            "underpaid",
            "overpaid",
            "wrong-standard",
            "granted-not-paid",
            "paid-not-granted",
            "duplicate-aid",
            "funded-not-enrolled",
            "funded-not-eligible",
            "shared-account",
            "never-enrolled",
            "vanished-from-roll",
            "leave-expired",
            "transfer-in-limbo",
            "no-progression",
            "absent",
            "disabled-unplaced",
            "status-conflict",
            "out-of-county",
            "id-invalid",
            "id-suspected-typo",
            "id-shared",
            "name-differs",
            "birth-or-sex-differs",
            "duplicate-roll",
            "school-or-grade-differs",
            "age-implausible",
            "enrolled-missing",
            "enrolled-extra",
            "hardship-missing",
            "hardship-extra",
            "school-missing",
            "program-missing",
            "field-missing",
            "undecided-identity");
    for (JsonNode rule : run.get("rules")) {
      assertThat(rule.propertyNames()).contains("evaluated", "compared", "findings", "needs");
      assertThat(rule.get("evaluated").asBoolean()).isEqualTo(rule.get("needs").isEmpty());
    }
  }

  @Test
  void everyFindingSaysWhatTheContractPromises() throws IOException {
    Set<String> ids = new TreeSet<>();
    for (Table.Row row : office.table(AS_OF, "findings.csv").rows()) {
      assertThat(ids.add(row.get("finding_id"))).isTrue();
      assertThat(row.get("severity")).isIn("high", "medium", "low");
      assertThat(row.get("state")).isIn(STATES);
      assertThat(row.get("citizen_id")).matches("|.{6}\\*{8}.{4}|.*\\*.*");
      assertThat(row.get("due")).matches("|[0-9]+\\.[0-9]{2}");
      assertThat(row.get("cells")).matches("[^!]+![^!]*!\\d+(;[^!]+![^!]*!\\d+)*");
      assertThat(row.get("first_seen")).isBetween(Sample.asOf(1), AS_OF);
      assertThat(row.get("last_seen")).isBetween(row.get("first_seen"), AS_OF);
      assertThat(row.get("explanation")).isNotBlank().doesNotContain("{");
    }
  }

  @Test
  void everyRejectedRowSaysWhereWhatAndWhatToDo() throws IOException {
    Table rejects = office.table(AS_OF, "rejects.csv");
    assertThat(rejects.rows()).isNotEmpty();
    for (Table.Row row : rejects.rows()) {
      assertThat(row.get("code")).matches("[A-Z]+(-[A-Z]+)+");
      assertThat(row.get("row")).matches("[1-9][0-9]*");
      assertThat(row.get("column")).matches("[A-Z]{1,2}");
      assertThat(row.get("expected")).isNotBlank().doesNotContain("{");
      assertThat(row.get("action")).isNotBlank().doesNotContain("{");
    }
  }

  @Test
  void decisionsAreThreeAndEveryUndecidedRowIsPairedWithAnother() throws IOException {
    assertThat(office.table(AS_OF, "links.csv").rows())
        .extracting(row -> row.get("decision"))
        .containsOnly("linked", "undecided", "unlinked");
    assertThat(office.table(AS_OF, "undecided.csv").rows())
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row.get("reason")).isNotBlank());
  }

  @Test
  void theReportHasTheFilesOfTheContract() throws IOException {
    assertThat(office.published(AS_OF).keySet())
        .contains(
            "index.html",
            "差异清单.xlsx",
            "疑似辍学台账.xlsx",
            "控制总账.xlsx",
            "学校/城关镇第一小学.xlsx",
            "学校/白鹭乡九年一贯制学校.xlsx",
            "乡镇/青禾镇.xlsx",
            "data/cases.csv",
            "data/findings.csv",
            "data/links.csv",
            "data/rejects.csv",
            "data/undecided.csv");
    assertThat(Files.readString(office.home().resolve("reports/latest.txt")).strip())
        .isEqualTo(AS_OF);
    try (Stream<Path> reports = Files.list(office.home().resolve("reports"))) {
      assertThat(reports.map(path -> path.getFileName().toString()))
          .as("nothing half-published is left")
          .containsExactlyInAnyOrder("2025-11-03", "2025-11-04", "2025-11-05", "latest.txt");
    }
  }

  @Test
  void thePageAsksForNothingOutside() throws IOException {
    assertThat(Files.readString(office.report(AS_OF).resolve("index.html")))
        .contains("<svg")
        .doesNotContainPattern("(?i)(src|href)\\s*=\\s*[\"']?(https?:)?//")
        .doesNotContainPattern("(?i)@import|url\\(|<script");
  }

  @Test
  void everyDroppedFileIsAnsweredUnderItsUnit() throws IOException {
    Map<String, String> answers = Office.digests(office.feedback());
    for (int night = 1; night <= 3; night++) {
      Path inbox = Sample.INPUTS.resolve("night-" + night).resolve("inbox");
      for (Path file : Sample.files(night)) {
        String name = inbox.relativize(file).toString().replace('\\', '/');
        String stem = name.substring(0, name.lastIndexOf('.'));
        assertThat(List.of(stem + "__已收妥.xlsx", stem + "__未通过.xlsx"))
            .as(name)
            .containsAnyElementsOf(answers.keySet());
      }
    }
  }

  @Test
  void theJournalsHeadStandsInRunJsonAndInTheDigestOnly() throws IOException {
    String head = office.runJson(AS_OF).get("journalHead").asString();
    assertThat(head).isNotBlank();
    for (Path file : Office.files(office.report(AS_OF))) {
      if (!file.endsWith("run.json")) {
        assertThat(Zip.words(file)).as("%s", file).doesNotContain(head);
      }
    }
  }
}

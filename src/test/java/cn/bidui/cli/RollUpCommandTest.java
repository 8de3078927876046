package cn.bidui.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class RollUpCommandTest {

  private static final String HEADER =
      "finding_id,case_id,rule,severity,state,outcome,first_seen,last_seen,person_key,name,"
          + "citizen_id,township,school,stage,grade,category,program,term,due,found,cells,"
          + "explanation\r\n";

  @TempDir private Path folder;

  private record Told(int exit, String out, String err) {}

  private Told rollUp(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    List<String> line = new ArrayList<>(List.of("roll-up"));
    line.addAll(List.of(arguments));
    line.addAll(List.of("--lang", "en", "--out", target().toString()));
    String[] words = line.toArray(String[]::new);
    CommandLine command = Bidui.commandLine(words);
    int exit =
        command
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute(words);
    return new Told(exit, out.toString(), err.toString());
  }

  private Path target() {
    return folder.resolve("city");
  }

  /** A work folder with one night on which nothing was found. */
  private Path county(String name) throws IOException {
    Path home = folder.resolve(name);
    Path data = Files.createDirectories(home.resolve("reports/2026-11-22/data"));
    Files.writeString(data.resolve("findings.csv"), HEADER);
    Files.writeString(
        data.resolve("run.json"),
        """
        {"runId": "R", "asOf": "2026-11-22", "exit": 0, "journalHead": "1:%s",
         "lists": {}, "held": [], "rules": {},
         "balance": {"balanced": true, "findings": {"new": 0, "reopened": 0, "open": 0}},
         "scoreboard": {"enrolled-exact": {"compared": false, "needs": []},
          "hardship-exact": {"compared": false, "needs": []},
          "payments-exact": {"compared": false, "needs": []},
          "schools-complete": {"compared": false, "needs": []},
          "programs-complete": {"compared": false, "needs": []},
          "fields-complete": {"compared": true, "right": 1, "of": 1, "needs": []}}}
        """
            .formatted(name));
    return home;
  }

  private List<String> names() throws IOException {
    return Files.readAllLines(target().resolve("data/roll-up.json")).stream()
        .filter(line -> line.contains("\"name\""))
        .map(line -> line.replaceAll(".*: \"(.*)\",?", "$1"))
        .toList();
  }

  @Test
  void twoCountiesAreRolledUp() throws IOException {
    Told told = rollUp("East=" + county("a"), "West=" + county("b"));

    assertThat(told.err()).isEmpty();
    assertThat(told.exit()).isZero();
    assertThat(told.out())
        .contains("2 counties are due: 2 in the totals, 0 apart, 0 missing")
        .contains("Wrote the roll-up (as of 2026-11-22, 0 findings open in the counties counted)");
    assertThat(names()).containsExactly("East", "West");
  }

  @Test
  void withoutANameTheSettingsOrTheFolderGiveOne() throws IOException {
    Path named = county("a");
    Files.writeString(named.resolve("bidui.yml"), "unit: East bureau\n");
    Path night = county("West").resolve("reports/2026-11-22");

    assertThat(rollUp(named.toString(), night.toString(), "--quiet").exit()).isZero();
    assertThat(names()).containsExactly("East bureau", "West");
  }

  @Test
  void aFolderMayHaveAnEqualsSignInItsName() throws IOException {
    assertThat(rollUp(county("a=b").toString()).exit()).isZero();
    assertThat(names()).containsExactly("a=b");
  }

  @Test
  void theNightThatLiesBesideOthersIsAFolderLikeAnyOther() throws IOException {
    Path night = county("a").resolve("reports/2026-11-22");
    Path copy = Files.move(night, folder.resolve("East"));

    assertThat(rollUp(copy.toString()).exit()).isZero();
    assertThat(names()).containsExactly("East");
  }

  @Test
  void aCountyThatIsMissingIsToldAndTheOthersAreWritten() throws IOException {
    Told told = rollUp("East=" + county("a"), "West=" + folder.resolve("nowhere"));

    assertThat(told.exit()).isEqualTo(2);
    assertThat(told.err())
        .isEqualTo(
            "West (missing): the county's folder was not found. Check the path and the rights to"
                + " the share, then roll up again."
                + System.lineSeparator());
    assertThat(target().resolve("index.html")).exists();
  }

  @Test
  void whereNoCountyCanBeReadNothingIsWritten() {
    Told told = rollUp("West=" + folder.resolve("nowhere"));

    assertThat(told.exit()).isEqualTo(2);
    assertThat(told.err()).contains("No county could be read; nothing was written");
    assertThat(target()).doesNotExist();
  }

  @Test
  void theDayCanBeChosen() throws IOException {
    Told told = rollUp("East=" + county("a"), "--as-of", "2026-11-21");

    assertThat(told.exit()).isEqualTo(2);
    assertThat(told.err()).contains("its night is of 2026-11-22, not of 2026-11-21");
    assertThat(told.out()).contains("no county could be counted").doesNotContain("0 findings");
  }

  @Test
  void aTargetThatIsThereIsLeftAlone() throws IOException {
    Files.createDirectory(target());

    Told told = rollUp("East=" + county("a"));

    assertThat(told.exit()).isEqualTo(64);
    assertThat(told.err()).contains("is already there and was not changed");
    assertThat(target()).isEmptyDirectory();
  }

  @Test
  void oneFolderIsNotAddedUpTwice() throws IOException {
    Told told = rollUp("East=" + county("a"), "West=" + folder.resolve("x/../a"));

    assertThat(told.exit()).isEqualTo(64);
    assertThat(told.err()).contains("is named twice; nothing was written");
  }

  @Test
  void twoCountiesOfOneNameAreNotMixedUp() throws IOException {
    Told told = rollUp("East=" + county("a"), "East=" + county("b"));

    assertThat(told.exit()).isEqualTo(64);
    assertThat(told.err()).contains("Two counties are called East; nothing was written");
  }

  @Test
  void whatIsNoFolderAtAllIsToldAsSuch() {
    Told told = rollUp("East=a\0b");

    assertThat(told.exit()).isEqualTo(64);
    assertThat(told.err()).contains("cannot be the name of a folder; write NAME=FOLDER");
    assertThat(target()).doesNotExist();
  }
}

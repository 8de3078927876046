package cn.bidui.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The job of the drive at the start of a term, and what one job leaves to the other. */
class TermStartTest {

  private static final List<String> SUBJECTS =
      List.of(
          "never-enrolled",
          "vanished-from-roll",
          "absent",
          "disabled-unplaced",
          "transfer-in-limbo",
          "leave-expired",
          "no-progression",
          "unfunded-eligible",
          "granted-not-paid");

  @TempDir Path folder;

  private static List<String> states(Office office, String asOf, String rule) throws IOException {
    return office.table(asOf, "findings.csv").where(row -> row.get("rule").equals(rule)).stream()
        .map(row -> row.get("state"))
        .distinct()
        .toList();
  }

  @Test
  void theDrivePublishesItsReportAndGoesOnWithTheSameLedger() throws IOException {
    Office office = Sample.after(3, folder.resolve("home"));
    Office.Said said = office.does("run", "term-start", "--as-of", "2025-11-06");

    assertThat(said.exit()).as(said.all()).isZero();
    Path report = office.report("2025-11-06");
    assertThat(report.resolve("学期开学专项行动报告.xlsx")).exists();
    long open =
        office
            .table("2025-11-06", "findings.csv")
            .where(
                row ->
                    SUBJECTS.contains(row.get("rule"))
                        && List.of("new", "persisting", "reopened").contains(row.get("state")))
            .size();
    assertThat(Files.readString(report.resolve("学期开学专项行动报告.html")))
        .contains("2025秋学期开学专项行动报告", "补发的共 " + open + " 件", "制表");
    assertThat(states(office, "2025-11-06", "overpaid")).containsExactly("persisting");
    assertThat(office.report(Sample.asOf(3)).resolve("学期开学专项行动报告.xlsx")).doesNotExist();
  }

  @Test
  void whatAJobDoesNotLookForStaysAsItWas() throws IOException {
    Office office = Sample.after(3, folder.resolve("home"));
    Path jobs = office.home().resolve("jobs");
    for (Path file : Office.files(Path.of("jobs"))) {
      Path target = jobs.resolve(Path.of("jobs").relativize(file).toString());
      Files.createDirectories(target.getParent());
      Files.copy(file, target);
    }
    Path job = jobs.resolve("nightly/job.yml");
    String all = Files.readString(job);
    List<String> before = states(office, Sample.asOf(3), "overpaid");
    Files.writeString(job, all.replace("\nrules:\n", "\nrules:\n  overpaid: {run: false}\n"));

    assertThat(office.run("2025-11-06").exit()).isZero();
    assertThat(before).isNotEmpty();
    assertThat(states(office, "2025-11-06", "overpaid")).containsExactly("persisting");

    Files.writeString(job, all);
    assertThat(office.run("2025-11-07").exit()).isZero();
    assertThat(states(office, "2025-11-07", "overpaid")).containsExactly("persisting");
  }
}

package cn.bidui.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * School, township, county: each level's workbooks hold its own rows only. Every part of every
 * workbook is unzipped, hidden sheets and document properties included, and searched for what names
 * the others' findings, cases and pupils.
 */
@TestInstance(Lifecycle.PER_CLASS)
class LevelsTest {

  private Office office;

  @BeforeAll
  void liveThroughTheNights(@TempDir Path folder) throws IOException {
    office = Sample.after(3, folder.resolve("home"));
  }

  @ParameterizedTest
  @CsvSource({
    "学校,school,1",
    "学校,school,2",
    "学校,school,3",
    "乡镇,township,1",
    "乡镇,township,2",
    "乡镇,township,3"
  })
  void aLevelsWorkbooksHoldItsOwnFindingsOnly(String folder, String level, int night)
      throws IOException {
    String asOf = Sample.asOf(night);
    List<Table.Row> findings = office.table(asOf, "findings.csv").where(row -> true);
    int looked = 0;
    for (Path book : Office.files(office.report(asOf).resolve(folder))) {
      String unit = String.valueOf(book.getFileName()).replace(".xlsx", "");
      String parts = String.join("\n", Zip.parts(book).values());
      Set<String> own = new HashSet<>();
      Set<String> others = new HashSet<>();
      for (Table.Row finding : findings) {
        boolean theirs = unit.equals(finding.get(level));
        (theirs ? own : others).add(finding.get("finding_id"));
        (theirs ? own : others).add(finding.get("person_key"));
      }
      others.removeAll(own);
      others.remove("");
      for (String canary : others) {
        assertThat(parts.contains(canary)).as("%s in %s", canary, book.getFileName()).isFalse();
      }
      own.removeIf(name -> !name.startsWith("F"));
      for (String finding : own) {
        assertThat(parts.contains(finding)).as("%s in %s", finding, book.getFileName()).isTrue();
        looked++;
      }
      assertThat(others).hasSizeGreaterThan(10);
    }
    assertThat(looked).isGreaterThan(20);
  }
}

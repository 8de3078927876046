package cn.bidui.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.ledger.Entry;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person rules on identity holds on every later night, and can be turned round. */
class IdentityRulingTest {

  private static final String RULE = "undecided-identity";

  private Office office;
  private String id;

  @BeforeEach
  void liveThroughTheFirstNight(@TempDir Path folder) throws IOException {
    office = Sample.after(1, folder.resolve("home"));
    id = office.finding(Sample.asOf(1), RULE, "严博博");
  }

  private static final Pattern TOTAL = Pattern.compile("合计 +([+-][0-9.]+)");

  private Office.Said rule(String word) {
    return office.does("answer", id, word, "--by", "王老师", "--as-of", Sample.asOf(1));
  }

  @Test
  void theSamePersonIsLinkedFromTheNextNightOnAndAfterARebuild() throws IOException {
    Office.Said said = rule("同一人");
    assertThat(said.exit()).as(said.all()).isZero();
    assertThat(said.out()).contains("从下次运行起一直有效");
    assertThat(office.journal(Entry.Pinned.class)).hasSize(1);

    Sample.drop(2, office);
    assertThat(office.run(Sample.asOf(2)).exit()).isZero();
    assertThat(office.state(Sample.asOf(2), id)).isEqualTo("resolved");
    assertThat(
            office.table(Sample.asOf(2), "links.csv").where(row -> row.get("tier").equals("pin")))
        .hasSize(2)
        .allMatch(row -> row.get("decision").equals("linked"));
    assertThat(office.does("rebuild").out()).contains("逐字节相同");
  }

  @Test
  void twoWhoAreNotTheSameAreNeverAskedAboutAgain() throws IOException {
    assertThat(rule("different").exit()).isZero();
    for (int night = 2; night <= 3; night++) {
      Sample.drop(night, office);
      office.run(Sample.asOf(night));
    }
    assertThat(office.state(Sample.asOf(2), id)).isEqualTo("resolved");
    assertThat(office.state(Sample.asOf(3), id)).isEmpty();
  }

  @Test
  void whoCannotTellLeavesTheQuestionOpen() throws IOException {
    assertThat(rule("无法判断").exit()).isZero();
    assertThat(office.journal(Entry.Pinned.class)).isEmpty();
    office.run(Sample.asOf(2));
    assertThat(office.state(Sample.asOf(2), id)).isEqualTo("persisting");
  }

  @Test
  void aRulingIsTurnedRoundUnderTheSameIdAfterItSettledTheQuestion() throws IOException {
    assertThat(rule("T").exit()).isZero();
    office.run(Sample.asOf(2));
    Office.Said again = office.does("answer", id, "same", "--by", "李老师", "--as-of", Sample.asOf(2));
    assertThat(again.exit()).as(again.all()).isZero();
    assertThat(again.out()).contains("此前 王老师 的认定相反");
    office.run(Sample.asOf(3));
    assertThat(
            office.table(Sample.asOf(3), "links.csv").where(row -> row.get("tier").equals("pin")))
        .isNotEmpty();
  }

  @Test
  void everyOpenPairIsExplainedWithItsPublishedWeightAndWithoutAName() throws IOException {
    List<BigDecimal> totals = new ArrayList<>();
    for (Table.Row open :
        office
            .table(Sample.asOf(1), "findings.csv")
            .where(row -> row.get("rule").equals("undecided-identity"))) {
      String out = office.does("explain", open.get("finding_id")).out();
      assertThat(out).doesNotContain(open.get("name"));
      Matcher total = TOTAL.matcher(out);
      assertThat(total.find()).isTrue();
      totals.add(new BigDecimal(total.group(1)));
    }
    assertThat(totals)
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(
            office.table(Sample.asOf(1), "undecided.csv").rows().stream()
                .map(row -> new BigDecimal(row.get("weight")))
                .toList());
  }

  @Test
  void explainShowsWhatTheWeightIsMadeOfAndWhatWouldSettleIt() throws IOException {
    String weight =
        office.table(Sample.asOf(1), "undecided.csv").rows().stream()
            .map(row -> row.get("weight"))
            .filter(each -> office.does("explain", id).out().contains("+" + each))
            .findFirst()
            .orElse("");
    assertThat(weight).as("the total is the published weight").isNotEmpty();
    assertThat(office.does("explain", id).out())
        .contains("合计", "怎样找到：", "为什么拿不准：", "怎样能定：")
        .doesNotContain("严博博 ");
    assertThat(office.does("explain", id, "--lang", "en").out())
        .contains("total", "found by: ", "why undecided: ", "what would settle it: ");
  }
}

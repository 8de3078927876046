package cn.bidui.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.ledger.Entry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three rows of one name and birthday, and what people rule on each two of them. */
class ContradictingRulingsTest {

  private static final String NIGHT = "2025-11-03";
  private static final String NEXT = "2025-11-04";
  private static final String FILE = "学籍在籍学生_20251102.csv";

  private Office office;

  @BeforeEach
  void publish(@TempDir Path folder) throws IOException {
    office = Office.open(folder.resolve("home"));
    String header = "学校名称,全国学籍号,姓名,性别,出生日期,身份证件类型,身份证件号,年级\r\n";
    StringBuilder rows = new StringBuilder(header);
    for (String school : List.of("甲镇小学", "乙镇小学", "丙镇小学")) {
      rows.append(school).append(",,乔宇谦,男,2017-07-26,其他,,三年级\r\n");
    }
    office.drop(FILE, rows.toString().getBytes(StandardCharsets.UTF_8));
    office.run(NIGHT);
  }

  private Office.Said rule(int left, int right, String word, String by) throws IOException {
    String cells = FILE + "!!" + left + ";" + FILE + "!!" + right;
    String id =
        office
            .table(NIGHT, "findings.csv")
            .where(row -> row.get("cells").equals(cells))
            .get(0)
            .get("finding_id");
    return office.does("answer", id, word, "--by", by, "--as-of", NIGHT);
  }

  @Test
  void aRulingThatContradictsTwoOthersIsNotRecordedAndSaysWhose() throws IOException {
    assertThat(rule(2, 3, "同一人", "王老师").exit()).isZero();
    assertThat(rule(3, 4, "同一人", "赵老师").exit()).isZero();

    Office.Said said = rule(2, 4, "不是同一人", "李老师");

    assertThat(said.exit()).isEqualTo(64);
    assertThat(said.err()).contains("没有记录：与 ").contains("此前的认定矛盾");
    assertThat(office.journal(Entry.Pinned.class)).hasSize(2);
    office.run(NEXT);
    assertThat(office.table(NEXT, "links.csv").rows())
        .extracting(row -> row.get("person_key"))
        .hasSize(3)
        .containsOnly(office.table(NEXT, "links.csv").rows().get(0).get("person_key"));
  }

  @Test
  void theThirdPairSettlesItselfOnceTheOthersAreRuledOn() throws IOException {
    rule(2, 3, "same", "王老师");
    rule(3, 4, "different", "王老师");
    office.run(NEXT);
    assertThat(office.table(NEXT, "undecided.csv").rows()).isEmpty();
    assertThat(office.table(NEXT, "links.csv").rows())
        .extracting(row -> row.get("decision"))
        .containsExactly("linked", "linked", "unlinked");
  }
}

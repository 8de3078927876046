package cn.bidui.report;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.source.ListKind;
import cn.bidui.source.Messages;
import java.util.List;
import org.junit.jupiter.api.Test;

class SummaryTest {

  private final Words words = Words.ZH;

  @Test
  void theFirstFindingsTheCountsAndTheBalanceArePrinted() {
    List<String> lines = new Summary(Messages.ZH, 2).lines(SmallCounty.night());
    assertThat(lines.get(0)).startsWith("收件 4 份共 9 行，新问题 2 个，未结 4 个。");
    assertThat(lines).contains("… 另有 2 个未结问题，见“差异清单.xlsx”。");
    assertThat(lines)
        .anyMatch(
            line ->
                line.startsWith(words.rule("duplicate-roll"))
                    && line.contains("安* 990101********0018"))
        .anyMatch(line -> line.contains("学籍.xlsx!初一!4;学籍.xlsx!初一!6"))
        .anyMatch(line -> line.startsWith("资助.csv") && line.endsWith("平"));
  }

  @Test
  void noNameAndNoIdIsPrintedWhole() {
    List<String> lines = new Summary(Messages.EN, 50).lines(SmallCounty.night());
    assertThat(lines)
        .noneMatch(
            line ->
                line.contains("安安")
                    || line.contains("安鞍")
                    || line.contains("白博")
                    || line.contains("乔乔")
                    || line.contains(SmallCounty.ID_OF_AN));
  }

  @Test
  void englishIsComplete() {
    List<String> lines =
        new Summary(Messages.EN, 50).lines(new SmallCounty().missing(ListKind.ROLL).build());
    assertThat(lines.get(0))
        .isEqualTo(
            "4 files with 9 rows; 2 new findings, 4 open. The comparison is incomplete: what is"
                + " missing or held back is named below; all other rows are accounted for.");
    assertThat(lines.get(1))
        .isEqualTo(
            "Missing lists: school roll. The rules that need them were not evaluated, which does"
                + " not mean that nothing is wrong.");
    assertThat(lines).anyMatch(line -> line.contains("not evaluated: needs payments"));
  }

  @Test
  void columnsAreAsWideAsTheyLook() {
    TextTable table = new TextTable();
    table.title("学校");
    table.title("n");
    table.title("x");
    table.row("青石", 7, "a\nb");
    table.row("A", 12, "");
    assertThat(table.lines(words))
        .containsExactly("学校  n   x", "----  --  ---", "青石   7  a b", "A     12");
  }

  @Test
  void anEmptyTableSaysSo() {
    assertThat(new TextTable().lines(words)).containsExactly("没有未结问题。");
  }

  @Test
  void widthsCountChineseTwiceAndMarksNotAtAll() {
    assertThat(Width.of("张A")).isEqualTo(3);
    assertThat(Width.of("𬭎（）。")).isEqualTo(8);
    assertThat(Width.of("e\u0301\u200b\u2014")).isEqualTo(2);
    assertThat(Width.clip("青石镇中心小学", 7)).isEqualTo("青石镇…");
    assertThat(Width.clip("abc", 3)).isEqualTo("abc");
    assertThat(Width.pad("青", 4)).isEqualTo("青  ");
    assertThat(Width.lines("一二三四五\n六", 4)).isEqualTo(4);
  }
}

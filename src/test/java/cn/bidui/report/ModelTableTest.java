package cn.bidui.report;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.link.weigh.LinkModel;
import cn.bidui.link.weigh.LinkModel.PairWeights;
import cn.bidui.source.Messages;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModelTableTest {

  private static LinkModel model(List<String> comparisons, PairWeights... pairs) {
    return new LinkModel("person", comparisons, List.of(pairs));
  }

  private static List<String> lines(LinkModel old, LinkModel made) {
    return new ModelTable(Messages.ZH, (comparison, level) -> comparison + "/" + level)
        .lines(old, made);
  }

  @Test
  void everyLevelOfEveryComparisonIsShownOldAndNew() {
    LinkModel old =
        model(
            List.of("name", "sex"),
            new PairWeights(
                "roll", "aid", -1600, List.of(List.of(0, 1700, -1000), List.of(0, 100, -500)), 0));
    LinkModel made =
        model(
            List.of("name", "sex"),
            new PairWeights(
                "roll",
                "aid",
                -1663,
                List.of(List.of(0, 1688, 412, -1040), List.of(0, 100, -621)),
                5230));
    assertThat(lines(old, made))
        .containsExactly(
            "名单                  比什么  比较结果      现用权重  新权重    变化",
            "--------------------  ------  ------------  --------  --------  --------",
            "学籍名单 与 资助名单  起点    学自 5230 对    -16.00    -16.63     -0.63",
            "学籍名单 与 资助名单  姓名    0/1             +17.00    +16.88     -0.12",
            "学籍名单 与 资助名单  姓名    0/2             -10.00     +4.12    +14.12",
            "学籍名单 与 资助名单  姓名    0/3           —           -10.40",
            "学籍名单 与 资助名单  性别    1/1              +1.00     +1.00     +0.00",
            "学籍名单 与 资助名单  性别    1/2              -5.00     -6.21     -1.21");
  }

  @Test
  void listsAndComparisonsThatTheOldModelHasNotAreNew() {
    LinkModel old = model(List.of("sex"));
    LinkModel made =
        model(List.of("name"), new PairWeights("a", "b", 0, List.of(List.of(0, 5)), 7));
    assertThat(lines(old, made))
        .last()
        .asString()
        .startsWith("a 与 b")
        .contains("—")
        .endsWith("+0.05");
    LinkModel same = model(List.of("sex"), new PairWeights("a", "b", 0, List.of(List.of(0, 5)), 7));
    assertThat(lines(same, made)).last().asString().contains("姓名").contains("—");
  }
}

package cn.bidui.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;

/** A case that is not written as cases are never passes: it fails with its file and line. */
class CaseFormatTest {

  private static final UsualRows USUAL =
      UsualRows.read(
          CaseNode.read(Path.of("src", "test", "resources", "spec", "judge", "usual.yaml")));

  private static final String UNFUNDED =
      """
      标题: 走读生没有受助记录
      基准日: 2026-01-15
      名单:
        学籍:
          - {姓名: 王禾苗, 年级: 四年级, 就读方式: 走读}
        防返贫:
          - {姓名: 王禾苗, 户类型: 脱贫户, 在校生状况: 小学}
        受助: []
      """;

  private static final String FOUND =
      """
      应有:
        - 疑点: 应助未助
          学生: 王禾苗
          结果: 应助未助（确认）
          应发: 312.50
          说明: 2025秋学期初属于脱贫户（防返贫监测名单），学籍在读，应享受义务教育家庭经济困难学生生活补助（每学期 312.50 元；依据：…），受助名单中没有；核实后补助，或说明原因。
      """;

  private static void check(String text) {
    new SpecCase(CaseNode.read("案例.yaml", text), USUAL, List.of("unfunded-eligible")).check();
  }

  private static AbstractThrowableAssert<?, ? extends Throwable> assertMistake(String text) {
    return assertThatThrownBy(() -> check(text)).isInstanceOf(CaseMistake.class);
  }

  @Test
  void aCaseThatSaysWhatTheProgramSaysPasses() {
    check(UNFUNDED + FOUND);
  }

  @Test
  void aKeyThatNobodyKnowsIsNamedWithItsLine() {
    assertMistake(UNFUNDED + FOUND + "应由: []\n")
        .hasMessageStartingWith("案例.yaml 第 15 行：不认得“应由”；可以写：标题、基准日");
  }

  @Test
  void aKeyThatStandsTwiceIsNamed() {
    assertMistake(UNFUNDED + FOUND + "基准日: 2026-01-16\n").hasMessage("案例.yaml 第 15 行：“基准日”写了两次");
  }

  @Test
  void aColumnThatTheListHasNotIsNamedWithItsLine() {
    assertMistake(UNFUNDED.replace("就读方式", "就读方法") + FOUND)
        .hasMessage("案例.yaml 第 5 行：名单“学籍”没有“就读方法”列");
  }

  @Test
  void twoWordsForOneColumnAreAMistake() {
    assertMistake(UNFUNDED.replace("年级: 四年级", "年级: 四年级, 就读年级: 四年级") + FOUND)
        .hasMessage("案例.yaml 第 5 行：“就读年级”和“年级”是同一列");
  }

  @Test
  void aListThatIsNoneIsNamed() {
    assertMistake(UNFUNDED.replace("防返贫:", "防返平:") + FOUND)
        .hasMessageStartingWith("案例.yaml 第 7 行：没有名单“防返平”；可以写：学籍、");
  }

  @Test
  void aRuleOrResultClassThatIsNoneIsNamed() {
    assertMistake(UNFUNDED + FOUND.replace("疑点: 应助未助", "疑点: 应助没助"))
        .hasMessageStartingWith("案例.yaml 第 10 行：没有规则“应助没助”；可以写：应助未助、");
    assertMistake(UNFUNDED + FOUND.replace("（确认）", "（确定）"))
        .hasMessage("案例.yaml 第 12 行：没有结果分类“应助未助（确定）”");
  }

  @Test
  void aFindingWithoutItsSentenceIsAMistake() {
    assertMistake(UNFUNDED + FOUND.substring(0, FOUND.indexOf("    说明")))
        .hasMessage("案例.yaml 第 10 行：缺少“说明”");
  }

  @Test
  void aCaseThatExpectsNothingAtAllIsAMistake() {
    assertMistake(UNFUNDED).hasMessage("案例.yaml 第 1 行：案例没有写期望：应有、不应有、核对、未核对至少写一项");
  }

  @Test
  void anIdThatSomebodyTypedIsAMistake() {
    assertMistake(UNFUNDED.replace("年级: 四年级", "身份证件号: 123456789, 年级: 四年级") + FOUND)
        .hasMessage("案例.yaml 第 5 行：号码由程序按出生日期编，写姓名或“录错一位”等");
  }

  @Test
  void somebodyWhomTheCaseDoesNotIntroduceIsAMistake() {
    assertMistake(UNFUNDED.replace("王禾苗", "王禾") + FOUND)
        .hasMessage("案例.yaml 第 5 行：人物里没有“王禾”；姓名写错的行，另写“本人: …”");
    assertMistake("人物: {王禾苗: 2016年5月}\n" + UNFUNDED + FOUND)
        .hasMessage("案例.yaml 第 1 行：“王禾苗”要写出生日期和性别，例如 2016-05-01 女");
  }

  @Test
  void aRowThatTheProgramWouldSendBackIsAMistake() {
    assertMistake(UNFUNDED.replace("四年级", "四十年级") + FOUND)
        .hasMessageStartingWith("案例.yaml 第 5 行：这一行会被退回：");
  }

  @Test
  void aDayThatIsNoneIsAMistake() {
    assertMistake(UNFUNDED.replace("2026-01-15", "2026年1月") + FOUND)
        .hasMessage("案例.yaml 第 2 行：日期写成 2026-01-15");
  }

  @Test
  void aPolicyWithMistakesIsAMistake() {
    assertMistake(UNFUNDED + FOUND + "县级政策: 不是政策\n").hasMessageStartingWith("案例.yaml 第 1 行：政策有错：");
  }

  @Test
  void aFindingThatTheCaseDoesNotListFailsIt() {
    assertThatThrownBy(() -> check(UNFUNDED + "应有: []\n"))
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith("没有列出：\n  - 疑点: 应助未助\n    学生: 王禾苗");
    assertThatThrownBy(() -> check(UNFUNDED + "不应有: [应助未助]\n只看: [重复学籍]\n"))
        .hasMessageStartingWith("没有列出：");
  }

  @Test
  void aSentenceThatDiffersByOneCharacterFailsTheCase() {
    assertThatThrownBy(() -> check(UNFUNDED + FOUND.replace("或说明原因。", "或说明原因")))
        .hasMessageContaining("没有出现：")
        .hasMessageContaining("没有列出：");
  }

  @Test
  void aNumberComparedThatDiffersFailsTheCase() {
    assertThatThrownBy(() -> check(UNFUNDED + FOUND + "核对: {应助未助: 3}\n"))
        .hasMessage("应助未助核对了 2，应为 3");
  }

  @Test
  void nothingFoundIsNotProvenByARuleThatComparedNothing() {
    String rollOnly = UNFUNDED.substring(0, UNFUNDED.indexOf("  防返贫"));

    assertThatThrownBy(() -> check(rollOnly + "不应有: [应助未助]\n"))
        .hasMessageStartingWith("应助未助没有核对，不能算“不应有”；缺少 [");
    assertThatThrownBy(() -> check(rollOnly + "未核对: {应助未助: [受助]}\n"))
        .hasMessageStartingWith("应助未助缺少的名单是 [");
    check(rollOnly + "未核对: {应助未助: [受助, 防返贫]}\n");
  }

  @Test
  void aCaseCanLeaveTheControlPupilOutOnlyInSoManyWords() {
    assertMistake(UNFUNDED + FOUND + "对照: 没有\n").hasMessageEndingWith("“对照”只能写“不用”");
  }

  @Test
  void everyCaseHasATitleOfItsOwn() throws Exception {
    assertThat(JudgeSpecTest.titles()).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(150);
  }
}

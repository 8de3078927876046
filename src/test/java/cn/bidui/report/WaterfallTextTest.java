package cn.bidui.report;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.link.Evidence.Agreement;
import cn.bidui.link.Tier;
import cn.bidui.link.Waterfall;
import cn.bidui.link.Waterfall.Rival;
import cn.bidui.link.Waterfall.Step;
import cn.bidui.source.Messages;
import cn.bidui.source.RowRef;
import cn.bidui.source.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;

class WaterfallTextTest {

  private static final Rival RIVAL =
      new Rival(new RowRef(new SourceFile("", "乙.csv", ""), "", 9), 1200);

  private static List<String> lines(Messages messages, Waterfall waterfall) {
    return new WaterfallText(messages, row -> row.file().name() + " " + row.row()).lines(waterfall);
  }

  private static Step step(
      String subject, String left, String right, Agreement agreement, int weight, int frequency) {
    return new Step(
        subject, left, right, agreement, agreement.key(), weight, frequency, 2300, -800);
  }

  private static final Waterfall PAIR =
      new Waterfall(
          -1660,
          List.of(
              step("name", "王**", "王**", Agreement.AGREES, 1700, -120),
              step("citizen-id", "990101********1019", "", Agreement.MISSING, 0, 0),
              step("sex", "MALE", "FEMALE", Agreement.DIFFERS, -500, 0),
              step("birth-date", "", "2012-03-**", Agreement.AGREES, 1240, 0),
              step("student-number", "", "", Agreement.MISSING, 0, 0)),
          2000,
          0,
          Tier.NAME_BIRTH_SEX,
          "link.undecided.name-birth-sex",
          List.of(RIVAL, new Rival(RIVAL.row(), 660), new Rival(RIVAL.row(), 580)));

  @Test
  void theSumIsATableAndWhatFollowsFromItSentences() {
    assertThat(lines(Messages.ZH, PAIR))
        .containsExactly(
            "比什么                    一边                另一边      比较结果  权重（比特）",
            "------------------------  ------------------  ----------  --------  ------------",
            "起点（未比较时的可能性）                                              -16.60",
            "姓名                      王**                王**        一致        +17.00",
            "　其中：取值常见或少见                                                 -1.20",
            "证件号码                  990101********1019  —           缺失         +0.00",
            "性别                      男                  女          不同         -5.00",
            "出生日期                  （由其它列得出）    2012-03-**  一致        +12.40",
            "合计                                                                   +6.60",
            "怎样找到：姓名、出生日期、性别相同",
            "依据：7 级，只有姓名、出生日期、性别一致",
            "为什么拿不准：只有姓名、出生日期、性别一致，可能是同名同日生的两个人",
            "把握：可能是同一人（合计 +6.6 比特，“很可能”从 +20.0 比特起）",
            "怎样能定：任何一边补上正确的证件号；或监护人证件号、户编号、学校有一项一致且两边唯一，即自动认定",
            "怎样能定：若补上“证件号码”且两边一致，权重升至 +29.6，达到 +20.0",
            "怎样能定：另有一行更符合：乙.csv 9，比这一对多 5.4 比特",
            "怎样能定：另有一行同样符合：乙.csv 9",
            "怎样能定：另有一行也符合：乙.csv 9，比这一对少 0.8 比特");
  }

  @Test
  void englishIsComplete() {
    assertThat(lines(Messages.EN, PAIR))
        .noneMatch(
            line -> line.codePoints().anyMatch(WaterfallTextTest::han) && !line.contains("王"))
        .contains(
            "found by: equal name, birth date and sex",
            "confidence: possibly the same person (total +6.6 bits; likely from +20.0 bits on)");
  }

  private static boolean han(int point) {
    return Character.UnicodeScript.of(point) == Character.UnicodeScript.HAN && point != '乙';
  }

  @Test
  void aLinkThatIsDecidedTellsWhatItHangsBy() {
    Waterfall linked =
        new Waterfall(
            0,
            List.of(step("name", "王**", "王**", Agreement.AGREES, 2300, 0)),
            2000,
            0,
            Tier.NONE,
            "",
            List.of());
    assertThat(lines(Messages.ZH, linked))
        .contains("怎样会变：若两边“姓名”不同，权重降至 -8.0，低于 +20.0")
        .noneMatch(line -> line.startsWith("依据：") || line.startsWith("为什么"));
  }

  @Test
  void aGradeIsShownInWords() {
    Waterfall pair =
        new Waterfall(
            0,
            List.of(step("grade", "JUNIOR-2", "?-2", Agreement.DIFFERS, -100, 0)),
            2000,
            0,
            Tier.NONE,
            "",
            List.of());
    assertThat(lines(Messages.ZH, pair))
        .anyMatch(line -> line.contains("八年级") && line.contains("?-2"));
  }

  @Test
  void aReasonWithoutWordsOfItsOwnIsForThePapers() {
    Waterfall odd = new Waterfall(0, List.of(), 2000, 0, Tier.NONE, "link.tier.7", List.of());
    assertThat(lines(Messages.ZH, odd))
        .contains("怎样能定：查证件原件后认定", "怎样能定：再有任何一项一致，权重最多升至 +0.0，到不了 +20.0");
  }
}

package cn.bidui.plan;

import java.text.Normalizer;
import java.util.List;

/**
 * Words that say of a pupil that the family is poor, in which way, or that somebody is disabled or
 * has no parents (透露困难情况的词). Lists that hang on a wall do without them (教财厅函〔2017〕28号;
 * 全国学生资助管理中心预警第9号).
 */
public final class TellingWords {

  /**
   * Long enough not to stand in the names of schools and majors (环境监测). 雨露计划 is for lifted-out and
   * monitored households only: its name tells as much as theirs.
   */
  private static final List<String> WORDS =
      List.of(
          "贫困", "困难", "特困", "脱贫", "返贫", "致贫", "扶贫", "监测户", "监测对象", "低保", "最低生活", "低收入", "建档立卡",
          "刚性支出", "五保", "社会救助", "残疾", "助残", "孤儿", "孤残", "无人抚养", "困境", "烈士", "留守", "单亲", "雨露");

  private TellingWords() {}

  /** Whether one of them stands in {@code text}, whatever its width and blanks. */
  public static boolean in(String text) {
    String folded =
        Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[\\s\\p{Z}\\p{Cf}]", "");
    return WORDS.stream().anyMatch(folded::contains);
  }
}

package cn.bidui.normalize;

import cn.bidui.normalize.HouseholdRecord.MonitoredKind;
import cn.bidui.person.Boarding;
import cn.bidui.person.Sex;
import cn.bidui.source.Header;
import java.util.Objects;

/** The words of each closed list, as exports spell them. */
final class Vocabularies {

  private static final String YES = "true";
  private static final String NO = "false";

  static final Vocabulary SEX =
      new Vocabulary("男、女")
          .meaning(Sex.MALE.name(), "男", "1", "男性", "男孩", "M", "MALE")
          .meaning(Sex.FEMALE.name(), "女", "2", "女性", "女孩", "F", "FEMALE")
          // GB/T 2261.1: the codes for not known and not stated.
          .meaning("", "0", "9", "未知", "未知的性别", "未说明", "未说明的性别");

  static final Vocabulary YES_OR_NO =
      new Vocabulary("是、否")
          .meaning(YES, "是", "1", "√", "✓", "✔", "Y", "YES", "TRUE", "T", "有", "已")
          .meaning(NO, "否", "0", "×", "✗", "X", "N", "NO", "FALSE", "F", "未", "不是", "没有");

  static final Vocabulary RISK_CLEARED =
      new Vocabulary("是、否")
          .including(YES_OR_NO)
          .meaning(YES, "已消除", "消除", "风险已消除", "已解除")
          .meaning(NO, "未消除", "风险未消除", "未解除");

  static final Vocabulary ENJOYS_POLICY =
      new Vocabulary("是、否")
          .including(YES_OR_NO)
          .meaning(YES, "享受", "享受政策", "脱贫享受政策", "继续享受政策")
          .meaning(NO, "不享受", "未享受", "不享受政策", "脱贫不享受政策", "不再享受政策");

  static final Vocabulary ORPHAN =
      new Vocabulary("是、否、孤儿、事实无人抚养儿童")
          .including(YES_OR_NO)
          .meaning(YES, "孤儿", "事实孤儿", "事实无人抚养", "事实无人抚养儿童", "社会散居孤儿", "散居孤儿", "集中供养孤儿")
          .meaning(NO, "非孤儿");

  static final Vocabulary STATUS =
      new Vocabulary("在读、休学、退学、毕业、转出、死亡")
          .meaning(
              RollStatus.ENROLLED.name(),
              "在读",
              "在籍",
              "在校",
              "正常",
              "在籍在读",
              "在籍在校",
              "在校在籍",
              "在校生",
              "就读",
              "复学",
              "转入",
              "借读",
              "新生")
          .meaning(RollStatus.SUSPENDED.name(), "休学", "休学中", "保留学籍")
          .meaning(RollStatus.LEFT.name(), "退学", "辍学", "离校", "开除", "开除学籍", "除名", "注销", "注销学籍", "肄业")
          .meaning(RollStatus.GRADUATED.name(), "毕业", "已毕业", "结业", "升学")
          .meaning(
              RollStatus.TRANSFERRED.name(), "转出", "已转出", "转学", "已转学", "转学转出", "出国", "出境", "出国出境")
          .meaning(RollStatus.DECEASED.name(), "死亡", "已死亡", "去世", "身故");

  static final Vocabulary MONITORED =
      new Vocabulary("脱贫不稳定户、边缘易致贫户、突发严重困难户，或空白")
          .meaning(MonitoredKind.UNSTABLE.name(), "脱贫不稳定户", "脱贫不稳定", "脱贫不稳定人口")
          .meaning(MonitoredKind.MARGINAL.name(), "边缘易致贫户", "边缘易致贫", "边缘易致贫人口", "边缘户")
          .meaning(MonitoredKind.SUDDEN_HARDSHIP.name(), "突发严重困难户", "突发严重困难", "突发严重困难人口", "突发困难户")
          .meaning("", "否", "非监测对象", "非监测户", "一般农户", "一般户", "脱贫户", "一般脱贫户", "稳定脱贫户");

  private static final Vocabulary BOARDING_WORDS =
      new Vocabulary("走读、住校")
          .meaning(
              Boarding.DAY.name(), "走读", "走读生", "不住校", "不寄宿", "非寄宿", "非寄宿生", "不住宿", "半寄宿", "午托")
          .meaning(Boarding.BOARDER.name(), "住校", "住校生", "寄宿", "寄宿生", "住宿", "住宿生", "全寄宿")
          .meaning("", "其他");

  /** 就读方式: 1 走读, 2 住校, 9 其他. */
  private static final Vocabulary WAY_OF_ATTENDING =
      new Vocabulary("走读、住校")
          .including(BOARDING_WORDS)
          .meaning(Boarding.DAY.name(), "1")
          .meaning(Boarding.BOARDER.name(), "2")
          .meaning("", "9");

  private static final Vocabulary WHETHER_BOARDING =
      whether(Boarding.BOARDER.name(), Boarding.DAY.name());
  private static final Vocabulary WHETHER_DAY =
      whether(Boarding.DAY.name(), Boarding.BOARDER.name());

  private Vocabularies() {}

  /**
   * The words of a boarding column, whose header decides what 1 and 是 mean: 就读方式 holds codes, 是否寄宿
   * and 是否走读 hold answers.
   */
  static Vocabulary boarding(Header header) {
    String title =
        Objects.requireNonNullElse(header.titles().get(cn.bidui.source.Field.BOARDING), "");
    if (title.contains("走读")) {
      return WHETHER_DAY;
    }
    boolean answers = title.contains("是否") || title.contains("寄宿") || title.contains("住");
    return answers ? WHETHER_BOARDING : WAY_OF_ATTENDING;
  }

  private static Vocabulary whether(String yes, String no) {
    return new Vocabulary("是、否、走读、住校")
        .meaning(yes, "是", "1", "√", "✓", "✔", "Y", "YES", "TRUE")
        .meaning(no, "否", "0", "×", "✗", "N", "NO", "FALSE")
        .including(BOARDING_WORDS);
  }
}

package cn.bidui.judge;

import cn.bidui.plan.Limit;
import java.util.List;

/** The rules in the order in which reports print them. */
public final class Rules {

  static final Limit IDENTIFIED_GRACE =
      new Limit(30, "days", "识别时间只到月：开学当月识别的计入本学期，之后识别的自下学期起计。", "自定");
  static final Limit PAID_WITHIN =
      new Limit(60, "days", "多数地区在开学后两个月内发放；此前没有记录的列为待发放。", "海南省2022年困难家庭学生资助通知（开学后2个月内发放）");
  static final Limit ROLL_LAG = new Limit(60, "days", "学籍在入学后建立，十月底以前的缺漏多为建籍滞后。", "教基〔2025〕1号");

  private static final List<Rule> IN_ORDER =
      List.of(
          new UnfundedEligible(),
          new Underpaid(),
          new Overpaid(),
          new WrongStandard(),
          new DuplicateAid(),
          new FundedNotEnrolled(),
          new NeverEnrolled(),
          new VanishedFromRoll(),
          new StatusConflict(),
          new OutOfCounty(),
          new IdInvalid(),
          new IdSuspectedTypo(),
          new IdShared(),
          new NameDiffers(),
          new DuplicateRoll(),
          new SchoolOrGradeDiffers(),
          new UndecidedIdentity());

  private Rules() {}

  /** What there is to know about each rule. */
  public static List<RuleCard> all() {
    return IN_ORDER.stream().map(Rule::card).toList();
  }

  static List<Rule> inOrder() {
    return IN_ORDER;
  }
}

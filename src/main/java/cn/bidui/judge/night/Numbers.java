package cn.bidui.judge.night;

import cn.bidui.plan.Limit;

/** Numbers that several rules share; a job or a policy may state others. */
public final class Numbers {

  /** Under this name {@link #IDENTIFIED_GRACE} stands in jobs and policies. */
  public static final String IDENTIFIED_GRACE_NAME = "identified-grace";

  public static final Limit IDENTIFIED_GRACE =
      new Limit(30, "days", "识别时间只到月：开学当月识别的计入本学期，之后识别的自下学期起计。", "自定");
  public static final Limit PAID_WITHIN =
      new Limit(60, "days", "多数地区在开学后两个月内发放；此前没有记录的列为待发放。", "海南省2022年困难家庭学生资助通知（开学后2个月内发放）");
  public static final Limit ROLL_LAG =
      new Limit(60, "days", "学籍在入学后建立，十月底以前的缺漏多为建籍滞后。", "教基〔2025〕1号");

  private Numbers() {}
}

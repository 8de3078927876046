package cn.bidui.normalize;

/**
 * A group by which a pupil counts as poor (困难类型): the 13 groups that the national aid system
 * matches with other authorities, children of martyrs, and whom a school recognizes besides. 低保 and
 * 特困 are kept by town and country where the list says so.
 */
public enum HardshipGroup {
  LIFTED_OUT("脱贫户"),
  UNSTABLE("脱贫不稳定户"),
  MARGINAL("边缘易致贫户"),
  SUDDEN_HARDSHIP("突发严重困难户"),
  /** Of the town or of the country: the list does not say. */
  MINIMUM_LIVING("低保"),
  URBAN_MINIMUM_LIVING("城市低保"),
  RURAL_MINIMUM_LIVING("农村低保"),
  /** Of the town or of the country: the list does not say. */
  EXTREME_POVERTY("特困"),
  URBAN_EXTREME_POVERTY("城市特困"),
  RURAL_EXTREME_POVERTY("农村特困"),
  LOW_INCOME_EDGE("低保边缘家庭"),
  RIGID_EXPENSE("刚性支出困难家庭"),
  OTHER_LOW_INCOME("其他低收入家庭"),
  ORPHAN("孤儿"),
  UNATTENDED("事实无人抚养儿童"),
  DISABLED("残疾"),
  DISABLED_GUARDIAN("残疾人子女"),
  MARTYR_CHILD("烈士子女"),
  OTHER("其他家庭经济困难");

  private final String label;

  HardshipGroup(String label) {
    this.label = label;
  }

  /** The Chinese word. */
  public String label() {
    return label;
  }
}

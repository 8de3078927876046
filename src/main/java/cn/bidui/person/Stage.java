package cn.bidui.person;

/**
 * A stage of education (学段), in the order in which a child passes through them.
 *
 * <p>Source: the sub-systems of the national student-aid system; {@code years} is the number of
 * grades that the 6-3-3 system gives the stage.
 */
public enum Stage {
  PRESCHOOL("学前", 3),
  PRIMARY("小学", 6),
  JUNIOR("初中", 3),
  SENIOR("普高", 3),
  VOCATIONAL("中职", 3),
  COLLEGE("高职高专", 3),
  UNDERGRADUATE("本科", 5),
  GRADUATE("研究生", 5);

  private final String label;
  private final int years;

  Stage(String label, int years) {
    this.label = label;
    this.years = years;
  }

  /** The Chinese word, as every report prints it. */
  public String label() {
    return label;
  }

  /** How many grades the stage has. */
  public int years() {
    return years;
  }

  /** Whether schooling at this stage is compulsory (义务教育). */
  public boolean compulsory() {
    return this == PRIMARY || this == JUNIOR;
  }
}

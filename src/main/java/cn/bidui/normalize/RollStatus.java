package cn.bidui.normalize;

/** Standing on the roll (学籍状态). */
public enum RollStatus {
  ENROLLED("在读"),
  /** 休学: aid pauses, the pupil stays on the roll. */
  SUSPENDED("休学"),
  LEFT("退学"),
  GRADUATED("毕业"),
  /** 转出: the transfer is done. */
  TRANSFERRED("转出"),
  DECEASED("死亡");

  private final String label;

  RollStatus(String label) {
    this.label = label;
  }

  /** The Chinese word. */
  public String label() {
    return label;
  }

  /** Whether the pupil is in school (在校), so that aid is due. */
  public boolean inSchool() {
    return this == ENROLLED;
  }

  /** Whether the pupil still has a place on the roll (在籍). */
  public boolean onRoll() {
    return this == ENROLLED || this == SUSPENDED;
  }
}

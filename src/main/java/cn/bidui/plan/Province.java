package cn.bidui.plan;

/** Whether a pupil studies in the province of the household (省内、省外就读); colleges differ by it. */
public enum Province {
  HOME("省内"),
  OTHER("省外");

  private final String label;

  Province(String label) {
    this.label = label;
  }

  /** The Chinese word, as every report prints it. */
  public String label() {
    return label;
  }
}

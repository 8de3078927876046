package cn.bidui.person;

/** How a pupil attends (就读方式): it decides the full or the half living allowance. */
public enum Boarding {
  DAY("走读"),
  BOARDER("住校");

  private final String label;

  Boarding(String label) {
    this.label = label;
  }

  /** The Chinese word, as every report prints it. */
  public String label() {
    return label;
  }
}

package cn.bidui.person;

/** Sex (性别) as the lists record it. */
public enum Sex {
  MALE("男"),
  FEMALE("女");

  private final String label;

  Sex(String label) {
    this.label = label;
  }

  /** The Chinese word, as every report prints it. */
  public String label() {
    return label;
  }
}

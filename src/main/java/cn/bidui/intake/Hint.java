package cn.bidui.intake;

/**
 * What a file says about itself outside its rows; whoever takes the file decides what it is worth.
 */
public record Hint<T>(T value, Origin origin) {

  /** Where it stood. */
  public enum Origin {
    /** In a row above the header. */
    TITLE,
    FILE_NAME
  }
}

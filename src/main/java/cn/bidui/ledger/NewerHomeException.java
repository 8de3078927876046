package cn.bidui.ledger;

import java.io.IOException;

/**
 * A newer version of the program has written what this one would misread. Nothing was changed: the
 * newer version has to be used.
 */
public final class NewerHomeException extends IOException {

  private final String theirs;
  private final String ours;

  /**
   * @param theirs the version that wrote it; blank if it did not say
   * @param ours this version
   */
  public NewerHomeException(String theirs, String ours) {
    super("the work folder was written by version " + theirs + ", this is version " + ours);
    this.theirs = theirs;
    this.ours = ours;
  }

  /** The version that wrote it. */
  public String theirs() {
    return theirs;
  }

  /** This version. */
  public String ours() {
    return ours;
  }
}

package cn.bidui.ledger;

import cn.bidui.source.Content;

/** A kept file cannot be read back: it is damaged, or its key is gone or another one. */
public final class SealedFileException extends Content.Unreadable {

  private static final int NAMED_BY = 8;

  private final String named;
  private final boolean keyMissing;

  private SealedFileException(String sha256, boolean keyMissing, String reason) {
    super("archive file " + sha256.substring(0, NAMED_BY) + "… " + reason);
    this.named = sha256.substring(0, NAMED_BY);
    this.keyMissing = keyMissing;
  }

  static SealedFileException damaged(String sha256) {
    return new SealedFileException(sha256, false, "is damaged");
  }

  static SealedFileException keyless(String sha256) {
    return new SealedFileException(
        sha256, true, "cannot be opened: keys/archive.keys has no key for it that fits bidui.key");
  }

  /** As much of the file's digest as names it. */
  public String named() {
    return named;
  }

  /** Whether the key is what is missing: with the right one the file can be read again. */
  public boolean keyMissing() {
    return keyMissing;
  }
}

package cn.bidui.ledger;

import java.io.IOException;

/** An archived file is no longer what was put there; an earlier backup may still hold it. */
public final class DamagedBlobException extends IOException {

  DamagedBlobException(String sha256) {
    super("the archived file " + sha256 + " is not what was put there");
  }
}

package cn.bidui.ledger;

import java.io.IOException;

/**
 * The work folder's key file is missing, damaged or another one; the escrow file has the right one.
 */
public final class HomeKeyException extends IOException {

  HomeKeyException(String reason) {
    super(reason);
  }
}

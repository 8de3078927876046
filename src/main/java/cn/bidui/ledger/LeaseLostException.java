package cn.bidui.ledger;

import java.io.IOException;

/** Somebody else has taken the work folder since: whoever holds the old lease may write no more. */
public final class LeaseLostException extends IOException {

  LeaseLostException(String reason) {
    super(reason);
  }
}

package cn.bidui.ledger.own;

import java.util.Locale;

/** Why a row of the ledger is not taken; in words in the {@code ledger} catalog. */
public enum Reason {
  NOBODY_NAMED,
  NO_FINDING,
  NAME_DIFFERS,
  ID_UNREADABLE,
  SCHOOL_MISSING,
  NOT_UNIQUE,
  UNKNOWN_TOPIC,
  OTHER_TOPIC,
  SEVERAL_FINDINGS,
  NO_OUTCOME,
  UNKNOWN_OUTCOME,
  IDENTITY,
  DATE_UNREADABLE,
  VERIFIED_LATER,
  UNTIL_MISSING,
  EXPIRED,
  ALREADY_ANSWERED,
  CONFLICT,
  REPEATED,
  CONTRADICTED;

  private String key() {
    return "ledger.own." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The message for it. */
  public String why() {
    return key() + ".why";
  }

  /** The message for what to do about it. */
  public String action() {
    return key() + ".do";
  }
}

package cn.bidui.link;

import java.util.Locale;

/** How an id came to be wrong (录入差错). */
enum Slip {
  /** One character replaced by another. */
  SUBSTITUTION,
  /** Two neighbors swapped. */
  SWAP,
  /** One character lost. */
  LOST,
  /** One character too many. */
  ADDED,
  /** A spreadsheet kept 15 digits only. */
  ZEROS,
  /** Not valid, and the student number says what it should be. */
  STUDENT_NUMBER,
  /** Not given, and the student number says what it should be. */
  MISSING,
  /** Valid, yet not the one within the student number. */
  CHANGED;

  /** The message key of its description. */
  String key() {
    return "link.slip." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

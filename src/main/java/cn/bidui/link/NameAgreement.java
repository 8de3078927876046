package cn.bidui.link;

import java.util.Locale;

/** How two names stand to each other (姓名比对), closest first. */
enum NameAgreement {
  EQUAL,
  /** One is the former name of the other. */
  FORMER,
  /** The same but for variant or traditional characters. */
  VARIANT,
  /** One has a mark where its system lacked the character. */
  WILDCARD,
  /** The same but for characters of the same sound. */
  HOMOPHONE,
  /** One stops at the dot after which the other goes on. */
  CUT_AT_DOT,
  /** One character replaced, lost, added or swapped with its neighbor. */
  ONE_CHARACTER,
  DIFFERENT;

  /** Whether it speaks for one person with the force of an equal name. */
  boolean exact() {
    return this == EQUAL || this == FORMER;
  }

  /** Whether it is one name in two ways of writing it. */
  boolean sure() {
    return exact() || this == VARIANT;
  }

  /** Whether it speaks for one person at all, where a number does too. */
  boolean agrees() {
    return this != DIFFERENT;
  }

  /** The message key of its description. */
  String key() {
    return "link.name." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

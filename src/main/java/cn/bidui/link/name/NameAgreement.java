package cn.bidui.link.name;

import java.util.Locale;

/** How two names stand to each other (姓名比对), closest first. */
public enum NameAgreement {
  /** The same after folding of width, blanks, remarks and forms of the dot. */
  EQUAL,
  /** One is the former name of the other. */
  FORMER,
  /** The same but for variant or traditional characters, or for where dots stand. */
  VARIANT,
  /**
   * One has something in place of a character that its system lacked: a mark ({@code 王?}), the
   * sound ({@code 王lei}) or a description ({@code 王(石羡)}).
   */
  WILDCARD,
  /** The same but for characters of the same sound and tone, at least one character being equal. */
  HOMOPHONE,
  /** As {@link #HOMOPHONE}, but with another tone. */
  OTHER_TONE,
  /** The same but for one character that looks alike. */
  LOOK_ALIKE,
  /** One stops at a dot after which the other goes on. */
  CUT_AT_DOT,
  /** One character of three or more replaced by an unlike one. */
  ONE_OF_SEVERAL,
  /** Two neighbors swapped, or one character lost or added. */
  SWAPPED_OR_ADDED,
  DIFFERENT;

  /** Whether it speaks for one person with the force of an equal name. */
  public boolean exact() {
    return this == EQUAL || this == FORMER;
  }

  /** Whether it is one name in two ways of writing it. */
  public boolean sure() {
    return exact() || this == VARIANT;
  }

  /** Whether it speaks for one person at all, where a number does too. */
  public boolean agrees() {
    return this != DIFFERENT;
  }

  /**
   * Whether parents tell brothers and sisters apart by as much: then, with anything else that
   * speaks for two people, the names do not speak for one.
   */
  public boolean tellsSiblingsApart() {
    return switch (this) {
      case OTHER_TONE, LOOK_ALIKE, ONE_OF_SEVERAL, SWAPPED_OR_ADDED, DIFFERENT -> true;
      case EQUAL, FORMER, VARIANT, WILDCARD, HOMOPHONE, CUT_AT_DOT -> false;
    };
  }

  /** The message key of its description. */
  public String key() {
    return "link.name." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

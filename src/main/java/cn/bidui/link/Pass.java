package cn.bidui.link;

import java.util.Locale;

/**
 * What rows must have in common to be compared at all when ids do not tell (配对线索), the most telling
 * first. The names stand in reports of blocks that are too large.
 */
enum Pass {
  NAME_BIRTH_SEX,
  NAME_SCHOOL,
  NAME_SCHOOL_CODE,
  NAME_TOWNSHIP,
  NAME_BIRTH_YEAR,
  NAME_BIRTHDAY,
  NAME_ID_END,
  FIRST_CHARACTER_BIRTH,
  LAST_CHARACTER_BIRTH,
  HOUSEHOLD,
  GUARDIAN,
  SURNAME_SCHOOL_GRADE;

  /** {@code name+birth+sex}. */
  String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '+');
  }
}

package cn.bidui.link;

import cn.bidui.source.ListKind;

/**
 * Something about a link that a person should put right in a source list: names that differ under
 * one id, an id that was repaired. Indices are rows in the tables of the two lists, which may be
 * the same.
 *
 * @param detail message key, in the {@code link} catalog, of how the names or ids differ
 */
public record IdentityNote(
    Kind kind, ListKind left, int leftRow, ListKind right, int rightRow, Tier tier, String detail) {

  /** What is to be put right. */
  public enum Kind {
    /** Linked by id although the names differ. */
    NAME_DIFFERS,
    /** Linked by repairing the left row's id; {@code detail} is what kind of slip it was. */
    ID_REPAIRED,
    /** One valid id stands for wholly different names. */
    ID_SHARED
  }
}

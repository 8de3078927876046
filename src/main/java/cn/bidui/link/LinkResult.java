package cn.bidui.link;

import cn.bidui.source.ListKind;
import java.util.List;

/**
 * Who is who: persons numbered 0 … in canonical order (roll first, then households, then aid, by
 * the first row that each has), and for every row its person and the decision about it.
 */
public interface LinkResult {

  /** How many persons. */
  int persons();

  /** The person of a row. */
  int person(ListKind list, int row);

  /** The rows of {@code person} in {@code list}, ascending; empty if none. */
  int[] rows(ListKind list, int person);

  /** The decision about a row. */
  Decision decision(ListKind list, int row);

  /** The best tier that the row was linked or left undecided by. */
  Tier tier(ListKind list, int row);

  /** Weight of that evidence in hundredths of a bit. */
  int weight(ListKind list, int row);

  /** Pairs for a person to decide, in canonical order. */
  List<Undecided> undecided();

  /** What links say should be put right in a source, in canonical order. */
  List<IdentityNote> notes();

  /** Blocks of candidate pairs that were too large to compare, by what they had in common. */
  List<String> oversizedBlocks();

  /** How many rows were linked, and not taken over from an earlier night: all, or none. */
  int again();
}

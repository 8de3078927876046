package cn.bidui.judge.night;

import cn.bidui.source.ListKind;
import cn.bidui.source.Term;
import java.util.Optional;

/**
 * What earlier lists said of the categories of persons, for terms of whose time tonight's are not.
 */
public interface Standings {

  /** Tonight's lists are the only ones. */
  Standings NONE = (list, term) -> Optional.empty();

  /**
   * The snapshot that speaks for {@code list} at the first day of {@code term}; empty where
   * tonight's list is the nearest, or no earlier one is known.
   */
  Optional<Snapshot> earlier(ListKind list, Term term);
}

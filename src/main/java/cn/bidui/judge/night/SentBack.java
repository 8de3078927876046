package cn.bidui.judge.night;

import cn.bidui.link.PersonKey;
import cn.bidui.source.ListKind;
import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Of whom a row of tonight's lists may speak that was sent back and has not been corrected yet
 * (退回待改的行): that somebody stands on a list cannot be read from such a row, and that he does not
 * cannot be said either.
 *
 * @param persons by list, those whom a row names by a valid id, or by the name where its id cannot
 *     be read
 */
public record SentBack(SortedMap<ListKind, SortedSet<PersonKey>> persons) {

  /** Every row could be read. */
  public static final SentBack NONE = new SentBack(new TreeMap<>());

  public SentBack {
    TreeMap<ListKind, SortedSet<PersonKey>> copy = new TreeMap<>();
    persons.forEach(
        (list, keys) -> copy.put(list, Collections.unmodifiableSortedSet(new TreeSet<>(keys))));
    persons = Collections.unmodifiableSortedMap(copy);
  }

  /** Whether a row of {@code list} may speak of that person. */
  public boolean maybe(ListKind list, PersonKey person) {
    SortedSet<PersonKey> there = persons.get(list);
    return there != null && there.contains(person);
  }

  /** The same for some persons only. */
  public SentBack of(Set<PersonKey> some) {
    SortedMap<ListKind, SortedSet<PersonKey>> theirs = new TreeMap<>();
    persons.forEach(
        (list, keys) -> {
          SortedSet<PersonKey> kept = new TreeSet<>(keys);
          kept.retainAll(some);
          if (!kept.isEmpty()) {
            theirs.put(list, kept);
          }
        });
    return new SentBack(theirs);
  }
}

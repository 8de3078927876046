package cn.bidui.ledger;

import cn.bidui.source.FileState;
import cn.bidui.source.ListKind;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A list that a unit sends (报送单位与名单).
 *
 * @param unit the inbox sub-folder; blank where lists lie in the inbox itself
 */
public record Sender(String unit, ListKind list) implements Comparable<Sender> {

  private static final Comparator<Sender> ORDER =
      Comparator.comparing(Sender::unit).thenComparing(Sender::list);

  @Override
  public int compareTo(Sender other) {
    return ORDER.compare(this, other);
  }

  /** Everybody who ever sent a list that could be read. */
  public static SortedSet<Sender> everSeen(List<Entry.FileAnswered> answered) {
    SortedSet<Sender> senders = new TreeSet<>();
    for (Entry.FileAnswered file : answered) {
      ListKind list = file.list();
      boolean read = file.state() != FileState.REFUSED && file.state() != FileState.ANSWERS;
      if (list != null && read && file.amends() == null) {
        senders.add(new Sender(file.file().unit(), list));
      }
    }
    return senders;
  }

  /** Which line of figures is theirs. */
  String line() {
    return NightCounts.SENT + list.code() + "/" + unit;
  }
}

package cn.bidui.ledger;

import cn.bidui.judge.score.Place;
import cn.bidui.source.FileState;
import cn.bidui.source.ListKind;
import java.util.ArrayList;
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

  /**
   * What a unit owes.
   *
   * @param why {@code missing}, {@code refused} or {@code late}
   */
  public record Owed(Sender sender, String why) {}

  /** Who owes a list on a night with these counts, by list and unit. */
  public static List<Owed> owed(Figures counts) {
    List<Owed> owed = new ArrayList<>();
    for (String line : counts.lines(NightCounts.SENT)) {
      String[] parts = line.substring(NightCounts.SENT.length()).split("/", 2);
      for (String why : List.of("missing", "refused", "late")) {
        if (counts.of(Place.COUNTY, line, why) > 0) {
          ListKind.ofCode(parts[0])
              .ifPresent(list -> owed.add(new Owed(new Sender(parts[1], list), why)));
        }
      }
    }
    return owed;
  }

  /** Which line of figures is theirs. */
  String line() {
    return NightCounts.SENT + list.code() + "/" + unit;
  }
}

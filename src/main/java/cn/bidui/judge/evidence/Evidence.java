package cn.bidui.judge.evidence;

import cn.bidui.judge.finding.Finding;
import cn.bidui.judge.night.County;
import cn.bidui.judge.night.Snapshot;
import cn.bidui.link.Decision;
import cn.bidui.link.IdentityNote;
import cn.bidui.link.LinkResult;
import cn.bidui.link.PersonKey;
import cn.bidui.link.Tier;
import cn.bidui.link.Undecided;
import cn.bidui.normalize.Layout;
import cn.bidui.normalize.RecordTable;
import cn.bidui.source.Field;
import cn.bidui.source.ListKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Cuts out of a night what its findings rest on. A pure function; the order of rows stays. */
public final class Evidence {

  private final County county;
  private final BitSet persons;

  /** By person of the county: the number among the kept persons. */
  private final int[] numbers;

  private final Map<ListKind, int[]> rowNumbers = new EnumMap<>(ListKind.class);
  private final SortedMap<ListKind, List<KeptRow>> rows = new TreeMap<>();

  private Evidence(County county, BitSet persons) {
    this.county = county;
    this.persons = persons;
    numbers = new int[county.links().persons()];
    Arrays.fill(numbers, -1);
    int next = 0;
    for (int person = persons.nextSetBit(0); person >= 0; person = persons.nextSetBit(person + 1)) {
      numbers[person] = next++;
    }
  }

  /**
   * What {@code findings} rest on.
   *
   * @param findings of the night, and those that it no longer showed
   * @param departed the pupils of {@link County#departed} with the values of their last rows
   * @param standings snapshots of earlier lists of which some may speak
   */
  public static KeptNight of(
      County county,
      Collection<Finding> findings,
      List<KeptPupil> departed,
      Collection<Snapshot> standings) {
    return new Evidence(county, Concerned.persons(county, findings)).keep(departed, standings);
  }

  private KeptNight keep(List<KeptPupil> departed, Collection<Snapshot> standings) {
    county.tables().forEach(this::rows);
    List<PersonKey> keys = new ArrayList<>();
    SortedMap<PersonKey, Integer> byKey = new TreeMap<>();
    for (int person = persons.nextSetBit(0); person >= 0; person = persons.nextSetBit(person + 1)) {
      keys.add(county.keys().key(person));
      byKey.put(county.keys().key(person), numbers[person]);
    }
    for (KeptPupil pupil : departed) {
      alias(pupil.key(), byKey);
    }
    List<Snapshot> speaking = standings.stream().map(one -> speaking(one, byKey)).toList();
    return new KeptNight(
        county.asOf(),
        county.earlierPupils(),
        county.leavers(),
        county.schools().schools(),
        rows,
        keys,
        byKey,
        departed,
        county.links().undecided().stream().filter(this::kept).map(this::renumbered).toList(),
        county.links().notes().stream().filter(this::kept).map(this::renumbered).toList(),
        speaking,
        county.sentBack().of(named(byKey, departed)),
        new TreeSet<>());
  }

  private static Set<PersonKey> named(
      SortedMap<PersonKey, Integer> byKey, List<KeptPupil> departed) {
    Set<PersonKey> named = new HashSet<>(byKey.keySet());
    departed.forEach(pupil -> named.add(pupil.key()));
    return named;
  }

  private void alias(PersonKey key, SortedMap<PersonKey, Integer> byKey) {
    int person = county.keys().person(key);
    if (person >= 0 && numbers[person] >= 0) {
      byKey.put(key, numbers[person]);
    }
  }

  /** Only what it says of kept persons. */
  private Snapshot speaking(Snapshot snapshot, SortedMap<PersonKey, Integer> byKey) {
    SortedMap<PersonKey, List<Snapshot.Saying>> theirs = new TreeMap<>();
    snapshot
        .persons()
        .forEach(
            (key, sayings) -> {
              int person = county.keys().person(key);
              if (person >= 0 && numbers[person] >= 0) {
                theirs.put(key, sayings);
                byKey.put(key, numbers[person]);
              }
            });
    return new Snapshot(snapshot.list(), snapshot.term(), snapshot.dataDate(), theirs);
  }

  private void rows(ListKind list, RecordTable table) {
    LinkResult links = county.links();
    List<KeptRow> kept = new ArrayList<>();
    int[] renumbered = new int[table.size()];
    Arrays.fill(renumbered, -1);
    for (int row = 0; row < table.size(); row++) {
      if (list == ListKind.SCHOOLS) {
        kept.add(
            new KeptRow(
                table.place(row),
                values(table, row),
                KeptRow.NOBODY,
                Decision.UNLINKED,
                Tier.NONE,
                0));
      } else if (numbers[links.person(list, row)] >= 0) {
        renumbered[row] = kept.size();
        kept.add(
            new KeptRow(
                table.place(row),
                values(table, row),
                numbers[links.person(list, row)],
                links.decision(list, row),
                links.tier(list, row),
                links.weight(list, row)));
      }
    }
    rowNumbers.put(list, renumbered);
    rows.put(list, kept);
  }

  /** The canonical texts of a row, in the order of the layout. */
  public static List<String> values(RecordTable table, int row) {
    List<String> values = new ArrayList<>();
    for (Field field : Layout.of(table.kind()).fields()) {
      values.add(table.text(field, row));
    }
    return values;
  }

  private int number(ListKind list, int row) {
    int[] renumbered = rowNumbers.get(list);
    return renumbered == null ? -1 : renumbered[row];
  }

  private boolean kept(Undecided pair) {
    return number(pair.left(), pair.leftRow()) >= 0 && number(pair.right(), pair.rightRow()) >= 0;
  }

  private Undecided renumbered(Undecided pair) {
    return new Undecided(
        pair.left(),
        number(pair.left(), pair.leftRow()),
        pair.right(),
        number(pair.right(), pair.rightRow()),
        pair.tier(),
        pair.weight(),
        pair.reason());
  }

  private boolean kept(IdentityNote note) {
    return number(note.left(), note.leftRow()) >= 0 && number(note.right(), note.rightRow()) >= 0;
  }

  private IdentityNote renumbered(IdentityNote note) {
    return new IdentityNote(
        note.kind(),
        note.left(),
        number(note.left(), note.leftRow()),
        note.right(),
        number(note.right(), note.rightRow()),
        note.tier(),
        note.detail());
  }
}

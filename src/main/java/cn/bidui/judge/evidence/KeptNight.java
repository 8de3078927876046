package cn.bidui.judge.evidence;

import cn.bidui.judge.night.County;
import cn.bidui.judge.night.SentBack;
import cn.bidui.judge.night.Snapshot;
import cn.bidui.judge.night.Standings;
import cn.bidui.link.Departed;
import cn.bidui.link.HandleHash;
import cn.bidui.link.IdentityNote;
import cn.bidui.link.PersonKey;
import cn.bidui.link.Undecided;
import cn.bidui.normalize.Layout;
import cn.bidui.normalize.RecordTable;
import cn.bidui.normalize.RollRecord;
import cn.bidui.normalize.SchoolRegistry;
import cn.bidui.normalize.Strings;
import cn.bidui.source.ListKind;
import cn.bidui.source.School;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is kept of a night's county. Row numbers in pairs and notes are those of {@link #rows}.
 *
 * @param earlierPupils as {@link County#earlierPupils}
 * @param leavers as {@link County#leavers}
 * @param persons which kept person went by which key, aliases included
 * @param keys of the kept persons, by their numbers
 * @param standings what earlier lists said of the kept persons, where it is they that speak
 * @param sentBack as {@link County#sentBack}, of kept persons
 * @param whole findings that come out the same from the whole county only
 */
public record KeptNight(
    LocalDate asOf,
    int earlierPupils,
    int leavers,
    List<School> schools,
    SortedMap<ListKind, List<KeptRow>> rows,
    List<PersonKey> keys,
    SortedMap<PersonKey, Integer> persons,
    List<KeptPupil> departed,
    List<Undecided> undecided,
    List<IdentityNote> notes,
    List<Snapshot> standings,
    SentBack sentBack,
    SortedSet<String> whole) {

  public KeptNight {
    schools = List.copyOf(schools);
    rows = new TreeMap<>(rows);
    keys = List.copyOf(keys);
    persons = new TreeMap<>(persons);
    departed = List.copyOf(departed);
    undecided = List.copyOf(undecided);
    notes = List.copyOf(notes);
    standings = List.copyOf(standings);
    whole = new TreeSet<>(whole);
  }

  /** The same, with the findings that it is not enough for. */
  public KeptNight needing(Set<String> findings) {
    return new KeptNight(
        asOf,
        earlierPupils,
        leavers,
        schools,
        rows,
        keys,
        persons,
        departed,
        undecided,
        notes,
        standings,
        sentBack,
        new TreeSet<>(findings));
  }

  /**
   * A county to be judged.
   *
   * @param hash of the work folder: subjects that are no persons go by keyed hashes
   */
  public County county(HandleHash hash) {
    return new County(
        asOf,
        tables(),
        new KeptLinks(this),
        new KeptKeys(this, hash),
        SchoolRegistry.known(schools),
        earlierPupils,
        departed.stream().map(KeptNight::pupil).toList(),
        leavers,
        standing(),
        sentBack);
  }

  /** The kept rows as tables that share one dictionary; row numbers stay. */
  public Map<ListKind, RecordTable> tables() {
    Strings strings = new Strings();
    Map<ListKind, RecordTable> tables = new EnumMap<>(ListKind.class);
    rows.forEach(
        (list, kept) -> {
          RecordTable.Builder builder = new RecordTable.Builder(list, strings);
          kept.forEach(row -> builder.add(row.place(), row.values()));
          tables.put(list, builder.build());
        });
    return tables;
  }

  private static Departed pupil(KeptPupil kept) {
    RollRecord last = (RollRecord) Layout.of(ListKind.ROLL).record(kept.values());
    return new Departed(kept.key(), last, kept.place(), kept.dataDate(), kept.missed());
  }

  private Standings standing() {
    return (list, term) ->
        standings.stream().filter(one -> one.list() == list && one.term().equals(term)).findFirst();
  }

  /** No person. */
  @Override
  public String toString() {
    return "KeptNight[" + asOf + ", " + keys.size() + " persons]";
  }
}

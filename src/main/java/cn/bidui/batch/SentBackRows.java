package cn.bidui.batch;

import cn.bidui.judge.night.SentBack;
import cn.bidui.ledger.EffectiveLists.Effective;
import cn.bidui.ledger.JournalState;
import cn.bidui.link.Departed;
import cn.bidui.link.NightKeys;
import cn.bidui.link.PersonKey;
import cn.bidui.normalize.Bucket;
import cn.bidui.normalize.RecordTable;
import cn.bidui.normalize.RowShelf;
import cn.bidui.normalize.ShelvedFile;
import cn.bidui.normalize.ShelvedFile.BaseRow;
import cn.bidui.person.CitizenId;
import cn.bidui.person.PersonName;
import cn.bidui.source.Batch;
import cn.bidui.source.ListKind;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds of whom the rows speak that effective lists had sent back and nobody has corrected yet. */
final class SentBackRows {

  private final Corrections corrections;
  private final RowShelf shelf;
  private final Map<ListKind, Named> named = new EnumMap<>(ListKind.class);

  /**
   * Whom the rows of one list name.
   *
   * @param ids packed valid ids
   * @param names folded names of rows whose id cannot be read
   */
  private record Named(Set<Long> ids, Set<String> names) {

    void add(String id, String name) {
      @Nullable CitizenId valid = CitizenId.read(id).idOrNull();
      String folded = PersonName.of(name).folded();
      if (valid != null) {
        ids.add(valid.packed());
      } else if (!folded.isEmpty()) {
        names.add(folded);
      }
    }

    boolean maybe(long id, String foldedName) {
      return ids.contains(id) || names.contains(foldedName);
    }

    /** Nobody. */
    @Override
    public String toString() {
      return "Named[" + ids.size() + " ids, " + names.size() + " names]";
    }
  }

  SentBackRows(JournalState state, RowShelf shelf) {
    this.corrections = new Corrections(state, shelf);
    this.shelf = shelf;
  }

  /** Of the persons of a night whose rows were linked. */
  SentBack of(NightWork work) {
    for (Effective effective : work.effective) {
      read(effective.batch());
    }
    SortedMap<ListKind, SortedSet<PersonKey>> persons = new TreeMap<>();
    named.forEach(
        (list, rows) -> {
          SortedSet<PersonKey> theirs = persons(rows, work);
          if (!theirs.isEmpty()) {
            persons.put(list, theirs);
          }
        });
    return new SentBack(persons);
  }

  private void read(Batch batch) {
    @Nullable ShelvedFile file = shelf.find(batch.file().sha256()).orElse(null);
    if (file == null || shelf.count(file.sha256()).getOrDefault(Bucket.REJECTED, 0) == 0) {
      return;
    }
    Set<BaseRow> takenUp = corrections.takenUp(batch.file(), batch.amends());
    Subject subject = new Subject(batch.list(), file);
    Named rows =
        named.computeIfAbsent(batch.list(), list -> new Named(new HashSet<>(), new HashSet<>()));
    shelf.recall(
        file.sha256(),
        Bucket.REJECTED,
        (sheet, row, values) -> {
          if (!takenUp.contains(new BaseRow(file.sheets().get(sheet).name(), row))) {
            rows.add(
                subject.id(Bucket.REJECTED, sheet, values),
                subject.name(Bucket.REJECTED, sheet, values));
          }
        });
  }

  private static SortedSet<PersonKey> persons(Named rows, NightWork work) {
    NightKeys keys = NightWork.done(work.keys);
    SortedSet<PersonKey> persons = new TreeSet<>();
    work.tables.forEach(
        (list, table) -> {
          for (int row = 0; row < table.size(); row++) {
            if (rows.maybe(table.id(row), name(table, row))) {
              persons.add(keys.key(NightWork.done(work.links).person(list, row)));
            }
          }
        });
    for (Departed pupil : work.departed) {
      @Nullable CitizenId id = pupil.last().id().idOrNull();
      if (rows.maybe(id == null ? 0 : id.packed(), pupil.last().name().folded())) {
        persons.add(pupil.key());
      }
    }
    return persons;
  }

  private static String name(RecordTable table, int row) {
    return table.strings().text(table.name(row));
  }
}

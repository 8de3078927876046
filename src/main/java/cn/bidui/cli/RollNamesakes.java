package cn.bidui.cli;

import cn.bidui.batch.EvidenceRows;
import cn.bidui.intake.Intake;
import cn.bidui.ledger.Archive;
import cn.bidui.ledger.Entry.Published;
import cn.bidui.ledger.JournalState;
import cn.bidui.ledger.own.Namesakes;
import cn.bidui.ledger.own.OwnRow;
import cn.bidui.normalize.Layout;
import cn.bidui.normalize.SchoolRegistry;
import cn.bidui.person.CitizenId;
import cn.bidui.person.PersonName;
import cn.bidui.source.Batch;
import cn.bidui.source.Field;
import cn.bidui.source.ListKind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Pupils of one name on the rolls that the latest publication rests on. The rolls are read only
 * where a row of the ledger has no usable id.
 */
final class RollNamesakes implements Namesakes {

  private static final Layout ROLL = Layout.of(ListKind.ROLL);

  /** By name, the schools of each pupil; a school may be blank. */
  private final Map<String, Set<Pupil>> byName = new HashMap<>();

  private record Pupil(String school, String number) {}

  private RollNamesakes() {}

  static RollNamesakes read(
      List<OwnRow> rows, Published night, Archive archive, JournalState state, Intake intake) {
    RollNamesakes namesakes = new RollNamesakes();
    Set<String> wanted =
        rows.stream()
            .filter(row -> CitizenId.read(row.text(Field.CITIZEN_ID)).idOrNull() == null)
            .map(row -> PersonName.of(row.text(Field.NAME)).folded())
            .filter(name -> !name.isEmpty())
            .collect(Collectors.toSet());
    for (Batch batch : night.effective()) {
      if (batch.list() == ListKind.ROLL && !wanted.isEmpty()) {
        String sha256 = batch.file().sha256();
        Intake then = intake.remembering(state.headersKnownTo(sha256));
        EvidenceRows.each(
            batch.file(),
            archive.content(sha256),
            then,
            place -> true,
            kept -> namesakes.add(kept, wanted));
      }
    }
    return namesakes;
  }

  private void add(EvidenceRows.Kept row, Set<String> wanted) {
    String name = PersonName.of(ROLL.value(row.values(), Field.NAME)).folded();
    if (row.list() == ListKind.ROLL && wanted.contains(name)) {
      CitizenId id = CitizenId.read(ROLL.value(row.values(), Field.CITIZEN_ID)).idOrNull();
      String number = id == null ? row.place().sheet() + "!" + row.place().row() : id.text();
      String school = SchoolRegistry.folded(ROLL.value(row.values(), Field.SCHOOL_NAME));
      byName.computeIfAbsent(name, none -> new HashSet<>()).add(new Pupil(school, number));
    }
  }

  @Override
  public int persons(String name, String school) {
    return (int)
        byName.getOrDefault(name, Set.of()).stream()
            .filter(pupil -> pupil.school().isEmpty() || pupil.school().equals(school))
            .map(Pupil::number)
            .distinct()
            .count();
  }
}

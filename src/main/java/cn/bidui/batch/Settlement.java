package cn.bidui.batch;

import cn.bidui.ledger.Entry.FileAnswered;
import cn.bidui.ledger.JournalState;
import cn.bidui.normalize.Bucket;
import cn.bidui.normalize.KeptRow;
import cn.bidui.normalize.Layout;
import cn.bidui.normalize.RowShelf;
import cn.bidui.normalize.RowShelf.KeptProblem;
import cn.bidui.normalize.RowShelf.RowPlace;
import cn.bidui.normalize.ShelvedFile;
import cn.bidui.normalize.ShelvedFile.BaseRow;
import cn.bidui.source.Amends;
import cn.bidui.source.CellRef;
import cn.bidui.source.Field;
import cn.bidui.source.ListKind;
import cn.bidui.source.Problem.RowProblem;
import cn.bidui.source.ProblemCode;
import cn.bidui.source.SourceFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Holds every correction against those that were answered before it (结清): a row that one of them
 * has put right already is a duplicate if it says the same, and is not applied if it says something
 * else. Whatever the index holds of a correction comes out the same however often this is done, so
 * an index that was made again is brought to where it was.
 */
final class Settlement {

  private final RowShelf shelf;
  private final Set<String> known = new HashSet<>();

  /** By list, what each of its rows was corrected to. */
  private final Map<String, Map<BaseRow, Settled>> settled = new HashMap<>();

  private record Settled(List<String> values, String file, int row) {
    @Override
    public String toString() {
      return file + "!" + row;
    }
  }

  /** After all corrections that the journal says were taken. */
  Settlement(JournalState state, RowShelf shelf) {
    this.shelf = shelf;
    for (FileAnswered answered : Corrections.taken(state)) {
      settle(answered.file(), NightWork.done(answered.amends()));
    }
  }

  /** Whether a correction of that content was taken before. */
  boolean knows(SourceFile file) {
    return known.contains(file.sha256());
  }

  /** Takes the next correction. */
  void settle(SourceFile file, Amends amends) {
    ShelvedFile shelved =
        shelf.find(file.sha256()).orElseThrow(() -> new IllegalStateException("not read yet"));
    if (shelved.returned() == null || !known.add(file.sha256())) {
      return;
    }
    Map<BaseRow, Settled> before =
        settled.computeIfAbsent(
            amends.base().sha256() + "/" + amends.base().unit(), list -> new HashMap<>());
    Map<RowPlace, BaseRow> named = new HashMap<>();
    shelved
        .returned()
        .rows()
        .forEach(keyed -> named.put(new RowPlace(keyed.sheet(), keyed.row()), keyed.of()));
    rejected(file, shelved, named, before);
    accepted(file, shelved, named, before);
  }

  private void accepted(
      SourceFile file,
      ShelvedFile shelved,
      Map<RowPlace, BaseRow> named,
      Map<BaseRow, Settled> before) {
    List<RowPlace> same = new ArrayList<>();
    List<KeptRow> others = new ArrayList<>();
    Map<BaseRow, Settled> now = new HashMap<>();
    shelf.recall(
        file.sha256(),
        Bucket.ACCEPTED,
        (sheet, row, values) -> {
          RowPlace place = new RowPlace(sheet, row);
          BaseRow of = NightWork.done(named.get(place));
          @Nullable Settled earlier = before.get(of);
          if (earlier == null) {
            now.put(of, new Settled(List.copyOf(values), file.name(), row));
          } else if (earlier.values().equals(values)) {
            same.add(place);
          } else {
            others.add(refused(file, shelved, place, cells(shelved, sheet, values), earlier));
          }
        });
    before.putAll(now);
    shelf.markDuplicates(file.sha256(), same);
    others.forEach(row -> shelf.replace(file.sha256(), row));
  }

  /** What is still wrong here may have been put right elsewhere. */
  private void rejected(
      SourceFile file,
      ShelvedFile shelved,
      Map<RowPlace, BaseRow> named,
      Map<BaseRow, Settled> before) {
    Set<RowPlace> said = new HashSet<>();
    for (KeptProblem problem : shelf.problems(file.sha256())) {
      if (problem.code().equals(ProblemCode.ROW_ALREADY_CORRECTED.code())) {
        said.add(new RowPlace(problem.sheet(), problem.row()));
      }
    }
    List<KeptRow> refused = new ArrayList<>();
    shelf.recall(
        file.sha256(),
        Bucket.REJECTED,
        (sheet, row, values) -> {
          RowPlace place = new RowPlace(sheet, row);
          @Nullable BaseRow of = named.get(place);
          @Nullable Settled earlier = of == null ? null : before.get(of);
          if (earlier != null && !said.contains(place)) {
            refused.add(refused(file, shelved, place, List.copyOf(values), earlier));
          }
        });
    refused.forEach(row -> shelf.replace(file.sha256(), row));
  }

  private static KeptRow refused(
      SourceFile file, ShelvedFile shelved, RowPlace place, List<String> values, Settled earlier) {
    RowProblem problem =
        new RowProblem(
            ProblemCode.ROW_ALREADY_CORRECTED,
            CellRef.ofRow(file.name(), shelved.sheets().get(place.sheet()).name(), place.row()),
            Field.REMARK,
            "",
            List.of(earlier.file(), String.valueOf(earlier.row())));
    return new KeptRow(place.sheet(), place.row(), Bucket.REJECTED, values, List.of(problem));
  }

  /** A record as cells again, as far as its control total is made of them. */
  private static List<String> cells(ShelvedFile shelved, int sheet, List<String> values) {
    ListKind list = NightWork.done(shelved.list());
    ShelvedFile.Sheet at = shelved.sheets().get(sheet);
    String[] cells = new String[at.titles().size()];
    Arrays.fill(cells, "");
    put(cells, at.nameColumn(), FileShelving.at(values, Layout.of(list).position(Field.NAME)));
    put(cells, at.idColumn(), FileShelving.at(values, Layout.of(list).position(Field.CITIZEN_ID)));
    return List.of(cells);
  }

  private static void put(String[] cells, int column, String value) {
    if (column >= 0) {
      cells[column] = value;
    }
  }
}

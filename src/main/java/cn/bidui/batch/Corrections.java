package cn.bidui.batch;

import cn.bidui.ledger.Entry.FileAnswered;
import cn.bidui.ledger.JournalState;
import cn.bidui.normalize.Bucket;
import cn.bidui.normalize.RowShelf;
import cn.bidui.normalize.RowShelf.RowPlace;
import cn.bidui.normalize.ShelvedFile;
import cn.bidui.normalize.ShelvedFile.BaseRow;
import cn.bidui.normalize.ShelvedFile.Keyed;
import cn.bidui.source.Amends;
import cn.bidui.source.FileState;
import cn.bidui.source.SourceFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which corrections came back for which list (更正), in the order in which they were answered: the
 * last word on a row counts until one of them has put it right.
 */
final class Corrections {

  private final List<FileAnswered> taken;
  private final RowShelf shelf;

  Corrections(JournalState state, RowShelf shelf) {
    this.taken = taken(state);
    this.shelf = shelf;
  }

  /** The corrections that were taken, held ones included, each content once. */
  static List<FileAnswered> taken(JournalState state) {
    Set<String> seen = new HashSet<>();
    List<FileAnswered> taken = new ArrayList<>();
    for (FileAnswered answered : state.answeredFiles()) {
      boolean counts =
          answered.amends() != null
              && !state.replacements().removed(answered.file().sha256())
              && (answered.state() == FileState.HELD || AnswerStage.taken(answered.state()));
      if (counts && seen.add(answered.file().sha256())) {
        taken.add(answered);
      }
    }
    return taken;
  }

  /** The corrections of {@code base}. */
  List<SourceFile> of(SourceFile base) {
    return taken.stream()
        .filter(answered -> belongs(answered.amends(), base))
        .map(FileAnswered::file)
        .toList();
  }

  private static boolean belongs(@Nullable Amends amends, SourceFile base) {
    return amends != null && amends.belongsTo(base);
  }

  /**
   * The rejected rows of {@code file} that a later correction has taken up, by its own sheets and
   * rows.
   *
   * @param amends what it corrects itself; null if it is a list
   */
  Set<BaseRow> takenUp(SourceFile file, @Nullable Amends amends) {
    Set<BaseRow> later = new HashSet<>();
    boolean after = amends == null;
    for (SourceFile correction : of(amends == null ? file : amends.base())) {
      if (after) {
        keys(correction).forEach(keyed -> later.add(keyed.of()));
      }
      after |= correction.sha256().equals(file.sha256());
    }
    return later.isEmpty() ? Set.of() : rejected(file, later);
  }

  private List<Keyed> keys(SourceFile correction) {
    return shelf
        .find(correction.sha256())
        .map(ShelvedFile::returned)
        .map(ShelvedFile.Returned::rows)
        .orElse(List.of());
  }

  private Set<BaseRow> rejected(SourceFile file, Set<BaseRow> later) {
    Map<RowPlace, BaseRow> named = new HashMap<>();
    keys(file).forEach(keyed -> named.put(new RowPlace(keyed.sheet(), keyed.row()), keyed.of()));
    ShelvedFile shelved = shelf.find(file.sha256()).orElseThrow(IllegalStateException::new);
    Set<BaseRow> takenUp = new HashSet<>();
    shelf.recall(
        file.sha256(),
        Bucket.REJECTED,
        (sheet, row, values) -> {
          BaseRow own = new BaseRow(shelved.sheets().get(sheet).name(), row);
          boolean list = shelved.returned() == null;
          @Nullable BaseRow of = list ? own : named.get(new RowPlace(sheet, row));
          if (of != null && later.contains(of)) {
            takenUp.add(own);
          }
        });
    return takenUp;
  }
}

package cn.bidui.batch;

import cn.bidui.ledger.EffectiveLists;
import cn.bidui.ledger.EffectiveLists.Effective;
import cn.bidui.ledger.FileEntry;
import cn.bidui.normalize.Bucket;
import cn.bidui.normalize.RowShelf;
import cn.bidui.source.Batch;
import cn.bidui.source.SchoolYear;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What keeps a list from replacing another (拦截): it covers fewer schools, or it has shrunk. Held
 * lists wait for a named person.
 */
final class ListGuards {

  /** More than this share of the rows gone is a question. Contract: guards. */
  private static final int SHRINK_PERCENT = 10;

  /** Small lists go up and down: fewer rows gone than this are no question. Contract: guards. */
  private static final int SHRINK_FLOOR = 20;

  private final RowShelf shelf;

  ListGuards(RowShelf shelf) {
    this.shelf = shelf;
  }

  /** Why {@code candidate} has to wait; empty if nothing speaks against it. */
  List<FileEntry.Note> hold(Batch candidate, Units units, List<Effective> effective) {
    @Nullable Batch replaced = EffectiveLists.replacedBy(candidate, effective);
    if (replaced == null) {
      return List.of();
    }
    Units before = new Units(replaced.list());
    int[] rows = {0};
    shelf.recall(
        replaced.file().sha256(),
        Bucket.ACCEPTED,
        (sheet, row, values) -> {
          before.add(values);
          rows[0]++;
        });
    Set<String> gone = new TreeSet<>(before.schools());
    gone.removeAll(units.schools());
    if (!gone.isEmpty()) {
      return List.of(note("report.held.schools", candidate, replaced, String.join("、", gone)));
    }
    return shrunk(candidate, replaced, rows[0]);
  }

  private List<FileEntry.Note> shrunk(Batch candidate, Batch replaced, int before) {
    int now = shelf.count(candidate.file().sha256()).getOrDefault(Bucket.ACCEPTED, 0);
    int gone = before - now;
    boolean sameYear =
        SchoolYear.of(candidate.dataDate()).equals(SchoolYear.of(replaced.dataDate()));
    if (sameYear && gone >= SHRINK_FLOOR && gone * 100L > (long) before * SHRINK_PERCENT) {
      return List.of(
          note(
              "report.held.shrunk",
              candidate,
              replaced,
              String.valueOf(before),
              String.valueOf(now)));
    }
    return List.of();
  }

  private static FileEntry.Note note(String key, Batch candidate, Batch replaced, String... words) {
    List<String> all = new java.util.ArrayList<>();
    all.add(candidate.file().name());
    all.add(replaced.file().name());
    all.addAll(List.of(words));
    return new FileEntry.Note(key, all);
  }
}

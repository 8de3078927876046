package cn.bidui.batch;

import cn.bidui.ledger.Entry;
import cn.bidui.ledger.FileEntry;
import java.util.List;
import java.util.Optional;

/**
 * What happened to the index and the backups before a night began, as notes for whoever reads its
 * {@code run.json}.
 */
public record IndexNews(List<FileEntry.Note> notes) {

  /** Nothing happened to it. */
  public static final IndexNews NONE = new IndexNews(List.of());

  public IndexNews {
    notes = List.copyOf(notes);
  }

  /** The last drill of a backup went wrong, and none has gone well since. */
  static IndexNews drillFailed(Optional<Entry.Drilled> last) {
    return last.filter(drill -> !drill.trouble().isEmpty())
        .map(
            drill ->
                new IndexNews(
                    List.of(
                        new FileEntry.Note(
                            "report.remark.drill-failed",
                            List.of(drill.asOf().toString(), drill.file())))))
        .orElse(NONE);
  }

  /** It was damaged, and is made again by this run. */
  public static IndexNews madeAgain(String where) {
    return new IndexNews(
        List.of(new FileEntry.Note("report.remark.index-made-again", List.of(where))));
  }
}

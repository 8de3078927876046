package cn.bidui.batch;

import cn.bidui.ledger.FileEntry;
import java.util.List;

/**
 * What happened to the index before a night began, as notes for whoever reads its {@code run.json}.
 */
public record IndexNews(List<FileEntry.Note> notes) {

  /** Nothing happened to it. */
  public static final IndexNews NONE = new IndexNews(List.of());

  public IndexNews {
    notes = List.copyOf(notes);
  }

  /** It was damaged, and is made again by this run. */
  public static IndexNews madeAgain(String where) {
    return new IndexNews(
        List.of(new FileEntry.Note("report.remark.index-made-again", List.of(where))));
  }
}

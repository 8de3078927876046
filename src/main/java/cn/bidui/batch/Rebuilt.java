package cn.bidui.batch;

import cn.bidui.ledger.Entry.Published;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a rebuild.
 *
 * @param files how many files the index was made from
 * @param differences files whose rows are not what the journal counted
 * @param latest the publication that was done again; null if there was none
 * @param differing paths that came out differently
 * @param restored published files that had gone missing and were put back
 */
public record Rebuilt(
    int files,
    long rows,
    List<String> differences,
    @Nullable Published latest,
    List<String> differing,
    int restored) {
  public Rebuilt {
    differences = List.copyOf(differences);
    differing = List.copyOf(differing);
  }
}

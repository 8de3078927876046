package cn.bidui.batch;

import cn.bidui.ledger.Entry.Published;
import cn.bidui.ledger.Publication;
import cn.bidui.plan.WorkFolder;
import cn.bidui.store.JdbcRowShelf;
import cn.bidui.store.TableTotals;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What an index holds, and what the last publication comes to when it is done again from it: two
 * indexes that stand the same export the same.
 *
 * @param totals rows and sums of each table
 * @param exports digests of the files of the last publication, done again; empty if nothing was
 *     published
 * @param uncounted names of files whose rows are not what the journal counted
 * @param differing paths that are not what was published then
 */
public record Standing(
    TableTotals totals,
    SortedMap<String, String> exports,
    List<String> uncounted,
    List<String> differing) {

  public Standing {
    exports = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(exports));
    uncounted = List.copyOf(uncounted);
    differing = List.copyOf(differing);
  }

  static Standing of(
      OpenRecord record, JdbcRowShelf shelf, WorkFolder folder, @Nullable NightOrder then)
      throws IOException {
    Rebuild rebuild = new Rebuild(record, shelf);
    List<String> uncounted = rebuild.differences();
    Optional<Published> latest = record.state().latest();
    if (latest.isEmpty() || then == null || !uncounted.isEmpty()) {
      return new Standing(shelf.totals(), new TreeMap<>(), uncounted, List.of());
    }
    Rebuild.Replayed night = rebuild.replay(latest.get(), then, folder.home());
    Publication.under(folder.whatIf()).abandon(record.lease());
    return new Standing(shelf.totals(), night.files(), List.of(), night.differing());
  }

  /** In what {@code other} stands otherwise: tables, files by name, and paths of exports. */
  public List<String> apart(Standing other, Map<String, String> names) {
    List<String> apart = new ArrayList<>(uncounted);
    totals.differing(other.totals()).forEach(what -> apart.add(names.getOrDefault(what, what)));
    apart.addAll(Rebuild.apart(exports, other.exports));
    return apart.stream().distinct().toList();
  }
}
